"""Edits of where cards are: their cell, their place in it, how many steps they cover, and their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from journey.edits.cards import kind_there
from journey.edits.codes import is_given, next_code
from journey.edits.places import rank_at
from journey.edits.records import found, in_turn
from journey.edits.wording import called, card_word
from journey.model import (
    CARDS_OF_LANE,
    Card,
    CardKind,
    Change,
    Lane,
    MapData,
    Refused,
    Step,
    replacing,
)
from resources.words import _, _n


def move_card(
    map_data: MapData, card: str, lane: str, step: str, place: int | None = None, convert: bool = False
) -> Change:
    """Put a card in a cell of its journey, before the one at ``place`` there (None: last).

    Places are counted without the card. A span that would reach past the last step is cut. A lane of
    another kind refuses, naming what it takes; with ``convert`` the card becomes that, keeping its text.
    """
    old, home = found(map_data, Card, card), found(map_data, Lane, lane)
    _within_journey(map_data, old, home, found(map_data, Step, step))
    grid = map_data.grid(home.journey)
    kind = (
        old.kind if old.kind in CARDS_OF_LANE[home.kind] else kind_there(home, None if convert else old.kind)
    )
    siblings = map_data.of(Card).by("lane", "step").get((lane, step), ())
    rank, shifted = rank_at(old, siblings, place)
    span = min(old.span, len(grid.steps) - grid.column[step])
    new = replace(_as_kind(map_data, old, kind, home.journey), lane=lane, step=step, rank=rank, span=span)
    return replacing(_("Move “{title}”").format(title=called(old)), [(old, new), *shifted])


def move_cards(
    map_data: MapData, cards: Sequence[str], lane: str, step: str, convert: bool = False
) -> Change:
    """Move several cards as one: the first goes to the cell, the others keep their distance to it.

    Those of the first one's lane go to its new lane, others stay in theirs. Nobody leaves the grid: a
    card that would stops at its edge.
    """
    wanted = [found(map_data, Card, card) for card in dict.fromkeys(cards)]
    if not wanted:
        raise Refused(_("Nothing is chosen."))
    first, home = wanted[0], found(map_data, Lane, lane)
    _within_journey(map_data, first, home, found(map_data, Step, step))
    grid = map_data.grid(home.journey)
    shift = grid.column[step] - grid.column[first.step]
    edits = []
    for card in wanted:
        column = max(0, min(grid.column.get(card.step, 0) + shift, len(grid.steps) - 1))
        target = lane if card.lane == first.lane else card.lane
        edits.append(
            partial(move_card, card=card.id, lane=target, step=grid.steps[column].id, convert=convert)
        )
    return in_turn(map_data, _n("Move {n} card", "Move {n} cards", len(wanted)).format(n=len(wanted)), edits)


def reorder_card(map_data: MapData, card: str, place: int) -> Change:
    """Put a card at another place in its cell."""
    old = found(map_data, Card, card)
    return move_card(map_data, card, old.lane, old.step, place)


def set_span(map_data: MapData, card: str, span: int) -> Change:
    """Let a card cover so many steps, at most to the end of its journey. Refused below one."""
    old = found(map_data, Card, card)
    if span < 1:
        raise Refused(_("A card covers at least one step."))
    grid = map_data.grid(found(map_data, Lane, old.lane).journey)
    new = replace(old, span=min(span, len(grid.steps) - grid.column[old.step]))
    words = _("Widen “{title}”") if new.span >= old.span else _("Narrow “{title}”")
    return replacing(words.format(title=called(old)), [(old, new)])


def convert_card(map_data: MapData, card: str, kind: CardKind) -> Change:
    """Make a card one of another kind, keeping all else; its code becomes one of that kind.

    It stays in its lane if that takes the kind, else it goes to the first lane that does. Refused if
    there is none.
    """
    old = found(map_data, Card, card)
    lane = _lane_for(map_data, found(map_data, Lane, old.lane), kind)
    new = replace(_as_kind(map_data, old, kind, lane.journey), lane=lane.id)
    shifted: list[tuple[Card, Card]] = []
    if lane.id != old.lane:
        siblings = map_data.of(Card).by("lane", "step").get((lane.id, old.step), ())
        rank, shifted = rank_at(old, siblings, None)
        new = replace(new, rank=rank)
    label = _("Make “{title}” a card of the kind {kind}").format(title=called(old), kind=card_word(kind))
    return replacing(label, [(old, new), *shifted])


def _lane_for(map_data: MapData, lane: Lane, kind: CardKind) -> Lane:
    for candidate in (lane, *map_data.grid(lane.journey).lanes):
        if kind in CARDS_OF_LANE[candidate.kind]:
            return candidate
    sentence = _("No lane here takes cards of the kind {kind}; add one first.")
    raise Refused(sentence.format(kind=card_word(kind)))


def _as_kind(map_data: MapData, card: Card, kind: CardKind, journey: str) -> Card:
    if kind == card.kind:
        return card
    code = next_code(map_data, journey, kind) if is_given(card) else card.code
    return replace(card, kind=kind, code=code)


def _within_journey(map_data: MapData, card: Card, lane: Lane, step: Step) -> None:
    journey = found(map_data, Lane, card.lane).journey
    if lane.journey != journey or step.id not in map_data.grid(journey).column:
        raise Refused(_("A card moves within its journey."))
