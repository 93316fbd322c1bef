"""The wall planner: a journey laid out in several shapes, and the best ways to print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.opening import Opened
from app.printing.prints import stamp_of
from app.printing.wall import SOME_PLAN, sheet_line, wall_view
from app.printing.wishes import Wishes
from export.paper.measuring import Measured, Shape, measured
from export.paper.planning import Proposal, Wanted
from journey.layout import Beside, Memory, View, layout
from journey.model import Card, Journey, MapData, Step
from resources.words import speaking

COLUMNS = (60.0, 70.0, 80.0, 92.0, 106.0, 122.0)
"""The widths of columns that are tried, map mm: where text needs fewer lines a map is lower."""
_LARGE = 1500
_FEW = (60.0, 92.0)
"""Of a map with so many cards, only these."""


class Shapes:
    """Lays a journey out in every shape; what an edit did not change is not laid out or measured again."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._memories: dict[float, Memory] = {}
        self._before: dict[Shape, Measured] = {}

    def of(self, opened: Opened, journey: Journey) -> Iterator[Measured]:
        """A journey with all that stands beside it on paper; each shape comes when it is laid out."""
        view = _told(opened, journey)
        few = len(opened.map.of(Card)) >= _LARGE
        for column in _FEW if few else COLUMNS:
            memory = self._memories.setdefault(column, Memory())
            for below in (False, True):
                shape, beside = Shape(column, below), replace(view.beside or Beside(), below=below)
                drawing = layout(opened.map, replace(view, beside=beside, column=column), memory)
                made = self._before[shape] = measured(shape, drawing, self._before.get(shape))
                yield made


def _told(opened: Opened, journey: Journey) -> View:
    """A journey as it is printed, with lines at the foot as long as they will be."""
    map_data = opened.map
    view = wall_view(map_data, journey, opened.edited)
    beside = view.beside or Beside()
    with speaking(map_data.workshop.language):
        foot = (*beside.foot, sheet_line(SOME_PLAN))
    return replace(view, beside=replace(beside, foot=foot, stamp=stamp_of(opened, journey)))


def wishes_for(proposal: Proposal, wanted: Wanted, journey: str) -> Wishes:
    """What an export must be like to be what was proposed."""
    shape, tiling = proposal.shape, wanted.tiling
    wishes = Wishes(
        margin=wanted.margin,
        scale=round(proposal.scale, 4),
        journey=journey,
        column=shape.column,
        panel="below" if shape.below else "beside",
    )
    if proposal.way == "page":
        return replace(wishes, paper=proposal.paper.name)
    if proposal.way == "roll":
        return replace(wishes, paper=proposal.paper.name, orientation="landscape")
    spread = replace(
        wishes,
        sheets=proposal.paper.name,
        overlap=tiling.overlap,
        marks=tiling.marks,
        repeat_lanes=tiling.repeat_lanes,
        page_map=tiling.page_map,
    )
    w, h = proposal.sheet
    return replace(spread, orientation="landscape") if w > h else replace(spread, orientation="portrait")


def as_plain(proposal: Proposal, map_data: MapData) -> dict[str, object]:
    """A proposal as JSON holds it: lengths in mm, distances in metres, cards by id with code and text."""
    reads = proposal.reads
    return {
        "way": proposal.way,
        "paper": proposal.paper.name,
        "sheets": len(proposal.pieces),
        "blank": proposal.blank,
        "sheet": [round(edge, 1) for edge in proposal.sheet],
        "wall": [round(proposal.w, 1), round(proposal.h, 1)],
        "pieces": [[round(at, 1) for at in (one.x, one.y, one.w, one.h)] for one in proposal.pieces],
        "scale": round(proposal.scale, 4),
        "column": proposal.shape.column,
        "panel": "below" if proposal.shape.below else "beside",
        "points": round(proposal.points, 1),
        "reads": {"cards": _short(reads.cards), "steps": _short(reads.steps), "title": _short(reads.title)},
        "keeps": proposal.keeps,
        "too_small": [_card(map_data, one) for one in proposal.too_small],
        "too_long": [_card(map_data, one) for one in proposal.too_long],
        "limit": _card(map_data, proposal.limit) if proposal.limit else None,
        "cut": [_card(map_data, one) for one in proposal.cut],
        "torn": list(proposal.torn),
    }


def _short(metres: float) -> float:
    return round(metres, 2)


def _card(map_data: MapData, record: str) -> dict[str, str]:
    card = map_data.of(Card).get(record)
    if card is not None:
        return {"id": record, "code": card.code, "text": card.text}
    step = map_data.of(Step).get(record)
    return {"id": record, "code": "", "text": step.title if step else ""}
