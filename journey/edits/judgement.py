"""Edits of what the room says of cards: verdicts by name, votes by role."""

from __future__ import annotations

from dataclasses import replace

from journey.edits.records import found, made
from journey.edits.wording import called, tidied
from journey.model import (
    Card,
    Change,
    Judgement,
    MapData,
    Participant,
    Refused,
    Verdict,
    Vote,
    adding,
    removing,
    replacing,
)
from journey.model.fields import check_fields
from resources.words import _


def give_verdict(
    map_data: MapData, card: str, participant: str, judgement: Judgement, comment: str = ""
) -> Change:
    """What a participant says of a card, in place of anything before; touches[0].after is the verdict."""
    title, name = called(found(map_data, Card, card)), called(found(map_data, Participant, participant))
    label = _("{participant} judges “{title}”").format(participant=name, title=title)
    old = _verdict(map_data, card, participant)
    if old is None:
        values = {"judgement": judgement, "comment": comment}
        return adding(label, [made(Verdict, card=card, participant=participant, **values)])
    new = replace(old, judgement=judgement, comment=tidied("comment", comment))
    check_fields(new)
    return replacing(label, [(old, new)])


def withdraw_verdict(map_data: MapData, card: str, participant: str) -> Change:
    """Take back what a participant said of a card. Refused where nothing was said."""
    title, name = called(found(map_data, Card, card)), called(found(map_data, Participant, participant))
    old = _verdict(map_data, card, participant)
    if old is None:
        raise Refused(_("{participant} has not judged “{title}”.").format(participant=name, title=title))
    return removing(_("Withdraw {participant} on “{title}”").format(participant=name, title=title), [old])


def set_votes(map_data: MapData, card: str, role: str, dots: int) -> Change:
    """How many dots people of a role put on a card, in place of those before; none takes them away."""
    label = _("Votes for “{title}”").format(title=called(found(map_data, Card, card)))
    new = made(Vote, card=card, role=role, dots=dots)
    old = next((vote for vote in map_data.of(Vote).by("card").get(card, ()) if vote.role == new.role), None)
    if old is None:
        return adding(label, [new] if dots else [])
    return replacing(label, [(old, replace(old, dots=dots))]) if dots else removing(label, [old])


def _verdict(map_data: MapData, card: str, participant: str) -> Verdict | None:
    same = map_data.of(Verdict).by("card", "participant").get((card, participant), ())
    return same[0] if same else None
