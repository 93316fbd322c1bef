"""The code on a print that leads from the wall back to its file, as a QR code (ISO/IEC 18004)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import segno

from journey.drawing import Block, Layer, Path


def way_back(document: str, journey: str, revision: int) -> str:
    """What a code says: which file, which of its journeys, and how many edits it had then."""
    return f"REISEKART:{document}:{journey}:{revision}".upper()


def code_block(text: str, size: float) -> Block:
    """A square of ``size`` mm with a code for a text; readers find it if four modules around it are light."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    module = size / len(rows)
    segments = tuple(
        segment
        for at, row in enumerate(rows)
        for start, end in _dark(row)
        for segment in _bar(start * module, at * module, end * module, module)
    )
    return Block(size, size, (Path(segments, "ink", layer=Layer.GRID),))


def _dark(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where stretches of dark modules begin and end in a row."""
    at = 0
    for dark, stretch in groupby(row):
        wide = len(list(stretch))
        if dark:
            yield at, at + wide
        at += wide


def _bar(left: float, top: float, right: float, tall: float) -> Iterator[tuple[str | float, ...]]:
    yield ("M", left, top)
    yield ("L", right, top)
    yield ("L", right, top + tall)
    yield ("L", left, top + tall)
    yield ("Z",)
