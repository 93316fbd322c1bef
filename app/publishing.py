"""What `reisekart export` writes, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.opening import Opened, journey_called
from app.wishes import Wishes
from export.csv_out import write_csv
from export.json_out import write_json
from export.mermaid_out import write_mermaid
from export.target import write_file
from resources.words import _


def publish(opened: Opened, target: Path, wishes: Wishes) -> Iterator[str]:
    """Write the target in the format its name ends in; gives lines for the user.

    Raises Fault if it cannot be written: an older file of that name is then untouched.
    """
    replaced = target.exists()
    suffix = target.suffix.lower()
    facts: list[str] = []
    if suffix in _AS_TEXT:
        write_file(target, _AS_TEXT[suffix](opened, wishes).encode())
    else:
        facts = _printed(opened, target, wishes)
    yield (_("Replaced {file}") if replaced else _("Wrote {file}")).format(file=target)
    yield from facts


def _printed(opened: Opened, target: Path, wishes: Wishes) -> list[str]:
    """Write what is painted; only that needs fonts and paper."""
    from app.printing import print_pdf

    return print_pdf(opened, target, wishes)


def _mermaid(opened: Opened, wishes: Wishes) -> str:
    return write_mermaid(opened.map, journey_called(opened.map, wishes.journey).id)


def _sheet(opened: Opened, wishes: Wishes) -> str:
    return write_csv(opened.map, journey_called(opened.map, wishes.journey).id)


def _json(opened: Opened, _wishes: Wishes) -> str:
    return write_json(opened.map)


_AS_TEXT = {".mmd": _mermaid, ".csv": _sheet, ".json": _json}
