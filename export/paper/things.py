"""What of a drawing a seam had better not cross, and the edges along which it runs best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from export.paper.content import Contents
from export.paper.culling import bounds
from export.paper.seams import Extent, Thing, Things
from journey.drawing import Drawing, Image, Part, PartName, Path, Placed, Text
from journey.text import GlyphRun

_GRID = (PartName.BODY, PartName.HEADERS)
_BESIDE_MAP = (PartName.PANEL, PartName.LEGEND)
_READ_FROM_AFAR = (PartName.CORNER, PartName.HEADERS, PartName.RAIL, PartName.TITLE)
_STAGE = 1  # the level of a stage among the targets
_LONG = 400.0  # map mm: a block this long has to be cut somewhere
_CAPITAL, _DESCENT = 0.95, 0.25  # how far letters reach from the line they stand on, with accents, of an em
_BEARING = 0.04  # how much of the place of a letter stays white at either side, of an em

_CARD, _STEP = 3, 2
_TITLE, _HEADING, _LABEL, _NOTE = 8, 4, 2, 1
"""How bad it is to cut a word of the title or a stage, of other headings, on the map, and beside it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A line of words that stand on no card, and where they are: each word along, all of it down, map mm.

    ``weight`` is how bad it is to cut one; ``letters`` are those of what is read from afar.
    """

    text: str
    weight: int
    words: tuple[Extent, ...]
    letters: tuple[Extent, ...]
    down: Extent

    def is_cut(self, across: Iterable[float], down: Iterable[float]) -> bool:
        """Whether one of some seams between columns or between rows of sheets runs through a word."""
        upper, lower = self.down
        return any(start < seam < end for seam in across for start, end in self.words) or any(
            upper < seam < lower for seam in down
        )

    def things(self, down: bool) -> Iterator[Thing]:
        """What a seam had better not cross of it."""
        if down:
            yield *self.down, self.weight
        else:
            yield from ((*word, self.weight) for word in self.words)
            yield from ((*letter, self.weight // 2) for letter in self.letters)


def things_of(
    drawing: Drawing, contents: Contents, wordings: Iterable[Wording], *, down: bool = False
) -> Things:
    """What stands along a drawing, or down it, as seams see it."""
    words = (thing for one in wordings for thing in one.things(down))
    return Things(
        tuple(_cards(drawing, contents, down)),
        (*words, *_blocks(drawing, contents, down)),
        _lane_edges(drawing) if down else _stage_edges(drawing),
    )


def _cards(drawing: Drawing, contents: Contents, down: bool) -> Iterator[Thing]:
    for part in drawing.parts:
        if part.name in _GRID:
            weight = _STEP if part.name is PartName.HEADERS else _CARD
            yield from ((*_extent(one, down), weight) for one in part.blocks if contents[one.block].card)


def cards_in(drawing: Drawing, contents: Contents) -> Iterator[Placed]:
    """The cards and steps of a drawing, each where it stands."""
    for part in drawing.parts:
        if part.name in _GRID:
            yield from (placed for placed in part.blocks if contents[placed.block].card)


def wordings_of(drawing: Drawing, contents: Contents) -> list[Wording]:
    """The lines of words of a drawing that stand on no card, the weightiest first."""
    found = [
        wording
        for part in drawing.parts
        for placed in part.blocks
        if (content := contents[placed.block]).texts and not (content.card and part.name in _GRID)
        for wording in _lines(part.name, placed, content.texts)
    ]
    return sorted(found, key=lambda one: -one.weight)


def _lines(part: PartName, placed: Placed, texts: Sequence[Text]) -> Iterator[Wording]:
    largest = max(text.size for text in texts)
    for mark in texts:
        x, y = placed.x + mark.x, placed.y + mark.y
        weight = _weight(part, bool(placed.block.record) and mark.size == largest)
        letters = tuple(_letters(x, mark)) if weight >= _HEADING else ()
        down = y - _CAPITAL * mark.size, y + _DESCENT * mark.size
        yield Wording(mark.text, weight, tuple(_words(x, mark)), letters, down)


def _weight(part: PartName, large: bool) -> int:
    """How bad it is to cut a word in a part."""
    if part in (PartName.TITLE, PartName.HEADERS) and large:
        return _TITLE
    if part in _READ_FROM_AFAR:
        return _HEADING
    return _LABEL if part is PartName.BODY else _NOTE


def _words(x: float, mark: Text) -> Iterator[Extent]:
    """From where to where each word of a line runs that begins at ``x``."""
    for is_space, runs in groupby(mark.line.runs, key=_is_space):
        start = x
        x += sum(run.advance for run in runs) * mark.size
        if not is_space:
            yield start, x


def _letters(x: float, mark: Text) -> Iterator[Extent]:
    """From where to where each letter of it runs."""
    white = _BEARING * mark.size
    for run in mark.line.runs:
        places = sorted({*run.xs, run.advance})
        for start, end in pairwise(x + place * mark.size for place in places):
            if end - start > 2 * white and not _is_space(run):
                yield start + white, end - white
        x += run.advance * mark.size


def _is_space(run: GlyphRun) -> bool:
    return run.text.isspace()


def _blocks(drawing: Drawing, contents: Contents, down: bool) -> Iterator[Thing]:
    """What is cut even where no word is: stages, labels, what stands together beside the map, pictures."""
    for part in drawing.parts:
        for placed in part.blocks if part.name is PartName.HEADERS else ():
            if placed.block.record and not contents[placed.block].card:
                yield *_extent(placed, down), _TITLE
        for placed in part.blocks if part.name is PartName.BODY else ():
            content, (start, end) = contents[placed.block], _extent(placed, down)
            if content.texts and not content.card and end - start < _LONG:
                yield start, end, _LABEL
        for placed in part.blocks if part.name in _BESIDE_MAP else ():
            start, end = _extent(placed, down)
            if end - start < _LONG:
                yield start, end, _NOTE
            if part.name is PartName.PANEL:
                yield from _pictures(placed, down)


def _pictures(placed: Placed, down: bool) -> Iterator[Thing]:
    """Pictures, and the code that leads back to the map."""
    for mark in placed.block.marks:
        if isinstance(mark, Image | Path):
            left, top, right, bottom = bounds(mark)
            start, end = (placed.y + top, placed.y + bottom) if down else (placed.x + left, placed.x + right)
            yield start, end, _HEADING


def _stage_edges(drawing: Drawing) -> tuple[float, ...]:
    """Where stages begin, and where the panel beside the map does."""
    stages = [target.x for target in drawing.targets if target.level == _STAGE]
    body, panel = drawing.part(PartName.BODY), drawing.part(PartName.PANEL)
    if body and panel and panel.x > body.x + body.w:
        stages.append((body.x + body.w + panel.x) / 2)
    return tuple(stages)


def _lane_edges(drawing: Drawing) -> tuple[float, ...]:
    """Where lanes begin, and what stands below them."""
    rail = drawing.part(PartName.RAIL)
    return () if rail is None else (*_tops(rail), rail.y + rail.h)


def _tops(rail: Part) -> Iterator[float]:
    return (placed.y for placed in rail.blocks)


def _extent(placed: Placed, down: bool) -> Extent:
    if down:
        return placed.y, placed.y + placed.block.h
    return placed.x, placed.x + placed.block.w
