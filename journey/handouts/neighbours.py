"""What comes before and after a part of the map, hinted at its edges: stage, step, and how it feels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Drawing, Layer, Mark, Part, PartName, Path, Placed, Point
from journey.handouts.voice import Voice
from journey.layout import Around, score_height, sizes
from journey.layout.curve import clipped, monotone
from journey.layout.outlines import circle
from journey.layout.plot import points_of
from journey.layout.typeset import column, height
from journey.model import Feeling, Stage, Step
from journey.phases import PHASES
from journey.text import Line

HINT = 38.0
"""How wide the hint of a neighbour is, map mm."""
_PAD = 2.4
_POINT = 1.6
_DASH = (1.4, 1.8)
_STAGE, _STEP = sizes.PHASE_TEXT, sizes.FOOT_TEXT
_STAGE_ROOM = HINT - sizes.STAGE_GAP - 2 * sizes.STAGE_POINT - 1.0


@dataclass(frozen=True, slots=True)
class _Edge:
    """One edge of a part: the neighbouring step, and where its hint begins in the drawing."""

    step: Step
    x: float
    before: bool


def hinted(
    drawing: Drawing, reading: Reading, voice: Voice, around: Around, first: int, last: int
) -> Drawing:
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
    curves = tuple(one for edge in edges for one in _curves(drawing, around, edge, last + 1 - first))
    ground = Part(PartName.BODY, 0.0, 0.0, w, drawing.h, (hints,))
    above = Part(PartName.BODY, 0.0, 0.0, w, drawing.h, (curves,))
    return replace(drawing, w=w, parts=(ground, *parts, above), targets=())


def heads(reading: Reading, voice: Voice, first: int, last: int) -> tuple[float, float]:
    """How high the rows of stages and of steps must be for the neighbours' names."""
    steps, stages = reading.grid.steps, reading.map.of(Stage)
    beside = [steps[at] for at in (first - 1, last + 1) if 0 <= at < len(steps)]
    names = [_stage_lines(stages[one.stage], voice) for one in beside]
    titles = [_step_lines(one, voice) for one in beside]
    return (
        max((height(lines, _STAGE) + 2 * _PAD for lines in names), default=0.0),
        max((height(lines, _STEP) + 2 * _PAD for lines in titles), default=0.0),
    )


def _stage_lines(stage: Stage, voice: Voice) -> tuple[Line, ...]:
    return voice.lines(stage.title or PHASES[stage.phase](), _STAGE_ROOM, _STAGE)


def _step_lines(step: Step, voice: Voice) -> tuple[Line, ...]:
    return voice.lines(step.title, HINT - sizes.GUTTER - 2 * _PAD, _STEP)


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
    lines = _stage_lines(stage, voice)
    outline = (
        ("M", 0.0, 0.0),
        ("L", w - point, 0.0),
        ("L", w, tall / 2),
        ("L", w - point, tall),
        ("L", 0.0, tall),
        ("L", point, tall / 2),
        ("Z",),
    )
    top = (tall - height(lines, _STAGE)) / 2
    words = column(lines, point + 1.0, top, _STAGE_ROOM, _STAGE, "muted", Layer.GRID)
    return Block(HINT, tall, (Path(outline, "band", layer=Layer.GRID), *words), stage.id)


def _step(step: Step, tall: float, voice: Voice) -> Block:
    x, w = sizes.GUTTER / 2, HINT - sizes.GUTTER
    words = column(_step_lines(step, voice), x + _PAD, _PAD, w - 2 * _PAD, _STEP, "muted")
    edge = Box(x, 0.0, w, tall, "surface", "hairline", sizes.EDGE, sizes.RADIUS)
    return Block(HINT, tall, (edge, *words), step.id)


def _curves(drawing: Drawing, around: Around, edge: _Edge, columns: int) -> Iterator[Placed]:
    """How the curves run on through the neighbour's column, which is as narrow as its hint."""
    top = _feelings_top(drawing)
    if top is None:
        return
    wide = sizes.column()
    left = -wide if edge.before else columns * wide
    for told in around.felt:
        curve = clipped(monotone(points_of(told)), left, left + wide)
        narrow = [tuple((edge.x + (x - left) * HINT / wide, y) for x, y in piece) for piece in curve]
        if narrow:
            record = told.persona.id if told.persona else ""
            yield Placed(0.0, top, Block(drawing.w, sizes.FEELING_ROW, (_dashed(narrow),), record))
        for place, feeling in told.points:
            if place == (-1 if edge.before else columns):
                yield Placed(edge.x, top, _point(feeling))


def _dashed(pieces: Sequence[tuple[Point, ...]]) -> Path:
    """One pale line through pieces of a curve."""
    bends = (("C", *piece[1], *piece[2], *piece[3]) for piece in pieces)
    path = (("M", *pieces[0][0]), *bends)
    return Path(path, None, "muted", sizes.CURVE * 0.55, _DASH, Layer.FEELINGS)


def _point(feeling: Feeling) -> Block:
    """A neighbour's feeling, in the middle of its hint."""
    outline = circle(HINT / 2, score_height(feeling.score), _POINT)
    colour = f"feeling:{feeling.score:.1f}"
    mark = Path(outline, "surface", colour, 0.6, (), Layer.FEELINGS)
    return Block(HINT, sizes.FEELING_ROW, (mark,), feeling.id)


def _feelings_top(drawing: Drawing) -> float | None:
    """Where the ground of the feelings begins: links above it push it down. None where there is none."""
    body = drawing.part(PartName.BODY)
    blocks = body.blocks if body else ()
    return next((one.y for one in blocks if one.block.marks and _is_feeling_ground(one.block.marks[0])), None)


def _is_feeling_ground(mark: Mark) -> bool:
    return isinstance(mark, Box) and (mark.fill or "").startswith("feeling_band:")
