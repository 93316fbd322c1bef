"""Maps at random, from the bare to the overfull, with texts that are hard to set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from journey.finding import Finding, Severity
from journey.layout import View
from journey.model import (
    CARDS_OF_LANE,
    Asset,
    Card,
    CardStatus,
    Contact,
    Feeling,
    Journey,
    JourneyPersona,
    Knowledge,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Measure,
    MeasureKind,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    Phase,
    Record,
    Stage,
    Step,
    map_of,
)
from journey.rank import spread

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]

HARD = (
    "",
    "Arbeidsmiljøundersøkelsesresultatbehandlingsprosessen starter",
    "Sjukförsäkringskassehandläggare",
    "x" * 2000,
    "👩🏽‍❤️‍💋‍👨🏿🧑‍🚒 👨‍👩‍👧‍👦" * 6,
    "הלקוחה מתקשרת לקו החירום and waits, 24/7",
    "\ufdfd\ufdfd العميل",
    "one\n\ntwo\nthree",
    "a " * 90,
    "⸻⸻⸻ 1,000,000,000.00",
)
TEXTS = st.sampled_from(["Calls", "Explains what happened", "Ærlig Øyvind på Åsen", *HARD])
SHORT = st.sampled_from(["", "Phone", "in person, at the counter", "Kundemottak", *HARD[1:6]])
COLOURS = st.sampled_from(["#2A62C9", "#FFFFFF", "#000000", "#8A5A00"])
TALL = Asset(id="tall", media_type="image/png", width=3, height=400, data=b"tall")
WIDE = Asset(id="wide", media_type="image/png", width=400, height=3, data=b"wide")
_SELDOM = st.sampled_from([False] * 4 + [True])
_CARRYING = [kind for kind in LaneKind if CARDS_OF_LANE[kind]]


@st.composite
def maps(
    draw: Draw,
    most_steps: int = 6,
    most_cards: int = 14,
    most_links: int = 14,
    texts: st.SearchStrategy[str] = TEXTS,
    lanes: Sequence[LaneKind] = (),
) -> MapData:
    """A journey "j" with all that a map can show; ``lanes`` are those it has, by kind."""
    records: list[Record] = [Journey(id="j", title=draw(texts), purpose=draw(texts)), TALL, WIDE]
    steps = _grid(draw, records, most_steps, texts)
    rows = _named_lanes(records, lanes) if lanes else _lanes(draw, records, texts)
    cards = _cards(draw, records, steps, [one for one in rows if CARDS_OF_LANE[one.kind]], most_cards, texts)
    _owners(draw, records, cards)
    _measures(draw, records, cards)
    _links(draw, records, cards, most_links)
    _feelings(draw, records, steps)
    return map_of(records)


def views(made: MapData) -> st.SearchStrategy[View]:
    """The journey "j" in a language of ours, with question marks on some cards."""
    ids = [card.id for card in made.of(Card)]
    marked = st.sets(st.sampled_from(ids)) if ids else st.just(set[str]())
    return st.builds(
        lambda language, cards: View("j", language, tuple(_finding(card) for card in sorted(cards))),
        st.sampled_from(["en", "nb", "sv", "da"]),
        marked,
    )


def _finding(card: str) -> Finding:
    return Finding("a_finding", Severity.PROBLEM, (card,), "This does not add up.")


def _some(draw: Draw, least: int, most: int) -> range:
    return range(draw(st.integers(least, most)))


def _grid(draw: Draw, records: list[Record], most: int, texts: st.SearchStrategy[str]) -> list[Step]:
    steps: list[Step] = []
    phases = sorted(
        draw(st.lists(st.sampled_from(list(Phase)), min_size=1, max_size=3)), key=list(Phase).index
    )
    minutes = st.sampled_from([None, None, 0, 7, 90, 1e9])
    for place, phase in enumerate(phases):
        records.append(Stage(id=f"g{place}", journey="j", title=draw(texts), phase=phase, rank=f"{place}1"))
        for _turn in _some(draw, 1, max(most // len(phases), 1)):
            at = len(steps)
            taken, waited = draw(minutes), draw(minutes)
            step = Step(id=f"s{at}", stage=f"g{place}", title=draw(texts), minutes=taken, wait_minutes=waited)
            steps.append(step)
    ranks = spread(len(steps))
    steps = [_ranked(step, rank) for step, rank in zip(steps, ranks, strict=True)]
    records += steps
    return steps


def _ranked(step: Step, rank: str) -> Step:
    return Step(
        id=step.id,
        stage=step.stage,
        title=step.title,
        minutes=step.minutes,
        wait_minutes=step.wait_minutes,
        rank=rank,
    )


def _lanes(draw: Draw, records: list[Record], texts: st.SearchStrategy[str]) -> list[Lane]:
    kinds = draw(st.lists(st.sampled_from([*LaneKind, *_CARRYING]), max_size=7))
    kinds += draw(st.sampled_from([[], [LaneKind.FEELINGS], [LaneKind.OWNERS, LaneKind.TOUCHPOINTS]]))
    lanes = [
        Lane(id=f"l{at}", journey="j", kind=kind, title=draw(texts), rank=rank, hidden=draw(_SELDOM))
        for at, (kind, rank) in enumerate(zip(kinds, spread(len(kinds)), strict=True))
    ]
    records += lanes
    return lanes


def _named_lanes(records: list[Record], kinds: Sequence[LaneKind]) -> list[Lane]:
    ranks = spread(len(kinds))
    lanes = [
        Lane(id=kind, journey="j", kind=kind, title=kind, rank=rank)
        for kind, rank in zip(kinds, ranks, strict=True)
    ]
    records += lanes
    return lanes


def _cards(
    draw: Draw,
    records: list[Record],
    steps: list[Step],
    lanes: list[Lane],
    most: int,
    texts: st.SearchStrategy[str],
) -> list[str]:
    made: list[str] = []
    for at in _some(draw, 0, most) if lanes else ():
        lane = draw(st.sampled_from(lanes))
        column = draw(st.integers(0, len(steps) - 1))
        kind = draw(st.sampled_from(CARDS_OF_LANE[lane.kind]))
        span = draw(st.integers(1, len(steps) - column)) if draw(_SELDOM) else 1
        plain = Card(id=f"c{at}", lane=lane.id, step=steps[column].id, kind=kind, text=draw(texts), span=span)
        records.append(_decorated(draw, plain) if draw(st.booleans()) else plain)
        made.append(plain.id)
    return made


def _decorated(draw: Draw, card: Card) -> Card:
    return Card(
        id=card.id,
        lane=card.lane,
        step=card.step,
        kind=card.kind,
        text=card.text,
        span=card.span,
        channel=draw(SHORT),
        moment_of_truth=draw(st.booleans()),
        contact=draw(st.sampled_from(list(Contact))),
        severity=draw(st.integers(0, 3)),
        evidence=draw(st.sampled_from(list(Knowledge))),
        status=draw(st.sampled_from(list(CardStatus))),
        value=draw(st.sampled_from([None, 0, 5])),
        effort=draw(st.sampled_from([None, 3])),
        picture=draw(st.sampled_from([None, None, "tall", "wide"])),
    )


def _owners(draw: Draw, records: list[Record], cards: list[str]) -> None:
    owners = [
        Owner(id=f"o{at}", name=draw(TEXTS) or "Claims", colour=draw(COLOURS), initials=draw(SHORT))
        for at in _some(draw, 0, 6)
    ]
    records += owners
    for card in cards if owners else ():
        for place, owner in enumerate(draw(st.sets(st.sampled_from([one.id for one in owners])))):
            role = OwnershipRole.CONSULTED if place else OwnershipRole.ACCOUNTABLE
            records.append(Ownership(id=f"{card}-{owner}", card=card, owner=owner, role=role))


def _measures(draw: Draw, records: list[Record], cards: list[str]) -> None:
    numbers = st.sampled_from([None, 0.0, -44, 31.25, 1e12])
    for at in _some(draw, 0, 4) if cards else ():
        kind = draw(st.sampled_from(list(MeasureKind)))
        card = draw(st.sampled_from(cards))
        name = draw(SHORT) or "NPS"
        records.append(
            Measure(id=f"m{at}", card=card, name=name, kind=kind, value=draw(numbers), goal=draw(numbers))
        )


def _links(draw: Draw, records: list[Record], cards: list[str], most: int) -> None:
    joined: set[tuple[str, str]] = set()
    for at in _some(draw, 0, most) if len(cards) > 1 else ():
        source, target = draw(st.sampled_from(cards)), draw(st.sampled_from(cards))
        if source != target and (source, target) not in joined:
            joined.add((source, target))
            kind, label = draw(st.sampled_from(list(LinkKind))), draw(TEXTS) if draw(_SELDOM) else ""
            records.append(Link(id=f"k{at}", source=source, target=target, kind=kind, label=label))


def _feelings(draw: Draw, records: list[Record], steps: list[Step]) -> None:
    people = [
        Persona(id=f"p{at}", name=draw(TEXTS) or "Maja", colour=draw(COLOURS)) for at in _some(draw, 0, 3)
    ]
    records += people
    records += [JourneyPersona(id=f"{one.id}-j", journey="j", persona=one.id) for one in people]
    scores = st.integers(-20, 20).map(lambda tenths: tenths / 10) | st.sampled_from([-2.0, 0.0, 2.0])
    for persona in (None, *(one.id for one in people)):
        for step in steps if draw(st.booleans()) else ():
            if not draw(_SELDOM):
                word = draw(SHORT | st.sampled_from(["lost", "relieved"]))
                records.append(
                    Feeling(
                        id=f"{persona}-{step.id}",
                        journey="j",
                        step=step.id,
                        persona=persona,
                        score=draw(scores),
                        word=word,
                    )
                )


def reordered(made: MapData, order: Iterable[int]) -> MapData:
    """The same map, its records met in another order."""
    records = list(made.records())
    return map_of(records[place % len(records)] for place in [*order, *range(len(records))])
