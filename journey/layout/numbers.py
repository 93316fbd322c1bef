"""Numbers in words: measures, minutes and money as people of a language write them."""

from __future__ import annotations

from journey.drawing import Colour
from journey.model import Measure, MeasureKind
from resources.words import _, _n

_MINUS = "\u2212"
_NARROW = "\u202f"
_UNBROKEN = "\u00a0"


def number(value: float, language: str, decimals: int = 1) -> str:
    """A number with at most some decimals: a comma in the Nordic languages, a point in English."""
    text = f"{abs(value):,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if language.split("-")[0] != "en":
        text = text.replace(",", _NARROW).replace(".", ",")
    return (_MINUS if value < 0 and text.strip("0,.") else "") + text


def signed(value: float, language: str) -> str:
    """A number with its sign before it, as a feeling has it: "+1.5", "−2", "0"."""
    text = number(value, language)
    return f"+{text}" if value > 0 else text


def amount(value: float, kind: MeasureKind, language: str) -> str:
    """A measure's number with its unit; an NPS always shows its sign."""
    if kind is MeasureKind.NPS:
        return signed(value, language)
    text = number(value, language)
    if kind is MeasureKind.PERCENT:
        return f"{text}{_UNBROKEN}%" if language.split("-")[0] != "en" else f"{text}%"
    return _("{minutes} min").format(minutes=text) if kind is MeasureKind.MINUTES else text


def spoken_measure(measure: Measure, language: str) -> tuple[str, Colour]:
    """A measure as "NPS −44", and its colour: red where it misses its goal or is a negative NPS."""
    if measure.value is None:
        return measure.name, "muted"
    missed = misses_goal(measure)
    return f"{measure.name} {amount(measure.value, measure.kind, language)}", (
        "pain_point.accent" if missed else "touchpoint.accent"
    )


def misses_goal(measure: Measure) -> bool:
    """Whether a measure is on the wrong side of its goal; without a goal, whether an NPS is negative.

    Counts, minutes and money are better when lower; the others, CES 2.0 among them, when higher.
    """
    if measure.value is None:
        return False
    if measure.goal is None:
        return measure.kind is MeasureKind.NPS and measure.value < 0
    lower_is_better = measure.kind in (MeasureKind.COUNT, MeasureKind.MINUTES, MeasureKind.MONEY)
    return measure.value > measure.goal if lower_is_better else measure.value < measure.goal


def duration(minutes: float, language: str) -> str:
    """How long something takes, in the largest unit that says it well: weeks, days, hours or minutes."""
    if minutes < 60:
        return _("{minutes} min").format(minutes=number(minutes, language))
    size = next(size for size in (14 * 1440, 1440, 60) if minutes >= size)
    count = minutes / (7 * 1440 if size > 1440 else size)
    text = number(count, language, 0 if count >= 10 else 1)
    one = 1 if text == "1" else 2
    if size > 1440:
        return _n("{n} week", "{n} weeks", one).format(n=text)
    if size == 1440:
        return _n("{n} day", "{n} days", one).format(n=text)
    return _n("{n} hour", "{n} hours", one).format(n=text)
