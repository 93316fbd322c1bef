"""The arrows between cards."""

from __future__ import annotations

import pytest

from journey import edits
from journey.model import Card, Contact, Link, LinkKind, Refused
from tests.builders import a_card, new_of
from tests.busy_map import a_busy_map


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("touchpoints", "touchpoints", LinkKind.NEXT),
        ("frontstage", "touchpoints", LinkKind.SUPPORTS),
        ("touchpoints", "frontstage", LinkKind.SUPPORTS),
        ("systems", "backstage", LinkKind.SUPPORTS),
        ("backstage", "backstage", LinkKind.HANDS_OVER),
        ("backstage", "pains", LinkKind.CAUSES),
        ("ideas", "pains", LinkKind.ANSWERS),
        ("ideas", "questions", LinkKind.ANSWERS),
        ("pains", "ideas", LinkKind.ANSWERS),
        ("questions", "ideas", LinkKind.ANSWERS),
    ],
)
def test_an_arrow_means_what_its_ends_suggest(source: str, target: str, kind: LinkKind) -> None:
    assert edits.usual_kind(a_card("a", source, "step-1"), a_card("b", target, "step-1")) == kind


def test_an_arrow_to_a_preventable_contact_says_what_caused_it() -> None:
    chased = a_card("b", "touchpoints", "step-1", contact=Contact.PREVENTABLE)
    assert edits.usual_kind(a_card("a", "touchpoints", "step-1"), chased) == LinkKind.CAUSES


def test_the_likeliest_kind_is_offered_first_and_every_kind_once() -> None:
    offered = edits.likely_kinds(a_card("a", "backstage", "step-1"), a_card("b", "backstage", "step-1"))
    assert offered[0] is LinkKind.HANDS_OVER
    assert sorted(offered) == sorted(LinkKind)


def test_an_answer_leads_from_the_idea_to_the_pain_however_it_was_pulled() -> None:
    bare = a_busy_map()
    bare = bare.apply(edits.remove_link(bare, "answers"))
    link = new_of(edits.add_link(bare, "silence", "book"), Link)
    assert (link.source, link.target, link.kind) == ("book", "silence", LinkKind.ANSWERS)


def test_two_cards_are_joined() -> None:
    change = edits.add_link(a_busy_map(), "line", "sms", label=" then ")
    link = new_of(change, Link)
    assert (link.source, link.target, link.kind, link.label) == ("line", "sms", LinkKind.NEXT, "then")
    assert change.label == "Link “line” to “sms”"


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("line", "line", "two different cards"),
        ("line", "elsewhere", "two cards of one journey"),
        ("calm", "line", "joined in this way already"),
        ("calm", "gone", "no longer in the map"),
    ],
)
def test_an_arrow_that_cannot_be_is_refused(source: str, target: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        edits.add_link(a_busy_map(), source, target)


def test_two_cards_may_be_joined_in_two_ways() -> None:
    assert edits.add_link(a_busy_map(), "calm", "line", LinkKind.CAUSES)


def test_an_arrow_is_edited_turned_round_and_removed() -> None:
    before = a_busy_map()
    after = before.apply(edits.edit_link(before, "supports", kind=LinkKind.CAUSES, label="by hand"))
    after = after.apply(edits.reverse_link(after, "supports"))
    link = after.of(Link)["supports"]
    assert (link.source, link.target, link.kind, link.label) == ("line", "calm", LinkKind.CAUSES, "by hand")
    assert "supports" not in after.apply(edits.remove_link(after, "supports")).of(Link)
    assert len(after.of(Card)) == len(before.of(Card))


def test_an_arrow_is_not_turned_or_changed_into_another() -> None:
    before = a_busy_map()
    both = before.apply(edits.add_link(before, "line", "calm", LinkKind.SUPPORTS))
    with pytest.raises(Refused, match="already"):
        edits.reverse_link(both, "supports")
    both = before.apply(edits.add_link(before, "calm", "line", LinkKind.CAUSES))
    with pytest.raises(Refused, match="already"):
        edits.edit_link(both, "supports", kind=LinkKind.CAUSES)
