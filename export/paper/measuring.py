"""What there is to know of a drawing before it is decided how large it is printed, and on what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from export.paper.pages import needed_em, smallest_text
from export.paper.report import LONG_CARD
from export.paper.things import cards_of, is_card
from export.paper.tiles import Known, known_of
from journey.drawing import Block, Drawing, Layer, PartName, Placed, Text


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


def measured(shape: Shape, drawing: Drawing) -> Measured:
    """What there is to know of a drawing of a shape."""
    cards = list(_body_cards(drawing))
    return Measured(
        shape,
        drawing,
        cards=smallest_text(drawing),
        steps=min((max(_sizes(one.block), default=0.0) for one in _steps(drawing)), default=0.0),
        title=max(_sizes_in(drawing, PartName.TITLE), default=0.0),
        known=known_of(drawing),
        smallest=tuple((one.block.record, min(_sizes(one.block), default=0.0)) for one in cards),
        long=tuple(one.block.record for one in cards if len(_lines(one.block)) > LONG_CARD),
        highest=_highest(cards),
    )


def _body_cards(drawing: Drawing) -> Iterator[Placed]:
    body = drawing.part(PartName.BODY)
    return (one for one in body.blocks if is_card(one.block)) if body else iter(())


def _steps(drawing: Drawing) -> Iterator[Placed]:
    headers = drawing.part(PartName.HEADERS)
    inside = {id(one.block) for one in headers.blocks} if headers else set()
    return (one for one in cards_of(drawing) if id(one.block) in inside)


def _sizes(block: Block) -> Iterator[float]:
    return (mark.size for mark in block.marks if isinstance(mark, Text) and mark.layer is Layer.CARDS)


def _sizes_in(drawing: Drawing, name: PartName) -> Iterator[float]:
    part = drawing.part(name)
    return (size for one in part.blocks for size in _sizes(one.block)) if part else iter(())


def _lines(block: Block) -> list[Text]:
    """A card's own text, which is set larger than what stands at its foot."""
    texts = [mark for mark in block.marks if isinstance(mark, Text) and mark.layer is Layer.CARDS]
    largest = max((text.size for text in texts), default=0.0)
    return [text for text in texts if text.size == largest]


def _highest(cards: Iterable[Placed]) -> str:
    """The card that has the most lines more than any other at its height."""
    rows: dict[float, list[tuple[int, str]]] = defaultdict(list)
    for one in cards:
        rows[round(one.y, 2)].append((len(_lines(one.block)), one.block.record))
    most, highest = 0, ""
    for lines in rows.values():
        first, second = (*sorted(lines, reverse=True), (1, ""))[:2]
        if first[0] - second[0] > most:
            most, highest = first[0] - second[0], first[1]
    return highest
