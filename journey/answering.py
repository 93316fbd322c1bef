"""How much each owner answers for, in one journey and in all, and the order in which owners are listed."""

from __future__ import annotations

from dataclasses import dataclass

from journey.edits.codes import cards_of
from journey.ids import made_at
from journey.model import Card, CardKind, Lane, MapData, Owner, Ownership, OwnershipRole, Touch


@dataclass(frozen=True, slots=True)
class Count:
    """How many touchpoints somebody answers for, in one journey and in all of the file.

    ``others`` are the other cards of that journey it answers for.
    """

    here: int = 0
    total: int = 0
    others: int = 0


def answered(map_data: MapData, journey: str) -> dict[str, Count]:
    """How much each owner answers for, by the owner's id; whoever answers for nothing is left out."""
    owners = map_data.of(Ownership).by("owner")
    counts = {owner: count_of(map_data, journey, owner) for owner in owners}
    return {owner: count for owner, count in counts.items() if count != Count()}


def answered_by(map_data: MapData, journey: str, owner: str) -> list[str]:
    """The cards of a journey that an owner answers for, lane by lane."""
    theirs = _all_of(map_data, owner)
    return [card.id for card in cards_of(map_data, journey) if card.id in theirs] if theirs else []


def count_of(map_data: MapData, journey: str, owner: str) -> Count:
    """How much one owner answers for."""
    lanes = {lane.id for lane in map_data.grid(journey).lanes}
    cards = [map_data.of(Card)[card] for card in _all_of(map_data, owner)]
    total = sum(card.kind is CardKind.TOUCHPOINT for card in cards)
    kinds = [card.kind is CardKind.TOUCHPOINT for card in cards if card.lane in lanes]
    return Count(sum(kinds), total, len(kinds) - sum(kinds))


def tells_of_owners(map_data: MapData, touch: Touch) -> bool:
    """Whether a touch can change how much an owner answers for, or how an owner is told: few do."""
    before, after = touch.before, touch.after
    if isinstance(before, Card) and isinstance(after, Card):
        lanes = map_data.of(Lane)
        left, taken = lanes.get(before.lane), lanes.get(after.lane)
        if before.kind is not after.kind:
            return True
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
