"""A card's right edge under the hand: it is drawn over more steps or fewer."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import GUTTER, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.trying import carried_out, given_back
from journey import edits
from resources.words import _n


@dataclass(frozen=True, slots=True)
class PressedEdge:
    """A card's right edge is pressed: it follows the pointer, step by step."""

    start: Pointer
    card: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.card,)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show how many steps it would cover."""
        rect = stage.places.rects[self.card]
        columns = stage.places.columns
        span = self._span(stage, pointer)
        first = stage.places.column_at(rect.x + 1) or 0
        right = columns[min(first + span, len(columns)) - 1][1] - GUTTER
        stage.show_ghost(Ghost(receiving=Rect(rect.x, rect.y, right - rect.x, rect.h)))
        stage.say(_n("Covers {n} step", "Covers {n} steps", span).format(n=span))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Set the span."""
        stage.select([self.card])
        if trembles(self.start, pointer):
            stage.show_ghost(NOTHING)
        else:
            carried_out(stage, lambda: edits.set_span(stage.map, self.card, self._span(stage, pointer)))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """The card stays as wide as it was."""
        return given_back(stage)

    def _span(self, stage: Stage, pointer: Pointer) -> int:
        rect, columns = stage.places.rects[self.card], stage.places.columns
        first = stage.places.column_at(rect.x + 1) or 0
        last = stage.places.column_at(pointer.x)
        if last is None:
            last = len(columns) - 1 if pointer.x > rect.x else first
        return max(1, last - first + 1)
