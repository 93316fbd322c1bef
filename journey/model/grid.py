"""The skeleton of one journey: its stages, steps and lanes in order, and which column a step is."""

from __future__ import annotations

from dataclasses import dataclass

from journey.model.records import Lane, Stage, Step
from journey.model.table import Tables


@dataclass(frozen=True, slots=True)
class Grid:
    """``steps`` run across all stages; ``column`` gives a step's place among them by its id."""

    journey: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    lanes: tuple[Lane, ...]
    column: dict[str, int]

    def steps_of(self, stage: str) -> tuple[Step, ...]:
        """The steps of one stage, in order."""
        return tuple(step for step in self.steps if step.stage == stage)


def grid_of(tables: Tables, journey: str) -> Grid:
    """The skeleton of a journey as it stands in the map."""
    stages = tables.of(Stage).by("journey").get(journey, ())
    of_stage = tables.of(Step).by("stage")
    steps = tuple(step for stage in stages for step in of_stage.get(stage.id, ()))
    lanes = tables.of(Lane).by("journey").get(journey, ())
    return Grid(journey, stages, steps, lanes, {step.id: place for place, step in enumerate(steps)})
