"""The feelings of a sheet: which scale its scores are on, and the feeling a row tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from export.notices import quoted
from export.sheets.cells import number_read, score_read
from export.sheets.draft import StepDraft
from export.sheets.reading import Reading, Scale
from export.sheets.sheet import Sheet
from journey.clean import one_line
from journey.ids import new_id
from journey.model import Feeling
from journey.model.fields import TEXT_LIMIT
from resources.words import _

_SCORE = r"(?P<score>[+-]?\d+(?:[.,]\d+)?)"
_WORD = r"(?P<word>[^\W\d_]\D*?)"
_SCORE_FIRST = re.compile(rf"\(?{_SCORE}\)?(?:[:;,]|\s+[\u2013-])?\s+{_WORD}")
_SCORE_LAST = re.compile(rf"{_WORD}(?:\s*[:=(]\s*|\s(?=[+-])){_SCORE}\)?")
_LONGEST = 200

SCALES = (Scale(-2, 2), Scale(1, 5), Scale(0, 10), Scale(-3, 3), Scale(-5, 5), Scale(0, 100))


def feeling_told(cell: str) -> Told:
    """Read a feeling: a score as `score_read` does, or one beside a word: “+1 relieved”, “Hopeful (+1)”."""
    plain = cell.strip().replace("\u2212", "-")
    if (score := score_read(plain)) is not None:
        return Told(score, "", plain[:1] if plain[0] in "+-" else "")
    met = _SCORE_FIRST.fullmatch(plain) or _SCORE_LAST.fullmatch(plain) if len(plain) <= _LONGEST else None
    if met is None:
        return Told(None, "", "")
    return Told(number_read(met["score"]), met["word"].strip(), met["score"][0].strip("0123456789"))


def scale_of(sheet: Sheet) -> Scale:
    """Give the first of the usual scales that holds all scores of a sheet; our own where none does.

    A plus is only written on a scale with a middle; a number without a sign beside it tells of no scale.
    """
    read = [feeling_told(row.fields["feeling"]) for row in sheet.rows if "feeling" in row.fields]
    signed = any(told.sign == "+" for told in read)
    counted = [told.score for told in read if told.score is not None and (told.sign or not signed)]
    usual = (one for one in SCALES if one.low < 0 or not signed)
    return next((one for one in usual if all(one.low <= score <= one.high for score in counted)), SCALES[0])


def take_feeling(reading: Reading, fields: dict[str, str], step: StepDraft) -> list[str]:
    """Add the feeling of a row to its step; give what could not stand on the curve, as for a note."""
    if not fields.keys() & {"feeling", "word"}:
        return []
    told = feeling_told(fields.get("feeling", ""))
    score, word = told.score, ", ".join(filter(None, (told.word, one_line(fields.get("word", "")))))
    persona = _persona(reading, fields)
    fits = score is not None and reading.scale.low <= score <= reading.scale.high
    if not fits or score is None or len(word) > TEXT_LIMIT:
        return _in_words(reading, fields)
    feeling = Feeling(
        id=new_id(),
        journey=reading.draft.record.id,
        step=step.record.id,
        persona=persona,
        score=reading.scale.score(score),
        word=word,
    )
    met = reading.draft.feelings.setdefault((step.record.id, persona), feeling)
    same = (met.score, met.word) == (feeling.score, feeling.word)
    return [] if same else _second(reading, fields)


def _persona(reading: Reading, fields: dict[str, str]) -> str | None:
    if "persona" not in fields:
        return None
    persona = reading.people.persona(reading.title(fields["persona"])).id
    reading.draft.personas[persona] = None
    return persona


def _in_words(reading: Reading, fields: dict[str, str]) -> list[str]:
    sentence = _(
        "A feeling needs a number from -2 to 2 for its place on the curve; it was kept in a note: “{text}”"
    )
    return _remarked(reading, fields, sentence)


def _second(reading: Reading, fields: dict[str, str]) -> list[str]:
    sentence = _("The step has another feeling already; this one was kept in a note: “{text}”")
    return _remarked(reading, fields, sentence)


def _remarked(reading: Reading, fields: dict[str, str], sentence: str) -> list[str]:
    """The cells of a feeling in words, for the note; they are told in the sentence."""
    headings = reading.sheet.headings
    told = [f"{headings[name]}: {fields[name]}" for name in ("feeling", "word") if name in fields]
    reading.remarks.say(sentence.format(text=quoted("; ".join(told))))
    return told


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell tells of a feeling: its score, None where it has none, the word beside it, and the sign."""

    score: float | None
    word: str
    sign: str
