"""A journey as it hangs on the wall: what the map says, laid out beside it, on a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from export.paper.misfits import TooLarge
from export.paper.pages import Page, Plan
from journey.analysis import coverage, find, summary
from journey.drawing import Block, Drawing, PartName
from journey.finding import Severity
from journey.layout import Beside, Memory, View, layout
from journey.layout.days import spoken_day
from journey.layout.numbers import number
from journey.layout.sizes import COLUMN
from journey.model import Journey, MapData, State
from resources.errors import Fault
from resources.words import _, _n, speaking, spoken

_ROUNDS = 4
_WIDE = 1.5
_CLEARLY = 1.04
"""How much larger a map must come out for its panel to go below it instead of beside it."""
SOME_PLAN = Plan((Page(1000.0, 1000.0, 0.0, 0.0, 1000.0, 1000.0, 0.0, 0.0),), 1.0, 10.0, 0.5)
"""As good as any to know how long the line about it is."""


Panel = Literal["auto", "beside", "below"]
_PANELS: dict[Panel, tuple[bool, ...]] = {"auto": (False, True), "beside": (False,), "below": (True,)}


@dataclass(frozen=True, slots=True)
class Arranged:
    """How wide columns are, map mm, where the panel stands, and what is stamped at the sheet's foot."""

    column: float = COLUMN
    panel: Panel = "auto"
    stamp: Block | None = None


AS_SUITS = Arranged()
"""As suits the paper."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A journey's drawing and how it goes on paper."""

    drawing: Drawing
    plan: Plan


def sheet(
    map_data: MapData,
    journey: Journey,
    edited: datetime | None,
    place: Callable[[Drawing], Plan],
    arranged: Arranged = AS_SUITS,
) -> Sheet:
    """A journey with its title, findings, actions and legend, as ``place`` puts it on paper.

    Everything is in the map's language. ``edited`` is when the map was last edited, if it was.
    Raises Fault, in the language being spoken, if ``place`` does however it is laid out: of two the one that
    would be read from farther away.
    """
    view = replace(wall_view(map_data, journey, edited), column=arranged.column)
    view = _stamped(view, arranged.stamp)
    reader = spoken()

    def placed(drawing: Drawing) -> Plan:
        with speaking(reader):
            return place(drawing)

    sheets, faults, memory = list[Sheet](), list[Fault](), Memory()
    with speaking(map_data.workshop.language):
        for below in _PANELS[arranged.panel]:
            if sheets and not _below_suits(sheets[0]):
                break
            try:
                sheets.append(_settled(map_data, _with_panel(view, below), placed, memory))
            except Fault as fault:
                faults.append(fault)
    if not sheets:
        raise max(faults, key=_would_be_readable_from)
    first, last = sheets[0], sheets[-1]
    return last if _clearly_better(last.plan, first.plan) else first


def _below_suits(beside: Sheet) -> bool:
    """Whether a map is worth being tried with its panel below it, by how it comes out with that beside it."""
    return _is_wide(beside.drawing) or _stands(beside.plan)


def _clearly_better(below: Plan, beside: Plan) -> bool:
    """Whether a map comes out larger with its panel below it, or on fewer sheets."""
    if below.tiles and beside.tiles:
        return len(below.sheets) < len(beside.sheets)
    return below.scale > _CLEARLY * beside.scale


def _is_wide(drawing: Drawing) -> bool:
    """Whether a map is so much wider than high that a panel beside it would only make it wider."""
    body = drawing.part(PartName.BODY)
    return body is not None and body.w > _WIDE * body.h


def _stands(plan: Plan) -> bool:
    """Whether a map is on one sheet that is higher than wide, where it has more room below than beside."""
    return len(plan.pages) == 1 and plan.pages[0].h > plan.pages[0].w


def _would_be_readable_from(fault: Fault) -> float:
    """How far away a map could be read that does not fit as it was asked for; 0 if it cannot fit at all."""
    return fault.readable_from_m if isinstance(fault, TooLarge) else 0.0


def _stamped(view: View, stamp: Block | None) -> View:
    return replace(view, beside=replace(view.beside or Beside(), stamp=stamp))


def _with_panel(view: View, below: bool) -> View:
    return replace(view, beside=replace(view.beside or Beside(), below=below))


def wall_view(map_data: MapData, journey: Journey, edited: datetime | None = None) -> View:
    """What is printed of a journey, in the map's language: cards with problems bear a question mark."""
    language = map_data.workshop.language
    with speaking(language):
        findings = find(map_data, journey.id)
        known = coverage(map_data, journey.id)
        beside = Beside(
            says=summary(findings, map_data),
            backed=known.known,
            cards=known.cards,
            sources=", ".join(known.sources),
            foot=(_about(map_data, journey, edited),),
        )
    problems = tuple(one for one in findings if one.severity is Severity.PROBLEM)
    return View(journey.id, language, problems, beside, codes=True)


def _settled(map_data: MapData, view: View, place: Callable[[Drawing], Plan], memory: Memory) -> Sheet:
    """Lay out until the sheet's own sizes, which stand on it, are what they say."""
    told, beside = "", view.beside or Beside()
    for _round in range(_ROUNDS):
        foot = (*beside.foot, told)
        drawing = layout(map_data, replace(view, beside=replace(beside, foot=foot)), memory)
        try:
            planned = place(drawing)
        except TooLarge:
            if told:
                raise
            told = sheet_line(SOME_PLAN)  # what would fit has to have room for this line too
            continue
        if (fact := sheet_line(planned)) == told:
            break
        told = fact
    return Sheet(drawing, planned)


def sheet_line(planned: Plan) -> str:
    """What stands on a sheet about itself: its size, its smallest text and how far away that is readable."""
    longest = max(planned.sheets, key=lambda page: page.w * page.h)
    count = len(planned.sheets)
    sheets = _n("{n} sheet", "{n} sheets", count).format(n=count)
    size = _("{w} × {h} mm").format(w=f"{longest.w:.0f}", h=f"{longest.h:.0f}")
    text = _("cards {points} pt").format(points=points(planned.smallest_text_pt))
    distance = _("readable from {metres} m").format(metres=metres(planned.readable_from_m))
    return " · ".join((sheets, size, f"{text}, {distance}"))


def metres(distance: float) -> str:
    """A distance with one decimal, as the language being spoken writes it; two where one would say none."""
    return number(distance, spoken(), 1 if distance >= 0.1 else 2)


def points(size: float) -> str:
    """A size of text, with one decimal where it is small."""
    return number(size, spoken(), 0 if size >= 10 else 1)


def _about(map_data: MapData, journey: Journey, edited: datetime | None) -> str:
    state = _("Intended journey") if journey.state is State.INTENDED else _("Current journey")
    day = spoken_day(edited.date().isoformat()) if edited else ""
    return " · ".join(filter(None, (state, map_data.workshop.organisation, day)))
