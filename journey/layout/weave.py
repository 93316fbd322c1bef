"""The rows put under one another with room for the links between them, and the links themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.drawing import Placed, Point
from journey.layout import sizes
from journey.layout.lanes import Same
from journey.layout.links import Way, place_label, place_link, tracks_of, way_of
from journey.layout.memory import Memory
from journey.layout.ports import courses
from journey.layout.rail import name_height
from journey.layout.reading import Reader
from journey.layout.routes import routes
from journey.layout.rows import Row
from journey.layout.stack import Stack, levels_of, stacked
from journey.model import Link


@dataclass(frozen=True, slots=True)
class Weave:
    """The rows at their heights from the body's top, and the links' blocks at their places."""

    stack: Stack
    links: tuple[Placed, ...]


def woven(read: Reader, rows: Sequence[Row], top: float, memory: Memory) -> Weave:
    """Find the links' ways first, since rows stand further apart where many links run between them.

    ``top`` is where the body begins.
    """
    language, columns = read.view.language, len(read.grid.steps)
    levels = levels_of(rows)
    table = read.map.of(Link)
    facts = (Same(table), tuple(level.seats for level in levels), columns)
    found = memory.recall(
        ("courses",), facts, lambda: courses(routes(tuple(table), levels, columns), columns)
    )
    tracks = memory.recall(("tracks",), (Same(found), language), lambda: tracks_of(found, columns, language))
    least = [name_height(row.lane, language) + row.pad for row in rows]
    stack = stacked(rows, least, tracks.needs)

    def placed() -> tuple[Placed, ...]:
        drawn = [(course.route.link, way_of(course, tracks, stack, levels)) for course in found]
        return _blocks(drawn, (sizes.RAIL, top), columns, language, memory)

    links = memory.recall(("links",), (Same(tracks), stack.channels, columns, language, top), placed)
    return Weave(stack, links)


def _blocks(
    drawn: Sequence[tuple[Link, Way]], start: Point, columns: int, language: str, memory: Memory
) -> tuple[Placed, ...]:
    """Lines first, then labels over all of them."""
    lines = [place_link(link, way, start, memory) for link, way in drawn]
    labelled = [(link, way) for link, way in drawn if link.label]
    labels = [place_label(link, way, start, columns, language, memory) for link, way in labelled]
    return (*lines, *(label for label in labels if label is not None))
