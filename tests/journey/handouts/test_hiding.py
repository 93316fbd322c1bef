"""What a print leaves out, and what it says in a second language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from journey.analysis import find
from journey.handouts import Handout, Hidden, Special, without
from journey.layout import Beside, View, layout
from journey.model import (
    Action,
    Card,
    CardKind,
    Feeling,
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
    Workshop,
    map_of,
)
from resources.samples import SAMPLES
from resources.words import _, speaking
from tests.builders import a_card, a_journey, a_map
from tests.journey.handouts.samples import LANES, pages, sample, texts, words


@pytest.mark.parametrize("handout", [one for one in Handout if one is not Handout.TEMPLATE])
def test_quotes_names_and_measures_can_be_left_out(handout: Handout) -> None:
    made = sample("jakken-der-skulle-retur")
    said = words(pages(handout, made, hide=frozenset(Hidden)))
    quotes = [card.text[:20] for card in made.of(Card) if card.kind is CardKind.QUOTE]
    measures = {one.name for one in made.of(Measure) if one.name != "NPS"}
    names = {"Sofie", "Lone Kjær"}
    assert [one for one in (*quotes, *measures, *names) if one in said] == []


def test_what_is_not_hidden_stays() -> None:
    made = sample("jakken-der-skulle-retur")
    said = words(pages(Handout.OWNERS, made, hide=frozenset({Hidden.QUOTES})))
    assert "Lone Kjær" in said
    assert "Henvendelser om måneden" in said


def test_a_person_becomes_its_team_and_a_persona_the_customer() -> None:
    made = sample("jakken-der-skulle-retur")
    with speaking("da"):
        shown = without(made, frozenset({Hidden.NAMES}))
    assert [one.name for one in shown.of(Persona)] == ["Kunden (29 år)", "Kunden (37 år)"]
    assert "Sofie" not in "".join(lane.title for lane in shown.of(Lane))
    assert "Lager" in words(pages(Handout.OWNERS, made, Special(owner="owner-lone"), hide=frozenset(Hidden)))


def test_a_team_answers_for_what_its_people_do_and_has_one_sheet() -> None:
    people = (
        Owner(id="team", name="Warehouse", kind=OwnerKind.TEAM),
        Owner(id="boss", name="Lone", kind=OwnerKind.PERSON, parent="team"),
        Owner(id="hand", name="Per", kind=OwnerKind.PERSON, parent="boss"),
        Owner(id="free", name="Kim", kind=OwnerKind.PERSON),
    )
    card = a_card("c", "touchpoints", "step-1", text="Ask Lone’s men, or Lones men")
    owned = (
        ("team", OwnershipRole.INFORMED),
        ("boss", OwnershipRole.ACCOUNTABLE),
        ("hand", OwnershipRole.CONSULTED),
    )
    roles = [Ownership(id=f"r-{one}", card="c", owner=one, role=role) for one, role in owned]
    acts = Action(id="a", card="c", title="Do it", owner="hand")
    made = a_map(1, 1, LANES, [*people, card, *roles, acts])
    shown = without(made, frozenset({Hidden.NAMES}))
    assert [(one.id, one.name) for one in shown.of(Owner)] == [("team", "Warehouse"), ("free", "Person 1")]
    assert [(one.owner, one.role) for one in shown.of(Ownership)] == [("team", OwnershipRole.ACCOUNTABLE)]
    assert [one.owner for one in shown.of(Action)] == ["team"]
    assert shown.of(Card)["c"].text == "Ask Warehouse’s men, or Warehouses men"
    whole = words(pages(Handout.OWNERS, made, hide=frozenset({Hidden.NAMES})))
    assert words(pages(Handout.OWNERS, made, Special(owner="hand"), hide=frozenset({Hidden.NAMES}))) == whole


@pytest.mark.parametrize("name", SAMPLES)
def test_no_print_says_the_name_of_a_persona_that_is_hidden_and_none_leaves_it_empty(name: str) -> None:
    made = sample(name)
    names = [one.name for one in (*made.of(Persona), *made.of(Participant))]
    hide = frozenset({Hidden.NAMES})
    drawings = [one for handout in Handout for one in pages(handout, made, hide=hide)]
    with speaking(made.workshop.language):
        shown, customer = without(made, hide), _("the customer")
        view = View(made.journeys()[0].id, made.workshop.language, beside=Beside())
        drawings.append(layout(shown, view))
    heard = [one.alternate for drawing in drawings for one in drawing.passages]
    said = " ".join([words(drawings), *heard, *(one.title for one in drawings)])
    assert [one for one in names if one in said] == []
    assert customer in said
    assert [text.text for _record, text in texts(drawings) if text.text.startswith((":", "·", ","))] == []
    assert [one for one in heard if f"{customer[:1].upper()}{customer[1:]}" in one] == []


def test_personas_that_are_all_the_customer_are_told_apart() -> None:
    made = sample("hjem-fra-sykehuset")
    hide = frozenset({Hidden.NAMES})
    said = words(pages(Handout.OWNERS, made, hide=hide))
    assert "Kunden (81 år) og kunden (52 år)" in said
    assert "Kunden (52 år): overrumplet" in said
    board = words(pages(Handout.BOARD, made, hide=hide))
    assert board.count("Kunden (81 år)") == 2


def test_a_name_goes_in_the_genitive_too() -> None:
    made = a_map(
        1, 1, LANES, [Persona(id="p", name="Turid"), a_card("Turids nøkkel, og turiden", "pains", "step-1")]
    )
    with speaking("nb"):
        [card] = without(made, frozenset({Hidden.NAMES})).of(Card)
    assert card.text == "Kundens nøkkel, og turiden"


WAREHOUSE = Owner(id="team", name="Warehouse", kind=OwnerKind.TEAM)
LONE = Owner(id="lone", name="Lone Kjær", kind=OwnerKind.PERSON, parent="team", contact="lone@firma.dk")
NAMES = frozenset({Hidden.NAMES})


def hidden(text: str, *records: Record) -> MapData:
    """A map with one card without its names."""
    card = a_card("c", "touchpoints", "step-1", text=text)
    named = {one.id: one for one in (*a_map(1, 1, LANES).records(), card, *records)}
    return without(map_of(named.values()), NAMES)


def test_a_team_keeps_its_name_whatever_else_its_people_are() -> None:
    roles = (Participant(id="p", name=LONE.name), Workshop(id="workshop", facilitator=LONE.name))
    shown = hidden("The Warehouse packs, Lone Kjær signs", WAREHOUSE, LONE, *roles)
    assert [one.name for one in shown.of(Owner)] == ["Warehouse"]
    assert shown.of(Card)["c"].text == "The Warehouse packs, Warehouse signs"
    assert [one.name for one in shown.of(Participant)] == ["Participant 1"]
    assert shown.workshop.facilitator == ""


def test_the_ways_to_reach_somebody_in_a_team_go_from_texts() -> None:
    shown = hidden("Call Lone Kjær (lone@firma.dk)", WAREHOUSE, LONE)
    assert shown.of(Card)["c"].text == "Call Warehouse (…)"


def test_a_team_named_after_somebody_in_it_says_a_number() -> None:
    team = replace(WAREHOUSE, name="Lone Kjærs team")
    free = Owner(id="free", name="Kim", kind=OwnerKind.PERSON)
    shown = hidden("Ask Lone Kjær, Kim or Lone Kjærs team", team, LONE, free)
    assert [one.name for one in shown.of(Owner)] == ["Person 2s team", "Person 1"]
    assert shown.of(Card)["c"].text == "Ask Person 2s team, Person 1 or Person 2s team"


def test_a_team_without_a_name_answers_for_nobody() -> None:
    nameless = Owner(id="group", name="", parent="team")
    shown = hidden("Ask Lone Kjær now", nameless, replace(LONE, parent="group"), replace(WAREHOUSE, name=" "))
    assert shown.of(Card)["c"].text == "Ask Person 1 now"
    shown = hidden("Ask Lone Kjær now", nameless, replace(LONE, parent="group"), WAREHOUSE)
    assert shown.of(Card)["c"].text == "Ask Warehouse now"


def three_personas() -> MapData:
    """A journey that names Cy and Bo, where Anna and Bo feel something, and another that names Anna."""
    people = [Persona(id=one, name=name) for one, name in (("a", "Anna"), ("b", "Bo"), ("c", "Cy"))]
    looks = [
        JourneyPersona(id="1", journey="journey", persona="c", rank="A"),
        JourneyPersona(id="2", journey="journey", persona="b", rank="B"),
        JourneyPersona(id="3", journey="x-journey", persona="a"),
    ]
    falls = [
        Feeling(id=f"f-{one}-{at}", journey="journey", step=f"step-{at}", persona=one, score=4.0 - 2 * at)
        for one in "ab"
        for at in (1, 2, 3)
    ]
    owned = [a_card("c1", "touchpoints", "step-1"), WAREHOUSE, Ownership(id="o", card="c1", owner="team")]
    return a_map(1, 3, LANES, [*people, *looks, *falls, *owned, *a_journey("x-", 1, 2, LANES)])


def test_hidden_personas_are_numbered_alike_in_all_prints_of_all_journeys() -> None:
    made = three_personas()
    board = words(pages(Handout.BOARD, made, hide=NAMES))
    assert "The customer 1 and the customer 2" in board
    assert "The customer 2 The customer 3 Step 1" in board
    owners = words(pages(Handout.OWNERS, made, hide=NAMES))
    assert "The customer 2: +2" in owners
    assert "The customer 3: +2" in owners
    shown = without(made, NAMES)
    found = " ".join(one.message for one in find(shown, "journey"))
    assert re.findall(r"the customer \d", found) == ["the customer 3", "the customer 2"]
    heard = [
        one.alternate
        for one in layout(shown, View("journey", "en", beside=Beside())).passages
        if one.alternate
    ]
    assert [one[:24] for one in heard] == ["What the customer 2 feel", "What the customer 3 feel"]
    assert "The customer 3" in words([layout(shown, View("x-journey", "en", beside=Beside()))])


def test_labels_stand_in_a_second_language_and_texts_of_people_do_not() -> None:
    made = sample("water-damage")
    said = words(pages(Handout.STAGES, made, second="nb"))
    assert "Touchpoints / Kontaktpunkter" in " ".join(said.split())
    assert "What Maja does /" not in said
    assert "Interview guide" in words(pages(Handout.INTERVIEW, made, second="en"))
