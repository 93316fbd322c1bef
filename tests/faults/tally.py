"""What came of each case that was tried: how often, and how often something was lost, silent or crashed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journey.model import MapData
from resources.errors import Fault
from storage import JourneyFile


@dataclass(slots=True)
class Row:
    """One case. ``told`` are the runs that ended in a sentence for the user, which is as it should be.

    ``lost`` counts runs in which an edit that was said to be saved is not there, ``silent`` those in which
    a map was let in that nobody made, ``crashed`` those that ended in anything but a sentence.
    """

    case: str
    runs: int = 0
    told: int = 0
    lost: int = 0
    silent: int = 0
    crashed: int = 0
    first: str = ""

    def bad(self) -> int:
        """Runs that must not be."""
        return self.lost + self.silent + self.crashed

    def blame(self, column: str, what: str) -> None:
        """Count a run that must not be; the first of them is told."""
        setattr(self, column, getattr(self, column) + 1)
        self.first = self.first or f"{column}: {what}"


@dataclass(slots=True)
class Tally:
    """All cases of a run of the tests."""

    rows: dict[str, Row] = field(default_factory=dict)

    def row(self, case: str) -> Row:
        """The row of a case."""
        return self.rows.setdefault(case, Row(case))

    def lines(self) -> list[str]:
        """The table."""
        head = f"{'case':<58}{'runs':>7}{'told':>7}{'lost':>7}{'silent':>8}{'crashed':>9}"
        return [head, *(_line(row) for row in self.rows.values())]


def _line(row: Row) -> str:
    return f"{row.case:<58}{row.runs:>7}{row.told:>7}{row.lost:>7}{row.silent:>8}{row.crashed:>9}"


def judge(row: Row, path: Path, least: int, expected: Callable[[int], MapData], what: str = "") -> None:
    """Open what is left of a file, which must open and hold at least the edits up to ``least``."""
    row.runs += 1
    try:
        with JourneyFile.open(path) as file:
            revision, found = file.saved_revision, file.map
    except Fault as fault:
        row.told += 1
        row.blame("lost", f"{what} {fault.sentence}")
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is counted
        row.blame("crashed", f"{what} {error!r}")
    else:
        if revision < least:
            row.blame("lost", f"{what} {revision} of {least}")
        elif found != expected(revision):
            row.blame("silent", what)


def judge_damage(row: Row, path: Path, maps: Sequence[MapData], what: str = "") -> None:
    """Open a file that was damaged, and undo every edit in it, which made ``maps`` out of one another.

    It holds what it held, or a sentence says what is wrong.
    """
    row.runs += 1
    try:
        with JourneyFile.open(path) as file:
            for expected in reversed(maps):
                if file.map != expected:
                    row.blame("silent", what)
                    return
                if file.document().next_undo is not None:
                    file.document().undo()
    except Fault:
        row.told += 1
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is counted
        row.blame("crashed", f"{what} {error!r}")
