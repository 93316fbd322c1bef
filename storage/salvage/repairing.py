"""Making a new, sound file of one that is damaged or was tampered with; that one is only read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from journey.ids import new_id
from journey.model import MapData, Record, Refused
from journey.versions import Version
from resources.words import _
from storage.faults import FileDamaged
from storage.rows import DIGEST_SIZE, record_hash
from storage.salvage.carving import Carved, carve
from storage.salvage.flipped import unflipped
from storage.salvage.last_backup import LastBackup, last_backup
from storage.salvage.mending import Mended, mended_map
from storage.salvage.pages import pages_of
from storage.salvage.proofs import History, history_of
from storage.salvage.raw import raw_bytes
from storage.salvage.renewing import mark_of_repair, write_renewed
from storage.salvage.reporting import came_back, details
from storage.salvage.weighing import Weighed, weigh
from storage.salvage.whole import whole_content
from storage.versions import version_hash, version_of_row

_ID = re.compile("[0-9a-z]{1,64}")
_HIGHEST = 1 << 40
"""No file has come to so many steps."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A new file and what is in it.

    ``proved``: the map is, to the last letter, what was written. ``steps``: how many steps of the history
    came back, of ``of_steps``. ``lines`` say what happened to what. ``backup`` is the newest one that is
    known of this map, to be looked at beside it.
    """

    path: Path
    map: MapData
    proved: bool
    steps: int
    of_steps: int
    lines: tuple[str, ...]
    backup: LastBackup | None

    def sentences(self) -> tuple[str, ...]:
        """All of it in words, the gist first."""
        held = came_back(self.map)
        whole = _("Everything came back, and is proved to be what was written: {what}.")
        part = _("Came back: {what}.")
        return ((whole if self.proved else part).format(what=held), *self.lines, *self._about_history())

    def _about_history(self) -> tuple[str, ...]:
        if self.steps == self.of_steps:
            return ()
        said = _("The history did not come back whole, so the new file begins without one.")
        return (said,)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the file itself says: rows, pictures by the names of their bytes, and the few facts about it."""

    carved: Carved
    pictures: Mapping[str, bytes]
    meta: Mapping[str, str]
    history: History

    @property
    def document(self) -> str:
        """The id that all copies share; empty where it is lost."""
        told = self.meta.get("document", "")
        return told if _ID.fullmatch(told) else ""

    @property
    def digest(self) -> int | None:
        """The digest that the file tells, if it is one."""
        told = self.meta.get("digest", "")
        return int(told) if told.isdecimal() and len(told) <= 20 else None

    def versions(self) -> tuple[Version, ...]:
        """The versions that can be read."""
        versions: dict[str, Version] = {}
        for row in self.carved.rows["version"]:
            try:
                version = version_of_row(row, self.history.revision)
            except (ValueError, TypeError):
                continue
            versions.setdefault(version.id, version)
        return tuple(versions.values())


def repair_file(path: Path | str, target: Path | str, data_folder: Path | None = None) -> Repaired:
    """Make a new file of what can be had from another, and tell what came back.

    Nothing in the old file is run, and not a byte of it changes. ``data_folder`` is the user's, where
    backups of the same map may lie. Raises a FileFault if there is nothing to be had or the new file
    cannot be made; then there is none.
    """
    path, target = Path(path).absolute(), Path(target).absolute()
    found = _found(raw_bytes(path))
    backup = last_backup(found.document, data_folder)
    weighed = weigh(found.carved, found.pictures, found.history, _known(backup, found.history))
    _turn_back(weighed, found)
    if not weighed.records:
        sentence = _("Nothing of a map could be found in “{file}”. Nothing was created.")
        raise FileDamaged(sentence.format(file=path.name))
    made, mended = _mended(weighed.records, path)
    versions = found.versions()
    proved = not mended and _is_proved(found, made, versions)
    history = _kept_history(found, made)
    of_steps, steps = found.history.revision, history.revision
    document = (found.document if steps == of_steps else "") or new_id()
    marked = (*(versions if steps == of_steps else ()), mark_of_repair(steps))
    write_renewed(target, made, document, history, marked, found.pictures)
    _expect(target, made)
    lines = details(weighed, mended, of_steps)
    return Repaired(target, made, proved, steps, of_steps, lines, backup)


def _found(data: bytes) -> _Found:
    carved = carve(pages_of(data))
    pictures = {str(name): cast("bytes", blob) for name, blob in carved.rows["blob"]}
    meta = {str(key): str(value) for key, value in reversed(carved.rows["meta"])}
    revision = meta.get("revision", "")
    told = int(revision) if revision.isdecimal() and len(revision) < 12 else 0
    return _Found(carved, pictures, meta, history_of(carved, pictures, told))


def _turn_back(weighed: Weighed, found: _Found) -> None:
    """If all is there and one bit turned over may be all that is wrong, look for it and turn it back."""
    digest, wrong = found.digest, {*weighed.lost, *weighed.spoilt}
    if digest is None or not found.carved.whole or weighed.older or len(wrong) > 1:
        return
    wanted = (digest - sum(map(version_hash, found.versions()))) % DIGEST_SIZE
    if sum(map(record_hash, weighed.records.values())) % DIGEST_SIZE == wanted:
        return
    turned = unflipped(weighed.records, weighed.rows, weighed.spoilt, wanted, found.pictures)
    if turned is not None:
        weighed.turn_back(*turned)


def _known(backup: LastBackup | None, history: History) -> MapData | None:
    """The map of a backup, if the history tells of all that was done since."""
    fits = backup is not None and history.gaps <= backup.revision <= history.revision
    return backup.map if backup is not None and fits else None


def _mended(
    records: dict[tuple[type[Record], str], Record], path: Path
) -> tuple[MapData, dict[Mended, list[Record]]]:
    try:
        return mended_map(records)
    except Refused as refused:
        sentence = _("What is left of “{file}” makes no map: {wrong} Nothing was created.")
        raise FileDamaged(sentence.format(file=path.name, wrong=refused.sentence)) from refused


def _is_proved(found: _Found, made: MapData, versions: tuple[Version, ...]) -> bool:
    """Whether records and versions are those that the file's digest was made over."""
    total = sum(map(record_hash, made.records())) + sum(map(version_hash, versions))
    return found.digest == total % DIGEST_SIZE


def _kept_history(found: _Found, made: MapData) -> History:
    """The history, if it is whole and leads to exactly this map; else one with nothing in it."""
    return found.history if found.history.base(made) is not None else History()


def _expect(target: Path, made: MapData) -> None:
    """Open the new file as anybody will, before anybody is told that it is good."""
    if whole_content(target).map != made:
        raise AssertionError("the new file does not hold what was put into it")
