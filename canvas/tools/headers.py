"""Stages, steps and lane names under the hand: dragged sideways or up and down with all that is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.bars import BAR, column_bar, stage_bar
from canvas.places import Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.trying import carried_out, given_back, tried
from journey import edits
from journey.model import Change, Step
from resources.words import _


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A header is pressed: release selects it, a move drags it."""

    start: Pointer
    record: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.record,)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show where it would land."""
        if not trembles(self.start, pointer):
            change, why = tried(stage, lambda: self._edit(stage, pointer))
            fits = change is not None
            bar = self._bar(stage, pointer) if change else None
            stage.show_ghost(Ghost(self._carried(stage), self._way(pointer), bar=bar, fits=fits))
            stage.say(self._words() if fits else why, wrong=not fits)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Move it with everything under it; a click selects."""
        if trembles(self.start, pointer):
            stage.show_ghost(NOTHING)
        else:
            carried_out(stage, lambda: self._edit(stage, pointer))
        stage.select([self.record])
        return None

    def cancel(self, stage: Stage) -> State | None:
        """It stays where it was."""
        return given_back(stage)

    def _carried(self, stage: Stage) -> tuple[str, ...]:
        return (self.record,)

    def _way(self, pointer: Pointer) -> tuple[float, float]:
        return pointer.x - self.start.x, 0.0

    def _bar(self, stage: Stage, pointer: Pointer) -> Rect | None:
        raise NotImplementedError

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        raise NotImplementedError

    def _words(self) -> str:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PressedStep(_Pressed):
    """A step's header."""

    def _bar(self, stage: Stage, pointer: Pointer) -> Rect | None:
        column, after = column_near(stage, pointer)
        return column_bar(stage, column + after)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        column, after = column_near(stage, pointer)
        there: Step = stage.places.columns[column][2]
        if there.id == self.record:
            return edits.move_step(stage.map, self.record, there.stage, _place_of(stage, self.record))
        others = [s for s in stage.map.grid(stage.journey).steps_of(there.stage) if s.id != self.record]
        place = next(i for i, step in enumerate(others) if step.id == there.id)
        return edits.move_step(stage.map, self.record, there.stage, place + after)

    def _words(self) -> str:
        return _("Move the step with everything under it")


@dataclass(frozen=True, slots=True)
class PressedStage(_Pressed):
    """A stage's chevron."""

    def _carried(self, stage: Stage) -> tuple[str, ...]:
        steps = stage.map.grid(stage.journey).steps_of(self.record)
        return (self.record, *(step.id for step in steps))

    def _bar(self, stage: Stage, pointer: Pointer) -> Rect | None:
        return stage_bar(stage, stage_place(stage, pointer, self.record), self.record)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        return edits.move_stage(stage.map, self.record, stage_place(stage, pointer, self.record))

    def _words(self) -> str:
        return _("Move the stage with everything under it")


@dataclass(frozen=True, slots=True)
class PressedLane(_Pressed):
    """A lane's name."""

    def _way(self, pointer: Pointer) -> tuple[float, float]:
        return 0.0, pointer.y - self.start.y

    def _bar(self, stage: Stage, pointer: Pointer) -> Rect | None:
        rows = [row for row in stage.places.rows if row[2].id != self.record]
        above = [bottom for top, bottom, _lane in rows if (top + bottom) / 2 < pointer.y]
        body = stage.places.body
        y = above[-1] if above else body.y
        return Rect(0.0, y - BAR / 2, body.x + body.w, BAR)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        middles = {lane.id: (top + bottom) / 2 for top, bottom, lane in stage.places.rows}
        lanes = [lane for lane in stage.map.grid(stage.journey).lanes if lane.id != self.record]
        before = [i for i, lane in enumerate(lanes) if middles.get(lane.id, pointer.y) < pointer.y]
        return edits.move_lane(stage.map, self.record, before[-1] + 1 if before else _first(stage))

    def _words(self) -> str:
        return _("Move the lane")


def column_near(stage: Stage, pointer: Pointer) -> tuple[int, bool]:
    """The column under a pointer, the nearest one outside, and whether it points at its right half."""
    columns = stage.places.columns
    column = stage.places.column_at(pointer.x)
    if column is None:
        column = 0 if pointer.x < columns[0][0] else len(columns) - 1
    left, right, _step = columns[column]
    return column, pointer.x > (left + right) / 2


def stage_place(stage: Stage, pointer: Pointer, without: str = "") -> int:
    """Before which stage a pointer is, counted without one."""
    others = [one for one in stage.map.grid(stage.journey).stages if one.id != without]
    middles = [stage.places.rects[one.id].x + stage.places.rects[one.id].w / 2 for one in others]
    return sum(middle < pointer.x for middle in middles)


def _first(stage: Stage) -> int:
    """The place before the topmost lane that is drawn as a row."""
    rows = {lane.id for _top, _bottom, lane in stage.places.rows}
    lanes = stage.map.grid(stage.journey).lanes
    return next((i for i, lane in enumerate(lanes) if lane.id in rows), 0)


def _place_of(stage: Stage, step: str) -> int:
    own = stage.map.of(Step)[step]
    return [one.id for one in stage.map.grid(stage.journey).steps_of(own.stage)].index(step)
