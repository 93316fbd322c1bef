"""Run the measurements: `python -m benchmarks [--cards 500,2000,10000] [--rounds 5] [--only screen]`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence

from benchmarks.files import file_rows
from benchmarks.growth import growth_rows
from benchmarks.layouts import layout_rows
from benchmarks.maps import large_map
from benchmarks.papers import paper_rows
from benchmarks.peak import peak_rows
from benchmarks.posters import poster_rows
from benchmarks.sheets import sheet_rows
from benchmarks.starting import start_rows
from benchmarks.table import Row, lines_of
from benchmarks.texts import text_rows
from journey.model import Card, MapData
from resources.theme import load_theme

Measure = Callable[[MapData, int], Iterator[Row]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the table to the standard output."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure what must stay fast.")
    parser.add_argument("--cards", default="500,2000,10000", help="how many cards the maps have")
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured")
    parser.add_argument("--only", choices=["screen"], help="measure only this")
    wanted = parser.parse_args(arguments)
    sizes = [int(size) for size in wanted.cards.split(",")]
    rows = list(_rows(sizes, wanted.rounds, wanted.only))
    sys.stdout.write("\n".join(lines_of([*rows, *growth_rows(rows)])) + "\n")


def _rows(sizes: Sequence[int], rounds: int, only: str | None) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.style import dress

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application, load_theme())  # scroll bars cost what they cost in the program
    if only is None:
        yield from start_rows(rounds)
        yield from poster_rows(rounds)
        measures = (text_rows, layout_rows, paper_rows, sheet_rows, file_rows, _peaks)
        yield from _of_sizes(sizes, rounds, measures)
    from benchmarks.screens import screen_rows
    from benchmarks.windows import sample_rows, window_rows

    yield from sample_rows(rounds)
    yield from _of_sizes(sizes, rounds, (screen_rows, window_rows))
    del application


def _of_sizes(sizes: Sequence[int], rounds: int, measures: Sequence[Measure]) -> Iterator[Row]:
    for cards in sizes:
        map_data = large_map(cards)
        for measure in measures:
            yield from measure(map_data, rounds)


def _peaks(map_data: MapData, _rounds: int) -> Iterator[Row]:
    return peak_rows(len(map_data.of(Card)))


if __name__ == "__main__":
    main()
