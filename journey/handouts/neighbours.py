"""What comes before and after a part of the map, hinted at its edges: stage, step, and how it feels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Drawing, Layer, Mark, Part, PartName, Path, Placed, Point
from journey.handouts.voice import Voice
from journey.layout import score_height, sizes
from journey.layout.curve import Bezier
from journey.layout.outlines import circle
from journey.layout.plot import middle
from journey.layout.steps import PHASES
from journey.layout.typeset import column, height
from journey.model import Feeling, LaneKind, Stage, Step

HINT = 38.0
"""How wide the hint of a neighbour is, map mm."""
_PAD = 2.4
_POINT = 1.6
_DASH = (1.4, 1.8)


@dataclass(frozen=True, slots=True)
class _Edge:
    """One edge of a part: the neighbouring step, and where its hint begins in the drawing."""

    step: Step
    x: float
    before: bool


def hinted(drawing: Drawing, reading: Reading, voice: Voice, first: int, last: int) -> Drawing:
    """The drawing of the columns from first to last of a whole journey, with its neighbours hinted."""
    steps = reading.grid.steps
    left = HINT if first > 0 else 0.0
    body = drawing.w - sizes.RAIL
    edges = [_Edge(steps[first - 1], sizes.RAIL, True)] if left else []
    if last + 1 < len(steps):
        edges.append(_Edge(steps[last + 1], sizes.RAIL + left + body, False))
    parts = [_shifted(part, left) for part in drawing.parts]
    w = drawing.w + left + (HINT if last + 1 < len(steps) else 0.0)
    hints = tuple(one for edge in edges for one in _hint(drawing, reading, voice, edge))
    curves = tuple(one for edge in edges for one in _curves(drawing, reading, edge, (first, last), left))
    ground = Part(PartName.BODY, 0.0, 0.0, w, drawing.h, (hints,))
    above = Part(PartName.BODY, 0.0, 0.0, w, drawing.h, (curves,))
    return replace(drawing, w=w, parts=(ground, *parts, above), targets=())


def _shifted(part: Part, dx: float) -> Part:
    """A part of the map, moved aside for the hint if it is no lane name."""
    if part.name in (PartName.RAIL, PartName.CORNER):
        return part
    blocks = tuple(Placed(one.x + dx, one.y, one.block) for one in part.blocks)
    return replace(part, x=part.x + dx, groups=(blocks,))


def _hint(drawing: Drawing, reading: Reading, voice: Voice, edge: _Edge) -> Iterator[Placed]:
    """The rows running on, the neighbouring stage and the step nearest to the edge, all pale."""
    for name in (PartName.CORNER, PartName.RAIL):
        for placed in part.blocks if (part := drawing.part(name)) else ():
            if not placed.block.record:
                yield Placed(edge.x, placed.y, _ground(placed.block))
    headers = drawing.part(PartName.HEADERS)
    blocks = list(headers.blocks) if headers else []
    stages, steps = reading.map.of(Stage), reading.map.of(Step)
    for placed in blocks:
        if placed.block.record in stages:
            yield Placed(edge.x, placed.y, _stage(stages[edge.step.stage], placed.block.h, voice))
            break
    for placed in blocks:
        if placed.block.record in steps:
            yield Placed(edge.x, placed.y, _step(edge.step, placed.block.h, voice))
            break


def _ground(block: Block) -> Block:
    """The ground of a row beside the lane names, as wide as a hint."""
    marks = tuple(replace(mark, w=HINT) for mark in block.marks if isinstance(mark, Box))
    return Block(HINT, block.h, marks)


def _stage(stage: Stage, tall: float, voice: Voice) -> Block:
    w, point = HINT - sizes.STAGE_GAP, sizes.STAGE_POINT
    room = w - 2 * point - 1.0
    style = sizes.PHASE_TEXT
    lines = voice.at_most(
        stage.title or PHASES[stage.phase](), room, style, max(1, int(tall / style.leading))
    )
    outline = (
        ("M", 0.0, 0.0),
        ("L", w - point, 0.0),
        ("L", w, tall / 2),
        ("L", w - point, tall),
        ("L", 0.0, tall),
        ("L", point, tall / 2),
        ("Z",),
    )
    top = (tall - height(lines, style)) / 2
    words = column(lines, point + 1.0, top, room, style, "muted", Layer.GRID)
    return Block(HINT, tall, (Path(outline, "band", layer=Layer.GRID), *words), stage.id)


def _step(step: Step, tall: float, voice: Voice) -> Block:
    x, w = sizes.GUTTER / 2, HINT - sizes.GUTTER
    style = sizes.FOOT_TEXT
    most = max(1, int((tall - 2 * _PAD) / style.leading))
    lines = voice.at_most(step.title, w - 2 * _PAD, style, most)
    edge = Box(x, 0.0, w, tall, "surface", "hairline", sizes.EDGE, sizes.RADIUS)
    return Block(HINT, tall, (edge, *column(lines, x + _PAD, _PAD, w - 2 * _PAD, style, "muted")), step.id)


def _curves(
    drawing: Drawing, reading: Reading, edge: _Edge, columns: tuple[int, int], left: float
) -> Iterator[Placed]:
    """From the neighbour's feeling to the nearest point of the same persona, if that is at the edge."""
    top = _feelings_top(drawing, reading)
    at = columns[0] if edge.before else columns[1]
    if top is None:
        return
    felt = reading.map.of(Feeling).by("journey").get(reading.journey.id, ())
    here = {one.persona: one for one in felt if one.step == reading.grid.steps[at].id}
    x = sizes.RAIL + left + middle(at - columns[0])
    for other in felt:
        if other.step == edge.step.id and (near := here.get(other.persona)) is not None:
            marks = _curve(edge, other, near, x)
            yield Placed(0.0, top, Block(drawing.w, sizes.FEELING_ROW, marks, other.id))


def _curve(edge: _Edge, other: Feeling, near: Feeling, x: float) -> tuple[Mark, ...]:
    """A small point in the hint, and the curve between it and the map as far as the map's edge."""
    x0, y0, y1 = edge.x + HINT / 2, score_height(other.score), score_height(near.score)
    bend = (x - x0) / 2
    whole = ((x0, y0), (x0 + bend, y0), (x - bend, y1), (x, y1))
    rest = edge.x + HINT if edge.before else edge.x
    part = _first((rest - x0) / (x - x0), whole)
    colour = f"feeling:{other.score:.1f}"
    path = (("M", *part[0]), ("C", *part[1], *part[2], *part[3]))
    return (
        Path(path, None, "muted", sizes.CURVE * 0.55, _DASH, Layer.FEELINGS),
        Path(circle(x0, y0, _POINT), "surface", colour, 0.6, (), Layer.FEELINGS),
    )


def _first(share: float, curve: Bezier) -> Bezier:
    """The first part of a curve (de Casteljau)."""
    a, b, c, d = curve
    ab, bc, cd = _between(share, a, b), _between(share, b, c), _between(share, c, d)
    abc, bcd = _between(share, ab, bc), _between(share, bc, cd)
    return a, ab, abc, _between(share, abc, bcd)


def _between(share: float, a: Point, b: Point) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _feelings_top(drawing: Drawing, reading: Reading) -> float | None:
    """Where the lane of the feelings begins; None where the drawing has none."""
    lanes = {lane.id for lane in reading.grid.lanes if lane.kind is LaneKind.FEELINGS}
    rail = drawing.part(PartName.RAIL)
    tops = (one.y for one in (rail.blocks if rail else ()) if one.block.record in lanes)
    return next(tops, None)
