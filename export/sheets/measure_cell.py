"""How the measures of a card stand in one cell: “Response | kind=NPS | value=-12 | goal=0; ...”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from export.sheets.cells import (
    PARTS,
    number_read,
    number_written,
    packed,
    parts,
    unpacked,
    whole_read,
    within,
)
from export.sheets.columns import fold
from journey.clean import one_line
from journey.ids import new_id
from journey.model import Measure, MeasureKind
from journey.model.fields import TEXT_LIMIT

_PARTS = tuple(field.name for field in fields(Measure) if field.name not in {"id", "card", "name"})
_LOOSE = re.compile(r"(?P<name>[^\d+-]{0,200}?)[\s:=]*(?P<value>[+-]?\d[\d.,]{0,20})\s*(?P<unit>\D{0,20})")
_UNITS = {
    "%": MeasureKind.PERCENT,
    "min": MeasureKind.MINUTES,
    "kr": MeasureKind.MONEY,
    "€": MeasureKind.MONEY,
}


def measures_written(measures: Iterable[Measure], decimal: str) -> str:
    """Write measures into one cell; `measures_read` gives them back."""
    return packed(sorted(packed(_told(measure, decimal), PARTS) for measure in measures))


def _told(measure: Measure, decimal: str) -> list[str]:
    values = ((name, getattr(measure, name)) for name in _PARTS)
    return [
        measure.name,
        *(f"{name}={_plain(value, decimal)}" for name, value in values if value not in (None, "")),
    ]


def _plain(value: Any, decimal: str) -> str:
    return value if isinstance(value, str) else number_written(value, decimal)


def measures_read(cell: str, card: str) -> list[Measure] | None:
    """Read the measures of a card, also “NPS 42” and “78 %”; None if any of it makes no sense."""
    read = [_measure(item, card) for item in unpacked(cell)]
    return None if None in read else [measure for measure in read if measure is not None]


def _measure(item: str, card: str) -> Measure | None:
    name, *told = parts(item)
    if not told:
        return _loose(item, card)
    values = dict(part.partition("=")[::2] for part in told)
    read = {key.strip(): _value(key.strip(), value.strip()) for key, value in values.items()}
    if None in read.values() or not read.keys() <= set(_PARTS) or len(name) > TEXT_LIMIT:
        return None
    return Measure(id=new_id(), card=card, name=one_line(name), **({"kind": MeasureKind.COUNT} | read))


def _value(key: str, text: str) -> Any:
    """Read one part of a measure; None where it does not fit."""
    if key == "kind":
        return measure_kind(text)
    if key == "date":
        return _day(text)
    if key == "source":
        return text if len(text) <= TEXT_LIMIT else None
    return whole_read(text, "measure", key) if key == "answers" else bounded(text)


def bounded(text: str) -> float | None:
    """Read a number as far from zero as a record may hold; None for another."""
    return within("measure", "value", number_read(text))


def measure_kind(text: str) -> MeasureKind | None:
    """Tell which kind of measure a word means."""
    return next((kind for kind in MeasureKind if fold(kind) == fold(text)), None)


def _day(text: str) -> str | None:
    """Give a day in the spelling of the records; None for what is no day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _loose(item: str, card: str) -> Measure | None:
    """Read a measure as people jot it down: a name, a number, a unit."""
    met = _LOOSE.fullmatch(item) if len(item) < 300 else None
    value = bounded(met["value"]) if met else None
    if met is None or value is None:
        return None
    unit = met["unit"].strip().casefold().rstrip(".")
    kind = _UNITS.get(unit) or measure_kind(met["name"]) or MeasureKind.COUNT
    name = one_line(met["name"]) or str(kind)
    return Measure(id=new_id(), card=card, name=name, kind=kind, value=value)
