"""The short codes printed on cards: a letter for the kind and a number, T14 for the 14th touchpoint."""

from __future__ import annotations

from journey.model import CARDS_OF_LANE, Card, CardKind, Lane, MapData

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

_DIGITS = 9


def next_code(map_data: MapData, journey: str, kind: CardKind) -> str:
    """The code after the highest of this kind in a journey, and one that no other card has."""
    letter, of_lane = LETTERS[kind], map_data.of(Card).by("lane")
    # Only its own lanes are searched: a large map has thousands of cards, and people type fast.
    lanes = [lane for lane in map_data.grid(journey).lanes if kind in CARDS_OF_LANE[lane.kind]]
    codes = (card.code for lane in lanes for card in of_lane.get(lane.id, ()))
    number = 1 + max((_number(code, letter) for code in codes if code.startswith(letter)), default=0)
    while with_code(map_data, journey, f"{letter}{number}"):
        number += 1
    return f"{letter}{number}"


def with_code(map_data: MapData, journey: str, code: str) -> list[Card]:
    """The cards of a journey that have this code."""
    lanes = map_data.of(Lane)
    same = map_data.of(Card).by("code").get(code, ())
    return [card for card in same if lanes[card.lane].journey == journey]


def is_given(card: Card) -> bool:
    """Whether a card's code is one that we gave to its kind, or none; otherwise somebody chose it."""
    return not card.code or _number(card.code, LETTERS[card.kind]) > 0


def cards_of(map_data: MapData, journey: str) -> list[Card]:
    """All cards of a journey, lane by lane."""
    of_lane = map_data.of(Card).by("lane")
    lanes = map_data.grid(journey).lanes
    return [card for lane in lanes for card in of_lane.get(lane.id, ())]


def _number(code: str, letter: str) -> int:
    """The number after the letter; 0 for a code that is not ours."""
    digits = code[1:]
    ours = code[:1] == letter and digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS
    return int(digits) if ours else 0
