"""A map with every sort of record, and edits for tests of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import cast

from journey.model import (
    Action,
    Asset,
    Backing,
    Card,
    Change,
    Evidence,
    Feeling,
    Journey,
    JourneyPersona,
    Judgement,
    LaneKind,
    Link,
    MapData,
    Measure,
    Owner,
    Ownership,
    Participant,
    Persona,
    Record,
    Verdict,
    Vote,
    replacing,
)
from storage import JourneyFile
from tests.builders import a_card, a_journey, a_map

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.IDEAS, LaneKind.PICTURES)


def picture(data: bytes = b"\x89PNG not really \x00\xff") -> Asset:
    """A picture of these bytes."""
    return Asset(id=sha256(data).hexdigest(), media_type="image/png", width=3, height=2, data=data)


def everything() -> MapData:
    """A consistent map with at least one record of each sort, and words in many scripts."""
    shown = picture()
    cards = [
        a_card("call", "touchpoints", "step-1", text="Ringer «kundeservice»\n¼ time ☎️", moment_of_truth=True),
        a_card("letter", "touchpoints", "step-2", span=2, channel="brev", severity=2, tags=("æ", "O'B\"x")),
        a_card("idea", "ideas", "step-1", value=3, effort=0, cost=-1.5, gain=1e12),
        a_card("photo", "pictures", "step-4", picture=shown.id),
    ]
    return a_map(lanes=LANES, records=[shown, *_people(shown), *cards, *_beside_cards()])


def _people(shown: Asset) -> list[Record]:
    return [
        Persona(id="kari", name="Kari 客", portrait=shown.id),
        Owner(id="claims", name="Claims"),
        Owner(id="desk", name="Desk", parent="claims"),
        Participant(id="ola", name="Ola"),
        Evidence(id="talks", title="Talks", people=7, persona="kari", date="2026-02-28"),
        *_wanted(),
        JourneyPersona(id="eyes", journey="journey", persona="kari"),
    ]


def _wanted() -> list[Record]:
    journey, *rest = a_journey("wanted-", lanes=())
    return [replace(cast("Journey", journey), intended_for="journey", parent_card="call", rank="W"), *rest]


def _beside_cards() -> list[Record]:
    return [
        Feeling(id="mood", journey="journey", step="step-3", persona="kari", score=-1.5, word="lei"),
        Link(id="arrow", source="call", target="letter", label="så"),
        Ownership(id="answers", card="call", owner="desk"),
        Measure(id="nps", card="call", name="NPS", value=-12.5, answers=40),
        Backing(id="said", card="call", evidence="talks", says="“Vent litt”"),
        Action(id="try", card="idea", title="Try it", owner="desk", due="2026-12-01"),
        Verdict(id="yes", card="idea", participant="ola", judgement=Judgement.APPROVE),
        Vote(id="dots", card="idea", role="staff", dots=4),
    ]


def written(map_data: MapData, text: str, card: str = "call") -> Change:
    """The change that puts a text on a card."""
    old = map_data.of(Card)[card]
    return replacing(f"Write {text}", [(old, replace(old, text=text))])


def text_of(number: int) -> str:
    """What the edit with this number writes; of any length, so that pages come and go."""
    return f"edit {number} " * (number * 37 % 90)


def after(revision: int, text: Callable[[int], str] = text_of) -> MapData:
    """The map with every sort of record after so many edits."""
    before = everything()
    return before.apply(written(before, text(revision))) if revision else before


def text_in(path: Path) -> str:
    """What stands in a file on the card that ``written`` writes on."""
    with JourneyFile.open(path, read_only=True) as other:
        return other.map.of(Card)["call"].text
