"""Cards under the hand: a click selects them, a drag puts them elsewhere or, with Ctrl, copies of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvas.places import Cell, Kind
from canvas.stage import Ghost, Pointer, Stage, State, trembles
from canvas.tools.landing import bar_in, cell_under, place_in, where
from canvas.tools.trying import carried_out, given_back, tried
from journey import edits
from journey.layout import kind_word
from journey.model import CARDS_OF_LANE, Card, Change, Lane, Refused, joined
from resources.words import _


@dataclass(frozen=True, slots=True)
class PressedCard:
    """A card is pressed: release selects it, a move drags it and what is selected with it."""

    start: Pointer
    card: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.card,)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Past a tremble the card is dragged."""
        if trembles(self.start, pointer):
            return self
        if self.card not in stage.selected:
            stage.select([self.card])
        cards = tuple(one for one in stage.selected if stage.places.kinds.get(one) is Kind.CARD)
        first = (self.card, *(one for one in cards if one != self.card))
        return DraggingCards(self.start, first).move(stage, pointer)

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """A click selects; with Shift or Ctrl it adds or takes away."""
        if self.start.shift or self.start.ctrl:
            others = [one for one in stage.selected if one != self.card]
            stage.select(others if self.card in stage.selected else [*others, self.card])
        else:
            card = stage.map.of(Card)[self.card]
            stage.select([self.card], Cell(card.lane, card.step))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nothing happened yet."""
        return None


@dataclass(frozen=True, slots=True)
class Aim:
    """Where cards would land: a cell, before which card of it (None: last), copies of them; and why not."""

    cell: Cell | None
    place: int | None
    copies: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class DraggingCards:
    """Cards follow the pointer: release puts them into the cell below it; with Ctrl, copies of them.

    ``aim`` is the last one that was tried: while the pointer stays where it lands, nothing is tried anew.
    """

    start: Pointer
    cards: tuple[str, ...]
    aim: Aim | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return self.cards

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show where they would land, and say it."""
        aim = self._tried(stage, pointer)
        fits = not aim.why
        without = () if aim.copies else self.cards
        ghost = Ghost(
            carried=self.cards,
            by=(pointer.x - self.start.x, pointer.y - self.start.y),
            receiving=stage.places.cell_rect(aim.cell) if aim.cell else None,
            bar=bar_in(stage, aim.cell, aim.place, without) if aim.cell and fits else None,
            fits=fits,
        )
        stage.show_ghost(ghost)
        if aim != self.aim:
            stage.say(aim.why or self._told(stage, aim), wrong=not fits)
        return replace(self, aim=aim)

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Do it, as one step."""
        change = carried_out(stage, lambda: self._edit(stage, pointer))
        if change is not None:
            stage.select([touch.after.id for touch in change.touches if isinstance(touch.after, Card)])
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Everything stays where it was."""
        return given_back(stage)

    def _tried(self, stage: Stage, pointer: Pointer) -> Aim:
        """Where the pointer aims, and whether the cards may land there."""
        cell = cell_under(stage, pointer)
        alone = cell is not None and len(self.cards) == 1 and not pointer.ctrl
        place = place_in(stage, cell, pointer.y, self.cards) if alone and cell else None
        aim = Aim(cell, place, pointer.ctrl)
        if self.aim is not None and replace(self.aim, why="") == aim:
            return self.aim
        _change, why = tried(stage, lambda: self._edit(stage, pointer))
        return replace(aim, why=why)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        cell = cell_under(stage, pointer)
        if cell is None:
            raise Refused(_("Cards belong in a cell of the map."))
        if pointer.ctrl:
            return self._copy(stage, cell)
        if len(self.cards) == 1:
            place = place_in(stage, cell, pointer.y, self.cards)
            return edits.move_card(stage.map, self.cards[0], cell.lane, cell.step, place, convert=True)
        return edits.move_cards(stage.map, self.cards, cell.lane, cell.step, convert=True)

    def _copy(self, stage: Stage, cell: Cell) -> Change:
        copies = edits.duplicate_cards(stage.map, self.cards)
        made = [
            touch.after.id
            for touch in copies.touches
            if isinstance(touch.after, Card) and touch.before is None
        ]
        moved = edits.move_cards(stage.map.apply(copies), made, cell.lane, cell.step, convert=True)
        return joined(copies.label, [copies, moved])

    def _told(self, stage: Stage, aim: Aim) -> str:
        """Where they would land, and what they would become in a lane that takes none of their kind."""
        if aim.cell is None:
            return ""
        words = _("Copy to {place}") if aim.copies else _("Move to {place}")
        told = words.format(place=where(stage, aim.cell))
        taken = CARDS_OF_LANE[stage.map.of(Lane)[aim.cell.lane].kind]
        if len(self.cards) > 1 or stage.map.of(Card)[self.cards[0]].kind in taken:
            return told
        return _("{move}; there it becomes: {kind}").format(move=told, kind=kind_word(taken[0]))
