"""The hand at rest: what a press begins, and what the pointer shows before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from canvas.places import Hit, Kind
from canvas.stage import Pointer, Stage, State
from canvas.tools.dragging import PressedCard
from canvas.tools.edges import PressedEdge
from canvas.tools.feelings import feeling_to_write, pressed_feeling
from canvas.tools.ground import PressedGround
from canvas.tools.headers import PressedLane, PressedStage, PressedStep
from canvas.tools.linking import PressedHandle
from canvas.tools.offers import Offer, accept, offer_at
from canvas.tools.owners import PressedOwner
from resources.words import _

EDGE = 2.4
"""How near a card's right edge a press takes the edge, mm."""
HANDLE = 3.2
"""The radius of the handle that links are drawn from, mm."""


class Shape(StrEnum):
    """What the pointer looks like."""

    ARROW = "arrow"
    HAND = "hand"
    WIDEN = "widen"
    CROSS = "cross"
    RAISE = "raise"
    FINGER = "finger"


@dataclass(frozen=True, slots=True)
class Hover:
    """What a pointer at rest shows: its shape, a plus, and what a press would do."""

    shape: Shape = Shape.ARROW
    offer: Offer | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing pressed."""

    def press(self, stage: Stage, pointer: Pointer) -> State | None:
        """What a press of the left button begins."""
        offer = offer_at(stage, pointer)
        if offer is not None and offer.holds(pointer):
            accept(stage, offer)
            return None
        if (card := handle_at(stage, pointer)) is not None:
            return PressedHandle(pointer, card)
        return self._pressed(stage, pointer, stage.places.hit(pointer.x, pointer.y))

    def _pressed(self, stage: Stage, pointer: Pointer, hit: Hit) -> State | None:
        match hit.kind:
            case Kind.CARD if on_edge(hit, pointer):
                return PressedEdge(pointer, hit.record)
            case Kind.CARD:
                return PressedCard(pointer, hit.record)
            case Kind.STAGE:
                return PressedStage(pointer, hit.record)
            case Kind.STEP:
                return PressedStep(pointer, hit.record)
            case Kind.LANE:
                return PressedLane(pointer, hit.record)
            case Kind.OWNER:
                return PressedOwner(pointer, hit.record)
            case Kind.LINK | Kind.CORNER:
                stage.select([hit.record])
                return None
        return pressed_feeling(stage, pointer) or PressedGround(pointer, hit)

    def double(self, stage: Stage, pointer: Pointer) -> State | None:
        """A double click opens what is there, a new card in an empty cell, a feeling as it is pointed at."""
        hit = stage.places.hit(pointer.x, pointer.y)
        if hit.kind in _OPENED:
            stage.edit(hit.record)
        elif (feeling := feeling_to_write(stage, pointer)) is not None:
            stage.begin(feeling)
        elif hit.cell is not None:
            stage.write(hit.cell)
        return None

    def hover(self, stage: Stage, pointer: Pointer) -> Hover:
        """What the pointer shows where it is."""
        offer = offer_at(stage, pointer)
        if offer is not None and offer.holds(pointer):
            return Hover(Shape.FINGER, offer, offer.words)
        if handle_at(stage, pointer) is not None:
            return Hover(Shape.CROSS, offer, _("Drag to another card to link them"))
        hit = stage.places.hit(pointer.x, pointer.y)
        if on_edge(hit, pointer):
            return Hover(Shape.WIDEN, offer, _("Drag to cover more steps"))
        return Hover(_SHAPES.get(hit.kind, Shape.ARROW), offer)

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return ()

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
    """The one selected card whose link handle, below its middle, a pointer is on."""
    if len(stage.selected) != 1:
        return None
    rect = stage.places.rects.get(stage.selected[0])
    if rect is None or stage.places.kinds.get(stage.selected[0]) is not Kind.CARD:
        return None
    x, y = rect.x + rect.w / 2, rect.y + rect.h
    reached = abs(pointer.x - x) < HANDLE and abs(pointer.y - y) < HANDLE
    return stage.selected[0] if reached else None


_OPENED = frozenset({Kind.CARD, Kind.STAGE, Kind.STEP, Kind.LANE, Kind.CORNER, Kind.FEELING, Kind.LINK})
_SHAPES = {
    Kind.STAGE: Shape.HAND,
    Kind.STEP: Shape.HAND,
    Kind.LANE: Shape.HAND,
    Kind.OWNER: Shape.HAND,
    Kind.FEELING: Shape.RAISE,
    Kind.LINK: Shape.FINGER,
}
