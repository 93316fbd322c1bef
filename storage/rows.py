"""How a record stands in a row of its table, and what a row proves of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import Any, get_args, get_type_hints

from journey.model import SHAPES, Record, Shape

Cells = tuple[Any, ...]
Write = Callable[[Any], Any]

DIGEST_SIZE = 2**64
"""Digests are counted modulo this."""

_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, default=str
).encode


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one sort: the columns are the fields.

    ``ids`` are the columns that hold the record's id and those of others, ``cleared`` those that are
    emptied when what they point to goes, ``pictures`` those whose bytes lie in blobs.
    """

    record: type[Record]
    sort: str
    columns: tuple[str, ...]
    ids: tuple[str, ...]
    cleared: tuple[str, ...]
    pictures: tuple[str, ...]
    writes: tuple[tuple[str, Write], ...]
    reads: tuple[tuple[str, Callable[[Any], Any]], ...]

    def cells(self, record: Record) -> Cells:
        """The record as its row holds it."""
        return tuple(write(getattr(record, name)) for name, write in self.writes)

    def records(
        self, rows: Iterable[Cells], pictures: Mapping[str, bytes], known: dict[Any, Any]
    ) -> Iterable[Record]:
        """The records that rows tell of; an id that is ``known`` is the very same text in all of them.

        Values are only put in their form here, not checked. Raises LookupError where a blob is missing,
        ValueError, TypeError or RecursionError where a cell cannot be read at all.
        """
        reads = (*self.reads, *((name, pictures.__getitem__) for name in self.pictures))
        for row in rows:
            values = dict(zip(self.columns, row, strict=True))
            for name, read in reads:
                values[name] = read(values[name])
            for name in self.ids:
                values[name] = known.setdefault(values[name], values[name])
            yield self.record(**values)

    def select(self) -> str:
        """The statement that reads all rows, in the order they were written."""
        return f"select {_listed(self.columns)} from {self.sort} order by rowid"

    def insert(self) -> str:
        """The statement that writes a new row from its cells."""
        return (
            f"insert into {self.sort} ({_listed(self.columns)}) values ({_listed('?' * len(self.columns))})"
        )

    def update(self) -> str:
        """The statement that writes a row anew from its cells and, once more, its id."""
        return f"update {self.sort} set {_listed(f'{name} = ?' for name in self.columns)} where id = ?"

    def clear(self) -> str:
        """The statement that empties the ``cleared`` columns of an id's row; no text where there are none."""
        if not self.cleared:
            return ""
        return f"update {self.sort} set {_listed(f'{name} = null' for name in self.cleared)} where id = ?"

    def delete(self) -> str:
        """The statement that takes the row of an id away."""
        return f"delete from {self.sort} where id = ?"


def blob_name(data: bytes) -> str:
    """What a picture's bytes are called: their SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def cells_hash(sort: str, cells: Sequence[Any]) -> int:
    """What a row adds to the digest of the file: 64 bits over its sort and its cells."""
    return int.from_bytes(blake2b(encoded(sort, cells), digest_size=8).digest())


def encoded(sort: str, cells: Sequence[Any]) -> bytes:
    """A row as it is hashed."""
    return _encode((sort, *cells)).encode()


def record_hash(record: Record) -> int:
    """What a record's row adds to the digest of the file."""
    rows = ROWS[type(record)]
    return cells_hash(rows.sort, rows.cells(record))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _rows(shape: Shape) -> Rows:
    hints = get_type_hints(shape.record)
    columns = tuple(field.name for field in fields(shape.record))
    return Rows(
        record=shape.record,
        sort=shape.name,
        columns=columns,
        ids=("id", *(ref.field for ref in shape.references)),
        cleared=tuple(ref.field for ref in shape.references if ref.clears),
        pictures=tuple(name for name in columns if hints[name] is bytes),
        writes=tuple((name, _writer(hints[name])) for name in columns),
        reads=tuple((name, read) for name in columns if (read := _reader(hints[name])) is not None),
    )


def _writer(hint: Any) -> Write:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    if getattr(hint, "__origin__", None) is tuple:
        return _encode
    if hint is bytes:
        return blob_name
    if hint is float or float in get_args(hint):
        return _real
    return int if hint is bool else _same


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(word): word for word in hint}.__getitem__
    if getattr(hint, "__origin__", None) is tuple:
        return _words
    return _truth if hint is bool else None


def _same(value: Any) -> Any:
    return value


def _real(value: float | None) -> float | None:
    """As SQLite gives it back: 3 as 3.0, and no negative zero."""
    return None if value is None else float(value) + 0.0


@lru_cache(maxsize=1024)
def _words(cell: str) -> tuple[str, ...]:
    return tuple(json.loads(cell))


def _truth(cell: int) -> bool:
    return {0: False, 1: True}[cell]


ROWS: dict[type[Record], Rows] = {shape.record: _rows(shape) for shape in SHAPES}
