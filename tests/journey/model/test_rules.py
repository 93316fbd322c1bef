"""What makes a map consistent: every rule is broken once, by an edit and by a map from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from journey.model import (
    Action,
    Backing,
    CardKind,
    Change,
    Evidence,
    Feeling,
    Journey,
    JourneyPersona,
    Judgement,
    Lane,
    LaneKind,
    Link,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Participant,
    Persona,
    Record,
    Refused,
    Stage,
    Step,
    Touch,
    Verdict,
    Workshop,
    adding,
    check_all,
    map_of,
    removing,
    replacing,
)
from tests.builders import a_card, a_journey, a_map

C1, C2 = a_card("c1", "touchpoints", "step-1"), a_card("c2", "systems", "step-3")
MAJA, CLAIMS, IT = (
    Persona(id="maja", name="Maja"),
    Owner(id="claims", name="Claims"),
    Owner(id="it", name="IT"),
)
INTERVIEWS, ANNE = Evidence(id="interviews", title="Interviews"), Participant(id="anne", name="Anne")
OTHER = a_journey("other-")


def the_map() -> MapData:
    return a_map(records=[C1, C2, MAJA, CLAIMS, IT, INTERVIEWS, ANNE, *OTHER])


@dataclass(frozen=True)
class Broken:
    """Records that may not be, beside those of the map (or in their place), and what is said of it."""

    records: tuple[Record, ...]
    sentence: str


def owned(number: int, owner: str, role: OwnershipRole = OwnershipRole.ACCOUNTABLE) -> Ownership:
    return Ownership(id=f"o{number}", card="c1", owner=owner, role=role)


BROKEN = {
    "a lane and a step of two journeys": Broken(
        (a_card("c", "touchpoints", "other-step-1"),), "A card's lane and step must be of the same journey."
    ),
    "a lane that takes other cards": Broken(
        (a_card("c", "touchpoints", "step-1", kind=CardKind.SYSTEM),),
        "The lane “Touchpoints” does not take this kind of card.",
    ),
    "a lane that takes no cards": Broken(
        (replace(C1, id="c", lane="steps"),),
        "The lane “Steps” does not take this kind of card.",
    ),
    "a span past the end": Broken(
        (a_card("c", "systems", "step-4", span=2),), "A card cannot reach past the last step of its journey."
    ),
    "a step taken from its cards": Broken(
        (Step(id="step-1", stage="other-stage-1", title="Step 1"),),
        "A step with cards or feelings cannot move to another journey.",
    ),
    "a lane taken from its steps": Broken(
        (Lane(id="touchpoints", journey="other-journey", kind=LaneKind.TOUCHPOINTS, title="T"),),
        "A lane with cards cannot move to another journey.",
    ),
    "a stage taken from its lanes": Broken(
        (Stage(id="stage-1", journey="other-journey", title="Stage 1"),),
        "A step with cards or feelings cannot move to another journey.",
    ),
    "a lane that becomes another": Broken(
        (Lane(id="systems", journey="journey", kind=LaneKind.IDEAS, title="Ideas"),),
        "The lane “Ideas” holds cards of another kind.",
    ),
    "a feeling at another journey's step": Broken(
        (Feeling(id="f", journey="journey", step="other-step-1"),),
        "A feeling belongs to a step of its own journey.",
    ),
    "two feelings at once": Broken(
        tuple(Feeling(id=name, journey="journey", step="step-1", persona="maja") for name in "fg"),
        "A persona has one feeling at a step.",
    ),
    "a link to itself": Broken(
        (Link(id="l", source="c1", target="c1"),), "A link joins two different cards."
    ),
    "the same link twice": Broken(
        tuple(Link(id=name, source="c1", target="c2") for name in "lm"),
        "These two cards are joined in this way already.",
    ),
    "two who answer": Broken(
        (owned(1, "claims"), owned(2, "it")), "One owner answers for a card; change the one it has instead."
    ),
    "one owner twice": Broken(
        (owned(1, "claims"), owned(2, "claims", OwnershipRole.INFORMED)),
        "This owner has a role at the card already.",
    ),
    "owners above one another": Broken(
        (Owner(id="claims", name="Claims", parent="it"), Owner(id="it", name="IT", parent="claims")),
        "An owner cannot stand above itself.",
    ),
    "a persona that looks twice": Broken(
        tuple(JourneyPersona(id=name, journey="journey", persona="maja") for name in "xy"),
        "This persona looks at the journey already.",
    ),
    "evidence that backs twice": Broken(
        tuple(Backing(id=name, card="c1", evidence="interviews") for name in "xy"),
        "This evidence backs the card already.",
    ),
    "two verdicts of one": Broken(
        tuple(Verdict(id=v, card="c1", participant="anne", judgement=Judgement.APPROVE) for v in "xy"),
        "A participant gives one verdict on a card.",
    ),
    "two workshops": Broken((Workshop(id="another"),), "A file holds one workshop; this one has several."),
    "a journey without stages": Broken(
        (Journey(id="j", title="Empty"),), "A journey has at least one stage."
    ),
    "a stage without steps": Broken(
        (Stage(id="s", journey="journey", title="Hollow"),), "The stage “Hollow” needs at least one step."
    ),
    "a field out of range": Broken(
        (replace(C1, severity=4),), "Card, “Severity”: 4 does not lie between 0 and 3"
    ),
    "a card that is not there": Broken(
        (Action(id="a", card="gone", title="Do"),),
        "What this belongs to is no longer there (action: Card). Nothing was done.",
    ),
    "an owner that is not there": Broken(
        (Action(id="a", card="c1", title="Do", owner="gone"),),
        "What this belongs to is no longer there (action: Owner). Nothing was done.",
    ),
}


def as_change(map_data: MapData, records: Iterable[Record]) -> Change:
    return Change("Break it", tuple(Touch(map_data.of(type(one)).get(one.id), one) for one in records))


@pytest.mark.parametrize("name", BROKEN)
def test_an_edit_that_breaks_a_rule_is_refused_with_its_sentence(name: str) -> None:
    before = the_map()
    with pytest.raises(Refused) as refused:
        before.apply(as_change(before, BROKEN[name].records))
    assert refused.value.sentence == BROKEN[name].sentence
    assert before == the_map()


@pytest.mark.parametrize("name", BROKEN)
def test_a_map_from_elsewhere_that_breaks_a_rule_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        check_all(map_of([*the_map().records(), *BROKEN[name].records]))
    assert refused.value.sentence


def test_the_map_these_rules_are_tried_on_keeps_them() -> None:
    check_all(the_map())


@pytest.mark.parametrize(
    "gone", [C1, CLAIMS, MAJA, INTERVIEWS, ANNE, OTHER[0]], ids=lambda record: str(record.id)
)
def test_nothing_goes_while_something_belongs_to_it(gone: Record) -> None:
    belongings: list[Record] = [
        Link(id="l", source="c1", target="c2"),
        owned(1, "claims"),
        JourneyPersona(id="x", journey="journey", persona="maja"),
        Backing(id="b", card="c2", evidence="interviews"),
        Verdict(id="v", card="c2", participant="anne", judgement=Judgement.REJECT),
    ]
    full = map_of([*the_map().records(), *belongings])
    with pytest.raises(Refused, match="Something still belongs"):
        full.apply(removing("Remove", [gone]))


def test_the_last_step_of_a_stage_stays() -> None:
    before = a_map(stages=2, steps=1)
    with pytest.raises(Refused, match="The stage “Stage 1” needs at least one step"):
        before.apply(removing("Remove", [before.of(Step)["step-1"]]))


def test_a_step_that_goes_may_not_leave_a_card_past_the_end() -> None:
    before = a_map(records=[a_card("wide", "systems", "step-3", span=2)])
    with pytest.raises(Refused, match="past the last step"):
        before.apply(removing("Remove", [before.of(Step)["step-4"]]))


def test_a_change_that_was_made_for_another_map_is_refused() -> None:
    before = the_map()
    seen = before.of(Stage)["stage-1"]
    rename = replacing("Rename", [(seen, replace(seen, title="A"))])
    after = before.apply(rename)
    with pytest.raises(Refused, match="no longer fits the map as it is now"):
        after.apply(rename)
    with pytest.raises(Refused, match="no longer fits the map as it is now"):
        before.apply(adding("Add", [C1]))
