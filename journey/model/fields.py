"""What each field of a record may hold: its type, its range, its length."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from journey.clean import is_clean
from journey.model.naming import field_word, sort_head
from journey.model.records import Record
from journey.model.refused import Refused
from journey.model.shapes import SHAPE_OF, SHAPES, Shape
from journey.rank import is_rank
from resources.words import _

TEXT_LIMIT = 2_000
"""Characters a card, a title or a name may have."""
LONG_TEXT_LIMIT = 20_000
"""Characters a description may have: the fields in LONG_FIELDS."""
ASSET_LIMIT = 16_000_000
"""Bytes one picture may have."""
PICTURES_LIMIT = 400_000_000
"""Bytes all the pictures of a map may have together."""
RECORD_LIMIT = 200_000
"""Stages, steps, cards and all that belongs to them, that a map may have together."""
NUMBER_LIMIT = 1e12

LONG_FIELDS = frozenset(
    {"agenda", "background", "comment", "motives", "needs", "note", "notes", "says", "traits"}
)
_BOUNDS: dict[str, tuple[float, float]] = {
    "span": (1, 10_000),
    "severity": (0, 3),
    "value": (0, 5),
    "effort": (0, 5),
    "score": (-2, 2),
    "minutes": (0, 1e9),
    "wait_minutes": (0, 1e9),
    "answers": (0, 1e9),
    "people": (0, 1e9),
    "dots": (0, 1_000),
    "width": (1, 100_000),
    "height": (1, 100_000),
}
_FREE_NUMBERS = frozenset({("measure", "value")})
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")

Check = Callable[[Any], str | None]


def check_fields(record: Record) -> None:
    """Raise Refused, with a sentence, if a field holds what it may not."""
    for name, check in _CHECKS[type(record)]:
        if (wrong := check(getattr(record, name))) is not None:
            sentence = _("{sort}, “{field}”: {wrong}")
            sort = sort_head(SHAPE_OF[type(record)].name)
            raise Refused(sentence.format(sort=sort, field=field_word(name), wrong=wrong))


def bounds_of(sort: str, field: str) -> tuple[float, float]:
    """The least and the greatest number a field of a sort of record may hold."""
    widest = (-NUMBER_LIMIT, NUMBER_LIMIT)
    return widest if (sort, field) in _FREE_NUMBERS else _BOUNDS.get(field, widest)


def _checks(shape: Shape) -> tuple[tuple[str, Check], ...]:
    hints = get_type_hints(shape.record)
    return tuple((f.name, _check_of(shape.name, f.name, hints[f.name])) for f in fields(shape.record))


def _check_of(sort: str, name: str, hint: Any) -> Check:
    options = [one for one in get_args(hint) if one is not type(None)] if get_args(hint) else [hint]
    check = _plain_check(sort, name, options[0])
    if type(None) in get_args(hint):
        return lambda value: None if value is None else check(value)
    return check


def _plain_check(sort: str, name: str, hint: Any) -> Check:
    if name == "tags":
        return _tags
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value: None if isinstance(value, hint) else _("this word is not known here")
    if hint is bool:
        return lambda value: None if isinstance(value, bool) else _("this is either yes or no")
    if hint is bytes:
        return _picture_bytes
    if hint in (int, float):
        low, high = bounds_of(sort, name)
        return lambda value: _number(value, hint, low, high)
    return _SPECIAL.get(name, _text_check(name))


def _text_check(name: str) -> Check:
    limit = LONG_TEXT_LIMIT if name in LONG_FIELDS else TEXT_LIMIT
    return lambda value: _text(value, limit)


def _text(value: Any, limit: int) -> str | None:
    if not isinstance(value, str):
        return _("this must be text")
    if len(value) > limit:
        return _("{length} characters are too many; there is room for {limit}").format(
            length=len(value), limit=limit
        )
    return None if is_clean(value) else _("the text holds characters that cannot be shown")


def _id(value: Any) -> str | None:
    fits = isinstance(value, str) and 0 < len(value) <= 64 and value.isprintable() and value == value.strip()
    return None if fits else _("this is no id")


def _tags(value: Any) -> str | None:
    if not isinstance(value, tuple):
        return _("tags are a list of words")
    return next((wrong for tag in value if (wrong := _text(tag, 100))), None)


def _rank(value: Any) -> str | None:
    return None if isinstance(value, str) and is_rank(value) else _("this is no place in an order")


def _colour(value: Any) -> str | None:
    fits = isinstance(value, str) and _COLOUR.fullmatch(value)
    return None if fits else _("a colour is written #RRGGBB")


def _day(value: Any) -> str | None:
    if value == "":
        return None
    try:
        # fromisoformat takes other spellings too, which would not sort
        fits = date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        fits = False
    return None if fits else _("a day is written year-month-day: 2026-03-01")


def _picture_bytes(value: Any) -> str | None:
    if not isinstance(value, bytes):
        return _("a picture is made of bytes")
    return None if len(value) <= ASSET_LIMIT else _("the picture is too large")


def _number(value: Any, sort: type, low: float, high: float) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not (whole or (sort is float and isinstance(value, float) and math.isfinite(value))):
        return _("this must be a whole number") if sort is int else _("this must be a number")
    if low <= value <= high:
        return None
    sentence = _("{value} does not lie between {low} and {high}")
    return sentence.format(value=value, low=f"{low:g}", high=f"{high:g}")


_SPECIAL: dict[str, Check] = {"rank": _rank, "colour": _colour, "date": _day, "due": _day, "id": _id}
_CHECKS = {shape.record: _checks(shape) for shape in SHAPES}
