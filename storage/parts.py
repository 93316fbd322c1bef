"""Files that are being made. Their names tell by whom, so that nobody takes away what another makes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from journey.ids import new_id
from storage.holder import began, is_running
from storage.whose import machine_name

PART = ".part"
"""What the names end with, but for that of a journal beside one."""
_NAME = re.compile(rf"\.?\w+-([0-9a-f]{{8}})-(\d+)-(\d*){re.escape(PART)}(-journal)?")

_making: set[Path] = set()
"""What this program makes at the moment."""


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """A name beside this one that nothing has, for what comes under it when it is whole; nothing has the name
    afterwards either.
    """
    part = path.with_name(f".{part_name()}")
    _making.add(part)
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        _making.discard(part)


def part_name() -> str:
    """A new name for something that this program makes."""
    process = os.getpid()
    return f"{new_id()}-{_machine()}-{process}-{began(process)}{PART}"


def write_to_disk(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; it is on the disk when this returns. Raises OSError."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def is_left_behind(part: Path) -> bool:
    """Whether a program of this machine was making this, and has ended."""
    match = _NAME.fullmatch(part.name)
    return match is not None and match[1] == _machine() and not is_running(int(match[2]), match[3])


def sweep_parts(folder: Path) -> None:
    """Take away the files that programs left behind half made."""
    with suppress(OSError):
        for part in folder.glob(f".*{PART}*"):
            if is_left_behind(part):
                part.unlink(missing_ok=True)


def give_up_parts() -> None:
    """Take away what is not whole yet, for the program ends; on any thread but the window's."""
    for part in tuple(_making):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _machine() -> str:
    return blake2b(machine_name().encode(), digest_size=4).hexdigest()
