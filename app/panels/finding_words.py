"""Findings in a few words: as phrases for the bar below the map, and as headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journey.clean import one_line
from journey.finding import Finding, Severity
from journey.layout.numbers import number
from journey.model import Feeling, JourneyPersona, Lane, MapData, Persona, Step
from resources.words import _, _n, spoken

_NAME = 22


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words for all findings of a kind; the whole of what they say; the records they are about."""

    kind: str
    words: str
    whole: str
    grave: bool
    records: tuple[str, ...]


def phrases(found: Sequence[Finding], m: MapData, journey: str) -> list[Phrase]:
    """A phrase for each kind of finding, the gravest and most important first."""
    from journey.analysis import IMPORTANCE

    made = []
    for kind in IMPORTANCE:
        alike = [one for one in found if one.id == kind]
        if alike:
            gravest = min(alike, key=lambda one: list(Severity).index(one.severity))
            grave = gravest.severity is Severity.PROBLEM
            whole = "\n".join(one.message for one in alike[:12])
            records = tuple(dict.fromkeys(one.records[0] for one in alike))
            made.append(Phrase(kind, _words(kind, alike, m, journey), whole, grave, records))
    return sorted(made, key=lambda one: not one.grave)


def kind_heading(kind: str, severity: Severity) -> str:
    """What findings of a kind are called above a list of them."""
    graveness = {
        Severity.PROBLEM: _("problem"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("remark"),
    }[severity]
    return _("{finding} · {severity}").format(finding=_HEADINGS[kind](), severity=graveness)


def _words(kind: str, alike: Sequence[Finding], m: MapData, journey: str) -> str:
    if kind == "feeling-drop":
        return _largest_drop(alike, m)
    count = len(alike)
    if count == 1 and alike[0].records[0] in m.of(Lane):
        # About all of a lane's cards, so that the number of findings would say something else.
        return alike[0].message.rstrip(".")
    if kind == "open-gap" and (name := _persona(m, journey)):
        words = _n("{n} gap in the path of {persona}", "{n} gaps in the path of {persona}", count)
        return words.format(n=count, persona=name)
    return _COUNTED[kind](count).format(n=count)


def _largest_drop(alike: Sequence[Finding], m: MapData) -> str:
    feelings = m.of(Feeling)
    falls = [(feelings[one.records[1]], feelings[one.records[0]]) for one in alike]
    peak, low = max(falls, key=lambda fall: fall[0].score - fall[1].score)
    points = number(peak.score - low.score, spoken())
    words = _("largest drop: {start} → {end} (−{points})")
    return words.format(start=_place(m, peak), end=_place(m, low), points=points)


def _place(m: MapData, feeling: Feeling) -> str:
    title = one_line(m.of(Step)[feeling.step].title)
    return title if len(title) <= _NAME else title[:_NAME].rstrip() + "…"


def _persona(m: MapData, journey: str) -> str:
    seen = m.of(JourneyPersona).by("journey").get(journey, ())
    return m.of(Persona)[seen[0].persona].name.split(",")[0] if seen else ""


_COUNTED: dict[str, Callable[[int], str]] = {
    "moment-of-truth-unowned": lambda n: _n(
        "{n} moment of truth nobody owns", "{n} moments of truth nobody owns", n
    ),
    "unowned-touchpoint": lambda n: _n("{n} touchpoint nobody owns", "{n} touchpoints nobody owns", n),
    "pain-without-plan": lambda n: _n("{n} pain nobody has picked up", "{n} pains nobody has picked up", n),
    "single-point-of-failure": lambda n: _n("{n} single point of failure", "{n} single points of failure", n),
    "preventable-contact": lambda n: _n("{n} contact need not happen", "{n} contacts need not happen", n),
    "open-gap": lambda n: _n("{n} open gap", "{n} open gaps", n),
    "moment-of-truth-unbacked": lambda n: _n(
        "{n} moment of truth only guessed", "{n} moments of truth only guessed", n
    ),
    "unsupported-touchpoint": lambda n: _n(
        "{n} touchpoint with nothing behind it", "{n} touchpoints with nothing behind them", n
    ),
    "stage-without-touchpoint": lambda n: _n(
        "{n} stage without a touchpoint", "{n} stages without a touchpoint", n
    ),
    "dead-end": lambda n: _n("{n} dead end", "{n} dead ends", n),
    "bottleneck": lambda n: _n("{n} bottleneck", "{n} bottlenecks", n),
    "hand-off": lambda n: _n("{n} hand-off", "{n} hand-offs", n),
    "step-without-touchpoint": lambda n: _n(
        "{n} step without a touchpoint", "{n} steps without a touchpoint", n
    ),
    "idle-process": lambda n: _n("{n} process carries nothing", "{n} processes carry nothing", n),
}

_HEADINGS: dict[str, Callable[[], str]] = {
    "feeling-drop": lambda: _("The feeling falls"),
    "moment-of-truth-unowned": lambda: _("Moments of truth nobody owns"),
    "unowned-touchpoint": lambda: _("Touchpoints nobody owns"),
    "pain-without-plan": lambda: _("Pains nobody has picked up"),
    "single-point-of-failure": lambda: _("Single points of failure"),
    "preventable-contact": lambda: _("Contacts that need not happen"),
    "open-gap": lambda: _("Open gaps"),
    "moment-of-truth-unbacked": lambda: _("Moments of truth only guessed"),
    "unsupported-touchpoint": lambda: _("Touchpoints with nothing behind them"),
    "stage-without-touchpoint": lambda: _("Stages without a touchpoint"),
    "dead-end": lambda: _("Dead ends"),
    "bottleneck": lambda: _("Bottlenecks"),
    "hand-off": lambda: _("Hand-offs"),
    "step-without-touchpoint": lambda: _("Steps without a touchpoint"),
    "idle-process": lambda: _("Processes that carry nothing"),
}
