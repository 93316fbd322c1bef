"""How the panel's sections flow: down beside a map, or in columns below one that is wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.drawing import Block, Mark, Placed, moved, scaled
from journey.layout import sizes
from journey.layout.panel import Section, sections
from journey.layout.reading import Reader
from journey.layout.typeset import broken, height, text_at
from journey.layout.view import Beside

_BETWEEN_ITEMS = 5.0
_BETWEEN_SECTIONS = 9.0
_UNDER_STAMP = 4.0
_FINER = 6.0
"""How much higher columns are tried, mm, until few enough hold everything."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel's blocks from its own corner, its foot, and its size with room for the foot."""

    blocks: tuple[Placed, ...]
    foot: Block
    w: float
    h: float


def panel_beside(read: Reader, beside: Beside, width: float, room: float) -> Panel:
    """The panel beside a map of a width, grown with the height it has."""
    told = list(sections(read, beside))
    foot = _foot(beside, read.view.language)
    plain, columns, tall = _flowed(told, room - foot.h - _BETWEEN_SECTIONS)
    fitting = min(room / (tall + foot.h + _BETWEEN_SECTIONS), width * sizes.PANEL_SHARE / sizes.PANEL)
    grown = min(max(fitting, 1.0), sizes.MOST_GROWN) if columns == 1 else 1.0
    blocks = tuple(Placed(one.x * grown, one.y * grown, scaled(one.block, grown)) for one in plain)
    return Panel(
        blocks, scaled(foot, grown), _wide(columns) * grown, (tall + _BETWEEN_SECTIONS + foot.h) * grown
    )


def panel_below(read: Reader, beside: Beside, width: float) -> Panel:
    """The panel below a map of a width, in as many columns as stand there, as low as they can be."""
    grown = min(max(width / sizes.TITLE_MAP, 1.0), sizes.MOST_GROWN)
    most = max(1, int((width / grown + sizes.PANEL_GAP) // (sizes.PANEL + sizes.PANEL_GAP)))
    told = list(sections(read, beside))
    foot = _foot(beside, read.view.language)
    room = max((item.h for _heading, items in told for item in items), default=0.0)
    plain, columns, tall = _flowed(told, room)
    while columns > most:
        room += _FINER
        plain, columns, tall = _flowed(told, room)
    blocks = tuple(Placed(one.x * grown, one.y * grown, scaled(one.block, grown)) for one in plain)
    w = max(width, _wide(columns) * grown)
    below = 0.0 if _wide(columns + 1) * grown <= w else foot.h + _BETWEEN_SECTIONS
    return Panel(blocks, scaled(foot, grown), w, max(tall + below, foot.h) * grown)


def _wide(columns: int) -> float:
    return columns * (sizes.PANEL + sizes.PANEL_GAP) - sizes.PANEL_GAP


def _foot(beside: Beside, language: str) -> Block:
    """The sheet's stamp, and under it its own facts; all of it stands on the panel's bottom edge."""
    lines = [line for text in beside.foot for line in broken(text, sizes.PANEL, sizes.PANEL_SMALL, language)]
    stamp = beside.stamp
    top = stamp.h + _UNDER_STAMP if stamp is not None else 0.0
    marks: list[Mark] = [
        text_at(
            line,
            sizes.PANEL - line.width * sizes.PANEL_SMALL.size,
            top + place * sizes.PANEL_SMALL.leading,
            sizes.PANEL_SMALL,
            "muted",
        )
        for place, line in enumerate(lines)
    ]
    if stamp is not None:
        marks += (moved(mark, sizes.PANEL - stamp.w, 0.0) for mark in stamp.marks)
    return Block(sizes.PANEL, top + height(lines, sizes.PANEL_SMALL), tuple(marks))


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
