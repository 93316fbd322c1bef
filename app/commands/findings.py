"""The findings of a file as the command line tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journey.analysis import find
from journey.clean import one_line
from journey.finding import Finding, Severity
from journey.model import Journey, MapData
from resources.words import _, _n

Found = Mapping[str, Sequence[Finding]]
"""Findings by the id of their journey, in the order of the journeys."""


def findings_of(map_data: MapData) -> Found:
    """Everything every journey of a file says."""
    return {journey.id: find(map_data, journey.id) for journey in map_data.journeys()}


def as_plain(found: Found) -> list[dict[str, Any]]:
    """Findings as JSON holds them."""
    return [
        {
            "id": finding.id,
            "severity": str(finding.severity),
            "records": list(finding.records),
            "message": finding.message,
        }
        for findings in found.values()
        for finding in findings
    ]


def report(map_data: MapData, found: Found) -> Iterator[str]:
    """Findings by severity under each journey's title, and a line that counts them."""
    for journey, findings in found.items():
        yield one_line(map_data.of(Journey)[journey].title)
        yield from grouped(findings)
        yield ""
    yield _counted([one for findings in found.values() for one in findings])


def grouped(findings: Sequence[Finding]) -> Iterator[str]:
    """Findings under headings of their severity, the gravest first."""
    headings = {
        Severity.PROBLEM: _("Problems"),
        Severity.WARNING: _("Warnings"),
        Severity.NOTE: _("Remarks"),
    }
    for severity, heading in headings.items():
        messages = [one_line(one.message) for one in findings if one.severity is severity]
        if messages:
            yield f"  {heading}"
            yield from (f"    {message}" for message in messages)


def _counted(findings: Sequence[Finding]) -> str:
    if not findings:
        return _("Nothing to remark.")
    problems, warnings, notes = (sum(one.severity is severity for one in findings) for severity in Severity)
    parts = (
        _n("{n} finding", "{n} findings", len(findings)).format(n=len(findings)),
        _n("{n} problem", "{n} problems", problems).format(n=problems),
        _n("{n} warning", "{n} warnings", warnings).format(n=warnings),
        _n("{n} remark", "{n} remarks", notes).format(n=notes),
    )
    return _("{findings}: {problems}, {warnings}, {notes}").format(
        findings=parts[0], problems=parts[1], warnings=parts[2], notes=parts[3]
    )
