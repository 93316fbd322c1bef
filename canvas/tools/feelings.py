"""A feeling under the hand: its point follows up and down, by halves or freely."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.trying import tried
from journey import edits
from journey.layout import score_at, score_height
from journey.model import Feeling, LaneKind
from resources.words import _


@dataclass(frozen=True, slots=True)
class PressedFeeling:
    """A point of the curve is pressed."""

    start: Pointer
    feeling: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show the score the point would have."""
        if not trembles(self.start, pointer):
            score = self._score(stage, pointer)
            top = _lane_top(stage, pointer.y if stage.places.row_at(pointer.y) is not None else self.start.y)
            rect = stage.places.rects[self.feeling]
            stage.show_ghost(Ghost((Rect(rect.x + rect.w / 2 - 3, top + score_height(score) - 3, 6, 6),)))
            stage.say(_("Feeling {score}").format(score=f"{score:+g}"))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Set the score; a click selects the point."""
        stage.show_ghost(NOTHING)
        if trembles(self.start, pointer):
            stage.select([self.feeling])
            return None
        one = stage.map.of(Feeling)[self.feeling]
        score = self._score(stage, pointer)
        change, why = tried(
            stage, lambda: edits.set_feeling(stage.map, one.journey, one.step, score, one.persona)
        )
        if change is None:
            stage.say(why, wrong=True)
        else:
            stage.do(change)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """The point stays where it was."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _score(self, stage: Stage, pointer: Pointer) -> float:
        return snapped(score_at(pointer.y - _lane_top(stage, self.start.y)), free=pointer.alt)


def snapped(score: float, *, free: bool) -> float:
    """A score between -2 and +2, to the half, or to the tenth when free."""
    kept = min(max(score, -2.0), 2.0)
    return round(kept, 1) if free else round(kept * 2) / 2


def _lane_top(stage: Stage, y: float) -> float:
    """The top of the feelings lane that a height belongs to."""
    lanes = [(top, bottom) for top, bottom, lane in stage.places.rows if lane.kind is LaneKind.FEELINGS]
    return next((top for top, bottom in lanes if top <= y < bottom), lanes[0][0])
