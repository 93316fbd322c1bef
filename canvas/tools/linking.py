"""A card's handle under the hand: a link is drawn from it to another card."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Kind
from canvas.stage import Ghost, Pointer, Stage, State
from canvas.tools.landing import short
from canvas.tools.trying import carried_out, given_back
from journey import edits
from resources.words import _


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
        line = ((rect.x + rect.w / 2, rect.y + rect.h), (pointer.x, pointer.y))
        stage.show_ghost(Ghost(receiving=hit.rect if reaches else None, line=line, fits=reaches))
        stage.say(linked_to(stage, hit.record) if reaches else _("Drop it on a card"))
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """Join the two cards, and let the kind be chosen."""
        hit = stage.places.hit(pointer.x, pointer.y)
        if hit.kind is Kind.CARD and hit.record != self.card:
            join(stage, self.card, hit.record, (pointer.px, pointer.py))
        else:
            given_back(stage)
        return None

    def cancel(self, stage: Stage) -> State | None:
        """No link."""
        return given_back(stage)


def linked_to(stage: Stage, card: str) -> str:
    """What a link to a card would be, in words."""
    return _("Link to “{card}”").format(card=short(stage, card))


def join(stage: Stage, source: str, target: str, at: tuple[float, float]) -> None:
    """Link two cards and let the kind be chosen at a place of the window; or say why not."""
    change = carried_out(stage, lambda: edits.add_link(stage.map, source, target))
    if change:
        stage.ask_link(change.touches[0].record.id, at)
