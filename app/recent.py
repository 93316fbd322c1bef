"""The files that were open lately, with a small picture of each, kept in the user's folder for data."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

from app.there import those_there
from resources.words import _

KEPT = 12
"""How many files are remembered."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was open lately, and where its picture is if there is one."""

    path: Path
    picture: Path


def data_folder() -> Path:
    """Where lists and pictures are kept."""
    return user_data_path("reisekart", appauthor=False)


def recent_files() -> list[Recent]:
    """The files that were open lately and are still there, the last one first, see ``app.there``."""
    return [Recent(path, picture_of(path)) for path in those_there(_listed())]


def recent_paths() -> list[Path]:
    """The same files without their pictures."""
    return [one.path for one in recent_files()]


def note_recent(path: Path) -> None:
    """Remember that a file was open; where that cannot be kept it is forgotten."""
    listed = [path.absolute(), *(one for one in _listed() if one != path.absolute())][:KEPT]
    list_file = data_folder() / "recent.json"
    beside = list_file.with_name(".recent.json.part")
    with suppress(OSError, UnicodeError):
        list_file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps([str(one) for one in listed], indent=2) + "\n", encoding="utf-8")
        beside.replace(list_file)


def picture_of(path: Path) -> Path:
    """Where a file's small picture is kept, whether or not there is one."""
    name = blake2b(os.fsencode(path.absolute()), digest_size=10).hexdigest()
    return data_folder() / "pictures" / f"{name}.png"


def from_home(path: Path) -> str:
    """A path as people write it: from their own folder on where it lies in it."""
    plain = without_detours(path)
    for home in (Path.home(), Path.home().resolve()):
        if plain.is_relative_to(home):
            return str("~" / plain.relative_to(home))
    return str(plain)


def without_detours(path: Path) -> Path:
    """A path from the disk's root on, its links as they are: the disk is not asked, it may not answer."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - the other way asks the disk


def _listed() -> list[Path]:
    try:
        found = json.loads((data_folder() / "recent.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [Path(one) for one in found if isinstance(one, str)] if isinstance(found, list) else []


def free_path(title: str, folder: Path | None = None) -> Path:
    """A name for a new file that nothing has yet, in the folder for documents, which is made if need be."""
    folder = folder or user_documents_path()
    folder.mkdir(parents=True, exist_ok=True)
    name = file_stem(title)
    number, path = 1, folder / f"{name}.journey"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name} {number}.journey"
    return path


def file_stem(title: str) -> str:
    """A title as a file can be called."""
    name = "".join(" " if letter in '<>:"/\\|?*' else letter for letter in title).strip(" .")[:80]
    return name or _("Untitled journey")
