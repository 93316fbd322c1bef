"""Edits of cards: adding, writing, describing, copying and removing notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from journey.edits.codes import next_code, with_code
from journey.edits.labels import cards_label, edit_label
from journey.edits.places import room_at
from journey.edits.records import amended, edited, found, in_turn, made
from journey.edits.removal import removal
from journey.edits.wording import called, card_word
from journey.ids import new_id
from journey.model import (
    CARDS_OF_LANE,
    Card,
    CardKind,
    CardStatus,
    Change,
    Lane,
    LaneKind,
    MapData,
    Refused,
    Stage,
    Step,
    adding,
    joined,
    replacing,
)
from resources.words import _, _n

FIELDS = (
    *("text", "note", "code", "channel", "moment_of_truth", "contact", "severity", "evidence", "status"),
    *("value", "effort", "cost", "gain", "tags"),
)
"""What ``edit_card`` may change; lane, step, place, span, kind and picture have edits of their own."""


def add_card(
    map_data: MapData,
    lane: str,
    step: str,
    text: str = "",
    place: int | None = None,
    kind: CardKind | None = None,
    **values: Any,
) -> Change:
    """A new card in a cell, before the one at ``place`` there (None: last); touches[0].after is it.

    It gets the lane's usual kind and the next code unless told. ``values`` may be any of FIELDS.
    """
    home = found(map_data, Lane, lane)
    kind = kind_there(home, kind)
    _in_one_journey(map_data, home, found(map_data, Step, step))
    (rank,), shifted = room_at(map_data.of(Card).by("lane", "step").get((lane, step), ()), place)
    code = next_code(map_data, home.journey, kind)
    bare = made(Card, lane=lane, step=step, kind=kind, text=text, rank=rank, code=code)
    card = amended(map_data, bare, values, FIELDS)
    _code_is_free(map_data, card)
    label = _("Add {kind} “{title}”").format(kind=card_word(kind), title=called(card))
    return joined(label, [adding(label, [card]), replacing(label, shifted)])


def add_cards(map_data: MapData, cells: Sequence[tuple[str, str, str]]) -> Change:
    """A card for each lane, step and text, as one change: a pasted list or table."""
    edits = [partial(add_card, lane=lane, step=step, text=text) for lane, step, text in cells]
    label = _n("Add {n} card", "Add {n} cards", len(cells)).format(n=len(cells))
    return in_turn(map_data, label, edits)


def set_text(map_data: MapData, card: str, text: str) -> Change:
    """Write another text on a card; it may be empty."""
    return edited(map_data, Card, card, {"text": text}, ("text",))


def edit_card(map_data: MapData, card: str, **values: Any) -> Change:
    """Give a card other values in any of FIELDS. Refused for a code that another card of the journey has."""
    old = found(map_data, Card, card)
    new = amended(map_data, old, values, FIELDS)
    if new.code != old.code:
        _code_is_free(map_data, new)
    return replacing(edit_label(old, new), [(old, new)])


def edit_cards(map_data: MapData, cards: Iterable[str], **values: Any) -> Change:
    """Give several cards the same values in any of FIELDS, as one change."""
    wanted = list(dict.fromkeys(cards))
    if len(wanted) == 1:
        return edit_card(map_data, wanted[0], **values)
    change = in_turn(map_data, "", [partial(edit_card, card=card, **values) for card in wanted])
    after = map_data.apply(change)
    pairs = [(map_data.of(Card)[card], after.of(Card)[card]) for card in wanted]
    return joined(cards_label(pairs), [change])


def duplicate_cards(map_data: MapData, cards: Iterable[str]) -> Change:
    """A second card just below each of these, with a code of its own; touches[0].after is the first copy.

    Text, description and picture are copied; links, owners and judgements are not.
    """
    wanted = list(dict.fromkeys(cards))
    label = _n("Duplicate {n} card", "Duplicate {n} cards", len(wanted)).format(n=len(wanted))
    return in_turn(map_data, label, [partial(_duplicate, card=card) for card in wanted])


def remove_cards(map_data: MapData, cards: Iterable[str]) -> Change:
    """Take cards away with their links, owners, measures, evidence, actions, verdicts and votes."""
    gone = [found(map_data, Card, card) for card in dict.fromkeys(cards)]
    if len(gone) == 1:
        return removal(map_data, _("Remove “{title}”").format(title=called(gone[0])), gone)
    label = _n("Remove {n} card", "Remove {n} cards", len(gone)).format(n=len(gone))
    return removal(map_data, label, gone)


def kind_there(lane: Lane, kind: CardKind | None) -> CardKind:
    """The kind a card is to have in a lane: the lane's usual one where None is asked for.

    Raises Refused, naming what the lane takes, if it does not take that kind.
    """
    taken = CARDS_OF_LANE[lane.kind]
    if not taken:
        raise Refused(_why_no_cards(lane))
    if kind is not None and kind not in taken:
        sentence = _("The lane “{lane}” takes cards of the kind {taken}, not {kind}.")
        words = ", ".join(map(card_word, taken))
        raise Refused(sentence.format(lane=called(lane), taken=words, kind=card_word(kind)))
    return kind or taken[0]


def _why_no_cards(lane: Lane) -> str:
    sentences = {
        LaneKind.STEPS: _("The lane “{lane}” holds the steps themselves; add a step instead."),
        LaneKind.FEELINGS: _("The lane “{lane}” holds the feeling curve; set a feeling instead."),
        LaneKind.OWNERS: _("The lane “{lane}” shows who answers; drop an owner there instead."),
        LaneKind.MEASURES: _("The lane “{lane}” shows measures; add a measure to a card instead."),
    }
    return sentences.get(lane.kind, _("The lane “{lane}” takes no cards.")).format(lane=called(lane))


def _in_one_journey(map_data: MapData, lane: Lane, step: Step) -> None:
    if found(map_data, Stage, step.stage).journey != lane.journey:
        raise Refused(_("A card's lane and step must be of the same journey."))


def _code_is_free(map_data: MapData, card: Card) -> None:
    same = with_code(map_data, found(map_data, Lane, card.lane).journey, card.code) if card.code else []
    for other in same:
        if other.id != card.id:
            sentence = _("The code {code} is taken by “{title}”.")
            raise Refused(sentence.format(code=card.code, title=called(other)))


def _duplicate(map_data: MapData, card: str) -> Change:
    old = found(map_data, Card, card)
    siblings = map_data.of(Card).by("lane", "step")[old.lane, old.step]
    (rank,), shifted = room_at(siblings, siblings.index(old) + 1)
    code = next_code(map_data, found(map_data, Lane, old.lane).journey, old.kind)
    new = replace(old, id=new_id(), rank=rank, code=code, status=CardStatus.OPEN)
    return joined("", [adding("", [new]), replacing("", shifted)])
