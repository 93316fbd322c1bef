"""Where a drawing that is longer than a page is parted: beside its cards and words, not through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import accumulate, chain
from math import inf

Extent = tuple[float, float]
"""From and to, in map mm."""

MOVES = 0.65
"""How far a seam may move back for a gap, as a share of what a page shows."""
_SLACK = 1e-6  # what sums of floats may be off, mm
_NEAR = 2.5  # a seam this near to an edge, in map mm, runs along it
_WIDE = 20.0  # a gap so wide, map mm, has places near both its ends too
_BESIDE = 1.5  # how far beside a thing a seam runs in a wide gap, map mm
_CLEAR = 1.0  # how far what stands on a card's corner may reach out of it, map mm

Thing = tuple[float, float, int]
"""From and to, in map mm, and how bad it is to cut it."""


@dataclass(frozen=True)
class Things:
    """What a seam had better not cross, along a drawing or down it.

    ``cards`` count before everything, ``others`` are words, pictures and blocks that may be cut if need be;
    ``edges`` are where stages or lanes begin, the best places of all.
    """

    cards: tuple[Thing, ...] = ()
    others: tuple[Thing, ...] = ()
    edges: tuple[float, ...] = ()

    @cached_property
    def ground(self) -> _Ground:
        """The same, sorted to be searched."""
        return _Ground(self.cards, self.others, self.edges)

    @cached_property
    def longest(self) -> float:
        """How long the longest card is."""
        return max((end - start for start, end, _weight in self.cards), default=0.0)


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
    between = along[0] + overlap / 2, along[1] - overlap / 2
    return _Search(between, most - overlap, things, moves, edges_first).found()


def least_overlap(most: float, overlap: float) -> float:
    """The overlap that is used: no more than half of a window, or there would be no end of windows."""
    return min(overlap, most / 2)


def windows(along: Extent, at: Sequence[float], overlap: float) -> list[Extent]:
    """From where to where each page shows a stretch that is parted at these places."""
    starts = [along[0], *(seam - overlap / 2 for seam in at)]
    ends = [*(seam + overlap / 2 for seam in at), along[1]]
    return list(zip(starts, ends, strict=True))


_Cost = tuple[int, float]
"""What seams cut and how many there are, in one number; then how uneven the windows are."""

_CARDS_AT, _EDGES_FIRST_AT, _SEAMS_AT, _OTHERS_AT = (1 << bits for bits in (96, 80, 60, 16))
"""In that number, far enough from one another: seams off the edges stand at 1, or before their own number."""


class _Search:
    """Looks for the best way from the start to the end, seam by seam."""

    def __init__(self, along: Extent, step: float, things: Things, moves: float, edges_first: bool) -> None:
        (self._start, self._end), self._step, self._least = along, step, step * (1 - moves)
        self._ground = things.ground if things.longest <= step else _with_long(things, step)
        self._off = 1 + (_EDGES_FIRST_AT if edges_first else 0)
        self._free = sorted({*self._ground.free, *self._farthest(), *self._nearest()})
        self._prices = [self._cost(place) for place in self._free]

    def _farthest(self) -> Iterator[float]:
        """Where seams are that each are as far on as can be: so few there must be at least."""
        at, free = self._start, self._ground.free
        while self._end - at > self._step:
            last = at + self._step
            if not self._ground.is_free(last):
                near = _between(free, at + self._least, last)
                last = near[-1] if near else last
            at = last
            if self._ground.is_free(at):
                yield at

    def _nearest(self) -> Iterator[float]:
        """The same from the end on."""
        at, free = self._end, self._ground.free
        while at - self._start > self._step:
            first = at - self._step
            if not self._ground.is_free(first):
                near = _between(free, first, at - self._least)
                first = near[0] if near else first
            at = first
            if self._ground.is_free(at):
                yield at

    def found(self) -> tuple[float, ...]:
        """The seams, from the first to the last."""
        start = self._start
        best: dict[float, tuple[_Cost, float]] = {start: ((0, 0.0), start)}
        waiting = [start]
        ways: list[tuple[_Cost, float]] = []
        while waiting:
            at = heappop(waiting)
            cost, uneven = best[at][0]
            if self._end - at <= self._step + _SLACK:
                ways.append(((cost, uneven + (self._end - at) ** 2), at))
                continue
            for place, price in self._onward(at):
                way = (cost + price, uneven + (place - at) ** 2)
                if (known := best.get(place)) is None:
                    heappush(waiting, place)
                    best[place] = way, at
                elif way < known[0]:
                    best[place] = way, at
        return tuple(self._centred(_way(best, min(ways)[1], start)))

    def _centred(self, way: list[float]) -> list[float]:
        """The same seams, each in the middle of its gap where no window becomes too long for it."""
        found = list(way)
        for place, seam in enumerate(way):
            middle = self._middle(seam)
            before = found[place - 1] if place else self._start
            after = way[place + 1] if place + 1 < len(way) else self._end
            if middle is not None and middle - before <= self._step and after - middle <= self._step:
                found[place] = middle
        return found

    def _middle(self, seam: float) -> float | None:
        """The middle of the stretch around a seam in which no more is cut; None where that is wide."""
        ground = self._ground
        right = self._reach(seam, ground.bounds[bisect_right(ground.bounds, seam) :])
        left = self._reach(seam, ground.bounds[: bisect_left(ground.bounds, seam)][::-1])
        return (left + right) / 2 if right - left <= _WIDE else None

    def _reach(self, seam: float, bounds: Iterable[float]) -> float:
        """How far a seam may move over the bounds of things on one side of it without cutting more."""
        at, cut = seam, self._ground.cut(seam)
        for bound in bounds:
            if self._ground.cut((at + bound) / 2) > cut or abs(at - seam) > _WIDE:
                return at
            at = bound
        return inf

    def _onward(self, at: float) -> list[tuple[float, int]]:
        """The places for the next seam and what each costs: gaps, or else all beside things, and the last."""
        least, last = at + self._least, at + self._step
        first, end = bisect_left(self._free, least), bisect_right(self._free, last + _SLACK / 2)
        if first < end:
            return list(zip(self._free[first:end], self._prices[first:end], strict=True))
        near = (*_between(self._ground.places, least, last), last)
        return [(place, self._cost(place)) for place in near]

    def _cost(self, place: float) -> int:
        """What a seam at this place costs."""
        off = 0 if self._ground.is_on_edge(place) else self._off
        return self._ground.cut(place) + _SEAMS_AT + off


class _Ground:
    """What seams run over: the places beside things, those beside cards, and what is cut at each."""

    def __init__(self, cards: Iterable[Thing], others: Iterable[Thing], edges: Iterable[float]) -> None:
        self._cards, self._others = _Crossed(cards, _CLEAR), _Crossed(others, 0.0)
        self._edges = sorted(edges)
        self._cuts: dict[float, int] = {}
        self._on_edge: dict[float, bool] = {}
        self.places = sorted({*self._cards.beside(), *self._others.beside(), *self._edges})
        self.free = [place for place in self.places if self.is_free(place)]
        self.bounds = sorted({*self._cards.bounds(), *self._others.bounds()})

    def is_free(self, place: float) -> bool:
        """Whether a seam at this place cuts no card."""
        return not self._cards.at(place)

    def cut(self, place: float) -> int:
        """What a seam at this place cuts."""
        if place not in self._cuts:
            self._cuts[place] = self._cards.at(place) * _CARDS_AT + self._others.at(place) * _OTHERS_AT
        return self._cuts[place]

    def is_on_edge(self, place: float) -> bool:
        """Whether a seam at this place runs along an edge."""
        if place not in self._on_edge:
            near = _between(self._edges, place - _NEAR, place + _NEAR)
            self._on_edge[place] = bool(near)
        return self._on_edge[place]


def _with_long(things: Things, step: float) -> _Ground:
    """What is longer than a page has to be cut, so no page more is spent on it: it is but another thing."""
    short = [card for card in things.cards if card[1] - card[0] <= step]
    long = [card for card in things.cards if card[1] - card[0] > step]
    return _Ground(short, (*things.others, *long), things.edges)


def _between(places: Sequence[float], first: float, last: float) -> list[float]:
    """Those of some places in their order that are from here to there."""
    return list(places[bisect_left(places, first) : bisect_right(places, last)])


class _Crossed:
    """Knows how bad it is what a seam would cross, and the places beside things."""

    def __init__(self, things: Iterable[Thing], clear: float) -> None:
        found = [(start - clear, end + clear, weight) for start, end, weight in things if start < end]
        self._starts, self._begun = _added((start, weight) for start, _end, weight in found)
        self._ends, self._over = _added((end, weight) for _start, end, weight in found)

    def at(self, place: float) -> int:
        """How bad a seam at this place would be: 0 where it crosses nothing."""
        begun = self._begun[bisect_left(self._starts, place)]
        return begun - self._over[bisect_right(self._ends, place)]

    def bounds(self) -> Iterator[float]:
        """Where things begin and end."""
        return chain(self._starts, self._ends)

    def beside(self) -> Iterator[float]:
        """The places beside things: where gaps begin and end, and before the first thing."""
        for end in set(self._ends):
            following = bisect_left(self._starts, end)
            start = self._starts[following] if following < len(self._starts) else end
            off = _BESIDE if start - end > _WIDE else 0.0
            yield from (end + off, start - off)
        yield from (start - _BESIDE for start in self._starts[:1])


def _added(weighed: Iterable[tuple[float, int]]) -> tuple[list[float], list[int]]:
    """Places in their order, and the sum of the weights before each, and after the last."""
    ordered = sorted(weighed)
    sums = accumulate((weight for _place, weight in ordered), initial=0)
    return [place for place, _weight in ordered], list(sums)


def _way(best: dict[float, tuple[_Cost, float]], at: float, start: float) -> list[float]:
    """The seams on the way to the last one."""
    way: list[float] = []
    while at != start:
        way.append(at)
        at = best[at][1]
    return way[::-1]
