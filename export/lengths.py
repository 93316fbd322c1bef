"""Lengths and sizes as people type them: with a decimal point or a decimal comma, and a unit or none."""

from __future__ import annotations

import math
import re

UNITS = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4}
"""Millimetres in each unit that may be typed."""
_MOST = 1_000_000.0
"""The longest that anything here can be: a kilometre."""
_LENGTH, _UNIT = r"(\d+(?:[.,]\d+)?)", rf"({'|'.join(UNITS)})?"
_ONE = re.compile(_LENGTH + _UNIT)
_TWO = re.compile(rf"{_LENGTH}[x×]{_LENGTH}{_UNIT}")


def length_typed(text: str, usual: str = "mm") -> float | None:
    """A length in mm, in the ``usual`` unit where none is typed; None for what is no length."""
    typed = _ONE.fullmatch(_bare(text))
    length = _millimetres(typed[1], typed[2] or usual) if typed is not None else math.inf
    return length if length <= _MOST else None


def size_typed(text: str, usual: str = "mm") -> tuple[float, float] | None:
    """A width and a height in mm, as of “420x297mm”; None for what is no size, as what has no breadth."""
    typed = _TWO.fullmatch(_bare(text))
    if typed is None:
        return None
    width, height = (_millimetres(side, typed[3] or usual) for side in (typed[1], typed[2]))
    return (width, height) if min(width, height) > 0 and max(width, height) <= _MOST else None


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _millimetres(number: str, unit: str) -> float:
    return round(float(number.replace(",", ".")) * UNITS[unit], 3)
