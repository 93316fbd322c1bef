"""Codes of cards after a merge: what both copies gave twice is given once more."""

from __future__ import annotations

from dataclasses import replace

from journey.edits.codes import next_code
from journey.merging.conflict import Note
from journey.merging.draft import Draft
from journey.model import Card, Lane, MapData, map_of, replacing


def settle_codes(draft: Draft) -> None:
    """Give each card of a journey a code of its own: who had it before keeps it, else the lesser id."""
    map_data = map_of(version.record for version in draft.now.values())
    for cards in _doubled(draft, map_data):
        for card in cards[1:]:
            journey = map_data.of(Lane)[card.lane].journey
            new = replace(card, code=next_code(map_data, journey, card.kind))
            draft.remark(Note.RENUMBERED, new, card.code, new.code)
            draft.put(new)
            map_data = map_data.apply(replacing("", [(card, new)]))


def _doubled(draft: Draft, map_data: MapData) -> list[list[Card]]:
    """Cards that have one code in a journey although no copy has them so, who is to keep it first."""
    same: dict[tuple[str, str], list[Card]] = {}
    for card in map_data.of(Card):
        if card.code:
            same.setdefault((map_data.of(Lane)[card.lane].journey, card.code), []).append(card)
    ordered = (sorted(cards, key=lambda card: _claim(draft, card)) for _code, cards in sorted(same.items()))
    return [cards for cards in ordered if len(cards) > 1 and not _before(draft, cards)]


def _claim(draft: Draft, card: Card) -> tuple[bool, str]:
    return _code(draft.base.get((Card, card.id))) != card.code, card.id


def _before(draft: Draft, cards: list[Card]) -> bool:
    """Whether all of them had this code in one copy already, as maps from elsewhere may."""
    return any(
        all(_code(copy.get((Card, card.id))) == card.code for card in cards)
        for copy in (draft.mine, draft.theirs)
    )


def _code(version: object) -> str | None:
    record = getattr(version, "record", None)
    return record.code if isinstance(record, Card) else None
