"""How much a file may hold: far more than any workshop needs, and no more than a laptop bears."""

from __future__ import annotations

from pathlib import Path

from resources.words import _
from storage.faults import FileFault, not_changed

FILE_LIMIT = 1_000_000_000
"""Bytes a file may have."""
RECORD_LIMIT = 200_000
"""Records a map may have: stages, steps, cards and all that belongs to them."""
ENTRY_LIMIT = 1_000_000
"""Steps a history may have."""
TEXT_LIMIT = 100_000_000
"""Characters that all the texts of a map may have together."""
PICTURES_LIMIT = 500_000_000
"""Bytes that all the pictures of a map may have together."""
ROW_LIMIT = 20_000_000
"""Bytes one row may have: a picture, or what one step did to one record."""


class FileTooLarge(FileFault):
    """The file holds more than this program takes."""

    kind = "large"


def too_large(path: Path, what: str) -> FileTooLarge:
    """The fault of finding too much in a file; ``what`` says of what, and how much there may be."""
    sentence = _("“{file}” is too large to be opened: {what}.").format(file=path.name, what=what)
    return FileTooLarge(f"{sentence} {not_changed()}")


def too_many_bytes(path: Path) -> FileTooLarge:
    """The fault of a file of too many bytes."""
    megabytes = FILE_LIMIT // 1_000_000
    return too_large(path, _("a journey file has at most {limit} MB").format(limit=megabytes))


def too_many_records(path: Path) -> FileTooLarge:
    """The fault of a map of too many records."""
    return too_large(path, _("a map has at most {limit} cards and other parts").format(limit=RECORD_LIMIT))
