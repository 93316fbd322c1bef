"""Order among siblings: a text between its neighbours, so that a move rewrites one record.

After David Greenspan, "Implementing Fractional Indexing" (2020): ranks are read as fractions
written in base 62, so there is always another one in between.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)


def is_rank(text: str) -> bool:
    """Whether a text can stand as a rank: base-62 digits, the last of them not zero."""
    return bool(text) and all(letter in _VALUE for letter in text) and text[-1] != _DIGITS[0]


def between(before: str | None, after: str | None) -> str:
    """A rank that sorts after ``before`` and before ``after`` (None: the open end).

    Raises ValueError if ``before`` does not sort before ``after``.
    """
    low, high = before or "", after
    if high is not None and low >= high:
        raise ValueError(f"no rank fits between {low!r} and {high!r}")
    return _middle(low, high)


def _middle(low: str, high: str | None) -> str:
    kept = ""
    while True:
        place = len(kept)
        floor = _VALUE[low[place]] if place < len(low) else 0
        ceiling = _VALUE[high[place]] if high is not None and place < len(high) else _BASE
        if floor == ceiling:
            kept += _DIGITS[floor]
            continue
        # A small stride after an open end keeps ranks short: appending adds a digit in thirty times.
        step = 1 if high is None and place < len(low) else (ceiling - floor) // 2
        if floor + step < ceiling and step:
            return kept + _DIGITS[floor + step]
        kept += _DIGITS[floor]
        high = None


def spread(count: int, before: str | None = None, after: str | None = None) -> list[str]:
    """``count`` ranks in order between two neighbours, as short as halving makes them."""
    if count == 0:
        return []
    middle = between(before, after)
    left = (count - 1) // 2
    return [*spread(left, before, middle), middle, *spread(count - left - 1, middle, after)]
