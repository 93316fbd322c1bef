"""What an owner answers for along a journey, and with whom responsibility is shared or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey.analysis.ownership import passings
from journey.analysis.reading import Reading
from journey.handouts.telling import by_due
from journey.model import (
    Action,
    ActionStatus,
    Card,
    CardKind,
    Feeling,
    JourneyPersona,
    Link,
    LinkKind,
    Owner,
    Ownership,
    OwnershipRole,
    Step,
)

_AROUND = (CardKind.PAIN_POINT, CardKind.GAP, CardKind.QUESTION, CardKind.GAIN, CardKind.IDEA)


@dataclass(frozen=True, slots=True)
class HandOver:
    """Another owner who comes before or after, and the cards between which responsibility passes."""

    other: Owner
    last: Card
    first: Card


@dataclass(frozen=True, slots=True)
class Stop:
    """The touchpoints of an owner that begin at one step, and what else there is about their columns.

    ``around`` are pains, gaps, questions, gains and ideas; nothing of them stands at two stops.
    """

    number: int
    step: Step
    touchpoints: tuple[Card, ...]
    feelings: tuple[Feeling, ...]
    around: tuple[Card, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Everything an owner's sheet tells; ``others`` are the cards of other kinds the owner answers for.

    ``shares`` are the cards in which the owner has another part, ``actions`` those that stand at no stop.
    """

    owner: Owner
    stops: tuple[Stop, ...]
    others: tuple[Card, ...]
    shares: tuple[tuple[OwnershipRole, Card], ...]
    actions: tuple[Action, ...]
    gets: tuple[HandOver, ...]
    gives: tuple[HandOver, ...]

    @property
    def touchpoints(self) -> tuple[Card, ...]:
        """All of the owner's touchpoints in order."""
        return tuple(card for stop in self.stops for card in stop.touchpoints)


def owners_in(reading: Reading) -> tuple[Owner, ...]:
    """Everybody with a part in a journey: in the order they come into it, then those with actions alone."""
    found: dict[str, Owner] = {}
    owners = reading.map.of(Owner)
    for card in reading.cards.values():
        for one in reading.map.of(Ownership).by("card").get(card.id, ()):
            found.setdefault(one.owner, owners[one.owner])
    for action in _actions(reading):
        if (owner := owners.get(action.owner)) is not None:
            found.setdefault(owner.id, owner)
    return tuple(found.values())


def duties_of(reading: Reading, owner: Owner) -> Duties:
    """What an owner answers for in a journey, along it."""
    mine = [card for card in reading.cards.values() if reading.accountable(card) == owner]
    stops = tuple(_stops(reading, [card for card in mine if card.kind is CardKind.TOUCHPOINT]))
    told = {action.id for stop in stops for action in stop.actions}
    own = (action for action in _actions(reading) if action.owner == owner.id)
    gets, gives = _hand_overs(reading, owner)
    return Duties(
        owner,
        stops,
        tuple(card for card in mine if card.kind is not CardKind.TOUCHPOINT),
        tuple(_shares(reading, owner)),
        tuple(action for action in own if action.id not in told),
        gets,
        gives,
    )


def _actions(reading: Reading) -> list[Action]:
    """What is to be done in a journey, by the day it is due."""
    found = [one for one in reading.map.of(Action) if one.card in reading.cards]
    return sorted((one for one in found if one.status is not ActionStatus.DROPPED), key=by_due)


def _stops(reading: Reading, touchpoints: list[Card]) -> Iterator[Stop]:
    """The steps at which touchpoints begin; what stands in their columns goes to the first that covers it."""
    of_step: dict[str, list[Card]] = {}
    for card in touchpoints:
        of_step.setdefault(card.step, []).append(card)
    seen: set[str] = set()
    for step, cards in of_step.items():
        columns = {column for card in cards for column in reading.columns(card)}
        about = [one for one in reading.of(*_AROUND) if columns.intersection(reading.columns(one))]
        fresh = tuple(one for one in about if one.id not in seen)
        near = {one.id for one in (*fresh, *cards)}
        actions = tuple(one for one in _actions(reading) if one.card in near)
        seen |= near
        number = reading.grid.column[step]
        feelings = tuple(f for f in _feelings(reading) if f.step == step)
        yield Stop(number + 1, reading.grid.steps[number], tuple(cards), feelings, fresh, actions)


def _feelings(reading: Reading) -> list[Feeling]:
    """What is felt in a journey, those who look at it in their order."""
    looks = reading.map.of(JourneyPersona).by("journey").get(reading.journey.id, ())
    order = {one.persona: place for place, one in enumerate(looks)}
    felt = reading.map.of(Feeling).by("journey").get(reading.journey.id, ())
    return sorted(felt, key=lambda one: order.get(one.persona or "", -1))


def _shares(reading: Reading, owner: Owner) -> Iterator[tuple[OwnershipRole, Card]]:
    of_card = reading.map.of(Ownership).by("card")
    for card in reading.cards.values():
        for one in of_card.get(card.id, ()):
            if one.owner == owner.id and one.role is not OwnershipRole.ACCOUNTABLE:
                yield one.role, card


def _hand_overs(reading: Reading, owner: Owner) -> tuple[tuple[HandOver, ...], tuple[HandOver, ...]]:
    """From whom the owner takes over, and to whom it passes on: along the touchpoints, and by arrows."""
    gets, gives = dict[tuple[str, str, str], HandOver](), dict[tuple[str, str, str], HandOver]()
    owners = reading.map.of(Owner)
    for giver, taker, last, first in _passed(reading):
        key = (last.id, first.id, giver if taker == owner.id else taker)
        if taker == owner.id != giver:
            gets.setdefault(key, HandOver(owners[giver], last, first))
        elif giver == owner.id != taker:
            gives.setdefault(key, HandOver(owners[taker], last, first))
    return tuple(gets.values()), tuple(gives.values())


def _passed(reading: Reading) -> Iterator[tuple[str, str, Card, Card]]:
    """Who passes to whom between which cards."""
    for passing in passings(reading):
        for giver in passing.givers:
            for taker in passing.takers:
                yield giver, taker, passing.last, passing.first
    for link in reading.linked(LinkKind.HANDS_OVER):
        yield from _by_arrow(reading, link)


def _by_arrow(reading: Reading, link: Link) -> Iterator[tuple[str, str, Card, Card]]:
    last, first = reading.cards[link.source], reading.cards[link.target]
    giver, taker = reading.accountable(last), reading.accountable(first)
    if giver is not None and taker is not None:
        yield giver.id, taker.id, last, first
