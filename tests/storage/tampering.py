"""What another program could do to a file, and whether it can be opened then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import JourneyFile


def tampered(path: Path, *statements: str) -> None:
    """Do to a file what another program could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def opened(path: Path) -> None:
    """Open a file and close it again."""
    JourneyFile.open(path).close()
