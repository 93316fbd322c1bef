"""A measure as it is written on one line, “NPS 12 goal 40”: its name, its value and its goal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journey.clean import one_line
from journey.layout.numbers import amount
from journey.model import Measure, MeasureKind
from resources.words import _, spoken

_DIGITS = r"\d{1,3}(?:[\s.,]\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?"
_NUMBER = rf"[+\-−–]?(?:{_DIGITS})"
_UNIT = r"%|min\b\.?|minut\w*|kr\b\.?|nok\b|sek\b|dkk\b|eur\b|usd\b|€|\$"
_GOAL = re.compile(
    rf"(?P<rest>.*?)\s*[,;:(/]?\s*\b(?:goal|target|målet|mål)\b\s*[:=]?\s*(?P<number>{_NUMBER})\s*"
    rf"(?P<unit>{_UNIT})?\s*\)?",
    re.IGNORECASE,
)
_VALUE = re.compile(
    rf"(?P<rest>.*?)(?:(?P<sign>(?<!\d)\s*[:=]\s*|:\s+|\s*=\s*)|\s+)(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
"""A colon between digits is one of a time or a share: “1:30”."""
_JOINED = re.compile(
    r"[\d\-−–+/:~<>≤≥]$|\b(?:to|til|till|or|eller|of|av|af|and|og|och|in|within|under|over|after|before|than|"
    r"innen|inom|inden|over|över|etter|efter|før|före|enn|än|end|på|i|max|maks|top|topp|step|steg|trin|phase|fase)$",
    re.IGNORECASE,
)
"""What makes the number after it part of a range or of a name: “5 – 10 min”, “within 5 min”, “step 3”."""
_SCALE = re.compile(r"\b(?:nps|csat|ces)$", re.IGNORECASE)
"""A name that says that a number right after it is its value."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGES: dict[MeasureKind, tuple[float, float]] = {
    MeasureKind.NPS: (-100, 100),
    MeasureKind.CSAT: (0, 100),
    MeasureKind.CES: (0, 100),
    MeasureKind.PERCENT: (-1000, 1000),
    MeasureKind.MINUTES: (0, float("inf")),
}
"""From where to where a number of a kind can be, on whichever scale it is asked."""
_SMALL = (MeasureKind.NPS, MeasureKind.CSAT, MeasureKind.CES, MeasureKind.PERCENT)
"""Kinds of which nobody has thousands: “4.125” has decimals."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was written of a measure; None where no number was."""

    name: str
    kind: MeasureKind
    value: float | None = None
    goal: float | None = None


def measure_told(text: str) -> Told:
    """What a line of text says of a measure.

    A number is its value where a goal, a unit or a colon follows or goes before, or it comes right after the
    name of a known scale. What is not surely a value belongs to the name: “Top 10”, “Wait 5 – 10 min”,
    “NPS 2024”.
    """
    line = one_line(text)
    aimed = _parted(_GOAL, line)
    rest = aimed["rest"] if aimed else line
    valued = _parted(_VALUE, rest)
    if valued is not None and not _is_value(valued, aimed is not None):
        valued = None
    name = (valued["rest"] if valued else rest).strip()
    unit = next((one["unit"] for one in (valued, aimed) if one and one["unit"]), "")
    kind = _kind_of(name, unit)
    return Told(name, kind, _number(valued, kind), _number(aimed, kind))


def told_words(measure: Measure) -> str:
    """How the line was understood, for the status line; empty where it was a name alone."""
    language = spoken()
    value = "" if measure.value is None else amount(measure.value, measure.kind, language)
    goal = "" if measure.goal is None else amount(measure.goal, measure.kind, language)
    if value and goal:
        return _("Read as “{name}”: {value}, goal {goal}").format(name=measure.name, value=value, goal=goal)
    if value:
        return _("Read as “{name}”: {value}").format(name=measure.name, value=value)
    return _("Read as “{name}”: goal {goal}").format(name=measure.name, goal=goal) if goal else ""


def _parted(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The line in a name and a number, if it has both and the number can be one of its kind."""
    found = pattern.fullmatch(line)
    if found is None or not found["rest"].strip():
        return None
    kind = _kind_of(found["rest"], found["unit"] or "")
    low, high = _RANGES.get(kind, (-float("inf"), float("inf")))
    return found if low <= (_number(found, kind) or 0) <= high else None


def _is_value(found: re.Match[str], aimed: bool) -> bool:
    """Whether a number is surely a value; ``aimed``: a goal follows it."""
    rest = found["rest"].strip()
    if found["sign"]:
        return True
    if _JOINED.search(rest):
        return False
    bare_year = found["unit"] is None and _YEAR.fullmatch(found["number"])
    return bool(found["unit"] or _SCALE.search(rest) or (aimed and not bare_year))


def _kind_of(name: str, unit: str) -> MeasureKind:
    """What sort of number a measure of this name and unit most likely is."""
    low = unit.casefold()
    if low == "%" or "%" in name:
        return MeasureKind.PERCENT
    if low:
        return MeasureKind.MINUTES if low.startswith("min") else MeasureKind.MONEY
    named = (kind for kind in MeasureKind if re.search(rf"\b{kind}\b", name, re.IGNORECASE))
    return next(named, MeasureKind.COUNT)


def _number(found: re.Match[str] | None, kind: MeasureKind) -> float | None:
    if found is None:
        return None
    bare = re.sub(r"\s", "", found["number"]).replace("−", "-").replace("–", "-")
    parts = re.fullmatch(r"[+-]?[1-9]\d{0,2}((?:[.,]\d{3})+)", bare)
    if parts and (kind not in _SMALL or len(parts[1]) > len(".000")):
        bare = bare.replace(".", "").replace(",", "")
    return float(bare.replace(",", "."))
