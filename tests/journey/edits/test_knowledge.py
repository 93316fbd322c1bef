"""Personas and participants, measures, evidence, actions, verdicts and votes."""

from __future__ import annotations

from datetime import date

import pytest

from journey import edits
from journey.model import (
    Action,
    ActionStatus,
    Backing,
    Card,
    Change,
    Evidence,
    Feeling,
    JourneyPersona,
    Judgement,
    Knowledge,
    Measure,
    MeasureKind,
    Method,
    Participant,
    Persona,
    Refused,
    Relation,
    Verdict,
    Vote,
    check_all,
)
from tests.builders import new_of
from tests.busy_map import a_busy_map


def test_a_new_persona_may_look_at_a_journey_at_once() -> None:
    before = a_busy_map()
    change = edits.add_persona(before, " Åse ", "journey", relation=Relation.NEVER, needs="Peace\nof mind")
    persona = new_of(change, Persona)
    after = before.apply(change)
    assert (persona.name, persona.relation, persona.needs) == ("Åse", Relation.NEVER, "Peace\nof mind")
    assert after.of(JourneyPersona).by("journey")["journey"][-1].persona == persona.id
    assert len(edits.add_persona(before, "Åse").touches) == 1


def test_a_removed_persona_takes_what_it_felt_but_not_what_is_known() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_persona(before, "maja"))
    check_all(after)
    assert [feeling.id for feeling in after.of(Feeling)] == ["nobody"]
    assert after.of(Evidence)["interviews"].persona is None


def test_a_persona_is_described() -> None:
    before = a_busy_map()
    after = before.apply(
        edits.edit_persona(before, "maja", quote="Then I\ncould breathe", segment="Home\nowners")
    )
    assert after.of(Persona)["maja"].quote == "Then I\ncould breathe"
    assert after.of(Persona)["maja"].segment == "Home owners"
    with pytest.raises(Refused, match="name is missing"):
        edits.edit_persona(before, "maja", name="")


def test_participants_come_change_and_go_with_their_verdicts() -> None:
    before = a_busy_map()
    somebody = new_of(edits.add_participant(before, "Eva", "front line"), Participant)
    assert (somebody.name, somebody.role) == ("Eva", "front line")
    after = before.apply(edits.edit_participant(before, "anne", name="Anne B."))
    assert after.of(Participant)["anne"].name == "Anne B."
    gone = after.apply(edits.remove_participant(after, "anne"))
    assert len(gone.of(Verdict)) == 0


def test_a_measure_stands_at_a_card() -> None:
    before = a_busy_map()
    change = edits.add_measure(
        before, "line", "Answered in 60 s", MeasureKind.PERCENT, value=82, goal=90, date="2026-09-01"
    )
    measure = new_of(change, Measure)
    assert (measure.card, measure.value, measure.goal) == ("line", 82, 90)
    after = before.apply(change)
    after = after.apply(edits.edit_measure(after, measure.id, low=80, high=84, answers=900))
    assert after.of(Measure)[measure.id].answers == 900
    assert measure.id not in after.apply(edits.remove_measure(after, measure.id)).of(Measure)


def test_confidence_does_not_stand_on_its_head() -> None:
    with pytest.raises(Refused, match="The lower bound of “NPS” lies above the upper"):
        edits.edit_measure(a_busy_map(), "nps", low=40, high=20)
    with pytest.raises(Refused, match="lies above"):
        edits.add_measure(a_busy_map(), "line", "CES", low=2, high=1)


def test_evidence_backs_a_card_once_and_says_what_it_says() -> None:
    before = a_busy_map()
    after = before.apply(edits.back_card(before, "line", "interviews", "most were relieved"))
    assert [one.says for one in after.of(Backing)] == ["most were relieved"]
    second = before.apply(edits.back_card(before, "line", "calls"))
    assert len(second.of(Backing)) == 2
    assert len(before.apply(edits.unback_card(before, "line", "interviews")).of(Backing)) == 0
    with pytest.raises(Refused, match="does not back"):
        edits.unback_card(before, "line", "calls")


def test_a_card_is_known_as_well_as_its_sources_make_it() -> None:
    m = a_busy_map()
    m = m.apply(edits.add_evidence(m, "Team", Method.STAFF))
    team = next(one.id for one in m.of(Evidence) if one.title == "Team")

    def known(change: Change) -> Knowledge:
        nonlocal m
        m = m.apply(change)
        return m.of(Card)["silence"].evidence

    assert m.of(Card)["silence"].evidence is Knowledge.GUESS
    assert known(edits.back_card(m, "silence", team)) is Knowledge.TOLD
    assert known(edits.edit_evidence(m, team, method=Method.SURVEY)) is Knowledge.PARTLY
    m = m.apply(edits.edit_evidence(m, team, method=Method.STAFF))
    assert known(edits.edit_card(m, "silence", evidence=Knowledge.TOLD)) is Knowledge.TOLD
    assert known(edits.merge_evidence(m, "interviews", [team])) is Knowledge.PARTLY


def test_what_somebody_judged_of_a_card_stays_with_its_sources() -> None:
    m = a_busy_map()
    m = m.apply(edits.edit_card(m, "silence", evidence=Knowledge.RESEARCHED))
    m = m.apply(edits.back_card(m, "silence", "calls"))
    assert m.of(Card)["silence"].evidence is Knowledge.RESEARCHED
    m = m.apply(edits.unback_card(m, "silence", "calls"))
    assert m.of(Card)["silence"].evidence is Knowledge.RESEARCHED
    m = m.apply(edits.back_card(m, "silence", "calls"))
    m = m.apply(edits.edit_card(m, "silence", evidence=Knowledge.GUESS))
    m = m.apply(edits.back_card(m, "silence", "interviews"))
    assert m.of(Card)["silence"].evidence is Knowledge.GUESS


@pytest.mark.parametrize("judged", [Knowledge.TOLD, Knowledge.PARTLY, Knowledge.RESEARCHED])
def test_taking_a_source_away_leaves_what_the_room_judged(judged: Knowledge) -> None:
    m = a_busy_map()
    m = m.apply(edits.edit_card(m, "silence", evidence=Knowledge.PARTLY))
    m = m.apply(edits.back_card(m, "silence", "calls"))
    m = m.apply(edits.edit_card(m, "silence", evidence=judged))
    assert m.apply(edits.unback_card(m, "silence", "calls")).of(Card)["silence"].evidence is judged
    assert m.apply(edits.remove_evidence(m, "calls")).of(Card)["silence"].evidence is judged


def test_a_doubted_card_is_not_raised_by_a_source_that_says_less() -> None:
    m = a_busy_map()
    m = m.apply(edits.back_card(m, "silence", "calls"))
    m = m.apply(edits.edit_card(m, "silence", evidence=Knowledge.GUESS))
    m = m.apply(edits.edit_evidence(m, "calls", method=Method.STAFF))
    assert m.of(Card)["silence"].evidence is Knowledge.GUESS


def test_removed_evidence_no_longer_backs_anything() -> None:
    before = a_busy_map()
    after = before.apply(edits.remove_evidence(before, "interviews"))
    assert len(after.of(Backing)) == 0
    check_all(after)


def test_evidence_is_described() -> None:
    before = a_busy_map()
    source = new_of(
        edits.add_evidence(before, "Call log", Method.LOG, people=400, date="2026-09-01"), Evidence
    )
    assert (source.method, source.people) == (Method.LOG, 400)
    after = before.apply(edits.edit_evidence(before, "calls", persona="ola", reference="Archive 7"))
    assert after.of(Evidence)["calls"].persona == "ola"
    with pytest.raises(Refused, match="no longer in the map"):
        edits.add_evidence(before, "X", Method.LOG, persona="gone")


def test_an_action_has_an_owner_a_day_and_a_goal() -> None:
    before = a_busy_map()
    due = date(2026, 12, 1).isoformat()
    change = edits.add_action(before, "silence", "Call back", owner="claims", due=due, measure_goal=40)
    action = new_of(change, Action)
    assert (action.owner, action.due, action.measure_goal) == ("claims", "2026-12-01", 40)
    after = before.apply(edits.edit_action(before, "booking", status=ActionStatus.DONE, owner=None))
    assert (after.of(Action)["booking"].status, after.of(Action)["booking"].owner) == (
        ActionStatus.DONE,
        None,
    )
    assert len(before.apply(edits.remove_action(before, "booking")).of(Action)) == 0
    with pytest.raises(Refused, match="no longer in the map"):
        edits.add_action(before, "silence", "Call back", owner="gone")
    with pytest.raises(Refused, match="year-month-day"):
        edits.edit_action(before, "booking", due="in May")


def test_a_participant_gives_one_verdict_on_a_card_and_may_change_it() -> None:
    before = a_busy_map()
    after = before.apply(edits.give_verdict(before, "book", "anne", Judgement.REJECT, "too dear"))
    assert [(one.judgement, one.comment) for one in after.of(Verdict)] == [(Judgement.REJECT, "too dear")]
    second = after.apply(edits.give_verdict(after, "book", "bo", Judgement.NEEDS_EVIDENCE))
    assert len(second.of(Verdict)) == 2
    assert len(before.apply(edits.withdraw_verdict(before, "book", "anne")).of(Verdict)) == 0
    with pytest.raises(Refused, match="Bo has not judged “book”"):
        edits.withdraw_verdict(before, "book", "bo")


def test_votes_are_counted_by_role_and_none_takes_them_away() -> None:
    before = a_busy_map()
    after = before.apply(edits.set_votes(before, "book", " front  line ", 6))
    assert [(vote.role, vote.dots) for vote in after.of(Vote)] == [("front line", 6)]
    after = after.apply(edits.set_votes(after, "book", "managers", 2))
    assert len(after.of(Vote)) == 2
    assert len(before.apply(edits.set_votes(before, "book", "front line", 0)).of(Vote)) == 0
    assert not edits.set_votes(before, "book", "suppliers", 0)
    with pytest.raises(Refused, match="-1 does not lie between 0 and 1000"):
        edits.set_votes(before, "book", "front line", -1)
