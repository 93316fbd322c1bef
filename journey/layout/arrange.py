"""The whole map: headers, rail and body put together, and on paper what stands around them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from journey.collecting import uncollected
from journey.drawing import Block, Box, Drawing, Layer, Line, Part, PartName, Placed, Target
from journey.layout import sizes
from journey.layout.lanes import Same, row_of
from journey.layout.memory import Memory
from journey.layout.paper import furnish
from journey.layout.rail import lane_name, name_height
from journey.layout.reading import Reader, reader
from journey.layout.rows import Level
from journey.layout.stack import Stack, Standing
from journey.layout.steps import phase_row, stage_row, step_row
from journey.layout.view import Around, View
from journey.layout.weave import Weave, woven
from journey.model import Card, Journey, Lane, LaneKind, MapData
from resources.words import speaking


def layout(map_data: MapData, view: View, memory: Memory | None = None) -> Drawing:
    """The drawing of one journey, in map millimetres.

    The same map and view always give the same drawing. With a memory of an earlier layout only what
    changed since is worked out again, and all else is the same blocks. Raises KeyError if the map has
    no such journey.
    """
    journey = map_data.of(Journey)[view.journey]
    memory = memory or Memory()
    memory.begin(view.column)
    with speaking(view.language), uncollected(), sizes.columns_of(view.column):
        read = reader(map_data, view)
        drawing = _map(read, journey, memory)
        return drawing if view.beside is None else furnish(drawing, read, view.beside)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The width of the body and the height of the headers."""

    body_w: float
    head_h: float


def _map(read: Reader, journey: Journey, memory: Memory) -> Drawing:
    language, grid = read.view.language, read.grid
    header, step_top, step_tall = _header_blocks(read, memory)
    head_h = step_top + step_tall + sizes.HEADER_PAD
    rows = [row_of(lane, read, memory) for lane in read.lanes()]
    weave = woven(read, rows, head_h, memory)
    stack = weave.stack
    frame = _Frame(len(grid.steps) * sizes.column(), head_h)
    w, h = sizes.RAIL + frame.body_w, head_h + stack.height
    body = _body(weave, frame, memory)
    rail = _kept(("rail",), _rail(stack, frame, language, memory), memory)
    headers = _kept(("headers placed",), _shifted(header, sizes.RAIL, 0.0), memory)
    corner = _kept(("corner placed",), _corner(read, step_top, step_tall, memory), memory)
    parts = (
        Part(PartName.BODY, sizes.RAIL, head_h, frame.body_w, stack.height, body),
        Part(PartName.RAIL, 0.0, head_h, sizes.RAIL, stack.height, (rail,)),
        Part(PartName.HEADERS, sizes.RAIL, 0.0, frame.body_w, head_h, (headers,)),
        Part(PartName.CORNER, 0.0, 0.0, sizes.RAIL, head_h, (corner,)),
    )
    return Drawing(w, h, parts, _targets(read, journey, parts[0], w, h), journey.title, language)


def _header_blocks(read: Reader, memory: Memory) -> tuple[list[Placed], float, float]:
    """The headers' blocks, and the top and height of the steps among them."""
    language, grid = read.view.language, read.grid
    around = read.view.around or Around(())
    # What is before or after is so in the whole journey, and says nothing over a part of it.
    phases, phase_tall = phase_row(grid, language, memory) if read.view.around is None else ([], 0.0)
    stages, stage_tall = stage_row(grid, language, memory, around.stages)
    named = read.steps_lane()
    least = sizes.PAD_TOP + name_height(named, language) if named else 0.0
    steps, step_tall = step_row(grid, language, memory, max(least, around.steps))
    stage_top = sizes.HEADER_PAD + phase_tall
    step_top = stage_top + stage_tall + sizes.ROW_PAD + 1.0
    w = len(grid.steps) * sizes.column()
    ground = memory.of(("headers",), _band, w, step_top + step_tall + sizes.HEADER_PAD, "paper", False)
    placed = [Placed(0.0, 0.0, ground), *_shifted(phases, 0.0, sizes.HEADER_PAD - 1.0)]
    placed += [*_shifted(stages, 0.0, stage_top), *_shifted(steps, 0.0, step_top)]
    return placed, step_top, step_tall


def _body(weave: Weave, frame: _Frame, memory: Memory) -> tuple[tuple[Placed, ...], ...]:
    """Bands, then curves and named lines, then links, then all that links go around."""
    stack, top = weave.stack, frame.head_h
    flat = (LaneKind.FEELINGS, LaneKind.LINE)
    behind = [row for row in stack.rows if row.row.lane.kind in flat]
    before = [row for row in stack.rows if row.row.lane.kind not in flat]
    bands = _kept(("bands",), _bands(stack, sizes.RAIL, frame.body_w, top, memory), memory)
    links = weave.lines, weave.trunks, weave.labels
    return bands, *_levels(behind, top, memory), *links, *_levels(before, top, memory)


def _levels(rows: Sequence[Standing], top: float, memory: Memory) -> Iterator[tuple[Placed, ...]]:
    """The blocks of each level: of most edits all levels but one are the very same."""
    for row in rows:
        for place, (level, y) in enumerate(zip(row.row.levels, row.level_tops, strict=True)):
            key, facts = (row.row.lane.id, place), (Same(level), top + y)
            placed = memory.recall(("placed", *key), facts, partial(_placed, level, top + y))
            yield _kept(("level placed", *key), placed, memory)


def _kept(key: Hashable, placed: Sequence[Placed], memory: Memory) -> tuple[Placed, ...]:
    """The group of an earlier drawing, if it holds the same blocks at the same places."""
    group = tuple(placed)
    return memory.recall(key, (group,), lambda: group)


def _placed(level: Level, top: float) -> tuple[Placed, ...]:
    return tuple([Placed(sizes.RAIL + x, top + y, block) for x, y, block in level.blocks])


def _bands(stack: Stack, x: float, w: float, top: float, memory: Memory) -> list[Placed]:
    """The ground of every row; every second one is tinted."""
    placed = []
    for place, standing in enumerate(stack.rows):
        h, fill = standing.height, "band" if place % 2 else "paper"
        block = memory.of(("band", x, place), _band, w, h, fill, place > 0)
        placed.append(Placed(x, top + standing.top, block))
    return placed


def _band(w: float, h: float, fill: str, ruled: bool) -> Block:
    rule = (Line(0.0, 0.0, w, 0.0, "hairline", 0.25),) if ruled else ()
    return Block(w, h, (Box(0.0, 0.0, w, h, fill, layer=Layer.GRID), *rule))


def _rail(stack: Stack, frame: _Frame, language: str, memory: Memory) -> tuple[Placed, ...]:
    blocks = _bands(stack, 0.0, sizes.RAIL, frame.head_h, memory)
    for standing in stack.rows:
        lane: Lane = standing.row.lane
        tall, top = standing.height, round(standing.level_tops[0] - standing.top, 4) + 1.2
        if lane.kind is LaneKind.LINE:
            top += standing.row.levels[0].height / 2 - 1.2
        block = memory.of(("name", lane.id), lane_name, lane, tall, top, language)
        blocks.append(Placed(0.0, frame.head_h + standing.top, block))
    return tuple(blocks)


def _corner(read: Reader, step_top: float, step_tall: float, memory: Memory) -> tuple[Placed, ...]:
    h = step_top + step_tall + sizes.HEADER_PAD
    placed = [Placed(0.0, 0.0, memory.of(("corner",), _band, sizes.RAIL, h, "paper", False))]
    if (lane := read.steps_lane()) is not None:
        facts = (lane, step_tall, sizes.PAD_TOP, read.view.language)
        placed.append(Placed(0.0, step_top, memory.of(("name", lane.id), lane_name, *facts)))
    return tuple(placed)


def _shifted(blocks: Sequence[Placed], dx: float, dy: float) -> tuple[Placed, ...]:
    return tuple(Placed(one.x + dx, one.y + dy, one.block) for one in blocks)


def _targets(read: Reader, journey: Journey, body: Part, w: float, h: float) -> tuple[Target, ...]:
    """The journey, its stages, and under each the moments of truth that begin in it."""
    found = [Target(0, journey.title, journey.id, 0.0, 0.0, w, h)]
    starred = {card.id: card for card in read.map.of(Card).by("moment_of_truth").get(True, ())}
    blocks = body.blocks if starred else ()
    places = [(starred[one.block.record], one) for one in blocks if one.block.record in starred]
    first = 0
    for stage in read.grid.stages:
        count = len(read.grid.steps_of(stage.id))
        x = sizes.RAIL + first * sizes.column()
        found.append(Target(1, stage.title, stage.id, x, 0.0, count * sizes.column(), h))
        for card, at in sorted(places, key=lambda place: (place[1].x, place[1].y)):
            if first <= read.grid.column[card.step] < first + count:
                found.append(Target(2, card.text, card.id, at.x, at.y, at.block.w, at.block.h))
        first += count
    return tuple(found)
