"""What there is to know of a drawing before it is decided how large it is printed, and on what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from export.paper.content import Content, Contents
from export.paper.known import Known
from export.paper.pages import needed_em
from export.paper.report import LONG_CARD
from journey.drawing import Drawing, PartName, Placed


@dataclass(frozen=True, slots=True)
class Shape:
    """How a map is laid out for paper: the width of its columns, map mm, and where its panel stands."""

    column: float
    below: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """From how many metres cards, the titles of steps and the map's title shall be readable; 0: anyhow."""

    cards: float = 1.5
    steps: float = 0.0
    title: float = 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A drawing of a shape: its size and its letters' (em), map mm.

    ``smallest`` has the smallest letters of each card by its record, ``long`` the cards of too many lines,
    ``highest`` the card that makes its row higher than all others in it would, if there is one.
    """

    shape: Shape
    drawing: Drawing
    cards: float
    steps: float
    title: float
    known: Known
    smallest: tuple[tuple[str, float], ...]
    long: tuple[str, ...]
    highest: str

    def scale_for(self, reading: Reading) -> float:
        """The scale, paper mm a map mm, at which everything is readable from as far as it shall be."""
        asked = ((reading.cards, self.cards), (reading.steps, self.steps), (reading.title, self.title))
        return max((needed_em(metres) / em for metres, em in asked if metres and em), default=0.0)

    def too_small(self, scale: float, metres: float) -> tuple[str, ...]:
        """The cards with letters that cannot be read from so many metres at a scale."""
        least = needed_em(metres) / scale * (1 - 1e-6)
        return tuple(record for record, size in self.smallest if size < least)


def measured(shape: Shape, drawing: Drawing, before: Measured | None = None) -> Measured:
    """What there is to know of a drawing of a shape; of an earlier one much is known ``before``."""
    known = Known(drawing, before.known if before else None)
    contents = known.contents
    cards = [(one, contents[one.block]) for one in _cards(drawing, PartName.BODY, contents)]
    steps = (contents[one.block].largest for one in _cards(drawing, PartName.HEADERS, contents))
    title = drawing.part(PartName.TITLE)
    return Measured(
        shape,
        drawing,
        cards=known.smallest,
        steps=min(steps, default=0.0),
        title=max((contents[one.block].largest for one in title.blocks), default=0.0) if title else 0.0,
        known=known,
        smallest=tuple((one.block.record, content.smallest) for one, content in cards),
        long=tuple(one.block.record for one, content in cards if content.lines > LONG_CARD),
        highest=_highest(cards),
    )


def _cards(drawing: Drawing, name: PartName, contents: Contents) -> Iterator[Placed]:
    part = drawing.part(name)
    return (one for one in part.blocks if contents[one.block].card) if part else iter(())


def _highest(cards: Iterable[tuple[Placed, Content]]) -> str:
    """The card that has the most lines more than any other at its height."""
    rows: dict[float, list[tuple[int, str]]] = defaultdict(list)
    for one, content in cards:
        rows[round(one.y, 2)].append((content.lines, one.block.record))
    most, highest = 0, ""
    for lines in rows.values():
        first, second = (*sorted(lines, reverse=True), (1, ""))[:2]
        if first[0] - second[0] > most:
            most, highest = first[0] - second[0], first[1]
    return highest
