"""What the room says of a card, in the inspector: verdicts by name, dots by role."""

from __future__ import annotations

from app.desk import Desk
from app.panels.side import SidePanels
from journey import edits
from journey.model import Judgement, Participant, Verdict, Vote
from tests.app.panels.conftest import click, select, shows, write
from tests.app.panels.test_card_lists import unfold


def test_somebody_new_judges_a_card_in_one_step(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Add the verdict of", "Kari")
    (kari,) = desk.map.of(Participant)
    (verdict,) = desk.map.of(Verdict)
    assert (kari.name, verdict.card, verdict.participant) == ("Kari", "call", kari.id)
    assert desk.document.revision == 1
    click(side, "Says: Reject")
    write(side, "Because", "Nobody answers at night")
    write(side, "Role", "Front line")
    (verdict,) = desk.map.of(Verdict)
    assert (verdict.judgement, verdict.comment) == (Judgement.REJECT, "Nobody answers at night")
    assert desk.map.of(Participant)[kari.id].role == "Front line"


def test_somebody_known_judges_another_card_and_takes_it_back(desk: Desk, side: SidePanels) -> None:
    desk.attempt(lambda: edits.add_participant(desk.map, "Kari"))
    select(desk, "letter")
    write(side, "Add the verdict of", "Kari")
    assert (len(desk.map.of(Participant)), len(desk.map.of(Verdict))) == (1, 1)
    click(side, "Take this verdict back")
    assert not len(desk.map.of(Verdict))
    assert not shows(side, "Take this verdict back")


def test_somebody_goes_with_every_verdict_given_and_comes_back_with_them(
    desk: Desk, side: SidePanels
) -> None:
    for card in ("letter", "call"):
        select(desk, card)
        write(side, "Add the verdict of", "Kari")
    click(side, "Remove this participant")
    assert (len(desk.map.of(Participant)), len(desk.map.of(Verdict))) == (0, 0)
    desk.document.undo()
    assert [one.name for one in desk.map.of(Participant)] == ["Kari"]
    assert {one.card for one in desk.map.of(Verdict)} == {"letter", "call"}


def test_dots_are_given_by_role_changed_and_taken_away(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Add votes: role and dots", "Front line 3")
    write(side, "Add votes: role and dots", "Managers")
    votes = {vote.role: vote.dots for vote in desk.map.of(Vote)}
    assert votes == {"Front line": 3, "Managers": 1}
    unfold(side, "Front line")
    write(side, "Dots", "5")
    assert {vote.role: vote.dots for vote in desk.map.of(Vote)} == {"Front line": 5, "Managers": 1}
    click(side, "Take these votes away")
    assert [vote.role for vote in desk.map.of(Vote)] == ["Managers"]
