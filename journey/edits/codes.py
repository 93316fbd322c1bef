"""The short codes printed on cards: a letter for the kind and a number, T14 for the 14th touchpoint."""

from __future__ import annotations

import re

from journey.model import Card, CardKind, Lane, MapData

# No I and O, which are read as digits when somebody types a wall note back in.
LETTERS = {
    CardKind.ACTOR: "W",
    CardKind.PICTURE: "V",
    CardKind.QUOTE: "Q",
    CardKind.TOUCHPOINT: "T",
    CardKind.PHYSICAL_EVIDENCE: "E",
    CardKind.FRONTSTAGE_ACTION: "F",
    CardKind.BACKSTAGE_PROCESS: "B",
    CardKind.SYSTEM: "S",
    CardKind.POLICY: "R",
    CardKind.PAIN_POINT: "P",
    CardKind.GAIN: "G",
    CardKind.QUESTION: "U",
    CardKind.GAP: "X",
    CardKind.IDEA: "D",
    CardKind.ACTION: "A",
    CardKind.NOTE: "N",
}
"""The letter of each kind of card, the same in every language."""

_CODE = re.compile("([A-Z])([0-9]{1,9})")


def next_code(map_data: MapData, journey: str, kind: CardKind) -> str:
    """The code after the highest of this kind in a journey."""
    letter = LETTERS[kind]
    written = (_CODE.fullmatch(card.code) for card in cards_of(map_data, journey))
    numbers = (int(code[2]) for code in written if code is not None and code[1] == letter)
    return f"{letter}{max(numbers, default=0) + 1}"


def is_given(card: Card) -> bool:
    """Whether a card's code is one that we gave to its kind, or none; otherwise somebody chose it."""
    code = _CODE.fullmatch(card.code)
    return not card.code or (code is not None and code[1] == LETTERS[card.kind])


def cards_of(map_data: MapData, journey: str) -> list[Card]:
    """All cards of a journey, lane by lane."""
    of_lane = map_data.of(Card).by("lane")
    lanes = map_data.of(Lane).by("journey").get(journey, ())
    return [card for lane in lanes for card in of_lane.get(lane.id, ())]
