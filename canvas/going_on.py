"""Where writing goes on after a text: in the next cell or step, under where steps began, in a new lane."""

from __future__ import annotations

from collections.abc import Iterable

from canvas import walking
from canvas.beginning import new_step
from canvas.places import Cell
from canvas.stage import Stage
from canvas.writing import Writing
from journey.model import Card, Lane, LaneKind
from resources.words import _


class GoingOn:
    """Leads on from text to text; knows the run of steps that were written one after another."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        # Where the run began, and where it is.
        self._run: tuple[str, str] | None = None

    def selected(self, records: Iterable[str]) -> None:
        """Other records were selected: elsewhere the steps that were written are a run no more."""
        if self._run is not None and tuple(records) != (self._run[1],):
            self._run = None

    def down(self) -> None:
        """The down arrow; after steps were written it goes under where that began, to what is empty."""
        if self._run is not None and self._stage.selected == (self._run[1],):
            walking.walk_under(self._stage, self._run[0])
        else:
            walking.walk(self._stage, "down")

    def go_on(self, writing: Writing, key: str, record: str) -> None:
        """After Enter and Tab writing goes on in the next cell or step; an empty new text ends it.

        ``record`` is what the text is of by now, empty where nothing was made.
        """
        stage = self._stage
        following = walking.next_cell(stage, writing.cell, key) if writing.cell is not None else None
        if record and key and writing.leads_on:
            self._run = (self._run[0] if self._run else record, record)
        if key in ("esc", "down"):
            self._end(record, key)
        elif not record:
            return
        elif key and writing.leads_on:
            self._to_steps(record, key)
        elif key and following is not None and not writing.record:
            self._write_in(following)
        elif key and writing.cell is not None and not writing.record and record in stage.map.of(Card):
            stage.select([], writing.cell)  # so that whatever is typed now is another card's text
            stage.say(_("Nothing follows here: what you type now begins another card below, in this cell"))
        elif key and not writing.record and record in stage.map.of(Lane):
            self._into_lane(record)
        elif key or writing.wanted:
            stage.select([writing.back or record])

    def _write_in(self, cell: Cell) -> None:
        self._stage.select([], cell)
        self._stage.write(cell)

    def _into_lane(self, lane: str) -> None:
        """Into a new lane, at the step where one was; a line has no cells."""
        stage = self._stage
        steps = [step.id for step in stage.map.grid(stage.journey).steps]
        at = stage.cell.step if stage.cell is not None and stage.cell.step in steps else steps[0]
        line = stage.map.of(Lane)[lane].kind is LaneKind.LINE
        stage.select([lane] if line else [], None if line else Cell(lane, at))

    def _end(self, record: str, key: str) -> None:
        """Writing was ended by Escape or the down arrow, with something written or not."""
        if record:
            self._stage.select([record])
        if key == "down":
            self.down()

    def _to_steps(self, step: str, key: str) -> None:
        """After a step's title: Enter goes on to the next step, a new one after the last; Tab goes down."""
        stage = self._stage
        steps = [one.id for one in stage.map.grid(stage.journey).steps]
        if key == "tab" and stage.places.rows:
            lanes = [lane.id for _a, _b, lane in stage.places.rows if walking.takes_cards(lane)]
            if lanes:
                self._write_in(Cell(lanes[0], step))
        elif step == steps[-1]:
            stage.select([step])
            stage.begin(new_step(stage, step))
        else:
            following = steps[steps.index(step) + 1]
            self._run = (self._run[0] if self._run else step, following)
            stage.select([following])
