"""Links as marks: right-angled lines with a head, in the channels and gutters their routes go through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from journey.drawing import Block, Box, Colour, Layer, Mark, Path, Placed, Point
from journey.later import LaterLine
from journey.layout import sizes
from journey.layout.memory import Memory
from journey.layout.outlines import arrow_head
from journey.layout.ports import Course
from journey.layout.rows import Level
from journey.layout.shares import Shared, changes
from journey.layout.stack import Stack
from journey.layout.tracks import Stretch, middles, shared_out
from journey.layout.typeset import broken, centred, height, widest
from journey.model import Link, LinkKind
from journey.text import Line

LOOKS: dict[LinkKind, tuple[Colour, tuple[float, ...]]] = {
    LinkKind.NEXT: ("ink", ()),
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


class Channel(NamedTuple):
    """How high a channel must be, and how far below its middle each link runs that does not only cross it."""

    offsets: dict[str, float]
    need: float


class Tracks(NamedTuple):
    """The channels that links run along, and what they were shared out from."""

    courses: dict[str, Course]
    channels: Shared[int, str, Stretch | None, Channel]


NO_TRACKS = Tracks({}, Shared({}, {}))


class Frame(NamedTuple):
    """Where ways begin to count, how many columns there are, and the language of labels."""

    start: Point
    columns: int
    language: str


class Drawn(NamedTuple):
    """A link's line with its head, and its label, to be painted over all lines.

    ``bundled`` is the x, top and bottom of its leg on a track that several links share, if it has one.
    """

    kind: LinkKind
    line: Placed
    label: Placed | None
    bundled: tuple[float, float, float] | None


def tracked(old: Tracks, courses: dict[str, Course], columns: int, language: str) -> Tracks:
    """Give each stretch along a channel a track, again only where one came or went."""
    if courses is old.courses:
        return old
    gone, come = changes(old.courses, courses)
    before = (stretch for course in gone for stretch in _stretches(course, columns, language))
    after = (stretch for course in come for stretch in _stretches(course, columns, language))
    channels, _touched = old.channels.after(before, after, _channel)
    return Tracks(courses, channels)


def _stretches(course: Course, columns: int, language: str) -> Iterator[tuple[int, str, Stretch | None]]:
    """The channels a link runs along, or crosses (None); its label stands in the first."""
    link = course.route.link
    label = label_of(link, columns, language) if link.label else None
    for channel, a, b in course.stretches:
        runs = label or abs(a - b) > _HAIR
        yield channel, link.id, _stretch(link.id, a, b, label, columns) if runs else None
        label = None


def _channel(_channel: int, stretches: Collection[Stretch | None]) -> Channel:
    running = [stretch for stretch in stretches if stretch]
    if not running:
        return Channel({}, _ENTRY)
    tracks, rooms = shared_out(running, apart=1.5)
    used, places = sum(rooms), middles(rooms)
    return Channel({link: places[track] - used / 2 for link, track in tracks.items()}, used + 2 * _ENTRY)


def drawn_link(
    course: Course, tracks: Tracks, stack: Stack, levels: Sequence[Level], frame: Frame, memory: Memory
) -> Drawn:
    """One link at its place; the one of before if it turns where it turned."""
    route, channels = course.route, stack.channels
    key, link = ("drawn link", route.link.id), route.link
    if route.beside:
        level = route.source.level
        facts: tuple[object, ...] = (course, channels[level], levels[level].height, frame)
        return memory.renew(
            key, facts, lambda earlier: _drawn(course, _beside(course, stack, levels), frame, memory, earlier)
        )
    places = tracks.channels.places
    offsets = places[route.leave].offsets.get(link.id), places[route.reach].offsets.get(link.id)
    facts = (course, channels[route.leave], channels[route.reach], offsets, frame)
    return memory.renew(
        key, facts, lambda earlier: _drawn(course, _way(course, offsets, channels), frame, memory, earlier)
    )


def _drawn(course: Course, way: Way, frame: Frame, memory: Memory, earlier: Drawn | None) -> Drawn:
    link = course.route.link
    label = _placed_label(link, way.label, frame, memory) if way.label else None
    like = earlier.line.block if earlier is not None and earlier.kind is link.kind else None
    bundled = _run_down(course.gutter_x, way) if course.bundled else None
    return Drawn(link.kind, _placed(link, way, frame.start, like), label, bundled)


def _placed(link: Link, way: Way, start: Point, like: Block | None) -> Placed:
    """A link's line; ``like`` is an earlier one's block, which is taken where it turns likewise."""
    xs, ys, _label_at = way
    left, top = min(xs), min(ys)
    # In whole parts, so that a way that moved as a whole is the same however floating point numbers add up.
    corners = tuple(
        [
            (int((x - left) * _PARTS + 0.5) / _PARTS, int((y - top) * _PARTS + 0.5) / _PARTS)
            for x, y in zip(xs, ys, strict=True)
        ]
    )
    same = like is not None and isinstance(like.marks, LaterLine) and like.marks.corners == corners
    block = like if like is not None and same else _line(link, corners)
    return Placed(start[0] + left, start[1] + top, block)


def _placed_label(link: Link, at: Point, frame: Frame, memory: Memory) -> Placed | None:
    """A link's label in its pill; None without one."""
    label = label_of(link, frame.columns, frame.language)
    if label is None:
        return None
    x, y = _inside(at[0], label, frame.columns) - label.w / 2, at[1] - label.h / 2
    block = memory.of(("label", link.id), _label, link, frame.columns, frame.language)
    return Placed(frame.start[0] + x, frame.start[1] + y, block)


def label_of(link: Link, columns: int, language: str) -> Label | None:
    """A link's label, broken to at most two columns; None without one."""
    room = min(columns, 2) * sizes.column() - 20.0
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
    return max(half, min(x, columns * sizes.column() - half))


def _way(course: Course, offsets: Sequence[float | None], channels: Sequence[tuple[float, float]]) -> Way:
    """Where a link's line turns, once the rows have their heights.

    ``offsets`` are those in the channels that it leaves into and arrives from, which may be one.
    """
    route = course.route
    leave_y = channels[route.leave][0 if route.from_below else 1]
    reach_y = channels[route.reach][1 if route.into_top else 0]
    xs, ys, label = [course.leave_x], [leave_y], None
    for (channel, a, b), offset in zip(course.stretches, offsets, strict=False):
        if offset is not None:
            top, bottom = channels[channel]
            y = (top + bottom) / 2 + offset
            label = label or ((a + b) / 2, y)
            if abs(a - b) > _HAIR:
                xs += (a, b)
                ys += (y, y)
    return Way((*xs, course.reach_x), (*ys, reach_y), label)


def _run_down(x: float, way: Way) -> tuple[float, float, float]:
    """Where in its gutter, and from where to where, a link runs down or up."""
    heights = [y for at, y in zip(way.xs, way.ys, strict=True) if abs(at - x) <= _HAIR]
    return x, min(heights), max(heights)


def _beside(course: Course, stack: Stack, levels: Sequence[Level]) -> Way:
    source, target = course.route.source, course.route.target
    y = stack.channels[source.level][1] + min(levels[source.level].height, 32.0) * course.leave_x
    half = sizes.GUTTER / 2
    if source.last + 1 == target.first:
        x = target.first * sizes.column()
        return Way((x - half, x + half), (y, y))
    x = source.first * sizes.column()
    return Way((x + half, x - half), (y, y))


def _line(link: Link, corners: tuple[Point, ...]) -> Block:
    """A link's line with its head, which are made when they are asked for."""
    colour, _dash = LOOKS[link.kind]
    marks = LaterLine(corners, colour, _shaft_and_head, link.kind)
    return Block(max([x for x, _y in corners]), max([y for _x, y in corners]), marks, link.id)


def _shaft_and_head(points: Sequence[Point], kind: LinkKind) -> tuple[Mark, ...]:
    colour, dash = LOOKS[kind]
    (x0, y0), tip = points[-2], points[-1]
    length = hypot(tip[0] - x0, tip[1] - y0)
    along = ((tip[0] - x0) / length, (tip[1] - y0) / length)
    back = min(sizes.ARROW * 0.8, length)
    shaft = (*points[:-1], (tip[0] - along[0] * back, tip[1] - along[1] * back))
    return (
        Path(_rounded(shaft), None, colour, sizes.LINK, dash, Layer.LINKS),
        Path(arrow_head(tip, along), colour, layer=Layer.LINKS),
    )


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
