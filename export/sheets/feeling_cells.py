"""The feelings of a sheet: which scale its scores are on, and the feeling a row tells of."""

from __future__ import annotations

from export.notices import quoted
from export.sheets.cells import score_read
from export.sheets.draft import StepDraft
from export.sheets.reading import Reading, Scale
from export.sheets.sheet import Sheet
from journey.clean import one_line
from journey.ids import new_id
from journey.model import Feeling
from journey.model.fields import TEXT_LIMIT
from resources.words import _

SCALES = (Scale(-2, 2), Scale(1, 5), Scale(0, 10), Scale(-3, 3), Scale(-5, 5), Scale(0, 100))


def scale_of(sheet: Sheet) -> Scale:
    """Give the first of the usual scales that holds all scores of a sheet; our own where none does."""
    read = (score_read(row.fields["feeling"]) for row in sheet.rows if "feeling" in row.fields)
    scores = [score for score in read if score is not None]
    fits = (one for one in SCALES if all(one.low <= score <= one.high for score in scores))
    return next(fits, SCALES[0])


def take_feeling(reading: Reading, fields: dict[str, str], step: StepDraft) -> list[str]:
    """Add the feeling of a row to its step; give what could not stand on the curve, as for a note."""
    if not fields.keys() & {"feeling", "word"}:
        return []
    told, word = fields.get("feeling", ""), one_line(fields.get("word", ""))
    score = score_read(told)
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
