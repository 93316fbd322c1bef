"""The rows put under one another with room for the links between them, and the links themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.drawing import Placed
from journey.layout import sizes
from journey.layout.lanes import Same
from journey.layout.links import Tracks, place_label, place_link, tracks_of, way_of
from journey.layout.memory import Memory
from journey.layout.ports import Course, courses
from journey.layout.rail import name_height
from journey.layout.reading import Reader
from journey.layout.routes import routes
from journey.layout.rows import Level, Row
from journey.layout.stack import Stack, levels_of, stacked
from journey.model import Link


@dataclass(frozen=True, slots=True)
class Weave:
    """The rows at their heights, and the links' blocks, all from the body's top."""

    stack: Stack
    links: tuple[Placed, ...]


def woven(read: Reader, rows: Sequence[Row], memory: Memory) -> Weave:
    """Find the links' ways first, since rows stand further apart where many links run between them."""
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
    links = memory.recall(
        ("links",),
        (Same(tracks), stack.channels, columns, language),
        lambda: _blocks(found, tracks, stack, levels, columns, language, memory),
    )
    return Weave(stack, links)


def _blocks(
    found: Sequence[Course],
    tracks: Tracks,
    stack: Stack,
    levels: Sequence[Level],
    columns: int,
    language: str,
    memory: Memory,
) -> tuple[Placed, ...]:
    """Lines first, then labels over all of them."""
    drawn = [(course.route.link, way_of(course, tracks, stack, levels)) for course in found]
    lines = [place_link(link, way, memory) for link, way in drawn]
    labels = [place_label(link, way, columns, language, memory) for link, way in drawn if link.label]
    placed = (*lines, *(label for label in labels if label is not None))
    return tuple(Placed(sizes.RAIL + one.x, one.y, one.block) for one in placed)
