"""Which reader a file from outside needs, by its name and by what is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from export.encoding import decode
from export.json_in import read_json
from export.mermaid.mermaid_in import read_mermaid
from export.notices import Imported
from export.sheets.csv_in import read_csv
from journey.model import Workshop
from resources.errors import Fault
from resources.words import _

SIZE_LIMIT, JSON_SIZE_LIMIT = 64_000_000, 256_000_000
"""Bytes of a file that are read; JSON has the pictures in it."""
SAMPLE = 4_000
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
)
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".numbers"})

Reader = Callable[[bytes, str, str | None], Imported]


def read_source(path: Path, language: str | None = None) -> Imported:
    """Give the map that a Mermaid, CSV or JSON file tells of, its name standing in for a missing title.

    The map is in ``language`` (BCP 47); without one in that of the file, else in the one being spoken.
    Raises Fault, with a sentence, for a file that is not there, is no text, is too large or is of no use.
    """
    data = _bytes(path)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise Fault(_("The file “{name}” is empty. Nothing was imported.").format(name=path.name))
    if _is_binary(data):
        sentence = _("The file “{name}” is not text. Nothing was imported.").format(name=path.name)
        raise Fault(" ".join(filter(None, (sentence, _instead(path.suffix.lower())))))
    return _reader(path.suffix.lower(), decode(data[:SAMPLE]))(data, path.stem, language)


def _instead(suffix: str) -> str:
    """Say what to do with a file that is not text, where its name tells what it is."""
    if suffix in _SPREADSHEETS:
        return _("Save the sheet as CSV (UTF-8) to import it.")
    if suffix != ".journey":
        return ""
    return _("A journey file need not be imported: open it, or if it cannot be opened, repair it.")


def _bytes(path: Path) -> bytes:
    """Read a file that is no larger than we can use."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise Fault(_("“{name}” is a folder. Choose a file in it.").format(name=name))
        limit = JSON_SIZE_LIMIT if path.suffix.lower() == ".json" else SIZE_LIMIT
        with path.open("rb") as file:
            data = file.read(limit + 1)  # its size says nothing of a device
        if len(data) > limit:
            sentence = _("The file “{name}” is larger than {limit} MB. Nothing was imported.")
            raise Fault(sentence.format(name=name, limit=limit // 1_000_000))
        return data
    except FileNotFoundError:
        raise Fault(_("There is no file “{name}”. Nothing was imported.").format(name=name)) from None
    except (OSError, ValueError) as wrong:
        sentence = _("The file “{name}” cannot be read ({reason}). Nothing was imported.")
        reason = getattr(wrong, "strerror", None) or wrong
        raise Fault(sentence.format(name=name, reason=reason)) from None


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text, by how other files begin or by what no text holds."""
    if data.startswith(_BINARY):
        return True
    sample = decode(data[: SAMPLE * 2])
    controls = sum(letter < " " and letter not in "\t\r\n\f" for letter in sample)
    return controls * 20 > len(sample)


def _reader(suffix: str, beginning: str) -> Reader:
    """Choose a reader by the suffix; by the content where the suffix does not tell."""
    named: dict[str, Reader] = {
        ".json": _json,
        ".mmd": read_mermaid,
        ".mermaid": read_mermaid,
        ".md": read_mermaid,
        ".csv": read_csv,
        ".tsv": read_csv,
    }
    if suffix in named:
        return named[suffix]
    start = beginning.lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return _json
    words = start.split(maxsplit=1)
    is_mermaid = "```mermaid" in start or start.startswith("%%") or words[:1] == ["journey"]
    if is_mermaid and not _is_heading(start):
        return read_mermaid
    if suffix not in {".txt", ""}:
        raise Fault(
            _("Reisekart reads sheets (.csv, .tsv, .txt), Mermaid (.mmd, .md) and its own JSON (.json).")
        )
    return read_mermaid if start.startswith("---") else read_csv


def _is_heading(start: str) -> bool:
    """Tell whether the first line has the separators of a sheet."""
    first = start.split("\n", 1)[0]
    return first.startswith("journey") and any(mark in first for mark in ";,\t")


def _json(data: bytes, _name: str, language: str | None) -> Imported:
    imported = read_json(data)
    if language is None:
        return imported
    records = (
        replace(one, language=language) if isinstance(one, Workshop) else one for one in imported.records
    )
    return replace(imported, records=tuple(records))
