"""The bytes of a damaged file, with what was broken off beside it taken into account, and nothing changed."""

from __future__ import annotations

from pathlib import Path

from storage.beside import lies_beside, settled
from storage.faults import fault_of
from storage.header import expect_file


def raw_bytes(path: Path) -> bytes:
    """The bytes of a file as they were before what was broken off, or after what waited beside it.

    Raises a FileFault if the file cannot be read or is too large.
    """
    try:
        expect_file(path)
        return (settled(path) if lies_beside(path) else b"") or path.read_bytes()
    except OSError as error:
        raise fault_of(error, path, "") from error
