"""The ground under the hand: a click goes to a cell, a drag draws a band around cards."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Hit, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles


@dataclass(frozen=True, slots=True)
class PressedGround:
    """An empty place is pressed."""

    start: Pointer
    hit: Hit

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.hit.cell.lane, self.hit.cell.step) if self.hit.cell is not None else ()

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Past a tremble a band is drawn; what it touches is selected at once."""
        if not trembles(self.start, pointer):
            band = _band(self.start, pointer)
            kept = stage.selected if self.start.shift or self.start.ctrl else ()
            stage.show_ghost(Ghost(band=band))
            stage.select(dict.fromkeys((*kept, *stage.places.cards_in(band))))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """A click puts the cell cursor there."""
        stage.show_ghost(NOTHING)
        if trembles(self.start, pointer):
            stage.select([], self.hit.cell)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """The band goes, and with it the selection."""
        stage.show_ghost(NOTHING)
        stage.select([])
        return None


def _band(a: Pointer, b: Pointer) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
