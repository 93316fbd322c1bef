"""One persona, or one source, is made of several that turned out to be the same."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Backing, Evidence, Feeling, JourneyPersona, Persona, Refused
from tests.builders import a_card, a_map

RECORDS = [
    Persona(id="maja", name="Maja"),
    Persona(id="mia", name="Mia"),
    Persona(id="ola", name="Ola"),
    JourneyPersona(id="looks-maja", journey="journey", persona="maja", rank="a"),
    JourneyPersona(id="looks-mia", journey="journey", persona="mia", rank="b"),
    Feeling(id="calm", journey="journey", step="step-1", persona="maja", score=1.0),
    Feeling(id="cross", journey="journey", step="step-1", persona="mia", score=-1.0),
    Feeling(id="lost", journey="journey", step="step-2", persona="mia", score=-2.0),
    Feeling(id="glad", journey="journey", step="step-2", persona="ola", score=2.0),
    Evidence(id="talks", title="12 talks"),
    Evidence(id="calls", title="Twelve talks", persona="mia"),
    a_card("call", "touchpoints", "step-1"),
    a_card("letter", "touchpoints", "step-2"),
    Backing(id="b1", card="call", evidence="talks", says="Too long"),
    Backing(id="b2", card="call", evidence="calls", says="Nobody answers"),
    Backing(id="b3", card="letter", evidence="calls", says="Hard to read"),
]
MAP = a_map(records=RECORDS)


def test_one_persona_looks_and_feels_for_all() -> None:
    change = edits.merge_personas(MAP, "maja", ["mia", "ola"])
    after = MAP.apply(change)
    assert [persona.id for persona in after.of(Persona)] == ["maja"]
    assert [(one.journey, one.persona) for one in after.of(JourneyPersona)] == [("journey", "maja")]
    assert {(one.step, one.score, one.persona) for one in after.of(Feeling)} == {
        ("step-1", 1.0, "maja"),
        ("step-2", -2.0, "maja"),
    }
    assert after.of(Evidence)["calls"].persona == "maja"
    assert change.label == "Merge 3 personas into “Maja”"
    assert set(after.apply(change.reversed()).records()) == set(MAP.records())


def test_one_who_did_not_look_looks_in_the_place_of_the_other() -> None:
    after = MAP.apply(edits.merge_personas(MAP, "ola", ["maja"]))
    seen = after.of(JourneyPersona).by("journey")["journey"]
    assert [one.persona for one in seen] == ["ola", "mia"]
    assert {one.step: one.score for one in after.of(Feeling) if one.persona == "ola"} == {
        "step-1": 1.0,
        "step-2": 2.0,
    }


def test_one_source_backs_all_and_says_all() -> None:
    change = edits.merge_evidence(MAP, "talks", ["calls"])
    after = MAP.apply(change)
    assert [source.id for source in after.of(Evidence)] == ["talks"]
    assert {one.card: one.says for one in after.of(Backing)} == {
        "call": "Too long\nNobody answers",
        "letter": "Hard to read",
    }
    assert set(after.apply(change.reversed()).records()) == set(MAP.records())


@pytest.mark.parametrize("others", [[], ["same"]])
def test_one_alone_is_not_merged(others: list[str]) -> None:
    with pytest.raises(Refused):
        edits.merge_personas(MAP, "maja", ["maja"] if others else [])
    with pytest.raises(Refused):
        edits.merge_evidence(MAP, "talks", ["talks"] if others else [])
