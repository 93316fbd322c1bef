"""Pieces of a print under one another, from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey.drawing import Block, Placed


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that stands ``x`` mm from the left and ``gap`` mm under the last one, except on top of a page.

    ``keep``: it never stands last on a page if something follows. ``beside`` stands at the left edge, level
    with its top; the next one that has one begins below it.
    """

    block: Block
    gap: float = 0.0
    x: float = 0.0
    keep: bool = False
    beside: Block | None = None

    @property
    def h(self) -> float:
        """How high it is with what stands beside it."""
        return max(self.block.h, self.beside.h if self.beside else 0.0)


def flowed(pieces: Iterable[Piece], first: float, others: float) -> list[list[Placed]]:
    """The pieces on as many pages as they need, the first ``first`` mm high; each page from its own top.

    Pieces that are kept together go to the next page as one, unless they are higher than a page.
    """
    pages: list[_Column] = [_Column(first)]
    for chain in _chains(pieces):
        if not pages[-1].takes(chain) and not pages[-1].empty:
            pages.append(_Column(others))
        for piece in chain:
            if not pages[-1].takes([piece]) and not pages[-1].empty:
                pages.append(_Column(others))
            pages[-1].put(piece)
    return [page.placed for page in pages]


class _Column:
    """One page being filled."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.placed: list[Placed] = []
        self._y = self._floor = 0.0

    @property
    def empty(self) -> bool:
        return not self.placed

    def takes(self, pieces: Sequence[Piece]) -> bool:
        """Whether there is room for these."""
        y, floor = self._y, self._floor
        for place, piece in enumerate(pieces):
            top = self._top(piece, y, floor, first=self.empty and place == 0)
            y = top + piece.block.h
            floor = top + piece.beside.h if piece.beside else floor
        return max(y, floor) <= self.room + 0.01

    def put(self, piece: Piece) -> None:
        """Set a piece under the last one."""
        top = self._top(piece, self._y, self._floor, first=self.empty)
        if piece.beside is not None:
            self.placed.append(Placed(0.0, top, piece.beside))
            self._floor = top + piece.beside.h
        self.placed.append(Placed(piece.x, top, piece.block))
        self._y = top + piece.block.h

    def _top(self, piece: Piece, y: float, floor: float, *, first: bool) -> float:
        below = max(y, floor) if piece.beside is not None or piece.x == 0.0 else y
        return 0.0 if first else below + piece.gap


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
