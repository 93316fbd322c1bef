"""Findings for paper: those of a kind in one sentence, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from journey.analysis.feelings import Fall, fall_sentence
from journey.analysis.wording import name, sentence, spelt
from journey.finding import Finding, Severity
from journey.model import Card, Feeling, Lane, MapData, Stage, Step
from resources.words import _, listed

IMPORTANCE = (
    "feeling-drop",
    "moment-of-truth-unowned",
    "unowned-touchpoint",
    "pain-without-plan",
    "single-point-of-failure",
    "preventable-contact",
    "open-gap",
    "moment-of-truth-unbacked",
    "unsupported-touchpoint",
    "stage-without-touchpoint",
    "dead-end",
    "bottleneck",
    "hand-off",
    "step-without-touchpoint",
    "idle-process",
)
"""Every kind of finding, the most important first."""
GRAVITY = tuple(Severity)


def weight(finding: Finding) -> tuple[int, int]:
    """How early a finding comes among others: by severity, then by its kind."""
    return GRAVITY.index(finding.severity), IMPORTANCE.index(finding.id)


def summary(findings: Iterable[Finding], map_data: MapData, limit: int = 5) -> tuple[Finding, ...]:
    """At most ``limit`` findings, one of each kind, that say what all of them say.

    A merged finding is as severe as the gravest in it and holds the records of all.
    """
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.id, []).append(finding)
    merged = [_merged(of_kind, map_data) for of_kind in kinds.values()]
    return tuple(sorted(merged, key=weight)[:limit])


def _merged(findings: list[Finding], map_data: MapData) -> Finding:
    if len(findings) == 1:
        return findings[0]
    kind = findings[0].id
    gravest = min(findings, key=weight)
    records = dict.fromkeys(record for finding in findings for record in finding.records)
    message = _largest_fall(findings, map_data) if kind == "feeling-drop" else _counted(findings, map_data)
    return Finding(kind, gravest.severity, tuple(records), message)


def _counted(findings: Sequence[Finding], map_data: MapData) -> str:
    names = listed([_name(map_data, finding.records[0]) for finding in findings])
    text = _GROUPED[findings[0].id]()
    return sentence(text.format(count=spelt(len(findings)), names=names))


def _largest_fall(findings: Sequence[Finding], map_data: MapData) -> str:
    feelings = map_data.of(Feeling)
    falls = [Fall(feelings[finding.records[1]], feelings[finding.records[0]]) for finding in findings]
    personas = {fall.low.persona for fall in falls}
    return fall_sentence(map_data, max(falls, key=lambda fall: fall.points), whose=len(personas) > 1)


def _name(map_data: MapData, record: str) -> str:
    of = map_data.of
    found = of(Card).get(record) or of(Step).get(record) or of(Stage).get(record) or of(Lane)[record]
    return name(found)


_GROUPED: dict[str, Callable[[], str]] = {
    "unowned-touchpoint": lambda: _("{count} touchpoints nobody owns: {names}."),
    "moment-of-truth-unowned": lambda: _("{count} moments of truth nobody owns: {names}."),
    "moment-of-truth-unbacked": lambda: _("{count} moments of truth only guessed: {names}."),
    "pain-without-plan": lambda: _("{count} pain points nobody has picked up: {names}."),
    "single-point-of-failure": lambda: _(
        "{count} single points of failure, each under several moments of truth: {names}."
    ),
    "preventable-contact": lambda: _("{count} contacts need not happen: {names}."),
    "open-gap": lambda: _("{count} gaps are open: {names}."),
    "unsupported-touchpoint": lambda: _("{count} touchpoints with nothing behind them: {names}."),
    "stage-without-touchpoint": lambda: _("{count} stages without a touchpoint: {names}."),
    "step-without-touchpoint": lambda: _("{count} steps without a touchpoint: {names}."),
    "dead-end": lambda: _("{count} dead ends on the customer's path: {names}."),
    "bottleneck": lambda: _("{count} bottlenecks: {names}."),
    "hand-off": lambda: _("Responsibility changes hands {count} times along the journey."),
    "idle-process": lambda: _("{count} processes carry nothing the customer meets: {names}."),
}
