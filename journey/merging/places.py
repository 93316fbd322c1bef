"""Where things stand after a merge: no two at one place in an order, and cards as wide as their steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from journey.merging.conflict import Key
from journey.merging.draft import Draft, Versions
from journey.model import (
    Card,
    Grid,
    Journey,
    JourneyPersona,
    Lane,
    Record,
    Stage,
    Step,
    map_of,
)
from journey.rank import spread

_SIBLINGS: dict[type[Record], tuple[str, ...]] = {
    Journey: (),
    JourneyPersona: ("journey",),
    Stage: ("journey",),
    Step: ("stage",),
    Lane: ("journey",),
    Card: ("lane", "step"),
}
"""The fields that those have in common who stand in one order."""


def settle_order(draft: Draft) -> None:
    """Give those a rank of their own who came to the same place, one from each copy, the lesser id first."""
    groups: dict[tuple[Any, ...], list[Key]] = {}
    for key, version in draft.now.items():
        if key[0] in _SIBLINGS:
            within = (getattr(version.record, field) for field in _SIBLINGS[key[0]])
            groups.setdefault((key[0], *within), []).append(key)
    for keys in groups.values():
        _settle_group(draft, sorted(keys, key=lambda key: (_rank(draft.now, key), key[1])))


def _settle_group(draft: Draft, keys: list[Key]) -> None:
    ranks = [_rank(draft.now, key) for key in keys]
    if len(set(ranks)) == len(ranks) or all(_tied_before(draft, pair) for pair in _ties(draft, keys)):
        return
    for rank in sorted({rank for rank in ranks if ranks.count(rank) > 1}):
        tied = [key for key, other in zip(keys, ranks, strict=True) if other == rank]
        after = next((other for other in ranks if other > rank), None)
        for key, fresh in zip(tied[1:], spread(len(tied) - 1, rank, after), strict=True):
            values: dict[str, Any] = {"rank": fresh}
            draft.put(replace(draft.now[key].record, **values))


def _ties(draft: Draft, keys: list[Key]) -> Iterable[tuple[Key, Key]]:
    return (pair for pair in pairwise(keys) if _rank(draft.now, pair[0]) == _rank(draft.now, pair[1]))


def _tied_before(draft: Draft, pair: tuple[Key, Key]) -> bool:
    """Whether two stood at one place in one of the copies already."""
    return any(
        all(key in copy for key in pair) and _rank(copy, pair[0]) == _rank(copy, pair[1])
        for copy in (draft.mine, draft.theirs)
    )


def _rank(versions: Versions, key: Key) -> str:
    rank: str = getattr(versions[key].record, "rank")  # noqa: B009 - not every record has one
    return rank


def settled_spans(draft: Draft) -> Iterable[Record]:
    """The records that are to be, each card as wide as from its first to its last step."""
    skeleton = map_of(version.record for version in draft.now.values())
    for version in draft.now.values():
        record = version.record
        if isinstance(record, Card):
            grid = skeleton.grid(skeleton.of(Lane)[record.lane].journey)
            span = _span(draft, grid, record, version.last)
            record = replace(record, span=span) if span != 1 else record
        yield record


def _span(draft: Draft, grid: Grid, card: Card, last: str) -> int:
    """How many steps the card covers: to its last step, and where that is gone, as many as there is room."""
    # Maps whose steps went from journey to journey have not been made by us; the rules will refuse them.
    first = grid.column.get(card.step, 0)
    end = grid.column.get(last, -1)
    if end >= first:
        return end - first + 1
    copies = (copy.get((Card, card.id)) for copy in (draft.mine, draft.theirs))
    wide = max((one.span for one in copies if one is not None and one.last == last), default=1)
    return min(wide, len(grid.steps) - first)
