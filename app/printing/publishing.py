"""A file written in the format that its name ends in, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.opening import Opened, journey_called
from app.printing.doing import Doing
from app.printing.wishes import Wishes
from export.json_out import write_json
from export.mermaid.mermaid_out import write_mermaid
from export.sheets.csv_out import write_csv
from export.target import write_file
from resources.words import _


def publish(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Iterator[str]:
    """Write the target in the format its name ends in, or every print into it; gives lines for the user.

    Raises Fault if it cannot be written: an older file of that name is then untouched.
    """
    if wishes.whole_set:
        from app.printing.export_set import publish_set

        yield from publish_set(opened, target, wishes, doing)
        return
    there = target.exists()
    suffix = target.suffix.lower()
    files: tuple[Path, ...] = (target,)
    facts: tuple[str, ...] = ()
    if suffix in _AS_TEXT:
        write_file(target, _AS_TEXT[suffix](opened, wishes).encode())
    else:
        files, facts = _printed(opened, target, wishes, doing)
    for file in files:
        said = _("Replaced {file}") if there and file == target else _("Wrote {file}")
        yield said.format(file=file)
    yield from facts


def _printed(
    opened: Opened, target: Path, wishes: Wishes, doing: Doing
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write what is painted, and give the files and the facts; only this needs fonts and paper."""
    from app.printing.handouts import for_audience, print_handout
    from app.printing.prints import print_pdf, print_png, print_svg
    from app.printing.report import report_lines

    if wishes.audience.what != "map":
        printed = print_handout(opened, target, wishes, doing)
        return printed.files, tuple(report_lines(replace(printed.report, long_cards=())))
    write = {".pdf": print_pdf, ".png": print_png, ".svg": print_svg}[target.suffix.lower()]
    printed = write(for_audience(opened, wishes.audience), target, wishes, doing)
    return printed.files, tuple(report_lines(printed.report))


def _mermaid(opened: Opened, wishes: Wishes) -> str:
    return write_mermaid(opened.map, journey_called(opened.map, wishes.journey).id)


def _sheet(opened: Opened, wishes: Wishes) -> str:
    return write_csv(opened.map, journey_called(opened.map, wishes.journey).id)


def _json(opened: Opened, _wishes: Wishes) -> str:
    return write_json(opened.map)


_AS_TEXT = {".mmd": _mermaid, ".csv": _sheet, ".json": _json}
