"""Break points: where a word may be parted when a line ends, by how much a reader would mind."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import pyphen

_LETTER = r"[^\W\d_]"

# Scripts written without spaces: ideographs, kana and their marks. Korean parts its words by spaces.
_IDEOGRAPHS = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KANA = r"\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_CLOSING = (
    r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b"
    r"\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
)
_OPENING = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b"
_UNSPACED = f"[{_IDEOGRAPHS}{_KANA}]"

# What never starts a line: closing and iteration marks, small kana, marks that sit on the letter before.
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
_NOT_AT_START = rf"[{_CLOSING}{_SMALL_KANA}!%),.:;?\]}}»’”…・ー〻々\u0300-\u036f\u3099\u309a\ufe00-\ufe0f]"
_NOT_AT_END = rf"[{_OPENING}(\[{{«‘“]"
_OTHER_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"

# After a hyphen between two words of at least two letters each (not in "e-post", "-5" or "2024-05-01");
# after a dash or a slash that is not between two digits; after spaces other than " "; beside each character
# of a script written without spaces.
_SOFT = re.compile(
    rf"(?<={_LETTER}{{2}}[-\u2010])(?={_LETTER}{{2}})"
    rf"|(?<={_LETTER}[–—/])(?=\w)|(?<=\w[–—/])(?={_LETTER})"
    rf"|(?<=[{_OTHER_SPACES}])"
    rf"|(?:(?<={_UNSPACED})|(?<=[{_CLOSING}])|(?={_UNSPACED}))(?<!{_NOT_AT_END})(?!{_NOT_AT_START})"
)
_LETTERS = re.compile(rf"{_LETTER}{{5,}}")

# Words of these letters alone, which most are, have no place to be parted.
_LAST_LATIN = "\u024f"

# Addresses and names of files: a hyphen put into one would be read as part of it.
_NO_HYPHENS = re.compile(r"[@_\\]|://|\w\.\w")

# Norwegian without a form is nearly always bokmål.
_SAME_AS = {"no": "nb"}


@lru_cache(maxsize=20_000)
def soft_breaks(text: str) -> tuple[int, ...]:
    """Return where the word may be parted as it is written, in rising order; never at its ends."""
    if text.isalpha() and max(text) <= _LAST_LATIN:
        return ()
    return tuple([place for match in _SOFT.finditer(text) if 0 < (place := match.start()) < len(text)])


def visible_end(text: str, place: int) -> int:
    """Return the end of what is seen of a word that is parted there: spaces before a break vanish."""
    return place if place == len(text) else len(text[:place].rstrip(_OTHER_SPACES))


@lru_cache(maxsize=2_000)
def hyphenation(text: str, language: str) -> tuple[int, ...]:
    """Return where the word may be parted with a hyphen; nowhere in a language we have no patterns for."""
    patterns = _patterns(language)
    if patterns is None or _NO_HYPHENS.search(text):
        return ()
    return tuple(
        match.start() + int(place)
        for match in _LETTERS.finditer(text)
        for place in patterns.positions(match.group())
        if not place.data  # the spelling would change with the hyphen
    )


@cache
def _patterns(language: str) -> Any:
    """Return pyphen's patterns for a BCP 47 tag, those of its nearest relation, or None."""
    first, *rest = language.replace("-", "_").split("_")
    tag = "_".join([_SAME_AS.get(first.lower(), first.lower()), *rest])
    name = pyphen.language_fallback(tag)
    return pyphen.Pyphen(lang=name) if name else None
