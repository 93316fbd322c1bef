"""A link drawn by keyboard: arrows choose the card it goes to, Enter joins, Escape gives it back."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.places import Kind
from canvas.rect import Rect
from canvas.stage import Ghost, Pointer, Stage, State
from canvas.tools.linking import join, linked_to
from canvas.tools.trying import given_back
from journey.model import Card
from resources.words import _

_WAYS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Aiming:
    """A link from a card; ``target`` is the card aimed at, empty before the first arrow."""

    card: str
    target: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.card, self.target) if self.target else (self.card,)

    def begin(self, stage: Stage) -> State:
        """Show that a card is wanted."""
        stage.say(_("Choose a card with the arrows; Enter links to it"))
        return self

    def aim(self, stage: Stage, way: str) -> State:
        """Aim at the nearest card that way of the one aimed at."""
        found = nearest(stage, self.target or self.card, way, without=self.card) or self.target
        if not found:
            return self
        rects = stage.places.rects
        a, b = rects[self.card], rects[found]
        line = ((a.x + a.w / 2, a.y + a.h / 2), (b.x + b.w / 2, b.y + b.h / 2))
        stage.show_ghost(Ghost(receiving=b, line=line))
        stage.say(linked_to(stage, found))
        return Aiming(self.card, found)

    def join(self, stage: Stage) -> State | None:
        """Link to the card aimed at."""
        if not self.target:
            return given_back(stage)
        rect = stage.places.rects[self.target]
        join(stage, self.card, self.target, stage.in_window(rect.x + rect.w / 2, rect.y + rect.h / 2))
        return None

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """The pointer has no say here."""
        return self

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """A click on a card aims at it and joins; elsewhere it gives back."""
        hit = stage.places.hit(pointer.x, pointer.y)
        if hit.kind is Kind.CARD and hit.record != self.card:
            return Aiming(self.card, hit.record).join(stage)
        return given_back(stage)

    def cancel(self, stage: Stage) -> State | None:
        """No link."""
        return given_back(stage)


def nearest(stage: Stage, card: str, way: str, without: str = "") -> str | None:
    """The card nearest to another in a direction; what lies aside counts as twice as far."""
    start = stage.places.rects[card]
    dx, dy = _WAYS[way]
    best: tuple[float, str] | None = None
    for one in stage.map.of(Card):
        rect = stage.places.rects.get(one.id) if one.id not in (card, without) else None
        if rect is None:
            continue
        along, aside = _apart(start, rect, dx, dy)
        if along > 1.0 and (best is None or along + 2 * aside < best[0]):
            best = (along + 2 * aside, one.id)
    return best[1] if best else None


def _apart(a: Rect, b: Rect, dx: float, dy: float) -> tuple[float, float]:
    """How far the middle of one is from the other's along a direction, and aside of it."""
    x, y = b.x + b.w / 2 - a.x - a.w / 2, b.y + b.h / 2 - a.y - a.h / 2
    return x * dx + y * dy, abs(x * dy) + abs(y * dx)
