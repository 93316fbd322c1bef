"""Links in a gutter too narrow for all of them: a thick trunk that tells how many run in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journey.drawing import Block, Layer, Line, Mark, Placed
from journey.layout import sizes
from journey.layout.links import Drawn, Frame
from journey.layout.memory import Memory
from journey.layout.typeset import centred, single

_PAD = 0.4
"""Beside the digits of a number on a trunk."""
_COLOUR = "muted"
"""Of no kind of link, because links of several kinds may run in one trunk."""


class Run(NamedTuple):
    """A height of a gutter, from ``top`` to ``bottom``, in which ``links`` links run in one trunk."""

    top: float
    bottom: float
    links: int


def trunks(links: Iterable[Drawn], frame: Frame, memory: Memory) -> tuple[Placed, ...]:
    """Over the lines of links that run on one another, a trunk with their number where most of them run."""
    shared: dict[float, list[tuple[float, float]]] = {}
    for link in links:
        if link.bundled is not None:
            x, top, bottom = link.bundled
            shared.setdefault(x, []).append((top, bottom))
    return tuple(
        _placed(x, trunk, frame, memory)
        for x, legs in sorted(shared.items())
        for trunk in _together(_runs(legs))
    )


def _runs(legs: Iterable[tuple[float, float]]) -> Iterator[Run]:
    """The heights between one end of a leg and the next, with how many legs pass."""
    ends = sorted([(top, 1) for top, _bottom in legs] + [(bottom, -1) for _top, bottom in legs])
    count = 0
    for (top, change), (bottom, _change) in pairwise(ends):
        count += change
        if bottom > top:
            yield Run(top, bottom, count)


def _together(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of two links and more, those that follow on one another together."""
    found: list[list[Run]] = []
    last = None
    for run in runs:
        if run.links > 1:
            if last is None or last.links < 2 or not found:
                found.append([])
            found[-1].append(run)
        last = run
    return found


def _placed(x: float, runs: Sequence[Run], frame: Frame, memory: Memory) -> Placed:
    top, height = runs[0].top, runs[-1].bottom - runs[0].top
    most = max(run.links for run in runs)
    fullest = max((run for run in runs if run.links == most), key=lambda run: run.bottom - run.top)
    middle = round((fullest.top + fullest.bottom) / 2 - top, 4)
    right = frame.columns * sizes.column()
    numbered = sizes.GUTTER / 2 < x < right - sizes.GUTTER / 2
    facts = (round(height, 4), middle, most if numbered else 0, frame.language)
    block = memory.of(("trunk", x, round(top, 4)), _trunk, *facts)
    return Placed(frame.start[0] + x - sizes.TRUNK / 2, frame.start[1] + top, block)


def _trunk(height: float, middle: float, count: int, language: str) -> Block:
    """A trunk with its number, from its top left corner; without where there is no room for one."""
    x, style = sizes.TRUNK / 2, sizes.TRUNK_TEXT
    marks: list[Mark] = [Line(x, 0.0, x, height, _COLOUR, sizes.TRUNK, layer=Layer.LINKS)]
    if count:
        line = single(str(count), style, language)
        half = style.leading / 2
        w = line.width * style.size + 2 * _PAD
        marks.append(Line(x, middle - half, x, middle + half, _COLOUR, w, layer=Layer.LINKS))
        marks += centred((line,), x, middle - half, style, "paper", Layer.LINKS)
    return Block(sizes.TRUNK, height, tuple(marks))
