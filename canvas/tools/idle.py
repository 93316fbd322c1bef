"""The hand at rest: what a press begins."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Hit, Kind
from canvas.stage import Pointer, Stage, State
from canvas.tools.cards import PressedCard, PressedEdge, PressedHandle
from canvas.tools.feelings import PressedFeeling
from canvas.tools.ground import PressedGround
from canvas.tools.headers import PressedLane, PressedStage, PressedStep

EDGE = 2.4
"""How near a card's right edge a press takes the edge, mm."""
HANDLE = 3.2
"""The radius of the handle that links are drawn from, mm."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing pressed."""

    def press(self, stage: Stage, pointer: Pointer) -> State | None:
        """What a press of the left button begins."""
        hit = stage.places.hit(pointer.x, pointer.y)
        if (card := handle_at(stage, pointer)) is not None:
            return PressedHandle(pointer, card)
        match hit.kind:
            case Kind.CARD if on_edge(hit, pointer):
                return PressedEdge(pointer, hit.record)
            case Kind.CARD:
                return PressedCard(pointer, hit.record)
            case Kind.FEELING:
                return PressedFeeling(pointer, hit.record)
            case Kind.STAGE:
                return PressedStage(pointer, hit.record)
            case Kind.STEP:
                return PressedStep(pointer, hit.record)
            case Kind.LANE:
                return PressedLane(pointer, hit.record)
            case Kind.LINK:
                stage.select([hit.record])
                return None
        return PressedGround(pointer, hit)

    def double(self, stage: Stage, pointer: Pointer) -> State | None:
        """A double click opens what is there, or a new card in an empty cell."""
        hit = stage.places.hit(pointer.x, pointer.y)
        if hit.record and hit.kind in (Kind.CARD, Kind.STAGE, Kind.STEP, Kind.LANE, Kind.FEELING, Kind.LINK):
            stage.edit(hit.record)
        elif hit.cell is not None:
            stage.write(hit.cell)
        return None

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Nothing follows the pointer."""
        return None

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Nothing was pressed."""
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Escape at rest selects nothing."""
        stage.select([])
        return None


def on_edge(hit: Hit, pointer: Pointer) -> bool:
    """Whether a pointer is at a card's right edge, where its span is drawn from."""
    return hit.kind is Kind.CARD and pointer.x > hit.rect.x + hit.rect.w - EDGE


def handle_at(stage: Stage, pointer: Pointer) -> str | None:
    """The selected card whose link handle, below its middle, a pointer is on."""
    for record in stage.selected[:1]:
        rect = stage.places.rects.get(record)
        if rect is None or stage.places.kinds.get(record) is not Kind.CARD:
            continue
        x, y = rect.x + rect.w / 2, rect.y + rect.h
        if abs(pointer.x - x) < HANDLE and abs(pointer.y - y) < HANDLE:
            return record
    return None
