"""The small file beside a map that tells others who has it open. It informs; nothing rests on it."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from storage.creating import bring_under
from storage.holder import Holder
from storage.parts import part_of

_LARGEST = 4096
"""Bytes of a lock file that are read; ours has a few hundred."""

_held: set[Path] = set()
"""The locks that this program has: one that only says so lay on a disk that was away when it was let go."""


def lock_path(path: Path) -> Path:
    """Where the lock file of a map lies: beside the file itself, whatever link led there."""
    path = path.resolve()
    return path.with_name(f".~{path.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Who has a map open, as far as is told; None where nobody has, or no longer."""
    lock = lock_path(path)
    holder = _read(lock)
    if holder is None or holder.has_ended or (holder.is_this_program and lock not in _held):
        return None
    return holder


class LockFile:
    """Our lock on one map. ``other`` is who has it instead of us, ``is_ours`` whether we have."""

    def __init__(self, path: Path, take_over: bool = False) -> None:
        """Take the lock if nobody has it, or in any case; a lock whose program has ended is nobody's.

        Raises OSError where the folder takes no lock.
        """
        self._path = lock_path(path)
        self._us = Holder.this_program()
        self.other: Holder | None = None if take_over else holder_of(path)
        if self.other is None:
            self._path.unlink(missing_ok=True)
            self._write()

    @property
    def is_ours(self) -> bool:
        """Whether the lock is still the one we took."""
        return self.other is None and _read(self._path) == self._us

    def release(self) -> None:
        """Take the lock away, if it is ours."""
        _held.discard(self._path)
        with suppress(OSError):
            if self.is_ours:
                self._path.unlink()

    def move(self, path: Path) -> None:
        """Follow a map to its new name; where that takes no lock there is none."""
        self.release()
        self._path = lock_path(path)
        with suppress(OSError):
            self._write()

    def _write(self) -> None:
        # Whoever reads it reads all of it.
        with part_of(self._path) as part:
            part.write_text(json.dumps(self._us.plain()), encoding="utf-8")
            try:
                bring_under(part, self._path)
            except FileExistsError:
                # Another program was quicker by a moment.
                self.other = _read(self._path)
            else:
                _held.add(self._path)


def _read(path: Path) -> Holder | None:
    """Who is told in a lock file; None where there is none, or nothing that one of us wrote."""
    try:
        with path.open("rb") as file:
            return Holder.of_plain(json.loads(file.read(_LARGEST)))
    except (OSError, ValueError, RecursionError):
        return None
