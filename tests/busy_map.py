"""A map with some of every sort of record, for tests of what happens to all of them."""

from __future__ import annotations

from journey.edits import picture_of
from journey.model import (
    Action,
    Backing,
    CardKind,
    Evidence,
    Feeling,
    Journey,
    JourneyPersona,
    Judgement,
    Knowledge,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Measure,
    Owner,
    Ownership,
    OwnershipRole,
    Participant,
    Persona,
    Record,
    Verdict,
    Vote,
)
from tests.builders import a_card, a_journey, a_map

LANES = (
    *(LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.FEELINGS, LaneKind.FRONTSTAGE, LaneKind.LINE),
    *(LaneKind.SYSTEMS, LaneKind.PAINS, LaneKind.QUESTIONS, LaneKind.IDEAS),
)
PHOTO, FACE = picture_of(b"photo", "image/png", 4, 3), picture_of(b"face", "image/png", 3, 4)

_PEOPLE: list[Record] = [
    PHOTO,
    FACE,
    Persona(id="maja", name="Maja", portrait=FACE.id),
    Persona(id="ola", name="Ola"),
    Owner(id="claims", name="Claims"),
    Owner(id="it", name="IT", parent="claims"),
    Owner(id="portal", name="Portal team", parent="it"),
    Participant(id="anne", name="Anne"),
    Participant(id="bo", name="Bo"),
    Evidence(id="interviews", title="Interviews", people=12, persona="maja"),
    Evidence(id="calls", title="Calls"),
]

_CARDS: list[Record] = [
    a_card("line", "touchpoints", "step-1", code="T1", evidence=Knowledge.RESEARCHED, picture=PHOTO.id),
    a_card("letter", "touchpoints", "step-2", code="T2", span=2),
    a_card("sms", "touchpoints", "step-2", code="T3", rank="b"),
    a_card("calm", "frontstage", "step-1", code="F1"),
    a_card("crm", "systems", "step-1", code="S1", span=4),
    a_card("pay", "systems", "step-4", code="S2"),
    a_card("silence", "pains", "step-3", code="P1", severity=3),
    a_card("gap", "questions", "step-3", code="X1", kind=CardKind.GAP),
    a_card("book", "ideas", "step-3", code="D1", value=5),
    a_card("elsewhere", "other-touchpoints", "other-step-1", code="T1"),
]

_SAID: list[Record] = [
    JourneyPersona(id="looks-maja", journey="journey", persona="maja", rank="a"),
    JourneyPersona(id="looks-ola", journey="journey", persona="ola", rank="b"),
    Feeling(id="scared", journey="journey", step="step-1", persona="maja", score=-1.5, word="scared"),
    Feeling(id="calmer", journey="journey", step="step-2", persona="maja", score=1),
    Feeling(id="nobody", journey="journey", step="step-2", score=0.5),
    Link(id="supports", source="calm", target="line"),
    Link(id="carries", source="crm", target="line"),
    Link(id="answers", source="book", target="silence", kind=LinkKind.ANSWERS),
    Ownership(id="claims-line", card="line", owner="claims"),
    Ownership(id="it-line", card="line", owner="it", role=OwnershipRole.INFORMED),
    Ownership(id="it-crm", card="crm", owner="it"),
    Measure(id="nps", card="line", name="NPS", value=31, goal=40),
    Backing(id="backs", card="line", evidence="interviews", says="all were relieved"),
    Action(id="booking", card="book", title="Try it in May", owner="it"),
    Verdict(id="yes", card="book", participant="anne", judgement=Judgement.APPROVE),
    Vote(id="dots", card="book", role="front line", dots=4),
]


def a_busy_map() -> MapData:
    """Two journeys, the first of four steps in two stages, with people, cards and all that hangs on them."""
    other = a_journey("other-", stages=1, steps=2, lanes=LANES[:3])
    drilled = Journey(id="other-journey", title="Another journey", rank="b", parent_card="line")
    records = [record for record in other if not isinstance(record, Journey)]
    return a_map(lanes=LANES, records=[drilled, *records, *_PEOPLE, *_CARDS, *_SAID])
