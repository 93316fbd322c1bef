"""Clusters: which characters a reader sees as one and which are therefore never parted.

A simple form of the extended grapheme clusters of Unicode's Annex 29, with the conjuncts of Indic scripts.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

_JOINER = "\u200d"
_VIRAMA = 9  # canonical combining class of the signs that tie two Indic consonants together
_THAI_LAO_AM = "\u0e33\u0eb3"


def clusters(text: str) -> list[str]:
    """Return the text cut into clusters; joined they give the text again."""
    return [text[start:end] for start, end in pairwise([*cluster_starts(text), len(text)])]


def cluster_starts(text: str) -> list[int]:
    """Return the index at which each cluster of the text starts."""
    if text.isascii():
        return list(range(len(text)))
    starts: list[int] = []
    flags = 0
    for index, character in enumerate(text):
        flags = flags + 1 if _is_flag_letter(character) else 0
        previous = text[index - 1] if index else ""
        if not previous or not (_goes_with(previous, character) or (flags and flags % 2 == 0)):
            starts.append(index)
    return starts


def _goes_with(previous: str, character: str) -> bool:
    """Tell whether the character belongs to the cluster of the one before it."""
    if previous in " \n":
        return False
    if _extends(character):
        return True
    if previous == _JOINER:
        return not character.isascii()
    if unicodedata.combining(previous) == _VIRAMA:
        return unicodedata.category(character) == "Lo"
    return _same_syllable(previous, character)


def _extends(character: str) -> bool:
    """Tell whether the character never stands alone: a mark, a joiner, a skin tone, a tag of a flag."""
    if character.isascii():
        return False
    code = ord(character)
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character in "\u200c\u200d"
        or character in _THAI_LAO_AM
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def _same_syllable(previous: str, character: str) -> bool:
    """Tell whether two Korean letters, not composed, are of one syllable."""
    before, after = ord(previous), ord(character)
    if 0x1100 <= before <= 0x115F:
        return 0x1100 <= after <= 0x11A7 or 0xAC00 <= after <= 0xD7A3
    if 0x1160 <= before <= 0x11A7 or 0xAC00 <= before <= 0xD7A3:
        return 0x1160 <= after <= 0x11FF
    return 0x11A8 <= before <= 0x11FF and 0x11A8 <= after <= 0x11FF


def _is_flag_letter(character: str) -> bool:
    """Tell whether the character is one of the letters that make a flag in pairs."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"
