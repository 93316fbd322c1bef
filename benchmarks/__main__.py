"""Run the measurements: `python -m benchmarks [--cards 500,2000,10000] [--rounds 5]`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence

from benchmarks.files import file_rows
from benchmarks.growth import growth_rows
from benchmarks.layouts import layout_rows
from benchmarks.maps import large_map
from benchmarks.papers import paper_rows
from benchmarks.peak import peak_rows
from benchmarks.starting import start_rows
from benchmarks.table import Row, lines_of
from benchmarks.texts import text_rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the table to the standard output."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure what must stay fast.")
    parser.add_argument("--cards", default="500,2000,10000", help="how many cards the maps have")
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured")
    wanted = parser.parse_args(arguments)
    sizes = [int(size) for size in wanted.cards.split(",")]
    rows = list(_rows(sizes, wanted.rounds))
    sys.stdout.write("\n".join(lines_of([*rows, *growth_rows(rows)])) + "\n")


def _rows(sizes: Sequence[int], rounds: int) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    yield from start_rows(rounds)
    for cards in sizes:
        map_data = large_map(cards)
        yield from text_rows(map_data, rounds)
        yield from layout_rows(map_data, rounds)
        yield from paper_rows(map_data, rounds)
        yield from file_rows(map_data, rounds)
        yield from peak_rows(cards)
    del application


if __name__ == "__main__":
    main()
