"""How much of a journey rests on evidence, and on which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from journey.analysis.reading import Reading, read
from journey.model import Backing, Card, CardKind, Evidence, Knowledge, MapData, Method
from resources.words import _n

CLAIMS = (
    CardKind.QUOTE,
    CardKind.TOUCHPOINT,
    CardKind.PHYSICAL_EVIDENCE,
    CardKind.FRONTSTAGE_ACTION,
    CardKind.BACKSTAGE_PROCESS,
    CardKind.SYSTEM,
    CardKind.POLICY,
    CardKind.PAIN_POINT,
    CardKind.GAIN,
)
"""Cards that say how things are, so that evidence can bear them out."""
KNOWN = (Knowledge.PARTLY, Knowledge.RESEARCHED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """``known`` of ``cards`` rest on evidence; ``sources`` are phrases such as "12 interviews"."""

    known: int
    cards: int
    sources: tuple[str, ...]

    @property
    def share(self) -> float:
        """The known part of all cards, 0 to 1; 0 where there are none."""
        return self.known / self.cards if self.cards else 0.0


def coverage(map_data: MapData, journey: str) -> Coverage:
    """How many of a journey's claims rest on evidence, and on which. Cards the room rejected do not count."""
    reading = read(map_data, journey)
    claims = reading.of(*CLAIMS)
    known = sum(borne_out(map_data, card) for card in claims)
    return Coverage(known, len(claims), _sources(reading))


def borne_out(map_data: MapData, card: Card) -> bool:
    """Whether a card rests on evidence: the room calls it researched, partly or wholly, or a source backs it.

    What staff told is no evidence until it is attached as a source, which is then named as one.
    """
    return card.evidence in KNOWN or card.id in map_data.of(Backing).by("card")


def coverage_sentence(found: Coverage) -> str:
    """The coverage as a line for a print: “19 of 31 cards rest on evidence · 12 interviews, 1 survey”."""
    text = _n(
        "{known} of {cards} card rests on evidence", "{known} of {cards} cards rest on evidence", found.cards
    )
    line = text.format(known=found.known, cards=found.cards)
    return " · ".join(filter(None, (line, ", ".join(found.sources))))


def _sources(reading: Reading) -> tuple[str, ...]:
    """A phrase for each method: sources that back a card of this journey, or no card at all yet."""
    backings = reading.map.of(Backing).by("evidence")
    counts: Counter[Method] = Counter()
    for source in reading.map.of(Evidence):
        backed = backings.get(source.id, ())
        if not backed or any(one.card in reading.cards for one in backed):
            counts[source.method] += _weight(source)
    return tuple(_PHRASES[method](counts[method]) for method in Method if counts[method])


def _weight(source: Evidence) -> int:
    """How much a source counts: as many people as it speaks for, or as one study or paper."""
    whole = source.method in (Method.SURVEY, Method.DOCUMENT) or source.people is None
    return 1 if whole else source.people or 0


_PHRASES: dict[Method, Callable[[int], str]] = {
    Method.INTERVIEW: lambda n: _n("{n} interview", "{n} interviews", n).format(n=n),
    Method.SURVEY: lambda n: _n("{n} survey", "{n} surveys", n).format(n=n),
    Method.OBSERVATION: lambda n: _n("{n} observation", "{n} observations", n).format(n=n),
    Method.LOG: lambda n: _n("{n} logged contact", "{n} logged contacts", n).format(n=n),
    Method.STAFF: lambda n: _n("{n} colleague asked", "{n} colleagues asked", n).format(n=n),
    Method.DOCUMENT: lambda n: _n("{n} document", "{n} documents", n).format(n=n),
}
