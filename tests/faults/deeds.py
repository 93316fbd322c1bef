"""What is done with whole files, and what must be left of it whenever the program that does it is killed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from journey.merging import merge
from journey.model import Card, MapData
from journey.versions import VersionKind
from storage import FileGone, JourneyFile
from storage.backups import BackupKind, backups_of, folder_of, keep_backup
from storage.connection import connect
from storage.merged_copy import write_merged
from storage.salvage import repair_file
from storage.schema import version_of
from storage.shared_history import shared_history
from storage.stepped_copy import write_stepped
from tests.faults.editing_child import text_of
from tests.faults.tally import Row
from tests.storage.maps import everything, written
from tests.storage.test_old_files import OLD_FILES

MINE, THEIRS, OUT = "map.journey", "theirs.journey", "out.journey"
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Deed:
    """``prepare`` fills a folder, ``do`` is what gets killed, ``left`` tells what is wrong with what is left.

    ``left`` is told whether the deed was finished.
    """

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    left: Callable[[Path, bool, Row], None]


def _text(file: JourneyFile) -> str:
    return file.map.of(Card)["call"].text


def _edited(path: Path, number: int, data_folder: Path | None = None) -> None:
    with JourneyFile.open(path, data_folder=data_folder) as file:
        file.document().do(written(file.map, text_of(number)))


def _a_file(folder: Path) -> None:
    JourneyFile.create(folder / MINE, everything().records()).close()
    _edited(folder / MINE, 1)


def _expect(path: Path, row: Row, *texts: str) -> None:
    """The file opens to be edited, takes an edit, and holds one of these texts."""
    with JourneyFile.open(path) as file:
        if _text(file) not in texts:
            row.blame("lost", f"{path.name} holds {_text(file)[:40]!r}")
        file.document().do(written(file.map, "and on it goes"))


def _expect_copy(path: Path, finished: bool, row: Row, text: str) -> None:
    """There is no such file, or it is whole; and it is there if the deed was finished."""
    if path.exists():
        _expect(path, row, text)
    elif finished:
        row.blame("lost", f"{path.name} is not there")


# An older file gets the tables of this version at its first edit.
def _an_older_file(folder: Path) -> None:
    (folder / MINE).write_bytes((OLD_FILES / "version-1.journey").read_bytes())


def _migrate(folder: Path) -> None:
    with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
        file.document().do(written(file.map, "after", "new"))


def _migrated(folder: Path, finished: bool, row: Row) -> None:
    state = _state(folder / MINE)
    if state not in _STATES:
        row.blame("lost", f"tables and text are {state}")
    with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
        if finished and file.map.of(Card)["new"].text != "after":
            row.blame("lost", "the first edit")
        file.document().do(written(file.map, "and on it goes", "new"))


_STATES = ((1, "new"), (2, "new"), (2, "after"))
"""The version of a file's tables, and what its card says, whenever the program ends."""


def _state(path: Path) -> tuple[int, str]:
    with JourneyFile.open(path) as file:
        text = file.map.of(Card)["new"].text
    db = connect(path, "ro")
    try:
        return version_of(db), text
    finally:
        db.close()


# Edits, with the log that keeps them safe beside the file.
def _edit_safely(folder: Path) -> None:
    with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
        for number in (2, 3):
            file.document().do(written(file.map, text_of(number)))
            file.wait_saved()


def _edited_safely(folder: Path, finished: bool, row: Row) -> None:
    for _time in range(2):  # taking up what was broken off is done once, and the second time finds nothing
        with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
            texts = [text_of(3)] if finished else [text_of(number) for number in (1, 2, 3)]
            if _text(file) not in texts:
                row.blame("lost", f"holds {_text(file)[:40]!r}")
    _expect(folder / MINE, row, *texts)


# A file whose disk was away gets the edits of then when it is opened.
def _broken_off(folder: Path) -> None:
    _a_file(folder)
    file = JourneyFile.open(folder / MINE, data_folder=folder / "data")
    elsewhere = folder.with_name("elsewhere")
    (folder / MINE).rename(elsewhere)
    for number in (2, 3):
        file.document().do(written(file.map, text_of(number)))
    with suppress(FileGone):
        file.close()
    elsewhere.rename(folder / MINE)


def _take_up(folder: Path) -> None:
    with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
        file.wait_saved()


def _taken_up(folder: Path, _finished: bool, row: Row) -> None:
    for _time in range(2):
        with JourneyFile.open(folder / MINE, data_folder=folder / "data") as file:
            if (len(file.history), _text(file)) != (3, text_of(3)):
                row.blame("lost", f"holds {len(file.history)} steps and {_text(file)[:40]!r}")
    _expect(folder / MINE, row, text_of(3))


def _back_up(folder: Path) -> None:
    with JourneyFile.open(folder / MINE) as file:
        keep_backup(file.image(), folder_of("doc", folder), 1, BackupKind.WORKING, NOON)


def _backed_up(folder: Path, finished: bool, row: Row) -> None:
    found = backups_of("doc", folder)
    if finished and not found:
        row.blame("lost", "no backup")
    for backup in found:
        _expect_copy(backup.path, finished, row, text_of(1))
    _expect(folder / MINE, row, text_of(1))


def _copy(folder: Path) -> None:
    with JourneyFile.open(folder / MINE) as file:
        file.save_copy(folder / OUT)


def _an_older_copy_too(folder: Path) -> None:
    _a_file(folder)
    _copy(folder)
    _edited(folder / MINE, 2)


def _copied(folder: Path, finished: bool, row: Row) -> None:
    _expect(folder / OUT, row, *([text_of(2)] if finished else [text_of(1), text_of(2)]))
    _expect(folder / MINE, row, text_of(2))


def _two_copies(folder: Path) -> None:
    _a_file(folder)
    (folder / THEIRS).write_bytes((folder / MINE).read_bytes())
    with JourneyFile.open(folder / THEIRS) as theirs:
        theirs.document().do(written(theirs.map, "theirs", "letter"))
    _edited(folder / MINE, 2)


def _merge(folder: Path) -> None:
    with (
        JourneyFile.open(folder / MINE, read_only=True) as mine,
        JourneyFile.open(folder / THEIRS, read_only=True) as theirs,
    ):
        shared = shared_history(mine.moment(), theirs.moment())
        change = merge(shared.base, mine.map, theirs.map).change("Merge")
        write_merged(mine, folder / OUT, change, "Before", shared.upto)


def _merged(folder: Path, finished: bool, row: Row) -> None:
    if (folder / OUT).exists() and _map(folder / OUT).of(Card)["letter"].text != "theirs":
        row.blame("silent", "what was done in the other copy")
    _expect_copy(folder / OUT, finished, row, text_of(2))
    _expect(folder / MINE, row, text_of(2))


def _map(path: Path) -> MapData:
    with JourneyFile.open(path, read_only=True) as file:
        return file.map


def _a_damaged_file(folder: Path) -> None:
    _a_file(folder)
    content = bytearray((folder / MINE).read_bytes())
    content[:4096] = bytes(4096)
    (folder / MINE).write_bytes(content)


def _repair(folder: Path) -> None:
    repair_file(folder / MINE, folder / OUT)


def _repaired(folder: Path, finished: bool, row: Row) -> None:
    _expect_copy(folder / OUT, finished, row, text_of(1))
    if (folder / MINE).read_bytes()[:4096].strip(b"\0"):
        row.blame("lost", "the damaged file is not what it was")


def _go_back(folder: Path) -> None:
    with JourneyFile.open(folder / MINE, read_only=True) as file:
        change = file.recall(2).reversed()
        write_stepped(file, folder / OUT, change, VersionKind.RESTORE)


def _gone_back(folder: Path, finished: bool, row: Row) -> None:
    _expect_copy(folder / OUT, finished, row, text_of(1))
    _expect(folder / MINE, row, text_of(2))


def _two_edits(folder: Path) -> None:
    _a_file(folder)
    _edited(folder / MINE, 2)


DEEDS = {
    "migrating an older file": Deed(_an_older_file, _migrate, _migrated),
    "editing with the safety log": Deed(_a_file, _edit_safely, _edited_safely),
    "taking up what was broken off": Deed(_broken_off, _take_up, _taken_up),
    "keeping a backup": Deed(_a_file, _back_up, _backed_up),
    "copying over an older copy": Deed(_an_older_copy_too, _copy, _copied),
    "merging two copies": Deed(_two_copies, _merge, _merged),
    "going back to a version in a copy": Deed(_two_edits, _go_back, _gone_back),
    "repairing a damaged file": Deed(_a_damaged_file, _repair, _repaired),
}
