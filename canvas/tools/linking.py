"""A card's handle under the hand: a link is drawn from it to another card."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Kind
from canvas.stage import NOTHING, Ghost, Pointer, Stage, State
from canvas.tools.landing import short
from canvas.tools.trying import given_back, tried
from journey import edits
from resources.words import _


@dataclass(frozen=True, slots=True)
class PressedHandle:
    """A link is drawn from a card: release on another card joins them."""

    start: Pointer
    card: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.card,)

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
        """Let the kind of link be chosen that joins the two cards."""
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
    """Have it asked at a place of the window what kind of link shall join two cards; or say why none can.

    Until that is answered the line stays in view, and nothing was done.
    """
    change, why = tried(stage, lambda: edits.add_link(stage.map, source, target))
    if change is None:
        stage.show_ghost(NOTHING)
        stage.say(why, wrong=True)
    else:
        stage.ask_link(source, target, at)
