"""Maps to draw prints of: the samples, and some that no designer thinks of; and what stands on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from export.json_in import read_json
from journey.drawing import Drawing, Text, flat
from journey.handouts import Asked, Handout, Special, drawn_up
from journey.handouts.styles import POINT
from journey.model import (
    Action,
    Feeling,
    Journey,
    JourneyPersona,
    Knowledge,
    LaneKind,
    MapData,
    Measure,
    Owner,
    Ownership,
    Persona,
    Record,
    Stage,
    Step,
    map_of,
)
from resources.samples import SAMPLES, sample_bytes
from tests.builders import a_card, a_map

LANES = (
    *(LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.FEELINGS, LaneKind.PAINS),
    *(LaneKind.OWNERS, LaneKind.IDEAS),
)
COMPOUND = (
    "Sykehusinnleggelsesforberedelsessamtalen med pårørende som ikke får svar på telefonen før klokka åtte "
    "neste morgen, fordi vaktsentralen ikke vet hvem som har ansvaret, og journalen ligger i et annet system "
    "enn det kommunen bruker, og ingen har sagt fra til hjemmesykepleien om hva som er avtalt på avdelingen."
)
ARABIC = "مرحبا بك في رحلة العميل 😀👩‍👩‍👧 العميل ينتظر تسعة أيام"


@cache
def sample(name: str) -> MapData:
    return map_of(read_json(sample_bytes(name)).records)


def told(text: str, count: int = 12) -> MapData:
    """Cards, measures, actions and feelings that all say the same, of one owner and one persona."""
    records: list[Record] = [
        Owner(id="o", name=text[:70]),
        Persona(id="p", name=text[:40], segment=text[:80]),
        JourneyPersona(id="jp", journey="journey", persona="p"),
    ]
    for at in range(count):
        lane = ("touchpoints", "pains", "ideas")[at % 3]
        step = f"step-{at % 4 + 1}"
        card = a_card(f"c{at}", lane, step, text=text, code=f"C{at}", moment_of_truth=True)
        records += [
            replace(card, severity=3 if lane == "pains" else 0, rank=f"V{at:04d}"),
            Ownership(id=f"o{at}", card=card.id, owner="o"),
            Measure(id=f"m{at}", card=card.id, name=text[:70], value=-at / 10, goal=10, source=text[:60]),
            Action(id=f"a{at}", card=card.id, title=text, owner="o", due="2026-12-01"),
        ]
    feelings = (
        Feeling(
            id=f"f{at}", journey="journey", step=f"step-{at + 1}", persona="p", score=1.5 - at, word=text[:30]
        )
        for at in range(4)
    )
    made = a_map(2, 2, LANES, [*records, *feelings])
    return map_of(_titled(one, text) for one in made.records())


def _titled(record: Record, text: str) -> Record:
    match record:
        case Journey():
            return replace(record, title=text, purpose=text)
        case Step() | Stage():
            return replace(record, title=text[:90])
        case _:
            return record


def many(count: int = 300) -> MapData:
    """So many cards over twenty steps, a third of them touchpoints of one owner."""
    records: list[Record] = [Owner(id="o", name="Contact centre")]
    for at in range(count):
        lane = ("touchpoints", "pains", "ideas")[at % 3]
        card = a_card(f"c{at}", lane, f"step-{at % 20 + 1}", text=f"card {at} says it", rank=f"V{at:04d}")
        records.append(replace(card, code=f"C{at}", evidence=Knowledge.GUESS))
        if lane == "touchpoints":
            records.append(Ownership(id=f"o{at}", card=card.id, owner="o"))
    return a_map(5, 4, LANES, records)


ODD = {
    "bare": lambda: a_map(1, 1, LANES),
    "one card": lambda: a_map(1, 1, LANES, [a_card("A single card", "touchpoints", "step-1")]),
    "long texts": lambda: told(COMPOUND),
    "very long texts": lambda: told((COMPOUND * 7)[:2000], count=4),
    "arabic and emoji": lambda: told(ARABIC),
    "many": many,
}
"""Maps that are hard to print, by what is odd about them."""
ALL = (*SAMPLES, *ODD)


@cache
def map_called(name: str) -> MapData:
    return ODD[name]() if name in ODD else sample(name)


def pages(
    handout: Handout, map_data: MapData, special: Special | None = None, **asked: object
) -> list[Drawing]:
    """A print of a map's first journey on the paper it is usually for."""
    paper = {Handout.STAGES: (297.0, 420.0), Handout.TEMPLATE: (914.0, 914.0)}.get(handout, (210.0, 297.0))
    wished = Asked(**{"width": paper[0], "height": paper[1], **asked})  # type: ignore[arg-type]
    own = special or Special(roll=handout is Handout.TEMPLATE)
    return list(drawn_up(handout, map_data, map_data.journeys()[0].id, wished, own))


@cache
def printed(handout: Handout, name: str) -> list[Drawing]:
    """A print of one of the maps, drawn up once."""
    return pages(handout, map_called(name))


def texts(drawings: Iterable[Drawing]) -> Iterator[tuple[str, Text]]:
    """Every text at its place with the record it is told of."""
    for drawing in drawings:
        for record, mark in flat(drawing.blocks()):
            if isinstance(mark, Text):
                yield record, mark


def words(drawings: Iterable[Drawing]) -> str:
    """All that is written, with single spaces."""
    return " ".join(" ".join(mark.text.split()) for _record, mark in texts(drawings))


def points(text: Text) -> float:
    """How large a text is."""
    return text.size / POINT
