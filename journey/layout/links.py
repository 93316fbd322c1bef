"""Links as marks: right-angled lines with a head, in the channels and gutters their routes go through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from journey.drawing import Block, Box, Colour, Layer, Mark, Path, Placed, Point
from journey.layout import sizes
from journey.layout.memory import Memory
from journey.layout.outlines import arrow_head
from journey.layout.ports import Course
from journey.layout.rows import Level
from journey.layout.stack import Stack
from journey.layout.tracks import Stretch, middles, shared_out
from journey.layout.typeset import broken, centred, height, widest
from journey.model import Link, LinkKind
from journey.text import Line

LOOKS: dict[LinkKind, tuple[Colour, tuple[float, ...]]] = {
    LinkKind.NEXT: ("petrol", ()),
    LinkKind.SUPPORTS: ("backstage_process.accent", ()),
    LinkKind.HANDS_OVER: ("frontstage_action.accent", (3.2, 1.4)),
    LinkKind.CAUSES: ("pain_point.accent", (1.4, 1.2)),
    LinkKind.ANSWERS: ("idea.accent", (0.3, 1.4)),
}
"""The colour and the dashes of each kind of link."""

_CORNER = 1.6
_ENTRY = sizes.ARROW + 0.9
_PAD = 1.4
_EDGE = 0.25
_HAIR = 0.01
_PARTS = 10_000
"""Of a millimetre."""


@dataclass(frozen=True, slots=True)
class Label:
    """A link's label in lines, with the size of the pill around it."""

    lines: tuple[Line, ...]
    w: float
    h: float


class Way(NamedTuple):
    """The corners of a link's line, x and y apart, and where its label stands."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    label: Point | None = None


class Tracks(NamedTuple):
    """How far below the middle of each channel each link runs, and how high each channel is at least."""

    offsets: dict[int, dict[str, float]]
    needs: dict[int, float]


def tracks_of(courses: Sequence[Course], columns: int, language: str) -> Tracks:
    """Give each stretch along a channel a track, and each channel the height its tracks need."""
    by_channel: dict[int, list[Stretch]] = {}
    for course in courses:
        link = course.route.link
        label = label_of(link, columns, language) if link.label else None
        for channel, a, b in course.stretches:
            stretches = by_channel.setdefault(channel, [])
            if label or abs(a - b) > _HAIR:
                stretches.append(_stretch(link.id, a, b, label, columns))
            label = None
    offsets, needs = {}, {}
    for channel, stretches in by_channel.items():
        tracks, rooms = shared_out(stretches, apart=1.5)
        used, places = sum(rooms), middles(rooms)
        offsets[channel] = {link: places[track] - used / 2 for link, track in tracks.items()}
        needs[channel] = used + 2 * _ENTRY if stretches else _ENTRY
    return Tracks(offsets, needs)


def place_link(link: Link, way: Way, start: Point, memory: Memory) -> Placed:
    """One link's line and head; ``start`` is where the way's places count from."""
    return memory.recall(
        ("placed link", link.id), (link, way, start), lambda: _placed(link, way, start, memory)
    )


def _placed(link: Link, way: Way, start: Point, memory: Memory) -> Placed:
    xs, ys, _label_at = way
    left, top = min(xs), min(ys)
    # In whole parts, so that a way that moved as a whole is the same however floating point numbers add up.
    down = tuple([int((y - top) * _PARTS + 0.5) for y in ys])
    return Placed(start[0] + left, start[1] + top, memory.of(("link", link.id), _line, link, xs, down))


def place_label(
    link: Link, way: Way, start: Point, columns: int, language: str, memory: Memory
) -> Placed | None:
    """A link's label in its pill, to be painted over all links; None without one."""
    label = label_of(link, columns, language)
    if way.label is None or label is None:
        return None
    x, y = _inside(way.label[0], label, columns) - label.w / 2, way.label[1] - label.h / 2
    return Placed(start[0] + x, start[1] + y, memory.of(("label", link.id), _label, link, columns, language))


def label_of(link: Link, columns: int, language: str) -> Label | None:
    """A link's label, broken to at most two columns; None without one."""
    room = min(columns, 2) * sizes.COLUMN - 20.0
    lines = broken(link.label, room, sizes.LINK_TEXT, language) if link.label else ()
    if not lines:
        return None
    return Label(lines, widest(lines, sizes.LINK_TEXT) + 2 * _PAD, height(lines, sizes.LINK_TEXT))


def _stretch(link: str, a: float, b: float, label: Label | None, columns: int) -> Stretch:
    if label is None:
        return Stretch(min(a, b), max(a, b), link, sizes.TRACK)
    middle = _inside((a + b) / 2, label, columns)
    return Stretch(min(a, b, middle - label.w / 2), max(a, b, middle + label.w / 2), link, label.h + 0.4)


def _inside(x: float, label: Label, columns: int) -> float:
    """The middle for a label that stays on the map."""
    half = label.w / 2 + _EDGE
    return max(half, min(x, columns * sizes.COLUMN - half))


def way_of(course: Course, tracks: Tracks, stack: Stack, levels: Sequence[Level]) -> Way:
    """Where a link's line turns, once the rows have their heights."""
    route = course.route
    if route.beside:
        return _beside(course, stack, levels)
    channels, source, target = stack.channels, route.source, route.target
    leave_y = channels[source.level + 1][0] if route.from_below else channels[source.level][1]
    reach_y = channels[target.level][1] if route.into_top else channels[target.level + 1][0]
    xs, ys, label = [course.leave_x], [leave_y], None
    for channel, a, b in course.stretches:
        offset = tracks.offsets[channel].get(route.link.id)
        if offset is not None:
            top, bottom = channels[channel]
            y = (top + bottom) / 2 + offset
            label = label or ((a + b) / 2, y)
            if abs(a - b) > _HAIR:
                xs += (a, b)
                ys += (y, y)
    return Way((*xs, course.reach_x), (*ys, reach_y), label)


def _beside(course: Course, stack: Stack, levels: Sequence[Level]) -> Way:
    source, target = course.route.source, course.route.target
    y = stack.channels[source.level][1] + min(levels[source.level].height, 32.0) * course.leave_x
    half = sizes.GUTTER / 2
    if source.last + 1 == target.first:
        x = target.first * sizes.COLUMN
        return Way((x - half, x + half), (y, y))
    x = source.first * sizes.COLUMN
    return Way((x + half, x - half), (y, y))


def _line(link: Link, xs: tuple[float, ...], down: tuple[int, ...]) -> Block:
    colour, dash = LOOKS[link.kind]
    left = min(xs)
    points = [(round(x - left, 4), y / _PARTS) for x, y in zip(xs, down, strict=True)]
    (x0, y0), tip = points[-2], points[-1]
    length = hypot(tip[0] - x0, tip[1] - y0)
    along = ((tip[0] - x0) / length, (tip[1] - y0) / length)
    back = min(sizes.ARROW * 0.8, length)
    shaft = (*points[:-1], (tip[0] - along[0] * back, tip[1] - along[1] * back))
    marks: list[Mark] = [
        Path(_rounded(shaft), None, colour, sizes.LINK, dash, Layer.LINKS),
        Path(arrow_head(tip, along), colour, layer=Layer.LINKS),
    ]
    return Block(max(x for x, _y in points), max(y for _x, y in points), tuple(marks), link.id)


def _label(link: Link, columns: int, language: str) -> Block:
    label = label_of(link, columns, language)
    assert label is not None  # a way has a place for a label only if there is one
    radius = min(label.h, sizes.LINK_TEXT.leading) / 2
    colour, _dash = LOOKS[link.kind]
    pill = Box(0.0, 0.0, label.w, label.h, "surface", colour, _EDGE, radius, (), Layer.LINKS)
    words = centred(label.lines, label.w / 2, 0.0, sizes.LINK_TEXT, "ink", Layer.LINKS)
    return Block(label.w, label.h, (pill, *words), link.id)


def _rounded(points: Sequence[Point]) -> tuple[tuple[str | float, ...], ...]:
    """A square way with its corners rounded, as far as the legs beside them are long enough."""
    segments: list[tuple[str | float, ...]] = [("M", *points[0])]
    for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False):
        before, after = abs(ax - bx) + abs(ay - by), abs(cx - bx) + abs(cy - by)
        reach = min(_CORNER, before / 2, after / 2)
        k, n = reach / before, reach / after
        near, far = 0.45 * k, 0.45 * n
        segments += [
            ("L", bx + (ax - bx) * k, by + (ay - by) * k),
            (
                *("C", bx + (ax - bx) * near, by + (ay - by) * near),
                *(bx + (cx - bx) * far, by + (cy - by) * far),
                *(bx + (cx - bx) * n, by + (cy - by) * n),
            ),
        ]
    return (*segments, ("L", *points[-1]))
