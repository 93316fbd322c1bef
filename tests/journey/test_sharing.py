"""A map for others says nothing of who was there and what they said, and all the rest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from journey.model import (
    Backing,
    Card,
    CardKind,
    LaneKind,
    MapData,
    Owner,
    OwnerKind,
    Participant,
    Persona,
    Record,
    Verdict,
    Workshop,
    check_all,
    map_of,
)
from journey.sharing import LeftOut, cleaned
from journey.stand_ins import texts_of
from tests.builders import a_card, a_map
from tests.storage.maps import everything

KARI = Owner(id="kari-n", name="Kari Nordmann", kind=OwnerKind.PERSON, contact="kari@firma.no", initials="KN")
LANES = (LaneKind.STEPS, LaneKind.QUOTES, LaneKind.TOUCHPOINTS)


def with_people(*records: Record) -> MapData:
    named = {record.id: record for record in everything().records()}
    named["workshop"] = Workshop(id="workshop", title="Skade", facilitator="Per Hansen", language="nb")
    return map_of([*(named | {record.id: record for record in (KARI, *records)}).values()])


def all_texts(map_data: MapData) -> str:
    return "\n".join(text for record in map_data.records() for text in texts_of(record))


def test_names_of_people_and_ways_to_reach_them_go() -> None:
    team = Owner(id="team", name="Team Nord", contact="nord@firma.no")
    clean = cleaned(with_people(team))
    owners = clean.map.of(Owner)
    assert (owners["kari-n"].name, owners["kari-n"].contact, owners["kari-n"].initials) == (
        "Person 1",
        "",
        "",
    )
    assert (owners["team"].name, owners["team"].contact) == ("Team Nord", "")
    assert clean.map.workshop.facilitator == ""
    assert clean.map.of(Participant)["ola"].name != "Ola"
    assert {"Kari Nordmann", "kari@firma.no", "nord@firma.no", "Per Hansen", "Ola", "KN"} <= {*clean.removed}


def test_a_name_that_stands_in_another_text_as_a_word_is_replaced_there() -> None:
    card = a_card(
        "asks", "touchpoints", "step-1", text="Spør Kari Nordmann", tags=("Kari Nordmann", "Nordmanns")
    )
    clean = cleaned(with_people(card))
    assert clean.map.of(Card)["asks"].text == "Spør Person 1"
    assert clean.map.of(Card)["asks"].tags == ("Person 1", "Nordmanns")
    assert "Nordmann" not in all_texts(clean.map).replace("Nordmanns", "")


def test_a_part_of_a_longer_word_is_no_name_and_is_told() -> None:
    card = a_card("asks", "touchpoints", "step-1", text="Olabil og Per Hansensvei")
    clean = cleaned(with_people(card))
    assert clean.map.of(Card)["asks"].text == "Olabil og Per Hansensvei"
    assert [remark for remark in clean.remarks if "Per Hansen" in remark and "Olabil" in remark]


def test_a_name_goes_in_the_genitive_and_over_two_lines_too() -> None:
    card = a_card("asks", "touchpoints", "step-1", text="Per Hansens vei. Kari\nNordmanns, Kari  Nordmann’s")
    clean = cleaned(with_people(card))
    assert clean.map.of(Card)["asks"].text == "Fasilitators vei. Person 1s, Person 1’s"


def test_each_who_was_there_keeps_a_name_of_their_own_whatever_else_they_are() -> None:
    guests = (Participant(id="a", name="Kari Nordmann"), Participant(id="b", name=""))
    card = a_card("asks", "touchpoints", "step-1", text="Kari Nordmann svarer")
    named = with_people(Workshop(id="workshop", facilitator="Kari Nordmann"), *guests, card)
    clean = cleaned(named).map
    assert [clean.of(Participant)[one].name for one in ("a", "b")] == ["Participant 1", "Participant 2"]
    assert clean.of(Owner)["kari-n"].name == "Person 1"
    assert clean.of(Card)["asks"].text == "Person 1 svarer"


def test_a_team_named_after_somebody_keeps_the_rest_of_its_name() -> None:
    team = Owner(id="team", name="Kari Nordmanns team")
    card = a_card("asks", "touchpoints", "step-1", text="Spør Kari Nordmanns team")
    clean = cleaned(with_people(team, card)).map
    assert clean.of(Owner)["team"].name == "Person 1s team"
    assert clean.of(Card)["asks"].text == "Spør Person 1s team"


def test_a_persona_is_called_the_customer_as_in_prints_without_names() -> None:
    amira = Persona(id="amira", name="Amira, 34", segment="parents")
    card = a_card("asks", "touchpoints", "step-1", text="Amira, 34 rings")
    clean = cleaned(a_map(records=[amira, card]))
    assert clean.map.of(Persona)["amira"] == replace(amira, name="The customer")
    assert clean.map.of(Card)["asks"].text == "The customer rings"
    assert clean.removed == ("Amira, 34 rings", "Amira, 34")
    two = cleaned(a_map(records=[amira, Persona(id="per", name="Per", segment="pensioners")])).map
    assert [one.name for one in two.of(Persona)] == ["The customer (parents)", "The customer (pensioners)"]
    kept = cleaned(a_map(records=[amira]), LeftOut(people=False))
    assert (kept.map.of(Persona)["amira"], kept.removed) == (amira, ())


def test_what_somebody_said_goes() -> None:
    said = a_card("said", "quotes", "step-1", text="Det tok tre uker!", note="sagt av kunde 4")
    assert said.kind is CardKind.QUOTE
    whole = a_map(lanes=LANES, records=[said, *_people()])
    clean = cleaned(whole)
    assert not clean.map.of(Card)
    assert clean.map.of(Persona)["eva"].quote == ""
    assert {"Det tok tre uker!", "sagt av kunde 4", "Jeg ga opp"} <= {*clean.removed}


def _people() -> list[Record]:
    return [Persona(id="eva", name="Eva", quote="Jeg ga opp")]


def test_what_was_said_for_a_card_and_in_judgement_of_it_goes_and_the_judgement_stays() -> None:
    verdict = replace(everything().of(Verdict)["yes"], comment="Endelig!")
    clean = cleaned(with_people(verdict))
    assert clean.map.of(Backing)["said"].says == ""
    assert clean.map.of(Verdict)["yes"] == replace(verdict, comment="")


def test_one_can_keep_the_one_and_leave_out_the_other() -> None:
    whole = with_people()
    kept = cleaned(whole, LeftOut(people=False, quotes=False))
    assert (kept.map, kept.removed, kept.remarks) == (whole, (), ())
    named = cleaned(whole, LeftOut(people=False))
    assert named.map.workshop.facilitator == "Per Hansen"
    assert named.map.of(Backing)["said"].says == ""
    quoted = cleaned(whole, LeftOut(quotes=False))
    assert quoted.map.workshop.facilitator == ""
    assert quoted.map.of(Backing)["said"].says != ""


def test_a_text_that_somebody_wrote_elsewhere_too_is_told() -> None:
    said = a_card("said", "quotes", "step-1", text="Ingen ringte")
    same = a_card("same", "touchpoints", "step-2", text="Ingen ringte tilbake")
    clean = cleaned(a_map(lanes=LANES, records=[said, same]))
    assert clean.remarks == ("“Ingen ringte” also stands in: Touchpoint “Ingen ringte tilbake”, at “Step 2”",)


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split()) or "x"
)


@settings(max_examples=80)
@given(NAMES, NAMES, NAMES, st.lists(NAMES, max_size=4))
def test_whatever_people_are_called_the_map_stays_whole_and_says_so(
    facilitator: str, person: str, guest: str, words: list[str]
) -> None:
    text = " ".join([*words, person, *words, guest])
    whole = with_people(
        Workshop(id="workshop", facilitator=facilitator),
        replace(KARI, name=person),
        Participant(id="ola", name=guest),
        a_card("asks", "touchpoints", "step-1", text=text),
    )
    clean = cleaned(whole)
    check_all(clean.map)
    left = {text for record in clean.map.records() for text in texts_of(record)}
    assert not left & set(clean.removed)
    for name in {person, guest} & set(clean.removed):
        told = any(f"“{name}”" in remark for remark in clean.remarks)
        assert told or len(name) < 4 or name not in all_texts(clean.map)
