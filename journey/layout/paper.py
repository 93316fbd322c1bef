"""What stands around a map on paper: the title above, a panel at the right, the legend below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journey.drawing import Block, Drawing, Line, Mark, Part, PartName, Placed, Target, scaled
from journey.layout import sizes
from journey.layout.legend import legend
from journey.layout.panel import Section, sections
from journey.layout.reading import Reader
from journey.layout.typeset import broken, column, height, text_at, widest
from journey.layout.view import Beside
from journey.model import Journey
from resources.words import _, in_quotes

_BETWEEN_ITEMS = 5.0
_BETWEEN_SECTIONS = 9.0


def furnish(drawing: Drawing, read: Reader, beside: Beside) -> Drawing:
    """The drawing with its title, panel and legend, everything inside a margin."""
    title = _title(read, drawing.w)
    top = sizes.MARGIN + title.h + 8.0
    entries, legend_h = legend(read, drawing.w)
    legend_top = top + drawing.h + 9.0
    panel = _panel(read, beside, drawing.w, legend_top + legend_h - sizes.MARGIN)
    bottom = sizes.MARGIN + max(panel.h, legend_top + legend_h - sizes.MARGIN)
    x = sizes.MARGIN + drawing.w + sizes.PANEL_GAP
    panel_blocks = (
        *(Placed(x + one.x, sizes.MARGIN + one.y, one.block) for one in panel.blocks),
        Placed(x + panel.w - panel.foot.w, bottom - panel.foot.h, panel.foot),
    )
    parts = (
        *(_moved_part(part, sizes.MARGIN, top) for part in drawing.parts),
        _title_part(title),
        Part(PartName.PANEL, x, sizes.MARGIN, panel.w, bottom - sizes.MARGIN, (panel_blocks,)),
        _legend_part(entries, legend_top, drawing.w, legend_h),
    )
    targets = tuple(_moved_target(one, sizes.MARGIN, top) for one in drawing.targets)
    w, h = x + panel.w + sizes.MARGIN, bottom + sizes.MARGIN
    return replace(drawing, w=w, h=h, parts=parts, targets=targets)


@dataclass(frozen=True, slots=True)
class _Panel:
    """The panel's blocks from its own corner, its foot, and its size with room for the foot."""

    blocks: tuple[Placed, ...]
    foot: Block
    w: float
    h: float


def _panel(read: Reader, beside: Beside, width: float, room: float) -> _Panel:
    """The panel beside a map of a width, grown with the height it has."""
    told = list(sections(read, beside))
    foot = _foot(beside, read.view.language)
    plain, columns, tall = _flowed(told, room - foot.h - _BETWEEN_SECTIONS)
    fitting = min(room / (tall + foot.h + _BETWEEN_SECTIONS), width * sizes.PANEL_SHARE / sizes.PANEL)
    grown = min(max(fitting, 1.0), sizes.MOST_GROWN) if columns == 1 else 1.0
    blocks = tuple(Placed(one.x * grown, one.y * grown, scaled(one.block, grown)) for one in plain)
    w = columns * (sizes.PANEL + sizes.PANEL_GAP) - sizes.PANEL_GAP
    return _Panel(blocks, scaled(foot, grown), w * grown, (tall + _BETWEEN_SECTIONS + foot.h) * grown)


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
        _("What {persona} tries to get done:").format(persona=people[0].name)
        if len(people) == 1
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


def _foot(beside: Beside, language: str) -> Block:
    lines = [line for text in beside.foot for line in broken(text, sizes.PANEL, sizes.PANEL_SMALL, language)]
    marks = [
        text_at(
            line,
            sizes.PANEL - line.width * sizes.PANEL_SMALL.size,
            place * sizes.PANEL_SMALL.leading,
            sizes.PANEL_SMALL,
            "muted",
        )
        for place, line in enumerate(lines)
    ]
    return Block(sizes.PANEL, height(lines, sizes.PANEL_SMALL), tuple(marks))


def _flowed(told: Sequence[Section], room: float) -> tuple[list[Placed], int, float]:
    """Sections under one another, in as many columns as they need; a heading stays with its first item.

    Gives the blocks, how many columns there are, and how high the highest is.
    """
    placed: list[Placed] = []
    x = y = tallest = 0.0
    columns = 1
    for heading, items in told:
        y += _BETWEEN_SECTIONS if y else 0.0
        for place, item in enumerate(items):
            head = heading.h if heading is not None and place == 0 else 0.0
            if y and y + head + item.h > room:
                x, y, columns = x + sizes.PANEL + sizes.PANEL_GAP, 0.0, columns + 1
            if heading is not None and place == 0:
                placed.append(Placed(x, y, heading))
                y += head
            placed.append(Placed(x, y, item))
            y += item.h + (_BETWEEN_ITEMS if place + 1 < len(items) else 0.0)
            tallest = max(tallest, y)
    return placed, columns, tallest


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
