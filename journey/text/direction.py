"""Direction: which parts of a text run from right to left, and in which order they are drawn (UAX 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)
from bidi.mirror import MIRRORED

T = TypeVar("T")

# The blocks of the right-to-left scripts, their presentation forms, the Arabic digits and the mark itself.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Where all of these begin. One range, for which a text is looked through in a third of the time.
_LATE = re.compile("[\u0590-\U0010ffff]")
_BRACKETS_AWAITED = 63  # the standard gives up on deeper nesting

# Which way a character counts where neutral ones take their direction from: numbers as right to left.
_SIDES = {"L": 0, "R": 1, "AL": 1, "EN": 1, "AN": 1}
_IGNORED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"))


def needs_levels(text: str) -> bool:
    """Tell whether any part of the text may run from right to left."""
    return not text.isascii() and bool(_LATE.search(text)) and bool(_RIGHT_TO_LEFT.search(text))


def embedding_levels(text: str) -> tuple[int, ...]:
    """Return the level of each character of one paragraph: even runs to the right, odd to the left."""
    base = base_level(text)
    storage = get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    entries: list[dict[str, Any]] = [
        {"ch": character, "level": base, "type": (kind := _kind(character)), "orig": kind, "index": index}
        for index, character in enumerate(text)
    ]
    storage["chars"] = entries
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], base)
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    return _filled(len(text), base, {entry["index"]: entry["level"] for entry in storage["chars"]})


def base_level(text: str) -> int:
    """Return 1 when the first strong letter of the paragraph runs from right to left, else 0."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


def visual_order(items: Sequence[T], levels: Sequence[int]) -> list[T]:
    """Return the items of one line as they stand from left to right (rule L2)."""
    order = list(range(len(items)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return list(items)
    for level in range(max(levels), min(odd) - 1, -1):
        _reverse_stretches(order, [levels[index] >= level for index in order])
    return [items[index] for index in order]


def _resolve_brackets(entries: list[dict[str, Any]], base: int) -> None:
    """Give both brackets of a pair one direction, in place (rule N0).

    python-bidi leaves it out of the only one of its two implementations that tells the levels.
    """
    sides = [_SIDES.get(entry["type"]) for entry in entries]
    for opening, closing in _bracket_pairs(entries):
        inside = {side for side in sides[opening + 1 : closing] if side is not None}
        if not inside:
            continue
        before = next((side for side in reversed(sides[:opening]) if side is not None), base)
        side = base if base in inside else before
        for place in (opening, closing):
            sides[place] = side
            entries[place]["type"] = "LR"[side]


def _bracket_pairs(entries: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, in the order in which they open (BD16)."""
    pairs: list[tuple[int, int]] = []
    awaited: list[tuple[str, int]] = []
    for place, entry in enumerate(entries):
        character = entry["ch"]
        answered = [at for at, (closing, _) in enumerate(awaited) if closing == character]
        if answered:
            pairs.append((awaited[answered[-1]][1], place))
            del awaited[answered[-1] :]
        elif character in MIRRORED and unicodedata.category(character) == "Ps":
            awaited.append((MIRRORED[character], place))
        if len(awaited) > _BRACKETS_AWAITED:
            return []
    return sorted(pairs)


def _reverse_stretches(order: list[int], high: list[bool]) -> None:
    """Reverse in place each stretch of the order whose places are marked."""
    start = 0
    for end in range(len(order) + 1):
        if end == len(order) or not high[end]:
            order[start:end] = order[start:end][::-1]
            start = end + 1


def _kind(character: str) -> str:
    """Return the bidirectional class; characters not in Unicode yet count as letters of ours."""
    kind = unicodedata.bidirectional(character)
    return "BN" if kind in _IGNORED else kind or "L"


def _filled(length: int, base: int, known: dict[int, int]) -> tuple[int, ...]:
    """Return a level for each character; invisible ones follow the character before them."""
    levels: list[int] = []
    for index in range(length):
        levels.append(known.get(index, levels[-1] if levels else base))
    return tuple(levels)
