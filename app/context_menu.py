"""Which deeds the right mouse button offers, by what is under the pointer."""

from __future__ import annotations

from app.desk import Desk
from canvas.places import Kind
from journey.model import Card, Feeling, Lane, Link, Measure, Owner, Record, Stage, Step
from resources.words import _

_HISTORY = ("", "undo", "redo")
_BY_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.CARD: ("write", "own", "star", "duplicate", "detail", "", "cut", "copy", "paste", "", "remove"),
    Kind.STEP: ("write", "step_before", "step_after", "split", "", "remove"),
    Kind.STAGE: ("write", "stage", "join", "", "remove"),
    Kind.LANE: ("write", "hide_lane", "show_lanes", "", "remove"),
    Kind.CORNER: ("write", "show_lanes", "", "remove"),
    Kind.FEELING: ("write", "remove"),
    Kind.LINK: ("write", "reverse", "remove"),
    Kind.OWNER: ("own", "one_owner", "", "inspector", "owners", "", "owner"),
    Kind.MEASURE: ("inspector", "measures"),
    Kind.CELL: ("own", "paste", "step_before", "step_after", "", "hide_lane", "show_lanes"),
    Kind.NOTHING: ("stage", "step_after", "show_lanes", "whole"),
}
"""Names of deeds; an empty one is a line."""


def offered(kind: Kind) -> tuple[str, ...]:
    """The deeds for what is under the pointer, with the menus that lead on."""
    within = {
        Kind.CARD: (_("Edit") + "/" + _("Make it"),),
        Kind.CELL: (_("Insert") + "/" + _("Card"),),
        Kind.LANE: (_("Insert") + "/" + _("Lane"),),
        Kind.NOTHING: (_("Insert") + "/" + _("Lane"),),
    }.get(kind, ())
    return (*within, *_BY_KIND[kind], *_HISTORY)


def kind_selected(desk: Desk) -> Kind:
    """What sort of thing is selected, or that a cell is."""
    if not desk.selected:
        return Kind.CELL if desk.editor.cell else Kind.NOTHING
    record = desk.selected[0]
    return next((kind for sort, kind in _SORTS.items() if record in desk.map.of(sort)), Kind.NOTHING)


_SORTS: dict[type[Record], Kind] = {
    Card: Kind.CARD,
    Step: Kind.STEP,
    Stage: Kind.STAGE,
    Lane: Kind.LANE,
    Feeling: Kind.FEELING,
    Link: Kind.LINK,
    Owner: Kind.OWNER,
    Measure: Kind.MEASURE,
}
