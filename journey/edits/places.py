"""Where a record stands among its siblings: ranks for newcomers and for those that move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from journey.model import Card, Journey, JourneyPersona, Lane, Stage, Step
from journey.rank import spread

Ranked = TypeVar("Ranked", Journey, JourneyPersona, Stage, Step, Lane, Card)


def clamped(place: int | None, siblings: int) -> int:
    """The place as an index among so many siblings: None or beyond the last is the end."""
    return siblings if place is None else max(0, min(place, siblings))


def room_at(
    siblings: Sequence[Ranked], place: int | None, count: int = 1
) -> tuple[list[str], list[tuple[Ranked, Ranked]]]:
    """Ranks for ``count`` newcomers before the sibling at ``place`` (None or beyond the last: the end).

    The pairs are siblings that get new ranks too: all of them where two neighbours have the same rank,
    as maps from elsewhere may; usually none.
    """
    at = clamped(place, len(siblings))
    before = siblings[at - 1].rank if at > 0 else None
    after = siblings[at].rank if at < len(siblings) else None
    if before is None or after is None or before < after:
        return spread(count, before, after), []
    fresh = spread(len(siblings) + count)
    others = fresh[:at] + fresh[at + count :]
    pairs = [(one, replace(one, rank=rank)) for one, rank in zip(siblings, others, strict=True)]
    return fresh[at : at + count], pairs


def rank_at(
    mover: Ranked, siblings: Sequence[Ranked], place: int | None
) -> tuple[str, list[tuple[Ranked, Ranked]]]:
    """A rank for one that moves to ``place``, counted without itself; its own where it stands there already.

    The pairs are as in ``room_at``.
    """
    others = [one for one in siblings if one.id != mover.id]
    at = clamped(place, len(others))
    if len(others) < len(siblings) and siblings[at].id == mover.id:
        return mover.rank, []
    ranks, pairs = room_at(others, at)
    return ranks[0], pairs
