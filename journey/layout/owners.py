"""The owners lane: who answers for the touchpoints of which steps, as bands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey.drawing import Block, Box, Layer
from journey.layout import sizes
from journey.layout.cards import card_width
from journey.layout.colours import ink_on
from journey.layout.memory import Memory
from journey.layout.packing import Spanning, levels
from journey.layout.rows import Level, Seat, at_column
from journey.layout.typeset import broken, centred, height
from journey.model import Owner
from resources.words import _

_PAD = 4.0
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A touchpoint's owner (None: nobody yet) and the columns the touchpoint covers."""

    owner: Owner | None
    first: int
    last: int


def owner_levels(answers: Iterable[Answer], columns: int, language: str, memory: Memory) -> tuple[Level, ...]:
    """Bands on levels: one for each unbroken run of columns that an owner answers in."""
    packed = levels(_runs(answers), columns)
    return tuple(_level(level, language, memory) for level in packed)


def _runs(answers: Iterable[Answer]) -> list[Spanning[Owner | None]]:
    covered: dict[str, set[int]] = {}
    owners: dict[str, Owner | None] = {}
    for answer in answers:
        key = answer.owner.id if answer.owner else ""
        owners[key] = answer.owner
        covered.setdefault(key, set()).update(range(answer.first, answer.last + 1))
    runs: list[Spanning[Owner | None]] = []
    for key, columns in covered.items():
        for column in sorted(columns):
            if column - 1 not in columns:
                first = column
            if column + 1 not in columns:
                runs.append(Spanning(first, column, owners[key]))
    return sorted(runs, key=lambda run: (run.first, -run.last, run.thing.name if run.thing else ""))


def _level(bands: tuple[Spanning[Owner | None], ...], language: str, memory: Memory) -> Level:
    room = [card_width(band.last - band.first + 1) - 2 * _PAD for band in bands]
    lines = [
        broken(band.thing.name if band.thing else _("nobody yet"), width, sizes.OWNER_TEXT, language)
        for band, width in zip(bands, room, strict=True)
    ]
    tall = max(sizes.OWNER_PILL, *(height(one, sizes.OWNER_TEXT) + 3.0 for one in lines))
    seats = tuple(Seat(band.thing.id if band.thing else "", band.first, band.last) for band in bands)
    blocks = []
    for band in bands:
        key = ("band of", band.thing.id if band.thing else "", band.first)
        span = band.last - band.first + 1
        blocks.append(at_column(band.first, 0.0, memory.of(key, _pill, band.thing, span, tall, language)))
    return Level(seats, tall, tuple(blocks))


def _pill(owner: Owner | None, span: int, tall: float, language: str) -> Block:
    w = card_width(span)
    words = owner.name if owner else _("nobody yet")
    lines = broken(words, w - 2 * _PAD, sizes.OWNER_TEXT, language)
    top = (tall - height(lines, sizes.OWNER_TEXT)) / 2
    radius = min(tall, sizes.OWNER_PILL) / 2
    if owner is None:
        dashed = Box(0.0, 0.0, w, tall, "surface", "pain_point.accent", 0.6, radius, (2.2, 1.5), Layer.OWNERS)
        text = centred(lines, w / 2, top, sizes.OWNER_TEXT, "pain_point.accent", Layer.OWNERS)
        return Block(w, tall, (dashed, *text))
    band = Box(0.0, 0.0, w, tall, owner.colour, radius=radius, layer=Layer.OWNERS)
    text = centred(lines, w / 2, top, sizes.OWNER_TEXT, ink_on(owner.colour), Layer.OWNERS)
    return Block(w, tall, (band, *text), owner.id)
