"""How much each owner answers for, in one journey and in all, and the order in which owners are listed."""

from __future__ import annotations

from dataclasses import dataclass

from journey.edits.codes import cards_of
from journey.ids import made_at
from journey.model import Card, Lane, MapData, Owner, Ownership, OwnershipRole, Touch


@dataclass(frozen=True, slots=True)
class Count:
    """How many cards somebody answers for: in one journey, and in all of the file."""

    here: int = 0
    total: int = 0


def answered(map_data: MapData, journey: str) -> dict[str, Count]:
    """How much each owner answers for, by the owner's id; whoever answers for nothing is left out."""
    lanes = {lane.id for lane in map_data.grid(journey).lanes}
    cards, here, totals = map_data.of(Card), dict[str, int](), dict[str, int]()
    for one in map_data.of(Ownership):
        if one.role is OwnershipRole.ACCOUNTABLE:
            totals[one.owner] = totals.get(one.owner, 0) + 1
            if cards[one.card].lane in lanes:
                here[one.owner] = here.get(one.owner, 0) + 1
    return {owner: Count(here.get(owner, 0), total) for owner, total in totals.items()}


def answered_by(map_data: MapData, journey: str, owner: str) -> list[str]:
    """The cards of a journey that an owner answers for, lane by lane."""
    theirs = _all_of(map_data, owner)
    return [card.id for card in cards_of(map_data, journey) if card.id in theirs] if theirs else []


def count_of(map_data: MapData, journey: str, owner: str) -> Count:
    """How much one owner answers for."""
    return Count(len(answered_by(map_data, journey, owner)), len(_all_of(map_data, owner)))


def tells_of_owners(map_data: MapData, touch: Touch) -> bool:
    """Whether a touch can change how much an owner answers for, or how an owner is told: few do."""
    before, after = touch.before, touch.after
    if isinstance(before, Card) and isinstance(after, Card):
        lanes = map_data.of(Lane)
        left, taken = lanes.get(before.lane), lanes.get(after.lane)
        return left is None or taken is None or left.journey != taken.journey
    return isinstance(touch.record, Owner | Ownership | Card)


def owners_in_order(map_data: MapData) -> list[Owner]:
    """The owners in the order in which they were made, whatever they are called and given since.

    Those whose ids do not tell when that was come first, in the order of the map.
    """
    return sorted(map_data.of(Owner), key=lambda one: made_at(one.id))


def _all_of(map_data: MapData, owner: str) -> set[str]:
    roles = map_data.of(Ownership).by("owner").get(owner, ())
    return {one.card for one in roles if one.role is OwnershipRole.ACCOUNTABLE}
