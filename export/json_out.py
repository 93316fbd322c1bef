"""A whole map as JSON text: every record with all its fields, the same text for the same map."""

from __future__ import annotations

import json
from typing import Any

from journey.model import SHAPE_OF, SHAPES, MapData, Record, Shape
from journey.plain import Plain, to_plain

VERSION = 1
"""The form of the JSON written here; it grows when an older reader would read a newer file wrongly."""

Place = dict[str, int]


def write_json(map_data: MapData) -> str:
    """Give the map as JSON, ending in a line break; `export.json_in.read_json` gives equal records back.

    Records stand by sort, those that are pointed at first, siblings in rank order; a picture is base64.
    """
    document = {"reisekart": VERSION, "records": _by_sort(map_data)}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _by_sort(map_data: MapData) -> dict[str, list[Plain]]:
    """List the plain records of each sort that the map has any of."""
    places: dict[str, Place] = {}
    sorts: dict[str, list[Plain]] = {}
    for shape in SHAPES:
        records = _in_order(shape, list(map_data.of(shape.record)), places)
        places[shape.name] = {record.id: place for place, record in enumerate(records)}
        if records:
            sorts[shape.name] = [to_plain(record) for record in records]
    return sorts


def _in_order(shape: Shape, records: list[Record], places: dict[str, Place]) -> list[Record]:
    """Sort records by what they belong to, then by rank, then by id."""
    parents = [(ref.field, places[SHAPE_OF[ref.target].name]) for ref in shape.references if not ref.clears]

    def key(record: Record) -> tuple[Any, ...]:
        above = (place.get(getattr(record, field), -1) for field, place in parents)
        return (*above, getattr(record, "rank", ""), record.id)

    return sorted(records, key=key)
