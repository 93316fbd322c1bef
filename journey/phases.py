"""Which phases are said over a journey's stages, and whose phase is only what a preset began with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from journey.model import Phase, Stage
from resources.words import LANGUAGES, _, speaking

PHASES = {
    Phase.BEFORE: lambda: _("Before"),
    Phase.DURING: lambda: _("During"),
    Phase.AFTER: lambda: _("After"),
}


def says_its_phase(stage: Stage) -> bool:
    """Whether a stage's title is the word for its phase, or it has none: nobody called it otherwise yet."""
    title = stage.title.strip().casefold()
    return not title or title in _words(stage.phase)


def phases_over(stages: Sequence[Stage]) -> tuple[Phase | None, ...]:
    """The phase said over each stage of a journey, None where there is none.

    “Before” and “After” are said where a stage that does not say its phase itself was given one of them, and
    then over all stages. “During” goes without saying unless it lies between the two.
    """
    given = any(one.phase is not Phase.DURING and not says_its_phase(one) for one in stages)
    phases = [one.phase for one in stages]
    return tuple(
        phase if given and (phase is not Phase.DURING or _between(phases, at)) else None
        for at, phase in enumerate(phases)
    )


def phase_said(stages: Sequence[Stage], stage: Stage) -> Phase | None:
    """The phase that one of a journey's stages is seen to have, by its title or by what stands over it."""
    over = phases_over(stages)[stages.index(stage)]
    return stage.phase if stage.title.strip() and says_its_phase(stage) else over


def _between(phases: Sequence[Phase], at: int) -> bool:
    return Phase.BEFORE in phases[:at] and Phase.AFTER in phases[at:]


@cache
def _words(phase: Phase) -> frozenset[str]:
    """The word for a phase in every language of ours."""
    found = []
    for language in LANGUAGES:
        with speaking(language):
            found.append(PHASES[phase]().casefold())
    return frozenset(found)
