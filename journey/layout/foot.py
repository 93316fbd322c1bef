"""What stands at a card's foot: its sign, its channel and numbers at the left, its owners at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from journey.drawing import Colour, Layer, Mark
from journey.initials import initials
from journey.layout import sizes
from journey.layout.colours import ink_on
from journey.layout.numbers import spoken_measure
from journey.layout.outlines import chip, glyph
from journey.layout.typeset import baseline, broken, single, text_at
from journey.model import Card, CardKind, CardStatus, Contact, Measure, Owner
from journey.text import Line
from resources.words import _

Wide = TypeVar("Wide", "Item", "Chip")

_BETWEEN = 2.2
_CHIP_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """A short text at the foot."""

    line: Line
    style: sizes.Style
    colour: Colour
    layer: Layer

    @property
    def width(self) -> float:
        """How wide it is, mm."""
        return self.line.width * self.style.size


@dataclass(frozen=True, slots=True)
class Chip:
    """An owner's pill."""

    initials: Line
    width: float
    owner: Owner
    filled: bool


@dataclass(frozen=True, slots=True)
class Foot:
    """Items and chips in rows; ``apart``: the items stand above the chips, else beside them.

    ``height`` is in mm.
    """

    items: tuple[tuple[Item, ...], ...]
    chips: tuple[tuple[Chip, ...], ...]
    apart: bool
    height: float


def _foot(items: tuple[tuple[Item, ...], ...], chips: tuple[tuple[Chip, ...], ...], apart: bool) -> Foot:
    """The rows as a foot; the sign alone needs one row too."""
    rows = len(items) + len(chips) if apart else max(len(items), len(chips), 1)
    return Foot(items, chips, apart, rows * sizes.FOOT_ROW)


_NOTHING = _foot((), (), apart=False)
"""The foot of most cards: the sign alone."""


def chip_line(owner: Owner) -> tuple[Line, float]:
    """An owner's initials as one line, and the width of the chip around them."""
    line = single(initials(owner), sizes.CHIP_TEXT, "en")
    return line, max(line.width * sizes.CHIP_TEXT.size + 2 * sizes.CHIP_PAD, sizes.CHIP_HEIGHT * 1.3)


def set_foot(
    card: Card,
    owner: Owner | None,
    involved: tuple[Owner, ...],
    measures: tuple[Measure, ...],
    language: str,
    width: float,
) -> Foot:
    """Place what stands at the foot of a card of this width in as few rows as it needs."""
    room = width - _left() - sizes.PAD_RIGHT
    items = _items(card, measures, language, room)
    if not items:
        return _bare(owner, involved, room) if owner or involved else _NOTHING
    chips = _chips(owner, involved, room) if owner or involved else ()
    beside = room - max((_row_width(row, _CHIP_GAP) + _BETWEEN for row in chips), default=0.0)
    apart = any(item.width > beside for item in items)
    return _foot(_in_rows(items, room if apart else beside, _BETWEEN), chips, apart)


def foot_marks(foot: Foot, kind: str, width: float, tall: float) -> list[Mark]:
    """The foot's marks on a card ``tall`` mm high."""
    bottom = tall - sizes.PAD_BOTTOM
    tall_of_items = foot.height if foot.apart else max(len(foot.items), 1) * sizes.FOOT_ROW
    top = bottom - tall_of_items + 1.0
    marks: list[Mark] = [_sign(kind, top)]
    for place, row in enumerate(foot.items):
        marks += _item_marks(row, top + place * sizes.FOOT_ROW)
    for place, chips in enumerate(reversed(foot.chips)):
        marks += _chip_marks(chips, width - sizes.PAD_RIGHT, bottom - (place + 1) * sizes.FOOT_ROW)
    return marks


def _left() -> float:
    return sizes.ACCENT + sizes.PAD_LEFT + sizes.GLYPH + 1.8


def _sign(kind: str, top: float) -> Mark:
    y = top + baseline(sizes.FOOT_TEXT) - sizes.GLYPH * 0.94
    return glyph(kind, sizes.ACCENT + sizes.PAD_LEFT, y, sizes.GLYPH, f"{kind}.accent")


def _item_marks(row: tuple[Item, ...], top: float) -> list[Mark]:
    marks: list[Mark] = []
    x = _left()
    for item in row:
        marks.append(text_at(item.line, x, top, item.style, item.colour, item.layer))
        x += item.width + _BETWEEN
    return marks


def _chip_marks(chips: tuple[Chip, ...], right: float, top: float) -> list[Mark]:
    marks: list[Mark] = []
    x = right - _row_width(chips, _CHIP_GAP)
    for one in chips:
        ink = ink_on(one.owner.colour)
        marks += chip(one.initials, x, top + 0.4, one.width, one.owner.colour, ink, filled=one.filled)
        x += one.width + _CHIP_GAP
    return marks


@lru_cache(maxsize=1_000)
def _bare(owner: Owner | None, involved: tuple[Owner, ...], room: float) -> Foot:
    """The foot of a card of which nothing is said: the chips alone."""
    return _foot((), _chips(owner, involved, room), apart=False)


@lru_cache(maxsize=1_000)
def _chips(owner: Owner | None, involved: tuple[Owner, ...], room: float) -> tuple[tuple[Chip, ...], ...]:
    """The chips of who answers and of all who are involved, in rows; kept: few answer for many cards."""
    chips = [Chip(*chip_line(one), one, one is owner) for one in (owner, *involved) if one]
    return _in_rows(chips, room, _CHIP_GAP)


def _items(card: Card, measures: tuple[Measure, ...], language: str, room: float) -> list[Item]:
    said = _words(card)
    if not said and not measures:
        return []
    accent = f"{card.kind}.accent"
    words = [(word, sizes.FOOT_TEXT, accent, Layer.CARDS) for word in said]
    for measure in measures:
        text, colour = spoken_measure(measure, language)
        words.append((text, sizes.FOOT_STRONG, colour, Layer.MEASURES))
    return [
        Item(line, style, colour, layer)
        for text, style, colour, layer in words
        for line in broken(text, room, style, language)
    ]


def _words(card: Card) -> list[str]:
    """What is said of a card itself; of most cards nothing."""
    words = [card.channel] if card.channel else []
    if card.contact is Contact.PREVENTABLE:
        words.append(_("preventable"))
    if card.kind is CardKind.PAIN_POINT and card.severity:
        words.append("●" * card.severity + "○" * (3 - card.severity))
    if card.value is not None:
        words.append(_("value {value}").format(value=card.value))
    if card.effort is not None:
        words.append(_("effort {effort}").format(effort=card.effort))
    if card.status is CardStatus.NEEDS_EVIDENCE:
        words.append(_("needs evidence"))
    return words


def _in_rows(things: list[Wide], room: float, gap: float) -> tuple[tuple[Wide, ...], ...]:
    rows: list[list[Wide]] = []
    used = 0.0
    for thing in things:
        if rows and used + gap + thing.width <= room:
            rows[-1].append(thing)
            used += gap + thing.width
        else:
            rows.append([thing])
            used = thing.width
    return tuple(tuple(row) for row in rows)


def _row_width(row: tuple[Chip, ...], gap: float) -> float:
    return sum(one.width for one in row) + gap * (len(row) - 1)
