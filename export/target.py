"""Files written whole or not at all: the old one stays until the new one is there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from resources.errors import Fault
from resources.words import _

# What systems say when there is no more room: on the disk, in the quota, in the largest file they allow.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_file(target: Path, data: bytes) -> None:
    """Write a file; raise Fault if that cannot be done, and then leave things as they were."""
    try:
        # A link stays a link: what it points to is replaced.
        _replace(Path(os.path.realpath(target)), data)
    except OSError as error:
        raise fault_of(target, error) from error


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files; raise Fault if one cannot be written, and then take the new ones away again."""
    new = [path for path, _data in files if not path.exists()]
    try:
        for path, data in files:
            write_file(path, data)
    except Fault:
        for path in new:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = target.with_name(f".{token_hex(6)}.part")
    try:
        _write(beside, data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        # Some disks are found full only now.
        os.fsync(file.fileno())


def fault_of(target: Path, error: OSError) -> Fault:
    """What is told to the user about a file or folder that could not be written."""
    name, folder = target.name, str(target.parent)
    if target.is_dir():
        said = _("“{name}” is a folder. Nothing was written. Give the file another name.")
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        said = _("There is no folder “{folder}”. Nothing was written. Make it, or choose another one.")
    elif error.errno in _FORBIDDEN:
        said = _(
            "“{name}” may not be written in “{folder}”. Nothing was changed. "
            "Choose another folder, or ask for the right to write there."
        )
    elif error.errno in _FULL:
        said = _(
            "There is no room for “{name}” in “{folder}”. Nothing was changed. "
            "Make room, or choose another disk."
        )
    else:
        said = _("“{name}” could not be written in “{folder}”: {reason}. Nothing was changed.")
    return Fault(said.format(name=name, folder=folder, reason=error.strerror or str(error)))
