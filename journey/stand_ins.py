"""What stands for names in texts: each found as a word, the longest first, all of them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from journey.model import SHAPE_OF, SHAPES, Record

R = TypeVar("R", bound=Record)

_NO_TEXTS = frozenset({"id", "rank", "colour", "language", "date", "due", "media_type", "code"})
_NAME = r"(?<!\w)(?:{names})(?=s?(?!\w))"
"""A name within a text: it ends before the genitive of the Nordic languages too."""
_OPENS = re.compile(r"(?:^|[.!?:]\s)\Z", re.MULTILINE)
"""What a sentence begins after."""


def plain(name: str) -> str:
    """A name as it is looked for, single blanks in it; empty where it has no letter and no figure."""
    return " ".join(name.split()) if any(map(str.isalnum, name)) else ""


def texts_of(record: Record) -> Iterator[str]:
    """All that people wrote in a record."""
    for name in _TEXTS[type(record)]:
        value = getattr(record, name)
        yield from (value,) if isinstance(value, str) else value


class StandIns:
    """What stands for each plain name of a table; ``openings`` tells how some of that begins a sentence."""

    def __init__(self, table: Mapping[str, str], openings: Mapping[str, str] | None = None) -> None:
        self._table, self._openings = table, openings or {}
        longest_first = sorted(filter(None, table), key=len, reverse=True)
        names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
        self._found = re.compile(_NAME.format(names=names)) if names else None

    def in_text(self, text: str) -> str:
        """The text with what stands for them in the place of names."""
        return self._found.sub(self._instead, text) if self._found else text

    def in_record(self, record: R) -> R:
        """The record with what stands for them in the place of names, in all that people wrote."""
        values: dict[str, Any] = {}
        for name in _TEXTS[type(record)]:
            value = getattr(record, name)
            one = isinstance(value, str)
            new = self.in_text(value) if one else tuple(map(self.in_text, value))
            if new != value:
                values[name] = new
        return replace(record, **values) if values else record

    def _instead(self, match: re.Match[str]) -> str:
        said, start = self._table[plain(match[0])], match.start()
        opens = _OPENS.search(match.string, max(0, start - 2), start)
        return self._openings.get(said, said) if opens else said


def _text_fields(sort: type[Record]) -> tuple[str, ...]:
    hints = get_type_hints(sort)
    pointing = {reference.field for reference in SHAPE_OF[sort].references}
    return tuple(
        field.name
        for field in fields(sort)
        if field.name not in _NO_TEXTS | pointing and _is_text(hints[field.name])
    )


def _is_text(hint: Any) -> bool:
    plain_text = hint is str or getattr(hint, "__origin__", None) is tuple
    return plain_text and not (isinstance(hint, type) and issubclass(hint, StrEnum))


_TEXTS = {shape.record: _text_fields(shape.record) for shape in SHAPES}
"""The fields that people write in, by the sort of record."""
