"""A feeling as one line of text: "+2 relieved"; and such a line as a feeling."""

from __future__ import annotations

import re

from journey import edits
from journey.edits import feeling_at
from journey.layout.numbers import number
from journey.model import Change, Feeling, MapData, Refused
from resources.words import _, spoken

_TOLD = re.compile(r"\s*([+\-−–]?\s*\d+(?:[.,]\d+)?)?\s*(.*)", re.DOTALL)


def feeling_of(m: MapData, journey: str, step: str, persona: str | None) -> Feeling | None:
    """What a persona feels at a step, or else what the customer as such does."""
    return feeling_at(m, journey, step, persona) or feeling_at(m, journey, step, None)


def feeling_text(feeling: Feeling) -> str:
    """The score with its sign, then the word."""
    sign = "+" if feeling.score > 0 else ""
    return f"{sign}{number(feeling.score, spoken())} {feeling.word}".strip()


def felt(m: MapData, journey: str, step: str, persona: str | None, text: str) -> Change:
    """The edit that a line of text means; an empty one clears the feeling. Refused beyond -2 and +2."""
    present = feeling_at(m, journey, step, persona)
    if not text.strip():
        return edits.clear_feeling(m, journey, step, persona)
    told = _TOLD.fullmatch(text)
    if told is None:
        raise Refused(_("A feeling is written as a number from -2 to +2 and a word."))
    score, word = told.groups()
    if score is None:
        value = present.score if present else 0.0
    else:
        value = float(re.sub(r"\s", "", score).replace("−", "-").replace("–", "-").replace(",", "."))
    return edits.set_feeling(m, journey, step, value, persona, word=word)
