"""Cards under the hand: select, drag to a cell, draw the span, draw a link."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Cell, Kind, Rect
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State, trembles
from canvas.tools.landing import cell_under, place_in, short, where
from canvas.tools.trying import tried
from journey import edits
from journey.model import Card, Change, joined
from resources.words import _


@dataclass(frozen=True, slots=True)
class PressedCard:
    """A card is pressed: release selects it, a move drags it and what is selected with it."""

    start: Pointer
    card: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Past a tremble the card is dragged."""
        if trembles(self.start, pointer):
            return self
        if self.card not in stage.selected:
            stage.select([self.card])
        cards = tuple(one for one in stage.selected if stage.places.kinds.get(one) is Kind.CARD)
        first = (self.card, *(one for one in cards if one != self.card))
        return DraggingCards(self.start, first).move(stage, pointer)

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """A click selects; with Shift or Ctrl it adds or takes away."""
        if self.start.shift or self.start.ctrl:
            others = [one for one in stage.selected if one != self.card]
            stage.select(others if self.card in stage.selected else [*others, self.card])
        else:
            card = stage.map.of(Card)[self.card]
            stage.select([self.card], Cell(card.lane, card.step))
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nothing happened yet."""
        return None


@dataclass(frozen=True, slots=True)
class DraggingCards:
    """Cards follow the pointer: release puts them into the cell below it; with Ctrl, copies of them."""

    start: Pointer
    cards: tuple[str, ...]

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show where they would land, and say it."""
        change, why = self._change(stage, pointer)
        cell = cell_under(stage, pointer)
        receiving = stage.places.cell_rect(cell) if cell else None
        stage.show_ghost(Ghost(self._things(stage, pointer), receiving, fits=change is not None))
        stage.say(_told(stage, cell, pointer) if change is not None else why, wrong=change is None)
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Do it, as one step."""
        change, why = self._change(stage, pointer)
        stage.show_ghost(NOTHING)
        if change is None:
            stage.say(why, wrong=True)
        elif stage.do(change):
            stage.select([touch.after.id for touch in change.touches if isinstance(touch.after, Card)])
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Everything stays where it was."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _things(self, stage: Stage, pointer: Pointer) -> tuple[Rect, ...]:
        dx, dy = pointer.x - self.start.x, pointer.y - self.start.y
        rects = (stage.places.rects[card] for card in self.cards if card in stage.places.rects)
        return tuple(Rect(rect.x + dx, rect.y + dy, rect.w, rect.h) for rect in rects)

    def _change(self, stage: Stage, pointer: Pointer) -> tuple[Change | None, str]:
        cell = cell_under(stage, pointer)
        if cell is None:
            return None, _("Cards belong in a cell of the map.")
        return tried(stage, lambda: self._edit(stage, pointer, cell))

    def _edit(self, stage: Stage, pointer: Pointer, cell: Cell) -> Change:
        map_data = stage.map
        if pointer.ctrl:
            copies = edits.duplicate_cards(map_data, self.cards)
            map_data = map_data.apply(copies)
            made = [
                touch.after.id
                for touch in copies.touches
                if isinstance(touch.after, Card) and not touch.before
            ]
            moved = edits.move_cards(map_data, made, cell.lane, cell.step, convert=True)
            return joined(copies.label, [copies, moved])
        if len(self.cards) == 1:
            place = place_in(stage, cell, pointer.y, self.cards)
            return edits.move_card(map_data, self.cards[0], cell.lane, cell.step, place, convert=True)
        return edits.move_cards(map_data, self.cards, cell.lane, cell.step, convert=True)


@dataclass(frozen=True, slots=True)
class PressedEdge:
    """A card's right edge is pressed: it follows the pointer, step by step."""

    start: Pointer
    card: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show how many steps it would cover."""
        rect = stage.places.rects[self.card]
        columns = stage.places.columns
        span = self._span(stage, pointer)
        first = stage.places.column_at(rect.x + 1) or 0
        right = columns[min(first + span, len(columns)) - 1][1]
        stage.show_ghost(Ghost((Rect(rect.x, rect.y, right - rect.x - 2.4, rect.h),)))
        stage.say(_("Covers {steps} steps").format(steps=span))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Set the span."""
        stage.show_ghost(NOTHING)
        stage.select([self.card])
        if not trembles(self.start, pointer):
            change, why = tried(
                stage, lambda: edits.set_span(stage.map, self.card, self._span(stage, pointer))
            )
            if change is None:
                stage.say(why, wrong=True)
            else:
                stage.do(change)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """The card stays as wide as it was."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None

    def _span(self, stage: Stage, pointer: Pointer) -> int:
        rect, columns = stage.places.rects[self.card], stage.places.columns
        first = stage.places.column_at(rect.x + 1) or 0
        last = stage.places.column_at(pointer.x)
        if last is None:
            last = len(columns) - 1 if pointer.x > rect.x else first
        return max(1, last - first + 1)


@dataclass(frozen=True, slots=True)
class PressedHandle:
    """A link is drawn from a card: release on another card joins them."""

    start: Pointer
    card: str

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Show the line and the card it would reach."""
        rect = stage.places.rects[self.card]
        hit = stage.places.hit(pointer.x, pointer.y)
        reaches = hit.kind is Kind.CARD and hit.record != self.card
        start = (rect.x + rect.w / 2, rect.y + rect.h)
        stage.show_ghost(
            Ghost(receiving=hit.rect if reaches else None, line=(start, (pointer.x, pointer.y)), fits=reaches)
        )
        stage.say(
            _("Link to “{card}”").format(card=short(stage, hit.record)) if reaches else _("Drop it on a card")
        )
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Join the two cards, and let the kind be chosen."""
        stage.show_ghost(NOTHING)
        hit = stage.places.hit(pointer.x, pointer.y)
        if hit.kind is Kind.CARD and hit.record != self.card:
            change, why = tried(stage, lambda: edits.add_link(stage.map, self.card, hit.record))
            if change is None:
                stage.say(why, wrong=True)
            elif stage.do(change):
                stage.ask_link(change.touches[0].record.id, (pointer.px, pointer.py))
        else:
            stage.say("")
        return None

    def cancel(self, stage: Stage) -> State | None:
        """No link."""
        stage.show_ghost(NOTHING)
        stage.say("")
        return None


def _told(stage: Stage, cell: Cell | None, pointer: Pointer) -> str:
    if cell is None:
        return ""
    words = _("Copy to {place}") if pointer.ctrl else _("Move to {place}")
    return words.format(place=where(stage, cell))
