"""Edits of who answers for what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from journey.edits.codes import cards_of
from journey.edits.records import found, in_turn, made
from journey.edits.spans import covered_steps
from journey.edits.wording import called
from journey.model import (
    Card,
    CardKind,
    Change,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Refused,
    Stage,
    Step,
    adding,
    joined,
    removing,
    replacing,
)
from resources.words import _


def set_accountable(map_data: MapData, cards: Iterable[str], owner: str) -> Change:
    """Let an owner answer for these cards, in place of whoever did."""
    name = called(found(map_data, Owner, owner))
    wanted = list(dict.fromkeys(cards))
    if len(wanted) == 1:
        title = called(found(map_data, Card, wanted[0]))
        label = _("{owner} answers for “{title}”").format(owner=name, title=title)
    else:
        label = _("{owner} answers for {n} cards").format(owner=name, n=len(wanted))
    return in_turn(map_data, label, [partial(_answer, card=card, owner=owner) for card in wanted])


def involve(map_data: MapData, card: str, owner: str, role: OwnershipRole) -> Change:
    """Give an owner a role at a card, in place of the one it had there; touches[0].after says so."""
    if role == OwnershipRole.ACCOUNTABLE:
        return set_accountable(map_data, [card], owner)
    title, name = called(found(map_data, Card, card)), called(found(map_data, Owner, owner))
    label = _("Involve {owner} in “{title}”").format(owner=name, title=title)
    old = _at(map_data, card, owner)
    if old is not None:
        return replacing(label, [(old, replace(old, role=role))])
    return adding(label, [made(Ownership, card=card, owner=owner, role=role)])


def release(map_data: MapData, card: str, owner: str) -> Change:
    """End an owner's part in a card. Refused where it has none."""
    title, name = called(found(map_data, Card, card)), called(found(map_data, Owner, owner))
    old = _at(map_data, card, owner)
    if old is None:
        raise Refused(_("{owner} has no part in “{title}”.").format(owner=name, title=title))
    return removing(_("Release {owner} from “{title}”").format(owner=name, title=title), [old])


def own_step(map_data: MapData, step: str, owner: str) -> Change:
    """Let an owner answer for all touchpoints at a step, those that reach across it too.

    Refused where the step has none.
    """
    return own_steps(map_data, [step], owner)


def own_steps(map_data: MapData, steps: Iterable[str], owner: str) -> Change:
    """Let an owner answer for all touchpoints at these steps of one journey, as one change."""
    name = called(found(map_data, Owner, owner))
    wanted = [found(map_data, Step, step) for step in dict.fromkeys(steps)]
    touchpoints = [card.id for step in wanted for card in touchpoints_at(map_data, step)]
    if not touchpoints:
        raise Refused(_("There are no touchpoints here to answer for; add one first."))
    label = _("{owner} answers at “{title}”").format(owner=name, title=called(wanted[0]))
    return joined(label, [set_accountable(map_data, touchpoints, owner)])


def accountable(map_data: MapData, card: str) -> Ownership | None:
    """The ownership of whoever answers for a card."""
    roles = map_data.of(Ownership).by("card").get(card, ())
    return next((one for one in roles if one.role == OwnershipRole.ACCOUNTABLE), None)


def _answer(map_data: MapData, card: str, owner: str) -> Change:
    found(map_data, Card, card)
    present, own = accountable(map_data, card), _at(map_data, card, owner)
    if present is None and own is None:
        return adding("", [made(Ownership, card=card, owner=owner)])
    if present is None and own is not None:
        return replacing("", [(own, replace(own, role=OwnershipRole.ACCOUNTABLE))])
    if present is None or present.owner == owner:
        return adding("", [])
    other_role = removing("", [] if own is None else [own])
    return joined("", [replacing("", [(present, replace(present, owner=owner))]), other_role])


def _at(map_data: MapData, card: str, owner: str) -> Ownership | None:
    roles = map_data.of(Ownership).by("card").get(card, ())
    return next((one for one in roles if one.owner == owner), None)


def touchpoints_at(map_data: MapData, step: Step) -> list[Card]:
    """The touchpoints that stand at a step or reach across it."""
    journey = found(map_data, Stage, step.stage).journey
    return [
        card
        for card in cards_of(map_data, journey)
        if card.kind == CardKind.TOUCHPOINT and step.id in covered_steps(map_data, journey, card)
    ]
