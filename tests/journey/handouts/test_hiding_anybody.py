"""Whoever bears which names in which roles, and wherever they are written: hidden, they stand nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from journey.drawing import Drawing
from journey.handouts import Handout, Hidden, without
from journey.layout import Beside, View, layout
from journey.model import (
    Action,
    Card,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    MapData,
    Measure,
    Owner,
    OwnerKind,
    Ownership,
    OwnershipRole,
    Participant,
    Persona,
    Record,
    Stage,
    Step,
    Workshop,
    check_all,
    map_of,
)
from journey.sharing import cleaned
from journey.stand_ins import texts_of
from tests.builders import a_card, a_map
from tests.journey.handouts.samples import LANES, pages, words

NAMES = frozenset({Hidden.NAMES})
TEAMS = ("Warehouse", "", "{}s team", "{}", "The {} group", "Team\u00a0{}")
"""What teams are called, some after somebody."""
TOLD = (
    *("Ask {}", "{}s team", "{}. {}", "{}’s men\n{}", "({}/{})", "{} {}", "{}:{}", "{}s {}s team"),
    *("The Warehouse and {}", "{}, who is the {} group", "Team {}"),
)
"""What people write of people."""
CALLED = st.lists(st.sampled_from(("Kari", "Per", "Hans", "Åse", "Berg", "Al")), min_size=1, max_size=3)
SOMEBODY = CALLED.map(" ".join)
REACHED = st.sampled_from(("", "kari@firma.no", "+47 22 33 44 55", "a@b.no", "Kari, room 7"))


@st.composite
def maps_of_people(draw: st.DrawFn) -> tuple[MapData, frozenset[str]]:
    """A map where a few names are borne by owners, participants, the facilitator and personas, and written in
    all texts; with the names and contacts that are nobody else's business."""
    some = st.sampled_from(draw(st.lists(SOMEBODY, min_size=1, max_size=4)))
    teams = [
        Owner(id=f"team-{at}", name=draw(st.sampled_from(TEAMS)).format(draw(some)), contact=draw(REACHED))
        for at in range(2)
    ]
    above = st.sampled_from((None, "team-0", "team-1", "person-0"))
    people = [
        Owner(id=f"person-{at}", name=draw(some), kind=OwnerKind.PERSON, contact=draw(REACHED), parent=parent)
        for at, parent in enumerate((draw(above.filter(lambda one: one != "person-0")), draw(above)))
    ]
    guests = [Participant(id=f"guest-{at}", name=draw(some)) for at in range(draw(st.integers(0, 2)))]
    personas = [Persona(id=f"persona-{at}", name=draw(some)) for at in range(draw(st.integers(0, 3)))]
    looks = [JourneyPersona(id="jp", journey="journey", persona=one.id) for one in personas[:1]]
    felt = [
        Feeling(
            id=f"f-{one.id}-{at}", journey="journey", step=f"step-{at}", persona=one.id, score=3.0 - 2 * at
        )
        for one in personas
        for at in (1, 2)
    ]
    facilitator = draw(some | st.just(""))
    bare = a_map(1, 2, LANES, [*_duties(), *teams, *people, *guests, *personas, *looks, *felt])
    reached = [one.contact for one in (*teams, *people)]
    written = st.tuples(
        st.sampled_from(TOLD), st.sampled_from([one for one in reached if one] or ["x@y.no"]), some, some
    )
    texts = written.map(lambda one: f"{one[0].format(*one[2:])} {one[1]}")
    told = map_of(_telling(one, draw(texts), facilitator) for one in bare.records())
    names = {one.name for one in (*people, *guests, *personas)} | {facilitator, *reached}
    return told, frozenset(names - {""})


def _duties() -> list[Record]:
    cards = [a_card(one, one, "step-1", moment_of_truth=True) for one in ("touchpoints", "pains", "ideas")]
    return [
        *cards,
        *(
            Ownership(id=f"o-{one}", card="touchpoints", owner=one, role=role)
            for one, role in zip(("team-0", "person-0", "person-1"), OwnershipRole, strict=False)
        ),
        Action(id="act", card="ideas", title="", owner="person-1"),
        Measure(id="m", card="touchpoints", name="", value=1.0, goal=2.0),
    ]


def _telling(record: Record, text: str, facilitator: str) -> Record:
    """The record with this text wherever people write."""
    match record:
        case Card():
            return replace(record, text=text, note=text, tags=(text, "tag"))
        case Persona():
            return replace(record, segment=text, needs=text, quote=text)
        case Journey():
            return replace(record, title=text, purpose=text, notes=text)
        case Stage() | Step() | Lane() | Action():
            return replace(record, title=text)
        case Measure():
            return replace(record, name=text, source=text)
        case Feeling():
            return replace(record, word=text)
        case Workshop():
            return replace(record, title=text, organisation=text, agenda=text, facilitator=facilitator)
        case _:
            return record


def said_in(drawings: list[Drawing]) -> Iterator[str]:
    """All that stands on pages, is read aloud from them, or names them."""
    yield words(drawings)
    for drawing in drawings:
        yield from (drawing.title, *(one.alternate for one in drawing.passages))


def left(names: Iterable[str], said: str) -> list[str]:
    """Which of the names stand in a text, in the genitive too."""
    spaced = " ".join(said.split())
    return [one for one in names if re.search(rf"(?<!\w){re.escape(one)}s?(?!\w)", spaced)]


def apart_from_teams(names: Iterable[str], shown: MapData) -> list[str]:
    """The names in which no team's own stands: “Per Per Per” is “Per Per” where the team is “Per”."""
    teams = [" ".join(one.name.split()) for one in shown.of(Owner) if one.kind is not OwnerKind.PERSON]
    return [one for one in names if not left(filter(None, teams), one)]


@settings(max_examples=150)
@given(maps_of_people())
def test_whoever_is_hidden_stands_in_no_text_of_what_is_shown(case: tuple[MapData, frozenset[str]]) -> None:
    made, names = case
    shown = without(made, NAMES)
    check_all(shown)
    sought = apart_from_teams(names, shown)
    assert left(sought, " | ".join(text for one in shown.records() for text in texts_of(one))) == []
    clean = cleaned(made).map
    assert left(names, " | ".join(text for one in clean.records() for text in texts_of(one))) == []


@settings(max_examples=30)
@given(maps_of_people())
def test_whoever_is_hidden_stands_in_no_print(case: tuple[MapData, frozenset[str]]) -> None:
    made, names = case
    drawings = [one for handout in Handout for one in pages(handout, made, hide=NAMES)]
    drawings.append(layout(without(made, NAMES), View("journey", "en", beside=Beside())))
    assert left(apart_from_teams(names, without(made, NAMES)), " | ".join(said_in(drawings))) == []
