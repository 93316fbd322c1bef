"""Pieces of a print under one another, from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journey.drawing import Block, Placed, moved

NEARLY_EMPTY = 0.25
"""Less of a last page than this share, and something is done about it."""
_TIGHTER = (0.93, 0.86, 0.78, 0.7)
"""What gaps shrink to, in turn, if that saves a page which would be nearly empty."""
_LOWER = tuple(1.0 - 0.04 * step for step in range(1, 16))
"""How full the page before is at most, in turn, if none can be saved."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that stands ``x`` mm from the left and ``gap`` mm under the last one, except on top of a page.

    ``keep``: it never stands last on a page if something follows. ``beside`` stands at the left edge, level
    with its top; the next one that has one begins below it. ``again`` stands there instead where the piece
    is the first of a page, and ``above`` over it. ``tight`` is the block as it is set where a page can be
    saved.
    """

    block: Block
    gap: float = 0.0
    x: float = 0.0
    keep: bool = False
    beside: Block | None = None
    again: Block | None = None
    tight: Block | None = None
    above: Block | None = None

    def tighter(self, share: float) -> Piece:
        """The piece with only a share of its gap, and its block set tight."""
        return replace(self, gap=self.gap * share, block=self.tight or self.block)


def stacked(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Blocks under one another as one, which stands for what the first stands for."""
    marks, top = [], 0.0
    for block in blocks:
        marks += [moved(mark, 0.0, top) for mark in block.marks]
        top += block.h + gap
    return Block(blocks[0].w, top - gap, tuple(marks), blocks[0].record)


def flowed(pieces: Iterable[Piece], first: float, others: float) -> list[list[Placed]]:
    """The pieces on as many pages as they need, the first ``first`` mm high; each page from its own top.

    Pieces that are kept together go to the next page as one, unless they are higher than a page. Where the
    last page would be nearly empty they move together, if that saves it, or else some of the page before
    go to it.
    """
    all_pieces = list(pieces)
    rooms = _Rooms(first, others)
    pages = _filled(all_pieces, rooms)
    if len(pages) > 1 and pages[-1].share < NEARLY_EMPTY:
        pages = _saved(all_pieces, rooms, len(pages)) or _shared(all_pieces, rooms, len(pages)) or pages
    return [page.placed for page in pages]


@dataclass(frozen=True, slots=True)
class _Rooms:
    """How high pages are: the first, the others; the one numbered ``lower`` from 0 only a share of that."""

    first: float
    others: float
    lower: int = -1
    share: float = 1.0

    def of(self, place: int) -> float:
        room = self.others if place else self.first
        return room * self.share if place == self.lower else room


def _saved(pieces: Sequence[Piece], rooms: _Rooms, count: int) -> list[_Column] | None:
    """The pieces nearer together on fewer pages, if there is a way."""
    ways = (_filled([one.tighter(share) for one in pieces], rooms) for share in _TIGHTER)
    return next((pages for pages in ways if len(pages) < count), None)


def _shared(pieces: Sequence[Piece], rooms: _Rooms, count: int) -> list[_Column] | None:
    """The pieces with more of them on the last of so many pages, if there is a way."""
    ways = (_filled(pieces, replace(rooms, lower=count - 2, share=share)) for share in _LOWER)
    return next((pages for pages in ways if len(pages) == count and pages[-1].share >= NEARLY_EMPTY), None)


def _filled(pieces: Iterable[Piece], rooms: _Rooms) -> list[_Column]:
    """The pieces on pages, each as full as it can be."""
    pages: list[_Column] = [_Column(rooms.of(0))]
    for chain in _chains(pieces):
        if not pages[-1].takes(chain) and not pages[-1].empty:
            pages.append(_Column(rooms.of(len(pages))))
        for piece in chain:
            if not pages[-1].takes([piece]) and not pages[-1].empty:
                pages.append(_Column(rooms.of(len(pages))))
            pages[-1].put(piece)
    return pages


class _Column:
    """One page being filled."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.placed: list[Placed] = []
        self._y = self._floor = 0.0

    @property
    def empty(self) -> bool:
        return not self.placed

    @property
    def share(self) -> float:
        """How much of the page is filled."""
        return max(self._y, self._floor) / self.room

    def takes(self, pieces: Sequence[Piece]) -> bool:
        """Whether there is room for these."""
        y, floor = self._y, self._floor
        for place, piece in enumerate(pieces):
            first = self.empty and place == 0
            top = self._top(piece, y, floor, first=first)
            y = top + piece.block.h
            beside = piece.beside or (piece.again if first else None)
            floor = top + beside.h if beside else floor
        return max(y, floor) <= self.room + 0.01

    def put(self, piece: Piece) -> None:
        """Set a piece under the last one."""
        top = self._top(piece, self._y, self._floor, first=self.empty)
        beside = piece.beside or (piece.again if self.empty else None)
        if self.empty and piece.above is not None:
            self.placed.append(Placed(0.0, 0.0, piece.above))
        if beside is not None:
            self.placed.append(Placed(0.0, top, beside))
            self._floor = top + beside.h
        self.placed.append(Placed(piece.x, top, piece.block))
        self._y = top + piece.block.h

    def _top(self, piece: Piece, y: float, floor: float, *, first: bool) -> float:
        if first:
            return piece.above.h if piece.above else 0.0
        below = max(y, floor) if piece.beside is not None or piece.x == 0.0 else y
        return below + piece.gap


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in runs that belong together."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain
