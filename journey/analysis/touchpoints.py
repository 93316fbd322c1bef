"""Where the customer meets nobody: steps and whole stages without a touchpoint."""

from __future__ import annotations

from collections.abc import Iterator

from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import CardKind
from resources.words import _


def without_touchpoints(reading: Reading) -> Iterator[Finding]:
    """A finding for each stage, and for each step of the other stages, that has no touchpoint.

    Nothing before the first touchpoint of the journey has been placed.
    """
    touchpoints = reading.of(CardKind.TOUCHPOINT)
    met = {column for card in touchpoints for column in reading.columns(card)}
    for stage in reading.grid.stages if met else ():
        steps = reading.grid.steps_of(stage.id)
        bare = [step for step in steps if reading.grid.column[step.id] not in met]
        if len(bare) == len(steps):
            message = _("The stage {stage} has no touchpoint.").format(stage=name(stage))
            yield Finding("stage-without-touchpoint", Severity.WARNING, (stage.id,), message)
            continue
        for step in bare:
            message = _("The customer meets nobody and nothing at {step}.").format(step=name(step))
            yield Finding("step-without-touchpoint", Severity.NOTE, (step.id,), message)
