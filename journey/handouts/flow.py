"""Pieces of a print under one another, from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey.drawing import Block, Placed, moved


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that stands ``x`` mm from the left and ``gap`` mm under the last one, except on top of a page.

    ``keep``: it never stands last on a page if something follows. ``beside`` stands at the left edge, level
    with its top; the next one that has one begins below it. ``again`` stands there instead where the piece
    is the first of a page.
    """

    block: Block
    gap: float = 0.0
    x: float = 0.0
    keep: bool = False
    beside: Block | None = None
    again: Block | None = None


def stacked(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Blocks under one another as one, which stands for what the first stands for."""
    marks, top = [], 0.0
    for block in blocks:
        marks += [moved(mark, 0.0, top) for mark in block.marks]
        top += block.h + gap
    return Block(blocks[0].w, top - gap, tuple(marks), blocks[0].record)


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
        if beside is not None:
            self.placed.append(Placed(0.0, top, beside))
            self._floor = top + beside.h
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
