"""A copy of a map for others: a new file that never held more than it shows, and is searched to prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from journey.model import Asset, MapData
from journey.sharing import Cleaned
from resources.words import _
from storage.backups import write_proved
from storage.connection import connect
from storage.creating import create_file
from storage.faults import FileFault, nothing_created
from storage.rows import ROWS

if TYPE_CHECKING:
    from sqlite_utils import Database

_HEADER = 100
"""Bytes at the beginning that tell what sort of file it is."""
_SHORTEST = 4
"""Bytes of a text that is looked for; shorter ones stand anywhere by chance."""
_SHORTEST_BESIDE_PICTURES = 8
_OUR_TABLES = ("sqlite_schema", "_sqlite_migrations", "meta", "entry", "change", "version")
"""What a file holds beside the records, in a new file all of it written by the program."""


def write_clean_copy(cleaned: Cleaned, target: Path) -> None:
    """Write a cleaned map, without any history, in one stroke; an older file of that name is replaced by it.

    Raises a FileFault, and then the older one is as it was: also where a text that was to be left out is
    found in the bytes of the new file.
    """
    with TemporaryDirectory() as folder:
        beside = Path(folder) / "clean.journey"
        create_file(beside, cleaned.map.records())[0].close()
        image, left = beside.read_bytes(), left_in(beside, cleaned.removed, cleaned.map)
    if left:
        sentence = _("A text that was to be left out still stands in the copy.")
        raise FileFault(f"{sentence} {nothing_created()}")
    write_proved(image, target)


def left_in(path: Path, removed: Iterable[str], map_data: MapData) -> list[str]:
    """The removed texts that stand in a file's bytes, but for those that map or program say anyway."""
    image = path.read_bytes()[_HEADER:]
    shortest = _SHORTEST_BESIDE_PICTURES if len(map_data.of(Asset)) else _SHORTEST
    found = [text for text in removed if len(text.encode()) >= shortest and text.encode() in image]
    if not found:
        return []
    db = connect(path, "ro")
    try:
        said = "\x00".join((*_rows(map_data), *_our_rows(db)))
    finally:
        db.close()
    return [text for text in found if text not in said]


def _rows(map_data: MapData) -> Iterator[str]:
    for record in map_data.records():
        yield from _as_stored(ROWS[type(record)].cells(record))


def _our_rows(db: Database) -> Iterator[str]:
    for table in _OUR_TABLES:
        for row in db.execute(f"select * from {table}"):
            yield from _as_stored(row)


def _as_stored(cells: Iterable[Any]) -> Iterator[str]:
    """The texts of a row as they lie in the file, side by side, and the bytes that tell their lengths."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    lengths = (13 + 2 * len(text.encode()) for text in texts)
    yield "".join(texts)
    yield "".join(chr(length) if length < 128 else "\x00" for length in lengths)
