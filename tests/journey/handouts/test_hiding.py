"""What a print leaves out, and what it says in a second language."""

from __future__ import annotations

import pytest

from journey.handouts import Handout, Hidden, Special, without
from journey.model import Card, CardKind, Lane, Measure, Persona
from resources.words import speaking
from tests.journey.handouts.samples import pages, sample, words


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
    assert [one.name for one in shown.of(Persona)] == ["", ""]
    assert "Sofie" not in "".join(lane.title for lane in shown.of(Lane))
    assert "Lager" in words(pages(Handout.OWNERS, made, Special(owner="owner-lone"), hide=frozenset(Hidden)))


def test_labels_stand_in_a_second_language_and_texts_of_people_do_not() -> None:
    made = sample("water-damage")
    said = words(pages(Handout.STAGES, made, second="nb"))
    assert "Touchpoints / Kontaktpunkter" in " ".join(said.split())
    assert "What Maja does /" not in said
    assert "Interview guide" in words(pages(Handout.INTERVIEW, made, second="en"))
