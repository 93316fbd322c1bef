"""Something from the palette in the hand: it follows the pointer until it is dropped on the map."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.bars import column_bar, stage_bar
from canvas.beginning import new_card, new_stage, new_step
from canvas.places import Cell, Hit, Kind, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State
from canvas.tools.headers import column_near, stage_place
from canvas.tools.landing import bar_in, cell_under, place_in, short, where
from canvas.tools.trying import carried_out, given_back, tried
from journey import edits
from journey.model import CardKind, Change, LaneKind, Owner, OwnershipRole, Refused, Step
from resources.words import _


@dataclass(frozen=True, slots=True)
class Placing:
    """A new card of a kind."""

    kind: CardKind

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return ()

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show the cell it would land in."""
        cell = cell_under(stage, pointer)
        change, why = tried(stage, lambda: self._edit(stage, pointer))
        fits = change is not None
        ghost = Ghost(
            things=(_around(pointer, 55.0, 23.0),),
            look=self.kind,
            receiving=stage.places.cell_rect(cell) if cell else None,
            bar=bar_in(stage, cell, place_in(stage, cell, pointer.y)) if cell and fits else None,
            fits=fits,
        )
        stage.show_ghost(ghost)
        stage.say(_told(stage, cell) if fits else why, wrong=not fits and cell is not None)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Open the text of the card that will stand there."""
        stage.show_ghost(NOTHING)
        change, why = tried(stage, lambda: self._edit(stage, pointer))
        cell = cell_under(stage, pointer)
        if change is None or cell is None:
            stage.say(why, wrong=True)
        else:
            stage.begin(new_card(stage, cell, place_in(stage, cell, pointer.y), self.kind))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nothing is made."""
        return given_back(stage)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        cell = cell_under(stage, pointer)
        if cell is None:
            raise Refused(_("Cards belong in a cell of the map."))
        place = place_in(stage, cell, pointer.y)
        return edits.add_card(stage.map, cell.lane, cell.step, place=place, kind=self.kind)


@dataclass(frozen=True, slots=True)
class PlacingStep:
    """A new step: it lands between two columns."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return ()

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show between which columns."""
        column, after = column_near(stage, pointer)
        thing = _around(pointer, 55.0, 22.0)
        stage.show_ghost(Ghost(things=(thing,), look="step", bar=column_bar(stage, column + after)))
        stage.say(_("New step here"))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Open the title of the step that will stand there."""
        stage.show_ghost(NOTHING)
        column, after = column_near(stage, pointer)
        beside: Step = stage.places.columns[column][2]
        stage.begin(new_step(stage, beside.id, after=after, wanted=True))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """No step."""
        return given_back(stage)


@dataclass(frozen=True, slots=True)
class PlacingStage:
    """A new stage: it lands between two stages."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return ()

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show between which stages."""
        thing = _around(pointer, 58.0, 15.0)
        bar = stage_bar(stage, stage_place(stage, pointer))
        stage.show_ghost(Ghost(things=(thing,), look="stage", bar=bar))
        stage.say(_("New stage here"))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Open the title of the stage that will stand there, with its first step."""
        stage.show_ghost(NOTHING)
        stage.begin(new_stage(stage, stage_place(stage, pointer)))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """No stage."""
        return given_back(stage)


@dataclass(frozen=True, slots=True)
class PlacingOwner:
    """An owner: on a card it answers for it (with Ctrl: is involved), in the owners lane for the step."""

    owner: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.owner,)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show what it would answer for."""
        hit = stage.places.hit(pointer.x, pointer.y)
        change, why = tried(stage, lambda: self._edit(stage, pointer, hit))
        fits = change is not None
        receiving = hit.rect if hit.kind in (Kind.CARD, Kind.CELL, Kind.OWNER) else None
        thing = _around(pointer, 28.0, 10.0)
        look = f"owner:{stage.map.of(Owner)[self.owner].colour or 'muted'}"
        stage.show_ghost(Ghost(things=(thing,), look=look, receiving=receiving, fits=fits))
        stage.say(_answers(stage, hit, pointer) if fits else why, wrong=not fits)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Let the owner answer."""
        hit = stage.places.hit(pointer.x, pointer.y)
        carried_out(stage, lambda: self._edit(stage, pointer, hit))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nobody answers for anything new."""
        return given_back(stage)

    def _edit(self, stage: Stage, pointer: Pointer, hit: Hit) -> Change:
        if hit.kind is Kind.CARD and pointer.ctrl:
            return edits.involve(stage.map, hit.record, self.owner, OwnershipRole.CONSULTED)
        if hit.kind is Kind.CARD:
            return edits.set_accountable(stage.map, [hit.record], self.owner)
        cell = cell_under(stage, pointer)
        if cell is not None and _is_owners(stage, cell):
            return edits.own_step(stage.map, cell.step, self.owner)
        raise Refused(_("Drop an owner on a card, or on a step of the owners lane."))


def _around(pointer: Pointer, w: float, h: float) -> Rect:
    return Rect(pointer.x - w / 2, pointer.y - h / 2, w, h)


def _is_owners(stage: Stage, cell: Cell) -> bool:
    return any(lane.id == cell.lane and lane.kind is LaneKind.OWNERS for _a, _b, lane in stage.places.rows)


def _told(stage: Stage, cell: Cell | None) -> str:
    return _("New card in {place}").format(place=where(stage, cell)) if cell else ""


def _answers(stage: Stage, hit: Hit, pointer: Pointer) -> str:
    if hit.kind is Kind.CARD and pointer.ctrl:
        return _("Is involved in “{card}”").format(card=short(stage, hit.record))
    if hit.kind is Kind.CARD:
        return _("Answers for “{card}”").format(card=short(stage, hit.record))
    return _("Answers for the touchpoints of this step")
