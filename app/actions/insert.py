"""What can be put into the map by way of the Insert menu: steps, stages, lanes, cards, owners, personas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.actions.deed import Deed
from app.desk import Desk
from canvas import carrying
from canvas.beginning import new_lane, new_stage, new_step
from canvas.choosing import chosen, step_here
from canvas.places import Cell, Kind
from canvas.tools import Placing
from journey import edits
from journey.layout import kind_word
from journey.model import CARDS_OF_LANE, CardKind, Lane, LaneKind, Step
from resources.templates import lane_title
from resources.words import _


class Naming(Protocol):
    """Where owners and personas are named, and owners made one."""

    def name_owner(self) -> None:
        """Put the keyboard where a new owner is named."""

    def name_persona(self) -> None:
        """The same for a persona of the journey in view."""

    def make_owner_one(self) -> None:
        """Ask with which other the owner selected shall be made one."""


def insert_deeds(desk: Desk, naming: Naming) -> list[Deed]:
    """What can be added to the map."""
    return [*_columns(desk), *_card_deeds(desk), *_lane_deeds(desk), *_people(naming)]


def _columns(desk: Desk) -> list[Deed]:
    menu = _("Insert")
    return [
        Deed("step_after", menu, _("Step after"), ("Ctrl+Shift+Right",), lambda: add_step(desk)),
        Deed(
            "step_before", menu, _("Step before"), ("Ctrl+Shift+Left",), lambda: add_step(desk, before=True)
        ),
        Deed("stage", menu, _("Stage"), ("Ctrl+Shift+S",), lambda: add_stage(desk)),
        Deed(
            *("split", menu, _("Begin a stage here"), (), lambda: carrying.begin_stage(desk.editor)),
            can=lambda: step_here(desk.editor) is not None,
        ),
        Deed(
            *("join", menu, _("Join with the stage before"), (), lambda: _join(desk)),
            can=lambda: chosen(desk.editor, Kind.STAGE) is not None,
        ),
    ]


def _card_deeds(desk: Desk) -> list[Deed]:
    menu = _("Insert") + "/" + _("Card")
    return [
        Deed(f"card_{kind.name.lower()}", menu, kind_word(kind), (), _holding(desk, kind), icon=str(kind))
        for kind in CardKind
    ]


def _holding(desk: Desk, kind: CardKind) -> Callable[[], object]:
    """Put a card of the kind into the cell at the cursor where its lane takes it, else into the hand."""

    def hold() -> None:
        cell = desk.editor.cell
        lane = desk.map.of(Lane).get(cell.lane) if cell else None
        if cell is not None and lane is not None and kind in CARDS_OF_LANE[lane.kind]:
            desk.editor.write(cell, kind)
        else:
            desk.hold(Placing(kind))
            desk.said.emit(_("Click the cell where it shall stand"), False)

    return hold


def _lane_deeds(desk: Desk) -> list[Deed]:
    menu = _("Insert") + "/" + _("Lane")

    def adding(kind: LaneKind) -> Callable[[], object]:
        return lambda: desk.editor.begin(new_lane(desk.editor, kind))

    def wanted(kind: LaneKind) -> Callable[[], bool]:
        # The steps are one row of a journey: a second lane of them could hold nothing and is not drawn.
        def one_more() -> bool:
            lanes = desk.map.grid(desk.journey.id).lanes
            return kind is not LaneKind.STEPS or all(lane.kind is not kind for lane in lanes)

        return one_more

    lanes = [
        Deed(
            *(f"lane_{kind.name.lower()}", menu, lane_title(str(kind)), (), adding(kind)),
            can=wanted(kind),
        )
        for kind in LaneKind
    ]
    hide = Deed(
        *("hide_lane", _("Insert"), _("Hide the lane"), (), lambda: _hide(desk)),
        can=lambda: _lane_here(desk) is not None,
    )
    return [*lanes, hide]


def _people(naming: Naming) -> list[Deed]:
    menu = _("Insert")
    return [
        Deed("owner", menu, _("Owner"), ("Ctrl+Shift+O",), naming.name_owner, parted=True),
        Deed("persona", menu, _("Persona"), ("Ctrl+Shift+P",), naming.name_persona),
    ]


def add_step(desk: Desk, *, before: bool = False) -> None:
    """Open the title of a new step beside where one is."""
    here = step_here(desk.editor) or desk.map.grid(desk.journey.id).steps[-1].id
    desk.editor.begin(new_step(desk.editor, here, after=not before, wanted=True))


def add_stage(desk: Desk) -> None:
    """Open the title of a new stage after the one where one is."""
    grid = desk.map.grid(desk.journey.id)
    here = chosen(desk.editor, Kind.STAGE)
    if here is None and (step := step_here(desk.editor)) is not None:
        here = grid.steps[grid.column[step]].stage
    place = len(grid.stages) if here is None else [one.id for one in grid.stages].index(here) + 1
    desk.editor.begin(new_stage(desk.editor, place))


def _join(desk: Desk) -> None:
    """End the selected stage; the one that took its steps is selected then, to be named perhaps."""
    steps = desk.map.grid(desk.journey.id).steps_of(desk.selected[0])
    if desk.attempt(lambda: edits.join_stage(desk.map, desk.selected[0])):
        taken = desk.map.of(Step)[steps[0].id].stage
        desk.select([taken])


def _hide(desk: Desk) -> None:
    lane = _lane_here(desk)
    if lane is not None:
        desk.attempt(lambda: edits.hide_lane(desk.map, lane))


def _lane_here(desk: Desk) -> str | None:
    cell: Cell | None = desk.editor.cell
    return chosen(desk.editor, Kind.LANE) or (cell.lane if cell else None)
