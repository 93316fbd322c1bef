"""Who answers for what."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Action, MapData, Owner, Ownership, OwnershipRole, Refused, check_all
from tests.builders import a_map, new_of
from tests.busy_map import a_busy_map

ANSWERS, RESPONSIBLE, CONSULTED, INFORMED = OwnershipRole


def roles(map_data: MapData, card: str) -> dict[str, OwnershipRole]:
    return {one.owner: one.role for one in map_data.of(Ownership).by("card").get(card, ())}


def test_an_owner_answers_for_a_card_nobody_had() -> None:
    before = a_busy_map()
    change = edits.set_accountable(before, ["sms"], "it")
    assert roles(before.apply(change), "sms") == {"it": ANSWERS}
    assert change.label == "IT answers for “sms”"


def test_an_owner_takes_the_place_of_the_one_who_answered() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_accountable(before, ["line"], "portal"))
    assert roles(after, "line") == {"portal": ANSWERS, "it": INFORMED}


def test_an_owner_who_was_informed_comes_to_answer() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_accountable(before, ["line"], "it"))
    assert roles(after, "line") == {"it": ANSWERS}
    assert not edits.set_accountable(after, ["line"], "it")


def test_an_owner_who_was_informed_comes_to_answer_where_nobody_did() -> None:
    before = a_busy_map()
    after = before.apply(edits.release(before, "line", "claims"))
    assert roles(after.apply(edits.set_accountable(after, ["line"], "it")), "line") == {"it": ANSWERS}


def test_several_cards_are_owned_in_one_change() -> None:
    before = a_busy_map()
    change = edits.set_accountable(before, ["line", "sms", "crm", "sms"], "it")
    after = before.apply(change)
    assert [roles(after, card) for card in ("line", "sms", "crm")] == [{"it": ANSWERS}] * 3
    assert change.label == "IT answers for 3 cards"


@pytest.mark.parametrize("role", [RESPONSIBLE, CONSULTED, INFORMED])
def test_an_owner_is_involved_without_answering(role: OwnershipRole) -> None:
    before = a_busy_map()
    assert roles(before.apply(edits.involve(before, "line", "portal", role)), "line")["portal"] == role
    assert roles(before.apply(edits.involve(before, "line", "it", role)), "line")["it"] == role
    assert roles(before.apply(edits.involve(before, "line", "claims", role)), "line")["claims"] == role


def test_to_be_involved_as_accountable_is_to_answer() -> None:
    before = a_busy_map()
    assert roles(before.apply(edits.involve(before, "line", "it", ANSWERS)), "line") == {"it": ANSWERS}


def test_an_owner_is_released() -> None:
    before = a_busy_map()
    assert roles(before.apply(edits.release(before, "line", "it")), "line") == {"claims": ANSWERS}
    with pytest.raises(Refused, match="IT has no part in “sms”"):
        edits.release(before, "sms", "it")


def test_an_owner_dropped_on_a_step_answers_for_its_touchpoints_and_those_that_reach_it() -> None:
    before = a_busy_map()
    after = before.apply(edits.own_step(before, "step-3", "it"))
    assert roles(after, "letter") == {"it": ANSWERS}
    assert roles(after, "sms") == {}
    assert roles(after, "silence") == {}
    wider = before.apply(edits.own_steps(before, ["step-1", "step-2"], "it"))
    assert [roles(wider, card) for card in ("line", "letter", "sms")] == [{"it": ANSWERS}] * 3


def test_a_step_without_touchpoints_has_nothing_to_answer_for() -> None:
    with pytest.raises(Refused, match="no touchpoints"):
        edits.own_step(a_busy_map(), "step-4", "it")


def test_a_removed_owner_leaves_cards_actions_and_owners_behind() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_owner(before, "it"))
    assert roles(after, "crm") == {}
    assert after.of(Action)["booking"].owner is None
    assert after.of(Owner)["portal"].parent is None
    check_all(after)


def test_merged_owners_leave_all_they_had_to_one() -> None:
    before = a_busy_map()
    change = edits.merge_owners(before, "portal", ["it", "it"])
    after = before.apply(change)
    check_all(after)
    assert roles(after, "line") == {"claims": ANSWERS, "portal": INFORMED}
    assert roles(after, "crm") == {"portal": ANSWERS}
    assert after.of(Action)["booking"].owner == "portal"
    assert after.of(Owner)["portal"].parent == "claims"
    assert "it" not in after.of(Owner)
    assert change.label == "Merge 2 owners into “Portal team”"
    assert after.apply(change.reversed()) == before


def test_of_merged_roles_at_a_card_the_weightiest_stays() -> None:
    before = a_busy_map()
    after = before.apply(edits.merge_owners(before, "it", ["claims", "portal"]))
    check_all(after)
    assert roles(after, "line") == {"it": ANSWERS}
    assert after.of(Owner)["it"].parent is None
    assert len(after.of(Owner)) == 1


def test_merging_the_owner_above_into_one_below_makes_no_ring() -> None:
    before = a_busy_map()
    after = before.apply(edits.merge_owners(before, "portal", ["claims"]))
    check_all(after)
    assert after.of(Owner)["it"].parent == "portal"
    assert after.of(Owner)["portal"].parent is None


def test_one_owner_alone_is_not_merged() -> None:
    with pytest.raises(Refused, match="at least two"):
        edits.merge_owners(a_busy_map(), "it", ["it"])


def test_an_owner_does_not_stand_below_itself() -> None:
    with pytest.raises(Refused, match="above itself"):
        edits.edit_owner(a_busy_map(), "claims", parent="portal")
    with pytest.raises(Refused, match="above itself"):
        edits.edit_owner(a_busy_map(), "claims", parent="claims")
    assert edits.edit_owner(a_busy_map(), "portal", parent="claims")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Claims", "C"),
        ("Contact centre", "CC"),
        ("IT-drift", "ID"),
        ("økonomi & lønn", "ØL"),
        ("a b c d", "ABC"),
        ("(Night) shift", "NS"),
        ("NAV", "NAV"),
        ("🏠", "🏠"),
    ],
)
def test_an_owners_initials_come_from_its_name(name: str, initials: str) -> None:
    assert new_of(edits.add_owner(a_map(), name), Owner).initials == initials


def with_owners(*names: str) -> MapData:
    """A map with these owners, made one after the other."""
    map_data = a_map()
    for name in names:
        map_data = map_data.apply(edits.add_owner(map_data, name))
    return map_data


def by_name(map_data: MapData, name: str) -> Owner:
    return next(one for one in map_data.of(Owner) if one.name == name)


def test_new_owners_get_initials_that_no_other_has() -> None:
    names = ["Passport office", "Post office", "Pay office", "PO box", "Claims", "Complaints"]
    after = with_owners(*names)
    assert [by_name(after, name).initials for name in names] == ["PO", "PoO", "PaO", "PB", "C", "Co"]


def test_many_owners_of_one_name_are_numbered() -> None:
    map_data = a_map()
    for _number in range(12):
        map_data = map_data.apply(edits.add_owner(map_data, "Å"))
    own = [one.initials for one in map_data.of(Owner) if one.name == "Å"]
    assert own == ["Å", *(f"Å{number}" for number in range(2, 13))]


def test_initials_that_came_from_a_name_follow_it_in_one_step() -> None:
    before = with_owners("Passport office", "Police district")
    police = by_name(before, "Police district")
    change = edits.edit_owner(before, police.id, name="District police")
    after = before.apply(change)
    assert by_name(after, "District police").initials == "DP"
    assert change.label == "Rename “Police district” to “District police”"
    assert after.apply(change.reversed()).of(Owner)[police.id] == police


def test_initials_that_follow_a_name_differ_from_those_of_others() -> None:
    before = with_owners("Passport office", "Police district")
    police = by_name(before, "Police district").id
    twice = before.apply(edits.edit_owner(before, police, name="Passport office"))
    assert twice.of(Owner)[police].initials == "PaO"
    again = twice.apply(edits.edit_owner(twice, police, name="Passport officers"))
    assert again.of(Owner)[police].initials == "PaO"


def test_written_initials_stay_when_the_name_changes_until_they_are_emptied() -> None:
    before = with_owners("Police district")
    police = by_name(before, "Police district").id
    written = before.apply(edits.edit_owner(before, police, initials="COP"))
    renamed = written.apply(edits.edit_owner(written, police, name="District police"))
    assert renamed.of(Owner)[police].initials == "COP"
    emptied = edits.edit_owner(renamed, police, initials=" ")
    assert renamed.apply(emptied).of(Owner)[police].initials == "DP"
    assert emptied.label == "Edit “District police”: Initials"


def test_another_colour_leaves_initials_alone() -> None:
    before = with_owners("Police district", "Police district")
    for owner in (one for one in before.of(Owner) if one.name == "Police district"):
        after = before.apply(edits.edit_owner(before, owner.id, colour="#102030"))
        assert after.of(Owner)[owner.id].initials == owner.initials


def test_an_owner_without_initials_gets_none_but_with_another_name() -> None:
    before = a_map(records=[Owner(id="it", name="Alpha Beta")])
    coloured = edits.edit_owner(before, "it", colour="#102030")
    assert before.apply(coloured).of(Owner)["it"].initials == ""
    assert not edits.edit_owner(before, "it", name="Alpha Beta").touches
    renamed = before.apply(edits.edit_owner(before, "it", name="Gamma"))
    assert renamed.of(Owner)["it"].initials == "G"


def test_numbered_initials_follow_a_name_that_ends_in_a_number() -> None:
    map_data = a_map()
    for _number in range(6):
        map_data = map_data.apply(edits.add_owner(map_data, "Team 1"))
    for owner in (one for one in map_data.of(Owner) if one.name == "Team 1"):
        after = map_data.apply(edits.edit_owner(map_data, owner.id, name="Legal"))
        assert after.of(Owner)[owner.id].initials == "L"


def test_new_owners_take_colours_in_turn() -> None:
    map_data = a_busy_map()
    for number in range(12):
        map_data = map_data.apply(edits.add_owner(map_data, f"Owner {number}"))
    added = [owner.colour for owner in map_data.of(Owner) if owner.name.startswith("Owner")]
    assert len(set(added)) == 12
    assert new_of(edits.add_owner(map_data, "Last", colour="#000000"), Owner).colour == "#000000"


def test_of_merged_owners_a_contact_that_only_one_has_stays() -> None:
    before = a_map(records=[Owner(id="it", name="IT"), Owner(id="desk", name="Desk", contact="Kari")])
    assert before.apply(edits.merge_owners(before, "it", ["desk"])).of(Owner)["it"].contact == "Kari"
    own = before.apply(edits.edit_owner(before, "it", contact="Per"))
    assert own.apply(edits.merge_owners(own, "it", ["desk"])).of(Owner)["it"].contact == "Per"
