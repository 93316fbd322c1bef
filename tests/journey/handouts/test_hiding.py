"""What a print leaves out, and what it says in a second language."""

from __future__ import annotations

import pytest

from journey.handouts import Handout, Hidden, Special, without
from journey.layout import Beside, View, layout
from journey.model import (
    Action,
    Card,
    CardKind,
    Lane,
    Measure,
    Owner,
    OwnerKind,
    Ownership,
    OwnershipRole,
    Participant,
    Persona,
)
from resources.samples import SAMPLES
from resources.words import _, speaking
from tests.builders import a_card, a_map
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
    assert [one.name for one in shown.of(Persona)] == ["Kunden", "Kunden"]
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


def test_labels_stand_in_a_second_language_and_texts_of_people_do_not() -> None:
    made = sample("water-damage")
    said = words(pages(Handout.STAGES, made, second="nb"))
    assert "Touchpoints / Kontaktpunkter" in " ".join(said.split())
    assert "What Maja does /" not in said
    assert "Interview guide" in words(pages(Handout.INTERVIEW, made, second="en"))
