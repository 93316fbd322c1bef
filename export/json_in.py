"""A map from the JSON that `export.json_out` writes, or that somebody wrote by its pattern."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, NoReturn

from export.encoding import decode_with_notices
from export.json_out import VERSION
from export.notices import Imported, Notice
from journey.clean import clean
from journey.ids import new_id
from journey.model import SHAPE_NAMED, SHAPE_OF, Record, Refused, Workshop, check_all, map_of
from journey.model.naming import field_word, sort_head
from journey.plain import Plain, from_plain
from journey.rank import spread
from resources.errors import Fault
from resources.words import _

SIZE_LIMIT = 256_000_000
"""Characters a JSON file may have: pictures are in it."""


def read_json(data: bytes | str) -> Imported:
    """Give the records of a JSON map, all of them or none, with a workshop if the file names none.

    Text is cleaned, with a notice; records of a sort that has no ranks stand in the order of their list.
    Raises Fault if this is not our JSON, is from a newer version, or breaks a rule of the map.
    """
    text, notices = (data.removeprefix("\ufeff"), ()) if isinstance(data, str) else decode_with_notices(data)
    if len(text) > SIZE_LIMIT:
        raise Fault(_("The JSON file is too large to be read. Nothing was imported."))
    sorts, left_out = _sorts(_parsed(text))
    records, cleaned = _records(sorts)
    _expect_whole(records)
    return Imported(tuple(records), (*notices, *left_out, *cleaned))


def _parsed(text: str) -> Any:
    """Give the value a JSON text tells of, or a Fault that says where it goes wrong."""
    try:
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_distinct)
    except json.JSONDecodeError as wrong:
        sentence = _("This is not valid JSON (line {line}, character {column}). Nothing was imported.")
        raise Fault(sentence.format(line=wrong.lineno, column=wrong.colno)) from None
    except RecursionError:
        raise Fault(_("The JSON is nested too deeply to be a map. Nothing was imported.")) from None
    except ValueError:
        raise Fault(_("The JSON holds a number that is far too long. Nothing was imported.")) from None


def _no_number(word: str) -> NoReturn:
    sentence = _("The JSON says “{word}” where a number belongs. Nothing was imported.")
    raise Fault(sentence.format(word=word))


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs; one name told twice would lose the first silently."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        sentence = _("The JSON gives “{name}” twice in one place. Nothing was imported.")
        raise Fault(sentence.format(name=twice[:60]))
    return made


def _sorts(document: Any) -> tuple[dict[str, list[Any]], list[Notice]]:
    """Give the lists of records, and a notice for each name beside them that says nothing to us."""
    if not isinstance(document, dict) or "reisekart" not in document:
        raise Fault(_("This JSON was not written by Reisekart. Nothing was imported."))
    _expect_version(document["reisekart"])
    sorts = document.get("records")
    if not isinstance(sorts, dict) or not all(isinstance(rows, list) for rows in sorts.values()):
        raise Fault(_("The JSON file has no lists of records. Nothing was imported."))
    sentence = _("“{name}” is not part of a map and was left out.")
    strange = document.keys() - {"reisekart", "records"}
    return sorts, [Notice(0, sentence.format(name=name[:60])) for name in sorted(strange)]


def _expect_version(version: Any) -> None:
    """Raise Fault unless the file is of a version that is read here."""
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Fault(_("This JSON was not written by Reisekart. Nothing was imported."))
    if version > VERSION:
        sentence = _("The JSON file is of version {version}; this Reisekart reads up to {known}. Update it.")
        raise Fault(sentence.format(version=version, known=VERSION))


def _records(sorts: dict[str, list[Any]]) -> tuple[list[Record], list[Notice]]:
    """Make all records, each under an id of its own."""
    records: list[Record] = []
    notices: list[Notice] = []
    for sort, rows in sorts.items():
        for place, plain in enumerate(_ranked(sort, rows), start=1):
            record, cleaned = _record(sort, place, plain)
            records.append(record)
            notices += cleaned
    if not any(isinstance(record, Workshop) for record in records):
        records.insert(0, Workshop(id=new_id()))
    _expect_distinct(records)
    return records, notices


def _ranked(sort: str, rows: list[Any]) -> list[Any]:
    """Give rows without any ranks the ranks of their order in the list."""
    shape = SHAPE_NAMED.get(sort)
    ordered = shape is not None and any(field.name == "rank" for field in fields(shape.record))
    if not ordered or not all(isinstance(row, dict) and "rank" not in row for row in rows):
        return rows
    return [row | {"rank": rank} for row, rank in zip(rows, spread(len(rows)), strict=True)]


def _record(sort: str, place: int, plain: Any) -> tuple[Record, list[Notice]]:
    """Make one record; a notice tells if characters had to be dropped from its text."""
    if not isinstance(plain, dict):
        _at(sort, place, _("this is no record"))
    cleaned = _cleaned(plain)
    try:
        record = from_plain(sort, cleaned)
    except Refused as refused:
        _at(sort, place, refused.sentence)
    except RecursionError:
        _at(sort, place, _("its values are nested too deeply"))
    if cleaned == plain:
        return record, []
    sentence = _("{sort} {place}: characters that cannot be shown were left out of its text.")
    return record, [Notice(0, sentence.format(sort=sort_head(sort), place=place))]


def _cleaned(plain: Plain) -> Plain:
    """Clean the texts and lists of texts of a record; its own id and its picture's bytes stay as they are."""
    return {name: value if name in {"id", "data"} else _clean_value(value) for name, value in plain.items()}


def _clean_value(value: Any) -> Any:
    if isinstance(value, list):
        return [clean(one) if isinstance(one, str) else one for one in value]
    return clean(value) if isinstance(value, str) else value


def _at(sort: str, place: int, wrong: str) -> NoReturn:
    sentence = _("The JSON file cannot be imported. Number {place} of its “{sort}”: {wrong}")
    raise Fault(sentence.format(sort=sort[:60], place=place, wrong=wrong))


def _expect_distinct(records: Iterable[Record]) -> None:
    """Raise Fault if two records have the same id: one of them would be lost."""
    met: set[str] = set()
    for record in records:
        if record.id in met:
            sentence = _("The JSON file has two records with the id “{id}”. Nothing was imported.")
            raise Fault(sentence.format(id=record.id))
        met.add(record.id)


def _expect_whole(records: list[Record]) -> None:
    """Raise Fault if records point at what is not there, or break another rule together."""
    ids = {(type(record), record.id) for record in records}
    for record in records:
        for ref in SHAPE_OF[type(record)].references:
            target = getattr(record, ref.field)
            if target is not None and (ref.target, target) not in ids:
                sentence = _("{sort} “{id}”: “{field}” is “{target}”, which the JSON file does not have.")
                name = sort_head(SHAPE_OF[type(record)].name)
                field = field_word(ref.field)
                raise Fault(sentence.format(sort=name, id=record.id, field=field, target=target[:60]))
    try:
        check_all(map_of(records))
    except Refused as refused:
        sentence = _("The JSON file does not make a map: {wrong} Nothing was imported.")
        raise Fault(sentence.format(wrong=refused.sentence)) from None
