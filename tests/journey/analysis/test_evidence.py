"""How much of a map rests on evidence, and on which."""

from __future__ import annotations

import pytest

from journey import edits
from journey.analysis import Coverage, coverage, coverage_sentence
from journey.analysis.reading import read
from journey.handouts.questions import guesses
from journey.model import (
    Backing,
    Card,
    CardStatus,
    Evidence,
    Journey,
    Knowledge,
    MapData,
    Method,
    Stage,
    Step,
)
from tests.journey.analysis.maps import a_map, changed, having


@pytest.fixture
def made() -> MapData:
    return a_map(4, touchpoints=("A", "B", "C", "D"), ideas=("faster",), questions=("why?",))


def test_a_guess_and_hearsay_are_not_known_but_evidence_is(made: MapData) -> None:
    made = changed(made, "A", evidence=Knowledge.RESEARCHED)
    made = changed(made, "B", evidence=Knowledge.PARTLY)
    made = changed(made, "C", evidence=Knowledge.TOLD)
    found = coverage(made, "j")
    assert (found.known, found.cards, found.share) == (2, 4, 0.5)


def test_a_source_attached_to_a_guess_makes_it_known(made: MapData) -> None:
    made = having(made, Evidence(id="e", title="calls", method=Method.LOG))
    backed = made.apply(edits.back_card(made, "C", "e"))
    assert coverage(backed, "j").known == 1
    assert backed.of(Card)["C"].evidence is Knowledge.PARTLY


@pytest.mark.parametrize("method", list(Method))
def test_a_guess_with_a_source_counts_as_in_maps_made_before_sources_raised_it(
    made: MapData, method: Method
) -> None:
    made = having(
        made, Evidence(id="e", title="calls", method=method), Backing(id="b", card="C", evidence="e")
    )
    assert made.of(Card)["C"].evidence is Knowledge.GUESS
    assert coverage(made, "j").known == 1
    asked = [card.id for card in guesses(read(made, "j"))]
    assert asked == ["A", "B", "D"]


def test_ideas_and_questions_claim_nothing(made: MapData) -> None:
    assert coverage(changed(made, "faster", evidence=Knowledge.RESEARCHED), "j") == Coverage(0, 4, ())


def test_a_rejected_card_does_not_count(made: MapData) -> None:
    assert coverage(changed(made, "A", status=CardStatus.REJECTED), "j").cards == 3


def test_an_empty_map_has_no_share_rather_than_an_error() -> None:
    assert coverage(a_map(), "j").share == 0


def test_sources_are_added_up_by_method_people_where_people_were_asked(made: MapData) -> None:
    made = having(
        made,
        Evidence(id="e1", title="north", method=Method.INTERVIEW, people=7),
        Evidence(id="e2", title="south", method=Method.INTERVIEW, people=5),
        Evidence(id="e3", title="Maja", method=Method.OBSERVATION),
        Evidence(id="e4", title="autumn", method=Method.SURVEY, people=312),
        Evidence(id="e5", title="line", method=Method.LOG, people=400),
        Evidence(id="e6", title="nobody", method=Method.STAFF, people=0),
    )
    assert coverage(made, "j").sources == (
        "12 interviews",
        "1 survey",
        "1 observation",
        "400 logged contacts",
    )


def test_a_source_that_backs_only_another_journey_is_left_out(made: MapData) -> None:
    made = having(made, Evidence(id="e", title="calls"), Backing(id="b", card="A", evidence="e"))
    assert coverage(made, "j").sources == ("1 interview",)
    stage = Stage(id="kg", journey="k", title="a stage")
    other = having(made, Journey(id="k", title="another"), stage, Step(id="ks", stage="kg", title="a step"))
    assert coverage(other, "k").sources == ()


def test_the_coverage_is_one_line_for_a_print() -> None:
    assert (
        coverage_sentence(Coverage(19, 31, ("12 interviews", "1 survey")))
        == "19 of 31 cards rest on evidence · 12 interviews, 1 survey"
    )
    assert coverage_sentence(Coverage(0, 1, ())) == "0 of 1 card rests on evidence"
