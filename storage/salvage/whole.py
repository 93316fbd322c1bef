"""Reading a file that nobody is to edit, and closing it again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.connection import connect
from storage.faults import ReadError, unreadable
from storage.reading import Content, read_content


def whole_content(path: Path) -> Content:
    """What is in a file. Raises a FileFault unless it is, to the last bit, what was written to it."""
    try:
        with closing(connect(path, "ro")) as db:
            return read_content(db, path)
    except ReadError as error:
        raise unreadable(error, path) from error
