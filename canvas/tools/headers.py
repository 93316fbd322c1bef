"""Stages, steps and lane names under the hand: dragged sideways or up and down with all that is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.trying import tried
from journey import edits
from journey.model import Change, Step
from resources.words import _


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A header is pressed: release selects it, a move drags it."""

    start: Pointer
    record: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show where it would land."""
        if not trembles(self.start, pointer):
            rect = self._rect(stage)
            dx, dy = self._way(pointer)
            change, why = tried(stage, lambda: self._edit(stage, pointer))
            moved = Rect(rect.x + dx, rect.y + dy, rect.w, rect.h)
            stage.show_ghost(Ghost((moved,), self._landing(stage, pointer), fits=change is not None))
            stage.say(self._words() if change is not None else why, wrong=change is None)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Move it with everything under it; a click selects."""
        stage.show_ghost(NOTHING)
        stage.select([self.record])
        if not trembles(self.start, pointer):
            change, why = tried(stage, lambda: self._edit(stage, pointer))
            if change is None:
                stage.say(why, wrong=True)
            else:
                stage.do(change)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """It stays where it was."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _rect(self, stage: Stage) -> Rect:
        return stage.places.rects[self.record]

    def _way(self, pointer: Pointer) -> tuple[float, float]:
        return pointer.x - self.start.x, 0.0

    def _landing(self, stage: Stage, pointer: Pointer) -> Rect | None:
        raise NotImplementedError

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        raise NotImplementedError

    def _words(self) -> str:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PressedStep(_Pressed):
    """A step's header."""

    def _landing(self, stage: Stage, pointer: Pointer) -> Rect | None:
        columns, body = stage.places.columns, stage.places.body
        column = stage.places.column_at(pointer.x)
        if column is None:
            return None
        left, right, _step = columns[column]
        return Rect(left, self._rect(stage).y, right - left, body.y + body.h - self._rect(stage).y)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        columns = stage.places.columns
        column = stage.places.column_at(pointer.x)
        if column is None:
            column = 0 if pointer.x < columns[0][0] else len(columns) - 1
        there: Step = columns[column][2]
        others = [s for s in stage.map.grid(stage.journey).steps_of(there.stage) if s.id != self.record]
        if there.id == self.record:
            return edits.move_step(stage.map, self.record, there.stage, _place_of(stage, self.record))
        place = next(i for i, step in enumerate(others) if step.id == there.id)
        after = pointer.x > (columns[column][0] + columns[column][1]) / 2
        return edits.move_step(stage.map, self.record, there.stage, place + after)

    def _words(self) -> str:
        return _("Move the step with everything under it")


@dataclass(frozen=True, slots=True)
class PressedStage(_Pressed):
    """A stage's chevron."""

    def _landing(self, stage: Stage, pointer: Pointer) -> Rect | None:
        rects = [stage.places.rects[one.id] for one in stage.map.grid(stage.journey).stages]
        return next((rect for rect in rects if rect.x <= pointer.x < rect.x + rect.w), None)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        others = [one for one in stage.map.grid(stage.journey).stages if one.id != self.record]
        middles = [stage.places.rects[one.id].x + stage.places.rects[one.id].w / 2 for one in others]
        return edits.move_stage(stage.map, self.record, sum(middle < pointer.x for middle in middles))

    def _words(self) -> str:
        return _("Move the stage with everything under it")


@dataclass(frozen=True, slots=True)
class PressedLane(_Pressed):
    """A lane's name."""

    def _rect(self, stage: Stage) -> Rect:
        top, bottom = next((a, b) for a, b, lane in stage.places.rows if lane.id == self.record)
        return Rect(0.0, top, stage.places.body.x, bottom - top)

    def _way(self, pointer: Pointer) -> tuple[float, float]:
        return 0.0, pointer.y - self.start.y

    def _landing(self, stage: Stage, pointer: Pointer) -> Rect | None:
        row = stage.places.row_at(pointer.y)
        if row is None:
            return None
        top, bottom, _lane = stage.places.rows[row]
        body = stage.places.body
        return Rect(0.0, top, body.x + body.w, bottom - top)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        middles = {lane.id: (top + bottom) / 2 for top, bottom, lane in stage.places.rows}
        lanes = [lane for lane in stage.map.grid(stage.journey).lanes if lane.id != self.record]
        before = [i for i, lane in enumerate(lanes) if middles.get(lane.id, pointer.y) < pointer.y]
        return edits.move_lane(stage.map, self.record, before[-1] + 1 if before else _first(stage))

    def _words(self) -> str:
        return _("Move the lane")


def _first(stage: Stage) -> int:
    """The place before the topmost lane that is drawn as a row."""
    rows = {lane.id for _top, _bottom, lane in stage.places.rows}
    lanes = stage.map.grid(stage.journey).lanes
    return next((i for i, lane in enumerate(lanes) if lane.id in rows), 0)


def _place_of(stage: Stage, step: str) -> int:
    own = stage.map.of(Step)[step]
    return [one.id for one in stage.map.grid(stage.journey).steps_of(own.stage)].index(step)
