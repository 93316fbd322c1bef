"""What two copies added alike is one afterwards, and what points at either points at it."""

from __future__ import annotations

import pytest

from journey import edits
from journey.merging import Note, merge, told
from journey.model import (
    Feeling,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    Owner,
    Ownership,
    Persona,
    Vote,
    Workshop,
    map_of,
)
from tests.busy_map import a_busy_map
from tests.journey.merging.merged import Edit, merged, only


def test_the_same_said_twice_is_said_once_without_a_word() -> None:
    both = [
        lambda m: edits.set_feeling(m, "journey", "step-3", 1, "maja", "hopeful"),
        lambda m: edits.add_link(m, "pay", "letter", LinkKind.SUPPORTS),
        lambda m: edits.set_votes(m, "book", "sales", 3),
        lambda m: edits.set_accountable(m, ["sms"], "it"),
    ]
    result = merged(list(both), list(both))
    for sort, n in ((Feeling, 4), (Link, 4), (Vote, 2), (Ownership, 4)):
        assert len(result.map.of(sort)) == n
    assert not result.conflicts


@pytest.mark.parametrize(
    ("add", "sort"),
    [
        (lambda m: edits.add_owner(m, "Legal"), Owner),
        (lambda m: edits.add_persona(m, "Kim", "journey"), Persona),
        (lambda m: edits.add_lane(m, "journey", LaneKind.GAINS, "Gains"), Lane),
    ],
)
def test_what_both_added_under_one_name_is_one(add: Edit, sort: type[Owner | Persona | Lane]) -> None:
    result = merged([add], [add])
    assert len(result.map.of(sort)) == len(a_busy_map().of(sort)) + 1
    assert Note.MADE_ONE in [it.note for it in result.remarks]
    assert not result.conflicts


def test_what_was_filled_in_for_one_of_two_is_no_conflict() -> None:
    result = merged(
        [lambda m: edits.add_owner(m, "First"), lambda m: edits.add_owner(m, "Legal")],
        [lambda m: edits.add_owner(m, "Legal", contact="Kari", colour="#102030", initials="LG")],
    )
    (legal,) = [one for one in result.map.of(Owner) if one.name == "Legal"]
    assert legal.contact == "Kari"
    assert not result.conflicts


def test_what_points_at_one_of_two_points_at_the_one_they_became() -> None:
    def legal_answers(card: str) -> list[Edit]:
        return [
            lambda m: edits.add_owner(m, "legal" if card == "sms" else "Legal"),
            lambda m: edits.set_accountable(
                m, [card], next(one.id for one in m.of(Owner) if one.name.lower() == "legal")
            ),
        ]

    m = merged(legal_answers("sms"), legal_answers("letter")).map
    (legal,) = [one.id for one in m.of(Owner) if one.name.lower() == "legal"]
    assert {one.card for one in m.of(Ownership) if one.owner == legal} == {"sms", "letter"}


def test_a_file_that_told_nothing_of_its_workshop_gets_one_from_both() -> None:
    records = [one for one in a_busy_map().records() if not isinstance(one, Workshop)]
    base = map_of(records)
    mine = map_of([*records, Workshop(id="m", title="Mine")])
    theirs = map_of([*records, Workshop(id="t", title="Theirs")])
    result = merge(base, mine, theirs)
    assert [one.title for one in result.map.of(Workshop)] == ["Mine"]
    assert told(result, only(result)).theirs == "Theirs"
