"""Everything the window can do, in one table: name, words, keys, when it can be done, what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.desk import Desk
from canvas.camera import PLAIN
from canvas.places import Kind
from journey import edits
from journey.model import Card, Change, Feeling, Refused
from resources.words import _


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done. ``keys`` as Qt writes them; ``can`` tells whether it can be done now."""

    name: str
    menu: str
    words: str
    keys: tuple[str, ...]
    does: Callable[[], object]
    can: Callable[[], bool] = lambda: True


def edit_deeds(desk: Desk) -> list[Deed]:
    """What can be done to the map."""
    menu, history = _("Edit"), desk.document

    def some() -> bool:
        return bool(cards(desk))

    return [
        Deed("undo", menu, _("Undo"), ("Ctrl+Z",), desk.undo, lambda: history.next_undo is not None),
        Deed("redo", menu, _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), desk.redo, lambda: bool(history.next_redo)),
        Deed("remove", menu, _("Remove"), ("Delete",), lambda: remove(desk), lambda: bool(desk.selected)),
        Deed("duplicate", menu, _("Duplicate"), ("Ctrl+D",), lambda: _duplicate(desk), some),
        Deed("star", menu, _("Moment of truth"), ("Ctrl+M",), lambda: _star(desk), some),
    ]


def view_deeds(desk: Desk) -> list[Deed]:
    """How the map is looked at."""
    menu, editor = _("View"), desk.editor

    def plain() -> None:
        editor.zoom_middle(PLAIN / editor.camera.scale)

    def whole() -> None:
        editor.look_at(editor.camera.showing_all())

    return [
        Deed("larger", menu, _("Zoom in"), ("Ctrl++", "Ctrl+="), lambda: editor.zoom_middle(1.25)),
        Deed("smaller", menu, _("Zoom out"), ("Ctrl+-",), lambda: editor.zoom_middle(0.8)),
        Deed("plain", menu, _("Actual size"), ("Ctrl+0",), plain),
        Deed("whole", menu, _("Whole map"), ("Ctrl+1",), whole),
    ]


def cards(desk: Desk) -> list[str]:
    """The cards among what is selected."""
    return [one for one in desk.selected if one in desk.map.of(Card)]


def remove(desk: Desk) -> None:
    """Take away what is selected, with all that hangs on it, as one step."""
    chosen = cards(desk)
    if chosen:
        desk.attempt(lambda: edits.remove_cards(desk.map, chosen))
    elif desk.selected:
        record = desk.selected[0]
        desk.attempt(lambda: _removal(desk, record))


def _removal(desk: Desk, record: str) -> Change:
    kind = desk.editor.places.kinds.get(record)
    if kind is Kind.STEP:
        return edits.remove_step(desk.map, record)
    if kind is Kind.STAGE:
        return edits.remove_stage(desk.map, record)
    if kind is Kind.LANE:
        return edits.remove_lane(desk.map, record)
    if kind is Kind.FEELING:
        one = desk.map.of(Feeling)[record]
        return edits.clear_feeling(desk.map, one.journey, one.step, one.persona)
    if kind is None:
        return edits.remove_link(desk.map, record)
    raise Refused(_("This cannot be removed by itself."))


def _duplicate(desk: Desk) -> None:
    desk.attempt(lambda: edits.duplicate_cards(desk.map, cards(desk)))


def _star(desk: Desk) -> None:
    chosen = cards(desk)
    starred = all(desk.map.of(Card)[one].moment_of_truth for one in chosen)
    desk.attempt(lambda: edits.edit_cards(desk.map, chosen, moment_of_truth=not starred))
