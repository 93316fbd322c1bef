"""Words of a map quoted in a sentence: cut at a word where they are long, their own marks made single."""

from __future__ import annotations

import re

from resources.words import _, in_quotes

NAME_LIMIT = 40
"""Characters of a name among other words; a longer text ends in an ellipsis."""
LONG_NAME = 80
"""Characters of a name that is nearly the whole sentence."""
_OPENING_QUOTE = re.compile(r'(?<![^\s(])["“”„«»](?=\S)')
_QUOTE = re.compile('["“”„«»]')
_ONE_QUOTATION = re.compile('["“”„«»][^"“”„«»]+["“”„«»]')


def quoted(text: str, limit: int = NAME_LIMIT) -> str:
    """The beginning of a text's first line in quotation marks, its own made single; empty for no text."""
    return in_quotes(_with_single_quotes(short(text, limit))) if text.strip() else ""


def _with_single_quotes(text: str) -> str:
    """A text that is going to stand in quotation marks, with those it has itself made single.

    By their places: the Nordic languages open with marks that close elsewhere. One whose end was cut
    off is closed; a text that is one quotation from end to end needs no second marks.
    """
    if _ONE_QUOTATION.fullmatch(text):
        return text[1:-1]
    opening, closing = _("‘{text}’").split("{text}")
    end = closing if len(_QUOTE.findall(text)) % 2 and text.endswith("…") else ""
    return _QUOTE.sub(closing, _OPENING_QUOTE.sub(opening, text)) + end


def short(text: str, limit: int = NAME_LIMIT) -> str:
    """The first line of a text, cut at a word where it is too long for a sentence."""
    line = text.strip().splitlines()[0]
    if len(line) <= limit:
        return line
    cut = line[:limit]
    at_a_word = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return at_a_word.rstrip(" ,.;:") + "…"
