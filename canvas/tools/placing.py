"""Something from the palette in the hand: it follows the pointer until it is dropped on the map."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Cell, Hit, Kind, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State
from canvas.tools.landing import cell_under, place_in, short, where
from canvas.tools.trying import tried
from journey import edits
from journey.model import CardKind, Change, LaneKind, OwnershipRole, Refused
from resources.words import _


@dataclass(frozen=True, slots=True)
class Placing:
    """A new card of a kind."""

    kind: CardKind

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show the cell it would land in."""
        cell = cell_under(stage, pointer)
        change, why = self._change(stage, pointer)
        receiving = stage.places.cell_rect(cell) if cell else None
        thing = Rect(pointer.x - 27, pointer.y - 11, 55, 22)
        stage.show_ghost(Ghost((thing,), receiving, fits=change is not None))
        stage.say(
            _told(stage, cell) if change is not None else why, wrong=change is None and cell is not None
        )
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Make the card and open its text."""
        stage.show_ghost(NOTHING)
        change, why = self._change(stage, pointer)
        if change is None:
            stage.say(why, wrong=True)
        elif stage.do(change):
            made = change.touches[0].record
            stage.select([made.id])
            stage.edit(made.id)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nothing is made."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _change(self, stage: Stage, pointer: Pointer) -> tuple[Change | None, str]:
        cell = cell_under(stage, pointer)
        if cell is None:
            return None, _("Cards belong in a cell of the map.")
        place = place_in(stage, cell, pointer.y)
        return tried(
            stage, lambda: edits.add_card(stage.map, cell.lane, cell.step, place=place, kind=self.kind)
        )


@dataclass(frozen=True, slots=True)
class PlacingOwner:
    """An owner: on a card it answers for it (with Ctrl: is involved), in the owners lane for the step."""

    owner: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show what it would answer for."""
        hit = stage.places.hit(pointer.x, pointer.y)
        change, why = tried(stage, lambda: self._edit(stage, pointer, hit))
        receiving = hit.rect if hit.kind in (Kind.CARD, Kind.CELL, Kind.OWNER) else None
        stage.show_ghost(
            Ghost((Rect(pointer.x - 14, pointer.y - 5, 28, 10),), receiving, fits=change is not None)
        )
        stage.say(_answers(stage, hit) if change is not None else why, wrong=change is None)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Let the owner answer."""
        stage.show_ghost(NOTHING)
        hit = stage.places.hit(pointer.x, pointer.y)
        change, why = tried(stage, lambda: self._edit(stage, pointer, hit))
        if change is None:
            stage.say(why, wrong=True)
        else:
            stage.do(change)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nobody answers for anything new."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _edit(self, stage: Stage, pointer: Pointer, hit: Hit) -> Change:
        if hit.kind is Kind.CARD and pointer.ctrl:
            return edits.involve(stage.map, hit.record, self.owner, OwnershipRole.CONSULTED)
        if hit.kind is Kind.CARD:
            return edits.set_accountable(stage.map, [hit.record], self.owner)
        cell = cell_under(stage, pointer)
        if cell is not None and _is_owners(stage, cell):
            return edits.own_step(stage.map, cell.step, self.owner)
        raise Refused(_("Drop an owner on a card, or on a step of the owners lane."))


def _is_owners(stage: Stage, cell: Cell) -> bool:
    return any(lane.id == cell.lane and lane.kind is LaneKind.OWNERS for _a, _b, lane in stage.places.rows)


def _told(stage: Stage, cell: Cell | None) -> str:
    return _("New card in {place}").format(place=where(stage, cell)) if cell else ""


def _answers(stage: Stage, hit: Hit) -> str:
    if hit.kind is Kind.CARD:
        return _("Answers for “{card}”").format(card=short(stage, hit.record))
    return _("Answers for the touchpoints of this step")
