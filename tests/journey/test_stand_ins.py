"""Names in texts: what is one, where it ends, and what stands there instead."""

from __future__ import annotations

from journey.stand_ins import StandIns, plain
from tests.builders import a_card


def test_the_longest_name_is_the_one_that_is_meant_and_nothing_is_replaced_twice() -> None:
    table = StandIns({"Per": "Ola", "Per Hansen": "Per", "Ola": "Kim"})
    assert table.in_text("Per Hansen, Per og Ola") == "Per, Ola og Kim"


def test_a_name_is_a_whole_word_and_may_bear_a_genitive() -> None:
    table = StandIns({"Ola": "X"})
    assert table.in_text("Olas, Ola’s, OLA, NordOla, Olav, Ola-gjengen") == (
        "Xs, X’s, OLA, NordOla, Olav, X-gjengen"
    )


def test_what_stands_for_a_name_begins_a_sentence_as_it_should() -> None:
    table = StandIns({"Ola": "the customer"}, {"the customer": "The customer"})
    assert table.in_text("Ola calls. Ola waits: Ola, e.g.Ola\nOla") == (
        "The customer calls. The customer waits: The customer, e.g.the customer\nThe customer"
    )


def test_a_name_may_stand_over_two_lines_but_not_over_two_tags() -> None:
    table = StandIns({"Per Hansen": "X"})
    card = a_card("c", "touchpoints", "step-1", text="Per\nHansen", tags=("Per", "Hansen"))
    shown = table.in_record(card)
    assert (shown.text, shown.tags) == ("X", ("Per", "Hansen"))


def test_what_has_no_letter_and_no_figure_is_nobodys_name() -> None:
    assert [plain(one) for one in ("–", " ?", " Per \n Hansen ", "7")] == ["", "", "Per Hansen", "7"]
    assert StandIns({"": "X"}).in_text("nobody") == "nobody"
