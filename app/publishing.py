"""What `reisekart export` writes, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.opening import Opened, journey_called
from app.wishes import Wishes
from export.json_out import write_json
from export.mermaid.mermaid_out import write_mermaid
from export.sheets.csv_out import write_csv
from export.target import write_file
from resources.words import _


def publish(opened: Opened, target: Path, wishes: Wishes) -> Iterator[str]:
    """Write the target in the format its name ends in; gives lines for the user.

    Raises Fault if it cannot be written: an older file of that name is then untouched.
    """
    there = target.exists()
    suffix = target.suffix.lower()
    files: tuple[Path, ...] = (target,)
    facts: tuple[str, ...] = ()
    if suffix in _AS_TEXT:
        write_file(target, _AS_TEXT[suffix](opened, wishes).encode())
    else:
        files, facts = _printed(opened, target, wishes)
    for file in files:
        said = _("Replaced {file}") if there and file == target else _("Wrote {file}")
        yield said.format(file=file)
    yield from facts


def _printed(opened: Opened, target: Path, wishes: Wishes) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write what is painted, and give the files and the facts; only this needs fonts and paper."""
    from app.print_report import report_lines
    from app.printing import print_pdf, print_png, print_svg

    write = {".pdf": print_pdf, ".png": print_png, ".svg": print_svg}[target.suffix.lower()]
    printed = write(opened, target, wishes)
    return printed.files, tuple(report_lines(printed.report))


def _mermaid(opened: Opened, wishes: Wishes) -> str:
    return write_mermaid(opened.map, journey_called(opened.map, wishes.journey).id)


def _sheet(opened: Opened, wishes: Wishes) -> str:
    return write_csv(opened.map, journey_called(opened.map, wishes.journey).id)


def _json(opened: Opened, _wishes: Wishes) -> str:
    return write_json(opened.map)


_AS_TEXT = {".mmd": _mermaid, ".csv": _sheet, ".json": _json}
