"""The headers: stages as chevrons, steps as the first row of cards, phases and times where they are told."""

from __future__ import annotations

from itertools import groupby

from journey.drawing import Block, Box, Layer, Line, Mark, Path, Placed
from journey.layout import sizes
from journey.layout.memory import Memory
from journey.layout.numbers import duration
from journey.layout.outlines import accent
from journey.layout.rows import at_column
from journey.layout.typeset import broken, column, height, single, text_at
from journey.model import Grid, Stage, Step
from journey.phases import PHASES, phases_over
from journey.text import Line as TextLine
from resources.words import _


def phase_row(grid: Grid, language: str, memory: Memory) -> tuple[list[Placed], float]:
    """The phases over the stages that have one to be said; and the height they take."""
    placed: list[Placed] = []
    first = 0
    over = zip(phases_over(grid.stages), grid.stages, strict=True)
    for phase, group in groupby(over, key=lambda pair: pair[0]):
        count = sum(len(grid.steps_of(stage.id)) for _phase, stage in group)
        if phase is not None:
            block = memory.of(("phase", first), _phase_block, PHASES[phase](), count, language)
            placed.append(Placed(first * sizes.column(), 0.0, block))
        first += count
    return placed, sizes.PHASE_ROW if placed else 0.0


def _phase_block(word: str, columns: int, language: str) -> Block:
    w = columns * sizes.column() - sizes.STAGE_GAP
    line = single(word, sizes.PHASE_TEXT, language)
    after = line.width * sizes.PHASE_TEXT.size + 3.0
    middle = sizes.PHASE_TEXT.leading / 2
    rule = Line(after, middle, w, middle, "hairline", 0.5)
    return Block(w, sizes.PHASE_ROW, (text_at(line, 0.0, 0.0, sizes.PHASE_TEXT, "muted", Layer.GRID), rule))


def stage_row(grid: Grid, language: str, memory: Memory, least: float) -> tuple[list[Placed], float]:
    """The stages' chevrons from the first column's left; and the height they take, ``least`` or more."""
    counts = [len(grid.steps_of(stage.id)) for stage in grid.stages]
    lines = [_stage_lines(stage, n, language) for stage, n in zip(grid.stages, counts, strict=True)]
    tall = max([sizes.STAGE_MIN, least, *(height(one, sizes.STAGE_TEXT) + 6.4 for one in lines)])
    placed, first = [], 0
    for stage, columns in zip(grid.stages, counts, strict=True):
        block = memory.of(("stage", stage.id), _stage_block, stage, columns, tall, language)
        placed.append(Placed(first * sizes.column(), 0.0, block))
        first += columns
    return placed, tall


def _stage_lines(stage: Stage, columns: int, language: str) -> tuple[TextLine, ...]:
    """A stage's title; for one without, the word for its phase."""
    room = columns * sizes.column() - sizes.STAGE_GAP - 2 * sizes.STAGE_POINT - sizes.STAGE_PAD
    return broken(stage.title or PHASES[stage.phase](), room, sizes.STAGE_TEXT, language)


def _stage_block(stage: Stage, columns: int, tall: float, language: str) -> Block:
    w, left = columns * sizes.column() - sizes.STAGE_GAP, sizes.STAGE_POINT + sizes.STAGE_PAD
    lines = _stage_lines(stage, columns, language)
    top = (tall - height(lines, sizes.STAGE_TEXT)) / 2
    room = w - left - sizes.STAGE_POINT
    ink = "on_petrol" if stage.title else "muted"
    words = column(lines, left, top, room, sizes.STAGE_TEXT, ink, Layer.GRID)
    return Block(w, tall, (_chevron(w, tall, ghostly=not stage.title), *words), stage.id)


def _chevron(w: float, tall: float, *, ghostly: bool) -> Path:
    """A stage's outline; a ghostly one, pale and thin, asks for a title."""
    point, edge = sizes.STAGE_POINT, sizes.EDGE / 2 if ghostly else 0.0
    outline = (
        ("M", edge, edge),
        ("L", w - point, edge),
        ("L", w - edge, tall / 2),
        ("L", w - point, tall - edge),
        ("L", edge, tall - edge),
        ("L", point, tall / 2),
        ("Z",),
    )
    if ghostly:
        return Path(outline, "band", "muted", sizes.EDGE, (1.4, 1.4), Layer.GRID)
    return Path(outline, fill="petrol", layer=Layer.GRID)


def step_row(grid: Grid, language: str, memory: Memory, least: float) -> tuple[list[Placed], float]:
    """The steps as cards of one height (``least`` or more), from the row's top and first column's left."""
    told = any(step.minutes is not None or step.wait_minutes is not None for step in grid.steps)
    room = sizes.card() - sizes.ACCENT - sizes.PAD_LEFT - sizes.PAD_RIGHT
    longest = max(
        (height(broken(step.title, room, sizes.STEP_TEXT, language), sizes.STEP_TEXT) for step in grid.steps),
        default=0.0,
    )
    foot = max((_time_height(step, room, language) for step in grid.steps), default=0.0) if told else 0.0
    tall = max(sizes.STEP_MIN, least, sizes.PAD_TOP + longest + foot + sizes.PAD_BOTTOM)
    placed = []
    for place, step in enumerate(grid.steps):
        block = memory.of(("step", step.id), _step_block, step, tall, language)
        placed.append(at_column(place, 0.0, block))
    return placed, tall


def _step_block(step: Step, tall: float, language: str) -> Block:
    left = sizes.ACCENT + sizes.PAD_LEFT
    room = sizes.card() - left - sizes.PAD_RIGHT
    lines = broken(step.title, room, sizes.STEP_TEXT, language)
    marks: list[Mark] = [
        Box(0.0, 0.0, sizes.card(), tall, "step.tint", "step.edge", sizes.EDGE, sizes.RADIUS),
        Path(accent(tall), fill="step.accent"),
        *column(lines, left, sizes.PAD_TOP, room, sizes.STEP_TEXT, "ink"),
    ]
    top = tall - sizes.PAD_BOTTOM - _time_height(step, room, language) + 1.2
    times = _times(step, room, language)
    marks += column(times, left, top, room, sizes.FOOT_TEXT, "step.accent", Layer.MEASURES)
    return Block(sizes.card(), tall, tuple(marks), step.id)


def _times(step: Step, room: float, language: str) -> list[TextLine]:
    said = []
    if step.minutes:
        said.append(_("takes {time}").format(time=duration(step.minutes, language)))
    if step.wait_minutes:
        said.append(_("then waits {time}").format(time=duration(step.wait_minutes, language)))
    return [line for text in said for line in broken(text, room, sizes.FOOT_TEXT, language)]


def _time_height(step: Step, room: float, language: str) -> float:
    lines = _times(step, room, language)
    return height(lines, sizes.FOOT_TEXT) + 1.6 if lines else 0.0
