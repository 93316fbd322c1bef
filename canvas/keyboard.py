"""The keyboard on the map: one table of keys and what each does there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvas import carrying, choosing, walking
from canvas.beginning import new_step
from canvas.choosing import chosen_cards
from canvas.places import Cell, Kind
from canvas.stage import Stage
from canvas.tools.aiming import nearest
from canvas.tools.landing import short
from canvas.writing import nowhere
from journey.model import Card
from resources.words import _

Deed = Callable[[Stage], object]


def _choose_next(stage: Stage, way: str) -> None:
    """Select the next card that way as well; back into what is selected, no longer the one that came last."""
    cards = chosen_cards(stage)
    following = nearest(stage, cards[0], way) if cards else None
    if following is not None:
        stage.select(cards[1:] if following in cards else [following, *cards])


_TABLE: dict[str, Deed] = {
    **{way: partial(walking.walk, way=way) for way in walking.ARROWS},
    **{f"shift+{way}": partial(carrying.carry, way=way) for way in walking.ARROWS},
    **{f"ctrl+{way}": partial(_choose_next, way=way) for way in walking.ARROWS},
    "home": lambda stage: walking.walk_to_end(stage, last=False),
    "end": lambda stage: walking.walk_to_end(stage, last=True),
    "ctrl+home": lambda stage: walking.walk_to_end(stage, last=False, all_rows=True),
    "ctrl+end": lambda stage: walking.walk_to_end(stage, last=True, all_rows=True),
    "tab": walking.walk_down,
    "delete": carrying.remove,
    "backspace": carrying.remove,
    "ctrl+a": choosing.choose_more,
    "ctrl+d": carrying.duplicate,
    "shift+space": choosing.choose_column,
    "ctrl+space": choosing.choose_column,
}
_OF_CARDS: dict[str, Deed] = {
    "m": carrying.star,
    "s": carrying.begin_stage,
    **{key: partial(carrying.become, key=key) for key in carrying.KINDS},
    "1": lambda stage: _new_step(stage),
}
"""Letters and digits, while a card is selected: on an empty cell they would begin a new card."""
_OF_STEPS: dict[str, Deed] = {"s": carrying.begin_stage, "1": lambda stage: _new_step(stage)}


def pressed(stage: Stage, key: str) -> bool:
    """Do what a key does; False where it does nothing. ``key`` is like "shift+left", "home" or "m"."""
    deed = _TABLE.get(key)
    if deed is None and chosen_cards(stage):
        deed = _OF_CARDS.get(key)
    elif deed is None and choosing.chosen(stage, Kind.STEP):
        deed = _OF_STEPS.get(key)
    if deed is None and key in ("+", "-"):
        return carrying.feel(stage, 0.5 if key == "+" else -0.5)
    if deed is None:
        return False
    deed(stage)
    return True


def opened(stage: Stage) -> None:
    """Enter: open what is selected, or begin writing in the cursor's cell."""
    if stage.selected:
        stage.edit(stage.selected[0])
    elif stage.cell is not None:
        stage.write(stage.cell)


def asks_owner(stage: Stage, key: str) -> bool:
    """Whether a key asks for an owner: O on cards, O and Enter on a step of the owners' lane."""
    wanted = key == "o" or (key == "enter" and not stage.selected)
    return wanted and bool(choosing.cards_to_own(stage))


def begins_text(text: str) -> bool:
    """Whether a key that does nothing else types something."""
    return bool(text.strip()) and text.isprintable()


def begin_text(stage: Stage) -> None:
    """Open what typing writes: beside a card a new one below, so that no text is lost, else as Enter does."""
    card = stage.map.of(Card).get(stage.selected[0]) if len(stage.selected) == 1 else None
    if len(stage.selected) > 1 or not (stage.selected or stage.cell):
        stage.say(nowhere(), wrong=True)
    elif card is not None:
        said = _("A new card below “{card}”; Enter or F2 opens the text of a card that is there")
        stage.say(said.format(card=short(stage, card.id)))
        stage.write(Cell(card.lane, card.step))
    else:
        opened(stage)


def begins_title(stage: Stage, text: str) -> bool:
    """Whether a letter is the first of a title before it is a key: a capital, or on a step without one."""
    return not chosen_cards(stage) and (text.isupper() or (text.isalpha() and _is_on_unnamed(stage)))


def _is_on_unnamed(stage: Stage) -> bool:
    step = choosing.chosen(stage, Kind.STEP)
    return step is not None and choosing.is_unnamed(stage, step)


def _new_step(stage: Stage) -> None:
    step = choosing.step_here(stage)
    if step is not None:
        stage.begin(new_step(stage, step))
