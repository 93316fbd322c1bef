"""How much owners answer for is counted alike wherever it is told, and their order is theirs for good."""

from __future__ import annotations

from dataclasses import replace

from journey import edits
from journey.answering import Count, answered, answered_by, count_of, owners_in_order, tells_of_owners
from journey.model import Card, CardKind, MapData, Owner, Ownership, OwnershipRole, Touch, adding
from tests.builders import a_card, a_journey, a_map


def owned() -> MapData:
    """IT answers for a touchpoint and a system of one journey and a touchpoint of another, Legal is asked."""
    records = [
        *a_journey("other-"),
        Owner(id="it", name="IT"),
        Owner(id="legal", name="Legal"),
        *(a_card(one, "touchpoints", "step-1") for one in ("call", "letter")),
        a_card("crm", "systems", "step-2"),
        a_card("mail", "other-touchpoints", "other-step-1"),
        *(Ownership(id=f"o-{one}", card=one, owner="it") for one in ("call", "crm", "mail")),
        Ownership(id="asked", card="letter", owner="legal", role=OwnershipRole.CONSULTED),
    ]
    return a_map(records=records)


def test_touchpoints_are_counted_in_a_journey_and_in_all_and_other_cards_apart() -> None:
    map_data = owned()
    assert answered(map_data, "journey") == {"it": Count(1, 2, 1)}
    assert answered(map_data, "other-journey") == {"it": Count(1, 2)}


def test_as_many_are_counted_as_can_be_selected() -> None:
    map_data = owned()
    for journey in ("journey", "other-journey"):
        for owner in ("it", "legal"):
            count = count_of(map_data, journey, owner)
            assert count == answered(map_data, journey).get(owner, Count())
            assert len(answered_by(map_data, journey, owner)) == count.here + count.others
    assert set(answered_by(map_data, "journey", "it")) == {"call", "crm"}


def test_what_changes_how_much_is_answered_for_is_told_from_what_does_not() -> None:
    map_data = owned()
    call = map_data.of(Card)["call"]
    rewritten = Touch(call, replace(call, text="Other words"))
    elsewhere = Touch(call, replace(call, lane="other-touchpoints", step="other-step-1"))
    lower = Touch(call, replace(call, lane="questions"))
    converted = Touch(call, replace(call, kind=CardKind.SYSTEM))
    telling = (elsewhere, converted, Touch(call, None))
    assert not any(tells_of_owners(map_data, touch) for touch in (rewritten, lower))
    assert all(tells_of_owners(map_data, touch) for touch in telling)


def test_owners_stand_as_they_were_made_whatever_happens_to_them() -> None:
    map_data = a_map()
    for number in range(3):
        owner = Owner(id=f"{number:010d}{0:016d}", name="CBA"[number])
        map_data = map_data.apply(adding("", [owner]))
    gone = edits.remove_owner(map_data, f"{0:010d}{0:016d}")
    back = map_data.apply(gone).apply(gone.reversed())
    renamed = back.apply(edits.edit_owner(back, f"{2:010d}{0:016d}", name="0"))
    assert [one.name for one in owners_in_order(renamed)] == ["C", "B", "0"]
