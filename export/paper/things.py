"""What of a drawing a seam had better not cross, and the edges along which it runs best."""

from __future__ import annotations

from collections.abc import Iterator

from export.paper.seams import Extent, Things
from journey.drawing import Block, Box, Drawing, Layer, Part, PartName, Path, Placed, Text

_GRID = (PartName.BODY, PartName.HEADERS)
_STAGE = 1  # the level of a stage among the targets
_LONG = 400.0  # map mm: a block this long has to be cut somewhere


def things_along(drawing: Drawing, *, down: bool = False) -> Things:
    """What stands along a drawing, or down it, as seams see it."""
    cards = tuple(_extent(placed, down) for placed in cards_of(drawing))
    edges = _lane_edges(drawing) if down else _stage_edges(drawing)
    return Things(cards, tuple(_others(drawing, down)), edges)


def cards_of(drawing: Drawing) -> Iterator[Placed]:
    """The cards and steps of a drawing, each where it stands."""
    for part in drawing.parts:
        if part.name in _GRID:
            yield from (placed for placed in part.blocks if is_card(placed.block))


def is_card(block: Block) -> bool:
    """Whether a block is a card: a ground, then the rest of it."""
    ground = block.marks[0] if block.marks and block.record else None
    return isinstance(ground, Box | Path) and ground.layer is Layer.CARDS


def _others(drawing: Drawing, down: bool) -> Iterator[Extent]:
    for part in drawing.parts:
        whole = part.name in (PartName.PANEL, PartName.LEGEND)
        for placed in part.blocks:
            start, end = _extent(placed, down)
            if whole and end - start < _LONG:
                yield start, end
            elif not is_card(placed.block):
                yield from _texts(placed, down)


def _texts(placed: Placed, down: bool) -> Iterator[Extent]:
    for mark in placed.block.marks:
        if isinstance(mark, Text):
            if down:
                yield placed.y + mark.y - mark.size, placed.y + mark.y + mark.size / 2
            else:
                yield placed.x + mark.x, placed.x + mark.x + mark.width


def _stage_edges(drawing: Drawing) -> tuple[float, ...]:
    """Where stages begin, and where the panel beside the map does."""
    stages = [target.x for target in drawing.targets if target.level == _STAGE]
    body, panel = drawing.part(PartName.BODY), drawing.part(PartName.PANEL)
    if body and panel and panel.x > body.x + body.w:
        stages.append((body.x + body.w + panel.x) / 2)
    return tuple(stages)


def _lane_edges(drawing: Drawing) -> tuple[float, ...]:
    """Where lanes begin, and what stands below them."""
    rail = drawing.part(PartName.RAIL)
    return () if rail is None else (*_tops(rail), rail.y + rail.h)


def _tops(rail: Part) -> Iterator[float]:
    return (placed.y for placed in rail.blocks)


def _extent(placed: Placed, down: bool) -> Extent:
    if down:
        return placed.y, placed.y + placed.block.h
    return placed.x, placed.x + placed.block.w
