"""How each kind of lane becomes a row."""

from __future__ import annotations

from functools import partial

from journey.drawing import Block, Layer, Line, Placed
from journey.layout import sizes
from journey.layout.cards import Face, SetCard, set_card
from journey.layout.feelings import feeling_row
from journey.layout.measures import measure_levels
from journey.layout.memory import Memory
from journey.layout.owners import owner_levels
from journey.layout.packing import Spanning, levels
from journey.layout.rail import name_height
from journey.layout.reading import Reader
from journey.layout.rows import Level, Row, Seat
from journey.model import (
    Asset,
    Card,
    Feeling,
    JourneyPersona,
    Lane,
    LaneKind,
    Measure,
    Owner,
    Ownership,
    Persona,
)


def row_of(lane: Lane, read: Reader, memory: Memory) -> Row:
    """The lane as a row; the one of before if nothing it shows has changed."""
    m, language, key = read.map, read.view.language, ("row", lane.id)
    if lane.kind is LaneKind.LINE:
        return memory.of(key, _line_row, lane, len(read.grid.steps), language)
    if lane.kind is LaneKind.FEELINGS:
        shown = Same(m.of(Feeling), m.of(Persona), m.of(JourneyPersona))
        return memory.recall(
            key, (lane, read.grid, shown, read.view.around, language), lambda: _feelings(lane, read)
        )
    if lane.kind in (LaneKind.OWNERS, LaneKind.MEASURES):
        shown = Same(m.of(Card), m.of(Ownership), m.of(Owner), m.of(Measure))
    else:
        cards = m.of(Card).by("lane").get(lane.id, ())
        shown = Same(cards, m.of(Ownership), m.of(Owner), m.of(Measure), m.of(Asset))
    facts = (lane, shown, read.found, read.grid, language)
    return memory.recall(key, facts, lambda: _cells(lane, read, memory))


class Same:
    """Things that count as equal only if they are the very same: tables that an edit did not touch."""

    __slots__ = ("things",)

    def __init__(self, *things: object) -> None:
        self.things = things

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same) or len(self.things) != len(other.things):
            return False
        return all(a is b for a, b in zip(self.things, other.things, strict=True))

    __hash__ = None  # type: ignore[assignment]  # compared by identity of what it holds


def _cells(lane: Lane, read: Reader, memory: Memory) -> Row:
    if lane.kind is LaneKind.OWNERS:
        found = owner_levels(read.answers(), len(read.grid.steps), read.view.language, memory)
    elif lane.kind is LaneKind.MEASURES:
        found = measure_levels(read.measures(), read.view.language, memory)
    else:
        found = _card_levels(lane, read, memory)
    return Row(lane, found or (Level((), sizes.EMPTY_ROW - 2 * sizes.ROW_PAD),))


def _card_levels(lane: Lane, read: Reader, memory: Memory) -> tuple[Level, ...]:
    """The levels of cards from the top, kept where neither a card nor what stands at one has changed."""
    column, language = read.grid.column, read.view.language
    spanning = [Spanning(at := column[c.step], at + c.span - 1, c) for c in read.cards(lane)]
    m = read.map
    others = Same(m.of(Ownership), m.of(Owner), m.of(Measure), m.of(Asset))
    made: list[Level] = []
    for place, level in enumerate(levels(spanning, len(read.grid.steps))):
        found = frozenset(item.thing.id for item in level if item.thing.id in read.found)
        make = partial(_card_level, level, others, read, memory)
        made.append(memory.recall(("level", lane.id, place), (level, others, found, language), make))
    return tuple(made)


def _card_level(level: tuple[Spanning[Card], ...], others: Same, read: Reader, memory: Memory) -> Level:
    settings = [_set(card, others, read, memory) for _first, _last, card in level]
    tall = max([setting.height for setting in settings])
    wide, left = sizes.column(), sizes.GUTTER / 2
    seats = tuple([Seat(card.id, first, last) for first, last, card in level])
    blocks = [
        Placed(seat.first * wide + left, 0.0, setting.block(tall))
        for seat, setting in zip(seats, settings, strict=True)
    ]
    return Level(seats, tall, tuple(blocks))


def _set(card: Card, others: Same, read: Reader, memory: Memory) -> SetCard:
    """A card measured; its face is looked at again only if it or what others say of it may differ."""
    facts = (card, others, card.id in read.found, read.view.language)
    return memory.renew(("card", card.id), facts, lambda earlier: _measured(read.face(card), earlier))


def _measured(face: Face, earlier: SetCard | None) -> SetCard:
    return earlier if earlier is not None and earlier.face == face else set_card(face)


def _feelings(lane: Lane, read: Reader) -> Row:
    columns = len(read.grid.steps)
    drawn = feeling_row(read.told(), columns, read.view.language)
    # Words stand in the middle of columns, so links may pass between columns and nowhere else.
    seats = tuple(Seat("", column, column) for column in range(columns))
    return Row(lane, (Level(seats, drawn.height, drawn.placed),), pad=0.0)


def _line_row(lane: Lane, columns: int, language: str) -> Row:
    w, tall = columns * sizes.column(), max(sizes.LINE_ROW, name_height(lane, language))
    dash = Line(0.0, tall / 2, w, tall / 2, "ink", 0.8, (3.0, 2.2), Layer.GRID)
    return Row(lane, (Level((), tall, (Placed(0.0, 0.0, Block(w, tall, (dash,), lane.id)),)),), pad=0.0)
