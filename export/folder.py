"""Folders written whole or not at all: their files are finished beside them and take their place at once."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from export.target import fault_of
from resources.errors import Fault
from resources.words import _


class FolderTaken(Fault):
    """There is a folder of that name already, with something in it."""


@contextmanager
def whole_folder(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a new folder to write into, which becomes the target at the end; nothing stays if that fails.

    A target with something in it is left alone, unless ``replace``: then files of the same names are
    replaced, and others stay. Raises FolderTaken for such a one, Fault if the folder cannot be written.
    """
    folder = Path(os.path.realpath(target))
    try:
        _expect_place(folder, replace=replace)
        beside = folder.with_name(f".{token_hex(6)}.part")
        beside.mkdir()
    except OSError as error:
        raise fault_of(target, error) from error
    try:
        yield beside
        _take_place(beside, folder)
    except OSError as error:
        raise fault_of(target, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _expect_place(folder: Path, *, replace: bool) -> None:
    if folder.is_file():
        raise NotADirectoryError(errno.EEXIST, os.strerror(errno.EEXIST))
    if folder.is_dir() and any(folder.iterdir()) and not replace:
        said = _("There is a folder “{name}” already, and it is not empty. Nothing was written.")
        raise FolderTaken(said.format(name=folder.name))


def _take_place(beside: Path, folder: Path) -> None:
    """Put the new folder where the target is, or its files into the target that is there."""
    if not folder.exists():
        beside.rename(folder)
        return
    for file in sorted(path for path in beside.rglob("*") if path.is_file()):
        place = folder / file.relative_to(beside)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)
