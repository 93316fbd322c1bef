"""How one cell of a sheet holds a text, a number or a list, and how it is read back.

A text that begins with = + - @ or a line break is written with an apostrophe before it, so that no
spreadsheet takes it for a formula; reading takes one such apostrophe off, so nothing is lost. Items of a
list stand apart by “; ”, parts of an item by “ | ”; a backslash before a mark makes it plain text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from journey.model.fields import bounds_of

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile("''*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_SHORT = 60
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_CURRENCY = re.compile(r"(kr\.?|nok|sek|dkk|eur|usd|gbp|[€$£]|,-)$", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\u00a0\u202f']")
_SIGNS = {"++": 2.0, "+": 1.0, "+-": 0.0, "\u00b1": 0.0, "-": -1.0, "--": -2.0}
_FACES = {
    "😀": 2.0,
    "😃": 2.0,
    "😄": 2.0,
    "🙂": 1.0,
    "😊": 1.0,
    "😐": 0.0,
    "🙁": -1.0,
    "😟": -1.0,
    "😡": -2.0,
    "😢": -2.0,
}
_HOUR, _DAY, _WEEK = 60.0, 1440.0, 10080.0
_UNITS = (
    dict.fromkeys(
        ("", "m", "min", "mins", "minute", "minutes", "minutt", "minutter", "minut", "minuter"), 1.0
    )
    | dict.fromkeys(("h", "t", "tim", "hour", "hours", "time", "timer", "timme", "timmar"), _HOUR)
    | dict.fromkeys(("d", "day", "days", "dag", "dager", "dagar", "dage", "døgn", "dygn"), _DAY)
    | dict.fromkeys(("w", "week", "weeks", "uke", "uker", "vecka", "veckor", "uge", "uger"), _WEEK)
)

ITEMS, PARTS, TAGS = ";\n", "|", ";,\n"


def harmless(text: str) -> str:
    """Give a text as it can stand in a cell without being taken for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restored(cell: str) -> str:
    """Give the text of a cell that `harmless` wrote, or anybody."""
    return cell[1:] if _GUARDED.match(cell) else cell


def number_written(value: float | None, decimal: str) -> str:
    """Write a number so that reading it gives the same; nothing for None."""
    if value is None:
        return ""
    plain = str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return plain.replace(".", decimal)


def number_read(cell: str) -> float | None:
    """Read a number with a comma or a point, blanks between thousands, a sign, a per cent sign; or None."""
    if len(cell) > _SHORT:
        return None
    plain = _BLANKS.sub("", cell).replace("\u2212", "-").removesuffix("%")
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        plain = plain.replace("." if comma > point else ",", "")
    plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        return None
    value = float(plain)
    return value if math.isfinite(value) else None


def score_read(cell: str) -> float | None:
    """Read a feeling: a number as it stands, “++” to “--”, or a face; None where it is a word."""
    sign = cell.strip().replace("\u2212", "-").replace("\ufe0f", "")
    return _SIGNS.get(sign, _FACES.get(sign, number_read(cell)))


def packed(items: Iterable[str], marks: str = ITEMS) -> str:
    """Write a list into one cell; `unpacked` with the same marks gives it back."""
    between = f"{marks[0]} " if marks != PARTS else f" {marks} "
    return between.join(_escaped(item, marks) for item in items)


def _escaped(text: str, marks: str) -> str:
    return "".join(f"\\{letter}" if letter in marks or letter == "\\" else letter for letter in text)


def unpacked(cell: str, marks: str = ITEMS) -> list[str]:
    """Read the items of a list, trimmed, without the empty ones."""
    return [item for item in parts(cell, marks) if item]


def parts(cell: str, marks: str = PARTS) -> list[str]:
    """Read the parts between marks, trimmed, also the empty ones."""
    found, letters, plain = list[str](), iter(cell), list[str]()
    for letter in letters:
        if letter == "\\":
            following = next(letters, "")
            known = following and following in f"{marks}\\"
            plain.append(following if known else letter + following)
        elif letter in marks:
            found.append("".join(plain).strip())
            plain = []
        else:
            plain.append(letter)
    return [*found, "".join(plain).strip()]


def minutes_read(cell: str) -> float | None:
    """Read a length of time in minutes: “30”, “30 min”, “2 t”, “1,5 h”, “3 dager”; or None."""
    unit = re.search(r"[^\W\d_]*\.?$", cell[-_SHORT:])
    word = unit.group() if unit else ""
    amount, factor = number_read(cell.removesuffix(word)), _UNITS.get(word.casefold().rstrip("."))
    return None if amount is None or factor is None else amount * factor


def money_read(cell: str) -> float | None:
    """Read an amount of money, whatever the currency written at its end; or None."""
    return number_read(_CURRENCY.sub("", cell)) if len(cell) < _SHORT else None


def whole_read(cell: str, sort: str, field: str) -> int | None:
    """Read a whole number that a field of this sort of record may hold; or None."""
    value = within(sort, field, number_read(cell))
    return int(value) if value is not None and value == int(value) else None


def within(sort: str, field: str, value: float | None) -> float | None:
    """Give the value if a field of this sort of record may hold it; else None."""
    low, high = bounds_of(sort, field)
    return value if value is not None and low <= value <= high else None
