"""The rows put under one another with room for the links between them, and the links themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.drawing import Placed
from journey.layout import sizes
from journey.layout.bundles import trunks
from journey.layout.lanes import Same
from journey.layout.links import NO_TRACKS, Frame, Tracks, drawn_link, tracked
from journey.layout.memory import Memory
from journey.layout.ports import NO_COURSES, Course, coursed
from journey.layout.rail import name_height
from journey.layout.reading import Reader
from journey.layout.routes import NO_ROUTES, routed
from journey.layout.rows import Level, Row
from journey.layout.stack import Stack, levels_of, stacked
from journey.model import Link


@dataclass(frozen=True, slots=True)
class Weave:
    """The rows at their heights from the body's top, and the links' lines, trunks and labels."""

    stack: Stack
    lines: tuple[Placed, ...]
    trunks: tuple[Placed, ...]
    labels: tuple[Placed, ...]


def woven(read: Reader, rows: Sequence[Row], top: float, memory: Memory) -> Weave:
    """Find the links' ways first, since rows stand further apart where many links run between them.

    ``top`` is where the body begins.
    """
    language, columns = read.view.language, len(read.grid.steps)
    levels = levels_of(rows)
    tracks = _tracks(read, levels, memory)
    least = [name_height(row.lane, language) + row.pad for row in rows]
    needs = {channel: place.need for channel, place in tracks.channels.places.items()}
    stack = stacked(rows, least, needs)
    frame = Frame((sizes.RAIL, top), columns, language)

    def placed() -> tuple[tuple[Placed, ...], ...]:
        """The lines, over them the trunks of those that share a track, and the labels over all of them."""
        ordered = sorted(tracks.courses.values(), key=_from_top_left)
        drawn = [drawn_link(course, tracks, stack, levels, frame, memory) for course in ordered]
        labels = tuple(one.label for one in drawn if one.label is not None)
        return tuple(one.line for one in drawn), trunks(drawn, frame, memory), labels

    lines, thick, labels = memory.recall(("links",), (Same(tracks), stack.channels, frame), placed)
    return Weave(stack, lines, thick, labels)


def _tracks(read: Reader, levels: Sequence[Level], memory: Memory) -> Tracks:
    """The tracks of all links: what each step gives is what the next follows on from."""
    table, columns, language = read.map.of(Link), len(read.grid.steps), read.view.language
    routes = memory.follow(
        ("routes",), (columns,), NO_ROUTES, lambda earlier: routed(earlier, table, levels, columns)
    )
    courses = memory.follow(
        ("courses",), (columns,), NO_COURSES, lambda earlier: coursed(earlier, routes.of, columns)
    )
    return memory.follow(
        ("tracks",),
        (columns, language),
        NO_TRACKS,
        lambda earlier: tracked(earlier, courses.of, columns, language),
    )


def _from_top_left(course: Course) -> tuple[int, int, int, str]:
    route = course.route
    return route.source.level, route.source.first, route.target.level, route.link.id
