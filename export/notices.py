"""What an importer gives: the records of a map, and what it could not take as it stood."""

from __future__ import annotations

from dataclasses import dataclass

from journey.clean import one_line
from journey.model import Record

LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark about the input: the line it is about (from 1; 0 is the whole file) and a sentence."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a complete, consistent map, and the remarks in the order of their lines."""

    records: tuple[Record, ...]
    notices: tuple[Notice, ...]


def quoted(text: str) -> str:
    """Give a piece of the input as a sentence may quote it: one line, cleaned, of at most 80 characters."""
    plain = one_line(text)
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"
