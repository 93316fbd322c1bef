"""Where it starts to hurt: the largest falls of each persona's feeling curve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journey.analysis.reading import Reading
from journey.analysis.wording import name, number
from journey.finding import Finding, Severity
from journey.model import Feeling, MapData, Persona, Step
from journey.personas import names_of, within
from resources.words import _

LARGE_FALL = 1.5
"""Points of the five-point scale below which a fall is not worth a sentence."""
MOST = 2
"""Falls told for each persona, the largest first."""


class Fall(NamedTuple):
    """A stretch of a curve that never rises, from where it leaves its peak to where it is lowest."""

    peak: Feeling
    low: Feeling

    @property
    def points(self) -> float:
        """How far the feeling falls."""
        return self.peak.score - self.low.score


def feeling_drops(reading: Reading) -> Iterator[Finding]:
    """A finding for each of the largest falls, at most two for each persona."""
    curves = _curves(reading)
    for fall in large_falls(reading):
        message = fall_sentence(reading.map, fall, whose=len(curves) > 1)
        yield Finding("feeling-drop", Severity.PROBLEM, (fall.low.id, fall.peak.id), message)


def large_falls(reading: Reading) -> Iterator[Fall]:
    """The largest falls, at most two for each persona, the largest of each first."""
    for curve in _curves(reading):
        large = [fall for fall in falls(curve) if fall.points >= LARGE_FALL]
        yield from sorted(large, key=lambda fall: -fall.points)[:MOST]


def _curves(reading: Reading) -> list[list[Feeling]]:
    """The curve of each persona, its points along the journey."""
    column = reading.grid.column
    curves: dict[str, list[Feeling]] = {}
    feelings = reading.map.of(Feeling).by("journey").get(reading.journey.id, ())
    for feeling in sorted(feelings, key=lambda one: column[one.step]):
        curves.setdefault(feeling.persona or "", []).append(feeling)
    return [curves[persona] for persona in sorted(curves)]


def falls(curve: Sequence[Feeling]) -> list[Fall]:
    """The falls of a curve in order."""
    found: list[Fall] = []
    peak = low = curve[0]
    for point in curve[1:]:
        if point.score > low.score or (low is peak and point.score == peak.score):
            found.append(Fall(peak, low))
            peak = low = point
        elif point.score < low.score:
            low = point
    found.append(Fall(peak, low))
    return [fall for fall in found if fall.points > 0]


def fall_sentence(map_data: MapData, fall: Fall, *, whose: bool) -> str:
    """How far and from where to where a feeling falls, and whose where several personas feel."""
    steps, persona = map_data.of(Step), map_data.of(Persona).get(fall.low.persona)
    names = names_of(map_data)
    parts = {
        "points": number(fall.points),
        "peak": name(steps[fall.peak.step]),
        "low": name(steps[fall.low.step]),
        "persona": within(names[persona.id]) if persona else "",
    }
    if whose and persona:
        return _("For {persona}, the feeling falls {points} points from {peak} to {low}.").format(**parts)
    return _("The feeling falls {points} points from {peak} to {low}.").format(**parts)
