"""Where a drawing that is longer than a page is parted: beside its cards and stages, not through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

Extent = tuple[float, float]
"""From and to, in map mm."""

MOVES = 0.65
"""How far a seam may move back for a gap, as a share of what a page shows."""
_SLACK = 1e-6  # what sums of floats may be off, mm
_NEAR = 2.5  # a seam this near to an edge, in map mm, runs along it
_WIDE = 20.0  # a gap so wide, map mm, has places near both its ends too
_BESIDE = 1.5  # how far beside a thing a seam runs in a wide gap, map mm
_CLEAR = 1.0  # how far what stands on a card's corner may reach out of it, map mm


@dataclass(frozen=True, slots=True)
class Things:
    """What a seam had better not cross, along a drawing or down it.

    ``cards`` count before everything, ``others`` are texts and blocks that may be cut if need be; ``edges``
    are where stages or lanes begin, the best places of all.
    """

    cards: tuple[Extent, ...] = ()
    others: tuple[Extent, ...] = ()
    edges: tuple[float, ...] = ()


def seams(
    along: Extent,
    most: float,
    overlap: float,
    things: Things,
    *,
    moves: float = MOVES,
    edges_first: bool = False,
) -> tuple[float, ...]:
    """Part a stretch into windows of at most ``most``, which reach half an overlap over the seams.

    A seam moves back by up to ``moves`` of a window to cut no card, where there is such a place; of all ways
    the one is taken that cuts the fewest cards, with as few seams as that allows, which cut few other things
    and run along edges. ``edges_first``: rather one seam more than one that runs along no edge.
    """
    overlap = least_overlap(most, overlap)
    return _Search(along[1] - overlap / 2, most - overlap, things, moves, edges_first).found(
        along[0] + overlap / 2
    )


def least_overlap(most: float, overlap: float) -> float:
    """The overlap that is used: no more than half of a window, or there would be no end of windows."""
    return min(overlap, most / 2)


def windows(along: Extent, at: Sequence[float], overlap: float) -> list[Extent]:
    """From where to where each page shows a stretch that is parted at these places."""
    starts = [along[0], *(seam - overlap / 2 for seam in at)]
    ends = [*(seam + overlap / 2 for seam in at), along[1]]
    return list(zip(starts, ends, strict=True))


_Cost = tuple[float, ...]
"""Cards cut, seams off the edges if those come first, seams, other things cut, off the edges, unevenness."""

_NOTHING: _Cost = (0.0,) * 6


class _Search:
    """Looks for the best way from the start to the end, seam by seam."""

    def __init__(self, end: float, step: float, things: Things, moves: float, edges_first: bool) -> None:
        self._end, self._step, self._least = end, step, step * (1 - moves)
        # What is longer than a page has to be cut, so no page more is spent on it.
        long = [card for card in things.cards if card[1] - card[0] > step]
        self._cards = _Crossed((card for card in things.cards if card[1] - card[0] <= step), _CLEAR)
        self._others = _Crossed((*things.others, *long), 0.0)
        self._edges = sorted(things.edges)
        self._places = sorted({*self._cards.beside(), *self._edges})
        self._edges_first = edges_first

    def found(self, start: float) -> tuple[float, ...]:
        """The seams, from the first to the last."""
        best: dict[float, tuple[_Cost, float]] = {start: (_NOTHING, start)}
        waiting = [start]
        ways: list[tuple[_Cost, float]] = []
        while waiting:
            at = heappop(waiting)
            cost = best[at][0]
            if self._end - at <= self._step + _SLACK:
                ways.append((self._with_rest(cost, at), at))
                continue
            for place in self._onward(at):
                if place not in best:
                    heappush(waiting, place)
                    best[place] = (self._with_seam(cost, at, place), at)
                else:
                    best[place] = min(best[place], (self._with_seam(cost, at, place), at))
        return tuple(self._centred(_way(best, min(ways)[1], start), start))

    def _centred(self, way: list[float], start: float) -> list[float]:
        """The same seams, each in the middle of its gap where no window becomes too long for it."""
        found = list(way)
        for place, seam in enumerate(way):
            middle = self._cards.middle(seam)
            before = found[place - 1] if place else start
            after = way[place + 1] if place + 1 < len(way) else self._end
            if middle is not None and middle - before <= self._step and after - middle <= self._step:
                found[place] = middle
        return found

    def _onward(self, at: float) -> list[float]:
        """The places for the next seam: gaps; without one, all that are beside things, and the last."""
        last = at + self._step
        near = self._places[bisect_left(self._places, at + self._least) : bisect_right(self._places, last)]
        free = [place for place in [*near, last] if self._cards.at(place) == 0]
        return free or [*near, last]

    def _with_seam(self, cost: _Cost, at: float, place: float) -> _Cost:
        cards, others = self._cards.at(place), self._others.at(place)
        off = 0.0 if self._on_edge(place) else 1.0
        first = off if self._edges_first else 0.0
        return _sum(cost, (cards, first, 1.0, others, off, (place - at) ** 2))

    def _with_rest(self, cost: _Cost, at: float) -> _Cost:
        return _sum(cost, (0.0, 0.0, 0.0, 0.0, 0.0, (self._end - at) ** 2))

    def _on_edge(self, place: float) -> bool:
        following = bisect_left(self._edges, place)
        return any(abs(edge - place) < _NEAR for edge in self._edges[max(following - 1, 0) : following + 1])


class _Crossed:
    """Knows how many things a seam would cross, and the places beside things."""

    def __init__(self, things: Iterable[Extent], clear: float) -> None:
        found = [(start - clear, end + clear) for start, end in things if start < end]
        self._starts = sorted(start for start, _end in found)
        self._ends = sorted(end for _start, end in found)

    def at(self, place: float) -> int:
        """How many things a seam at this place would cross."""
        return bisect_left(self._starts, place) - bisect_right(self._ends, place)

    def beside(self) -> Iterator[float]:
        """The places beside things: where gaps begin and end, and before the first thing."""
        for end in set(self._ends):
            following = bisect_left(self._starts, end)
            start = self._starts[following] if following < len(self._starts) else end
            off = _BESIDE if start - end > _WIDE else 0.0
            yield from (end + off, start - off)
        yield from (start - _BESIDE for start in self._starts[:1])

    def middle(self, place: float) -> float | None:
        """The middle of the gap that a place is in; None where it is in a thing, or in a wide gap."""
        before, after = bisect_right(self._ends, place), bisect_left(self._starts, place)
        if after > before or not before or after == len(self._starts):
            return None
        end, start = self._ends[before - 1], self._starts[after]
        return (end + start) / 2 if start - end <= _WIDE else None


def _sum(one: _Cost, other: _Cost) -> _Cost:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _way(best: dict[float, tuple[_Cost, float]], at: float, start: float) -> list[float]:
    """The seams on the way to the last one."""
    way: list[float] = []
    while at != start:
        way.append(at)
        at = best[at][1]
    return way[::-1]
