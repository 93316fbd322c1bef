"""A copy of a .journey file that is open: with its history where all of it is written, else the map alone."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from resources.errors import Fault
from resources.words import _
from storage import JourneyFile, replace_file


def save_copy(file: JourneyFile, target: Path) -> None:
    """Write a copy in one stroke; an older file of that name is replaced by it.

    Raises Fault where that cannot be done; the older one is then as it was.
    """
    if target.exists() and target.samefile(file.path):
        sentence = _("“{file}” is the file itself; give the copy another name.")
        raise Fault(sentence.format(file=target.name))
    with suppress(Fault):
        file.wait_saved(1.0)
    if file.unsaved or not file.path.exists():
        _write_map(file, target)
    else:
        _copy(file.path, target)


def _write_map(file: JourneyFile, target: Path) -> None:
    """What is in memory but not in the file has no place in a copy of the file: keep the map itself."""
    records = tuple(file.map.records())
    if target.exists():
        replace_file(target, records)
    else:
        JourneyFile.create(target, records).close()


def _copy(source: Path, target: Path) -> None:
    beside = target.with_name(f".{token_hex(6)}.part")
    try:
        shutil.copyfile(source, beside)
        beside.replace(target)
    except OSError as error:
        sentence = _("The copy could not be written in “{folder}” ({reason}). Nothing was changed.")
        raise Fault(sentence.format(folder=target.parent, reason=error.strerror or error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
