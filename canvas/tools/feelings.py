"""A feeling under the hand: its point follows up and down, by halves or freely."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.beginning import new_feeling
from canvas.places import Cell, Kind, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.trying import carried_out, given_back
from canvas.writing import Writing
from journey import edits
from journey.drawing import Point
from journey.layout import score_at, score_height
from journey.layout.numbers import signed
from journey.model import Change, Feeling, Lane, LaneKind
from resources.words import _, spoken

_POINT = 6.0


@dataclass(frozen=True, slots=True)
class PressedFeeling:
    """A point of the curve is pressed, or in a step without one the place where it is to be."""

    start: Pointer
    cell: Cell
    feeling: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return tuple(one for one in (self.cell.lane, self.cell.step, self.feeling) if one)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show the score the point would have."""
        if not trembles(self.start, pointer):
            score = self._score(stage, pointer)
            area = stage.places.cell_rect(self.cell)
            if area is not None:
                x, y = area.x + area.w / 2, area.y + score_height(score)
                point = Rect(x - _POINT / 2, y - _POINT / 2, _POINT, _POINT)
                line = self._curve(stage, (x, y))
                stage.show_ghost(Ghost(things=(point,), look=f"feeling:{score}", line=line))
            stage.say(_("Feeling {score}").format(score=signed(score, spoken())))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Set the score; a click selects the point."""
        if trembles(self.start, pointer):
            stage.show_ghost(NOTHING)
            stage.select([self.feeling] if self.feeling else [], self.cell)
        else:
            change = carried_out(stage, lambda: self._edit(stage, pointer))
            stage.select([change.touches[0].record.id] if change else [], self.cell)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """The point stays where it was."""
        return given_back(stage)

    def _edit(self, stage: Stage, pointer: Pointer) -> Change:
        score = self._score(stage, pointer)
        return edits.set_feeling(stage.map, stage.journey, self.cell.step, score, self._persona(stage))

    def _persona(self, stage: Stage) -> str | None:
        known = stage.map.of(Feeling).get(self.feeling)
        return known.persona if known is not None else stage.persona

    def _curve(self, stage: Stage, point: Point) -> tuple[Point, ...]:
        """From the point before by this one to the point after, as far as there are any."""
        column, persona = stage.map.grid(stage.journey).column, self._persona(stage)
        others = stage.map.of(Feeling).by("journey").get(stage.journey, ())
        points = {
            column[one.step]: (rect.x + rect.w / 2, rect.y + rect.h / 2)
            for one in others
            if one.persona == persona and (rect := stage.places.rects.get(one.id)) is not None
        }
        here = column[self.cell.step]
        before = [points[at] for at in sorted(points) if at < here][-1:]
        after = [points[at] for at in sorted(points) if at > here][:1]
        return (*before, point, *after)

    def _score(self, stage: Stage, pointer: Pointer) -> float:
        area = stage.places.cell_rect(self.cell)
        top = area.y if area is not None else self.start.y
        return snapped(score_at(pointer.y - top), free=pointer.alt)


def pressed_feeling(stage: Stage, pointer: Pointer) -> State | None:
    """What a press in the feelings lane begins; None elsewhere and where a step has its point already."""
    hit = stage.places.hit(pointer.x, pointer.y)
    if hit.cell is None or stage.map.of(Lane)[hit.cell.lane].kind is not LaneKind.FEELINGS:
        return None
    if hit.kind is Kind.FEELING:
        return PressedFeeling(
            pointer, Cell(hit.cell.lane, stage.map.of(Feeling)[hit.record].step), hit.record
        )
    known = edits.feeling_at(stage.map, stage.journey, hit.cell.step, stage.persona)
    return PressedFeeling(pointer, hit.cell) if known is None else None


def feeling_to_write(stage: Stage, pointer: Pointer) -> Writing | None:
    """The word of a feeling as good or bad as the place pointed at; None where there can be no new one."""
    pressed = pressed_feeling(stage, pointer)
    if not isinstance(pressed, PressedFeeling) or pressed.feeling:
        return None
    area = stage.places.cell_rect(pressed.cell)
    if area is None:
        return None
    score = snapped(score_at(pointer.y - area.y), free=pointer.alt)
    return new_feeling(stage, pressed.cell, area, score)


def snapped(score: float, *, free: bool) -> float:
    """A score between -2 and +2, to the half, or to the tenth when free."""
    kept = min(max(score, -2.0), 2.0)
    return round(kept, 1) if free else round(kept * 2) / 2
