"""How long a file takes to open, and an edit to be on the disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rounds import at_once, medians
from benchmarks.table import Row
from journey.model import Card, MapData, replacing
from storage import JourneyFile


def file_rows(map_data: MapData, rounds: int) -> Iterator[Row]:
    """Making and opening a file, and one edit, against one bare row in a file beside it."""
    cards = len(map_data.of(Card))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.journey"
        JourneyFile.create(path, map_data.records()).close()
        new = (Path(folder) / f"new-{number}.journey" for number in count())
        works = {
            "create": at_once(lambda: JourneyFile.create(next(new), map_data.records()).close()),
            "open": at_once(lambda: _opened(path)),
        }
        taken = medians(works, rounds)
        yield Row("create", cards, taken["create"], "ms")
        yield Row("open", cards, taken["open"], "ms")
        with JourneyFile.open(path) as file, closing(_bare(Path(folder))) as bare:
            times = count()
            works = {
                "edit": at_once(lambda: _edit(file, next(times))),
                "row": at_once(lambda: _insert(bare, next(times))),
            }
            taken = medians(works, rounds, time.perf_counter)
        yield Row("one edit, on the disk", cards, taken["edit"], "ms", "one bare row", taken["row"])


def _opened(path: Path) -> None:
    JourneyFile.open(path).close()


def _edit(file: JourneyFile, time_: int) -> None:
    card = file.map.of(Card)["card-7"]
    file.document().do(replacing("Edit", [(card, replace(card, text=f"{card.text} {time_}"))]))
    file.wait_saved()


def _bare(folder: Path) -> sqlite3.Connection:
    """A database that is as careful as ours."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE card (id INTEGER PRIMARY KEY, text TEXT)")
    return connection


def _insert(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("INSERT INTO card VALUES (?, 'One row')", [number])
