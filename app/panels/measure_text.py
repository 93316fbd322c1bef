"""A measure as it is written on one line, “NPS 12 goal 40”: its name, its value and its goal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journey.clean import one_line
from journey.layout.numbers import amount
from journey.model import Measure, MeasureKind
from resources.words import _, spoken

_NUMBER = r"[+\-−–]?\s?\d{1,3}(?:[\s.,]\d{3})+(?![\d.,])|[+\-−–]?\s?\d+(?:[.,]\d+)?"
_UNIT = r"%|min\b\.?|minut\w*|kr\b\.?|nok\b|sek\b|dkk\b|eur\b|usd\b|€|\$"
_GOAL = re.compile(
    rf"(?P<rest>.*?)\s*[,;(/]?\s*\b(?:goal|target|målet|mål)\b\s*[:=]?\s*(?P<number>{_NUMBER})\s*"
    rf"(?P<unit>{_UNIT})?\s*\)?",
    re.IGNORECASE,
)
_VALUE = re.compile(
    rf"(?P<rest>.*?)(?:\s*(?P<sign>[:=])\s*|\s+)(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.IGNORECASE
)
_SCALES = (MeasureKind.NPS, MeasureKind.CSAT, MeasureKind.CES)
"""Measures whose name says that a number after it is their value."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was written of a measure; None where no number was."""

    name: str
    kind: MeasureKind
    value: float | None = None
    goal: float | None = None


def measure_told(text: str) -> Told:
    """What a line of text says of a measure.

    A number is its value where a goal, a unit or a colon follows or goes before, or the name is that of a
    known scale; a bare number belongs to the name: “Top 10”.
    """
    line = one_line(text)
    aimed = _parted(_GOAL, line)
    rest = aimed["rest"] if aimed else line
    valued = _parted(_VALUE, rest)
    if valued is not None and not (aimed or _is_value(valued)):
        valued = None
    name = (valued["rest"] if valued else rest).strip()
    unit = next((one["unit"] for one in (valued, aimed) if one and one["unit"]), "")
    return Told(name, _kind_of(name, unit), _number(valued), _number(aimed))


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
    """The line in a name and a number, if it has both."""
    found = pattern.fullmatch(line)
    return found if found is not None and found["rest"].strip() else None


def _is_value(found: re.Match[str]) -> bool:
    scale = any(str(kind).casefold() in found["rest"].casefold() for kind in _SCALES)
    return scale or bool(found["sign"] or found["unit"])


def _kind_of(name: str, unit: str) -> MeasureKind:
    """What sort of number a measure of this name and unit most likely is."""
    low = unit.casefold()
    if low == "%" or "%" in name:
        return MeasureKind.PERCENT
    if low:
        return MeasureKind.MINUTES if low.startswith("min") else MeasureKind.MONEY
    named = (kind for kind in MeasureKind if str(kind).casefold() in name.casefold())
    return next(named, MeasureKind.COUNT)


def _number(found: re.Match[str] | None) -> float | None:
    if found is None:
        return None
    bare = re.sub(r"\s", "", found["number"]).replace("−", "-").replace("–", "-")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+", bare):
        bare = bare.replace(".", "").replace(",", "")
    return float(bare.replace(",", "."))
