"""Maps at random that a sheet can hold, and what it promises to hold of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from hypothesis import strategies as st

from journey.clean import clean, one_line
from journey.model import (
    CARDS_OF_LANE,
    Card,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Measure,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    Record,
    Stage,
    Step,
    Workshop,
    map_of,
)
from journey.rank import spread
from tests.record_strategies import of_sort

R = TypeVar("R", bound=Record)
_letters = st.sampled_from(";,|\\'\"=+-@#:. \n\t1aÆ€") | st.characters()
long_texts = st.text(_letters, max_size=12).map(lambda text: clean(text).strip())
titles = st.text(_letters, max_size=8).map(one_line)
names = titles.filter(bool)
_SEVERAL_LINES = {"text", "note", "source"}


def tidy(record: R) -> R:
    """The record with its texts as edits leave them."""
    tidied: dict[str, Any] = {}
    for name in (field.name for field in fields(record)):
        value = getattr(record, name)
        if type(value) is str and name not in {"id", "date"}:
            tidied[name] = clean(value).strip() if name in _SEVERAL_LINES else one_line(value)
        elif name == "tags":
            tidied[name] = tuple(dict.fromkeys(tag for tag in map(one_line, value) if tag))
    return replace(record, **tidied)


def drawn(draw: st.DrawFn, sort: type[R], number: int, **values: Any) -> R:
    """A record of this sort, tidy, with these values; its id is its sort and its number."""
    made: R = tidy(replace(cast("R", draw(of_sort(sort))), id=f"{sort.__name__}{number:03d}", **values))
    return made


def ranked(records: Sequence[R]) -> list[R]:
    """Siblings in this order."""
    ranks = spread(len(records))
    return [replace(one, rank=rank) for one, rank in zip(records, ranks, strict=True)]  # type: ignore[call-arg]


@st.composite
def sheet_maps(draw: st.DrawFn) -> MapData:
    """A map of one journey, whose owners and personas have names of their own."""
    journey = drawn(draw, Journey, 0, title=draw(names), intended_for=None, parent_card=None)
    stages = [
        drawn(draw, Stage, n, journey=journey.id, title=draw(titles)) for n in range(draw(st.integers(1, 3)))
    ]
    owner_of_step = [*stages, *draw(st.lists(st.sampled_from(stages), max_size=3))]
    steps = [drawn(draw, Step, n, stage=one.id, title=draw(titles)) for n, one in enumerate(owner_of_step)]
    kinds = draw(st.lists(st.sampled_from(LaneKind), min_size=1, max_size=4))
    lanes = [
        drawn(draw, Lane, n, journey=journey.id, kind=kind, title=draw(titles))
        for n, kind in enumerate(kinds)
    ]
    people = _people(draw, journey)
    frame = map_of([Workshop(id="w"), journey, *ranked(stages), *ranked(steps), *ranked(lanes), *people])
    cards = _cards(draw, frame)
    around = [*_links(draw, cards), *_ownerships(draw, cards, frame), *_measures(draw, cards)]
    return map_of([*frame.records(), *cards, *around, *_feelings(draw, frame)])


def _people(draw: st.DrawFn, journey: Journey) -> list[Record]:
    called = draw(st.lists(names, max_size=2, unique=True))
    personas = [drawn(draw, Persona, n, name=name, portrait=None) for n, name in enumerate(called)]
    seen = [JourneyPersona(id=f"seen{one.id}", journey=journey.id, persona=one.id) for one in personas]
    owning = draw(st.lists(names, max_size=3, unique=True))
    owners = [drawn(draw, Owner, n, name=name, parent=None) for n, name in enumerate(owning)]
    return [*personas, *ranked(seen), *owners]


def _cards(draw: st.DrawFn, frame: MapData) -> list[Card]:
    grid = frame.grid("Journey000")
    open_lanes = [lane for lane in grid.lanes if CARDS_OF_LANE[lane.kind]]
    if not open_lanes:
        return []
    cards = []
    for number in range(draw(st.integers(0, 5))):
        lane, step = draw(st.sampled_from(open_lanes)), draw(st.sampled_from(grid.steps))
        span = draw(st.integers(1, len(grid.steps) - grid.column[step.id]))
        kind = draw(st.sampled_from(CARDS_OF_LANE[lane.kind]))
        place = {"lane": lane.id, "step": step.id, "span": span, "kind": kind, "picture": None}
        words = {"text": draw(long_texts), "note": draw(long_texts), "code": draw(titles)}
        cards.append(drawn(draw, Card, number, **place, **words))
    return ranked(cards)


def _links(draw: st.DrawFn, cards: list[Card]) -> list[Link]:
    ends = [(a.id, b.id, kind) for a in cards for b in cards if a is not b for kind in LinkKind]
    if not ends:
        return []
    chosen = draw(st.lists(st.sampled_from(ends), max_size=3, unique=True))
    return [
        Link(id=f"link{n}", source=a, target=b, kind=kind, label=draw(titles))
        for n, (a, b, kind) in enumerate(chosen)
    ]


def _ownerships(draw: st.DrawFn, cards: list[Card], frame: MapData) -> list[Ownership]:
    made = []
    for card in cards:
        owners = draw(st.permutations(list(frame.of(Owner))))
        for place, owner in enumerate(owners[: draw(st.integers(0, 3))]):
            role = OwnershipRole.ACCOUNTABLE if place == 0 and draw(st.booleans()) else OwnershipRole.INFORMED
            made.append(Ownership(id=f"{card.id}{owner.id}", card=card.id, owner=owner.id, role=role))
    return made


def _measures(draw: st.DrawFn, cards: list[Card]) -> list[Measure]:
    chosen = draw(st.lists(st.sampled_from(cards), max_size=3)) if cards else []
    return [
        drawn(draw, Measure, n, card=card.id, name=draw(titles), source=draw(titles))
        for n, card in enumerate(chosen)
    ]


def _feelings(draw: st.DrawFn, frame: MapData) -> list[Feeling]:
    personas = [None, *(persona.id for persona in frame.of(Persona))]
    places = [(step.id, persona) for step in frame.of(Step) for persona in personas]
    return [
        drawn(draw, Feeling, n, journey="Journey000", step=step, persona=persona, word=draw(titles))
        for n, (step, persona) in enumerate(draw(st.lists(st.sampled_from(places), max_size=4, unique=True)))
    ]


def held(map_data: MapData, journey: str) -> dict[str, Any]:
    """What a sheet promises to hold of a journey, without ids and ranks."""
    grid, of = map_data.grid(journey), map_data.of
    place = {one.id: n for row in (grid.stages, grid.steps, grid.lanes) for n, one in enumerate(row)}
    cards = [
        card
        for s in grid.steps
        for lane in grid.lanes
        for card in of(Card).by("lane", "step").get((lane.id, s.id), ())
    ]
    place |= {card.id: n for n, card in enumerate(cards)}
    named: dict[str | None, str | None] = {one.id: one.name for one in (*of(Owner), *of(Persona))}
    named[None] = None
    return {
        "journey": of(Journey)[journey].title,
        "stages": [(one.title, one.phase) for one in grid.stages],
        "steps": [(place[one.stage], one.title, one.minutes, one.wait_minutes) for one in grid.steps],
        "lanes": [(one.kind, one.title, one.hidden) for one in grid.lanes],
        "cards": [
            replace(one, id="", rank="V", lane=str(place[one.lane]), step=str(place[one.step]), picture=None)
            for one in cards
        ],
        "feelings": Counter(
            (place[one.step], named[one.persona], one.score, one.word) for one in of(Feeling)
        ),
        "personas": [named[one.persona] for one in of(JourneyPersona).by("journey").get(journey, ())],
        "owners": Counter((place[one.card], named[one.owner], one.role) for one in of(Ownership)),
        "links": Counter((place[one.source], place[one.target], one.kind, one.label) for one in of(Link)),
        "measures": Counter(replace(one, id="", card=str(place[one.card])) for one in of(Measure)),
    }
