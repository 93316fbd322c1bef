"""What stands around a map on paper: the title above, a panel beside or below it, the legend under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journey.drawing import Block, Drawing, Line, Mark, Part, PartName, Placed, Target, scaled
from journey.layout import sizes
from journey.layout.aloud import passages
from journey.layout.flow import Panel, panel_below, panel_beside
from journey.layout.legend import legend
from journey.layout.reading import Reader
from journey.layout.typeset import broken, column, height, text_at, widest
from journey.layout.view import Beside
from journey.model import Journey
from journey.personas import within
from resources.words import _, in_quotes


def furnish(drawing: Drawing, read: Reader, beside: Beside) -> Drawing:
    """The drawing with its title, panel and legend, everything inside a margin."""
    narrow = not beside.below and drawing.w < sizes.NARROW
    title = _title(read, drawing.w + (sizes.PANEL_GAP + sizes.PANEL if narrow else 0.0))
    top = sizes.MARGIN + title.h + 8.0
    entries, legend_h = legend(read, drawing.w)
    legend_top = top + drawing.h + 9.0
    legend_bottom = legend_top + legend_h
    if beside.below:
        x, panel_top = sizes.MARGIN, legend_bottom + sizes.BELOW_GAP
        panel = panel_below(read, beside, drawing.w)
    else:
        x, panel_top = sizes.MARGIN + drawing.w + sizes.PANEL_GAP, top if narrow else sizes.MARGIN
        panel = panel_beside(read, beside, drawing.w, legend_bottom - panel_top)
    bottom = max(panel_top + panel.h, legend_bottom)
    parts = (
        *(_moved_part(part, sizes.MARGIN, top) for part in drawing.parts),
        _title_part(title),
        _panel_part(panel, x, panel_top, bottom),
        _legend_part(entries, legend_top, drawing.w, legend_h),
    )
    targets = tuple(_moved_target(one, sizes.MARGIN, top) for one in drawing.targets)
    w = max(x + panel.w, sizes.MARGIN + title.w) + sizes.MARGIN
    h = bottom + sizes.MARGIN
    return replace(drawing, w=w, h=h, parts=parts, targets=targets, passages=passages(read))


def _panel_part(panel: Panel, x: float, top: float, bottom: float) -> Part:
    blocks = (
        *(Placed(x + one.x, top + one.y, one.block) for one in panel.blocks),
        Placed(x + panel.w - panel.foot.w, bottom - panel.foot.h, panel.foot),
    )
    return Part(PartName.PANEL, x, top, panel.w, bottom - top, (blocks,))


def _title_part(title: Block) -> Part:
    at = sizes.MARGIN
    return Part(PartName.TITLE, at, at, title.w, title.h, ((Placed(at, at, title),),))


def _title(read: Reader, width: float) -> Block:
    """The title and the purpose, grown with the map."""
    grown = min(max(width / sizes.TITLE_MAP, 1.0), sizes.MOST_GROWN)
    room = width / grown
    journey = read.map.of(Journey)[read.view.journey]
    lines = broken(journey.title, room, sizes.TITLE_TEXT, read.view.language)
    marks: list[Mark] = [*column(lines, 0.0, 0.0, room, sizes.TITLE_TEXT, "ink")]
    top = height(lines, sizes.TITLE_TEXT) + 2.0
    if journey.purpose:
        purpose, top = _purpose(journey.purpose, read, room, top)
        marks += purpose
    return scaled(Block(room, top, tuple(marks), journey.id), grown)


def _purpose(purpose: str, read: Reader, width: float, top: float) -> tuple[list[Mark], float]:
    language = read.view.language
    people = read.personas()
    asked = (
        _("What {persona} tries to get done:").format(persona=within(people[0].name))
        if len(people) == 1 and people[0].name
        else _("What the customer tries to get done:")
    )
    lead = broken(asked, width, sizes.PURPOSE_TEXT, language)
    lines = broken(in_quotes(purpose), width, sizes.PURPOSE_STRONG, language)
    marks: list[Mark] = [*column(lead, 0.0, top, width, sizes.PURPOSE_TEXT, "muted")]
    left = widest(lead, sizes.PURPOSE_TEXT) + 2.6
    if len(lead) == len(lines) == 1 and left + widest(lines, sizes.PURPOSE_STRONG) <= width:
        marks.append(text_at(lines[0], left, top, sizes.PURPOSE_STRONG, "ink"))
        return marks, top + sizes.PURPOSE_TEXT.leading
    top += height(lead, sizes.PURPOSE_TEXT)
    marks += column(lines, 0.0, top, width, sizes.PURPOSE_STRONG, "ink")
    return marks, top + height(lines, sizes.PURPOSE_STRONG)


def _legend_part(entries: Iterable[Placed], top: float, width: float, tall: float) -> Part:
    rule = Block(width, 0.0, (Line(0.0, 0.0, width, 0.0, "hairline", 0.4),))
    blocks = [Placed(sizes.MARGIN, top - 4.5, rule)]
    blocks += [Placed(sizes.MARGIN + one.x, top + one.y, one.block) for one in entries]
    return Part(PartName.LEGEND, sizes.MARGIN, top - 4.5, width, tall + 4.5, (tuple(blocks),))


def _moved_part(part: Part, dx: float, dy: float) -> Part:
    blocks = tuple(Placed(one.x + dx, one.y + dy, one.block) for one in part.blocks)
    return replace(part, x=part.x + dx, y=part.y + dy, groups=(blocks,))


def _moved_target(target: Target, dx: float, dy: float) -> Target:
    return replace(target, x=target.x + dx, y=target.y + dy)
