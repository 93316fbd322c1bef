"""What a journey says: its findings, and how much of it rests on evidence."""

from __future__ import annotations

from collections.abc import Iterator

from journey.analysis import failure, feelings, flow, moments, ownership, plans, support, touchpoints
from journey.analysis.carrying import carrying_graph
from journey.analysis.digest import GRAVITY, IMPORTANCE, summary
from journey.analysis.evidence import Coverage, coverage, coverage_sentence
from journey.analysis.reading import Reading, places, read
from journey.finding import Finding
from journey.model import MapData

__all__ = ["IMPORTANCE", "Coverage", "coverage", "coverage_sentence", "find", "summary"]

_FROM_THE_MAP = (
    feelings.feeling_drops,
    moments.unowned_moments,
    ownership.unowned_touchpoints,
    plans.pains_without_plan,
    flow.open_gaps,
    moments.unbacked_moments,
    touchpoints.without_touchpoints,
    flow.preventable_contacts,
    flow.dead_ends,
    ownership.hand_offs,
    support.idle_processes,
)
_FROM_WHAT_CARRIES = (
    failure.single_points_of_failure,
    support.unsupported_touchpoints,
    failure.bottlenecks,
)


def find(map_data: MapData, journey: str) -> tuple[Finding, ...]:
    """Everything a journey says, the gravest first, then along the journey; always in the same order.

    Messages are in the language being spoken. Raises KeyError if the map has no such journey.
    """
    reading = read(map_data, journey)
    place = places(reading)

    def standing(finding: Finding) -> tuple[object, ...]:
        return GRAVITY.index(finding.severity), place[finding.records[0]], IMPORTANCE.index(finding.id)

    return tuple(sorted(_all(reading), key=standing))


def _all(reading: Reading) -> Iterator[Finding]:
    for from_map in _FROM_THE_MAP:
        yield from from_map(reading)
    carries = carrying_graph(reading)
    for from_graph in _FROM_WHAT_CARRIES:
        yield from from_graph(reading, carries)
