"""What one can go back to: the versions kept in a file, its steps, and its backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.days import moment
from app.meant import meant_in_list
from app.opening import opened_to_read
from journey.comparing import way_to
from journey.edits.wording import quotable
from journey.layout.days import spoken_day
from journey.model import MapData
from journey.past import map_after, sittings
from journey.versions import Version, VersionKind, version_words
from resources.errors import Fault
from resources.words import _
from storage import JourneyFile
from storage.backups import Backup, BackupKind, backups_of
from storage.stepped_copy import write_stepped


@dataclass(frozen=True, slots=True)
class State:
    """A state of a file: as it was after ``step``, or as it lies in a ``backup``.

    ``words`` are what it is called; ``at`` is on our clock, None where nobody knows; ``named`` tells whether
    somebody gave it its name.
    """

    words: str
    step: int
    at: datetime | None = None
    who: str = ""
    named: bool = False
    version: Version | None = None
    backup: Path | None = None


def versions_of(file: JourneyFile) -> list[State]:
    """The versions of a file, the oldest first."""
    return [_of_version(version) for version in file.versions]


def sitting_states(file: JourneyFile) -> list[State]:
    """What the file was before each sitting of work in it but the first, the oldest first."""
    states = []
    for entry in sittings(file.history):
        at = moment(entry.at)
        day = spoken_day(at.date().isoformat()) if at else ""
        states.append(State(_("Before the work of {day}").format(day=day), entry.number - 1, at))
    return states


def backup_states(document_id: str, data_folder: Path) -> list[State]:
    """The backups of a document, the oldest first."""
    return [_of_backup(backup) for backup in backups_of(document_id, data_folder)]


def map_of_state(file: JourneyFile, state: State) -> MapData:
    """The map as it was. Raises Fault where a step or a backup cannot be read any more."""
    if state.backup is None:
        return map_after(file, file.document(), state.step)
    with JourneyFile.open(state.backup, read_only=True) as backup:
        return backup.map


def state_called(file: JourneyFile, wanted: str) -> State:
    """The state somebody means: a version by its name or its number in the list, or a change as @14.

    Raises Fault where nothing or more than one thing is called that.
    """
    if wanted.startswith("@") and wanted[1:].isdecimal() and int(wanted[1:]) <= len(file.history):
        return step_state(file, int(wanted[1:]))
    states = versions_of(file)
    near = meant_in_list(wanted, states, lambda one: one.words)
    if len(near) == 1:
        return near[0]
    raise Fault(_unknown(file, wanted, len(near)))


def state_or_file(file: JourneyFile, wanted: str) -> tuple[str, MapData]:
    """The words and the map of what somebody means: a version or step as above, or another file.

    Raises Fault where there is neither.
    """
    other = Path(wanted)
    try:
        state = state_called(file, wanted)
    except Fault:
        if not other.is_file():
            raise
        with opened_to_read(other) as opened:
            return other.name, opened.map
    return state.words, map_of_state(file, state)


def write_restored(file: JourneyFile, then: MapData, words: str, target: Path) -> None:
    """Write a copy of a file, with its history, and go back in it to another map as its last step.

    Raises Fault, and then what was at ``target`` is as it was.
    """
    label = _("Go back to “{step}”").format(step=quotable(words))
    write_stepped(file, target, way_to(file.map, then, label), VersionKind.RESTORE)


def step_state(file: JourneyFile, step: int) -> State:
    """The state after a step of the history; 0 is the beginning."""
    if not step:
        return State(_("The beginning"), 0)
    entry = file.history[step - 1]
    return State(_("After “{step}”").format(step=quotable(entry.label)), step, moment(entry.at), entry.who)


def _of_version(version: Version) -> State:
    named = version.kind is VersionKind.NAMED
    at = moment(version.at)
    return State(version_words(version), version.entry, at, version.who, named, version=version)


def _of_backup(backup: Backup) -> State:
    words = {
        BackupKind.OPENED: _("Backup when it was opened"),
        BackupKind.WORKING: _("Backup during the work"),
        BackupKind.CLOSED: _("Backup when it was closed"),
        BackupKind.OLDER: _("Backup before it was brought up to date"),
    }[backup.kind]
    return State(words, backup.revision, backup.at.astimezone(), backup=backup.path)


def _unknown(file: JourneyFile, wanted: str, near: int) -> str:
    if near:
        sentence = _("“{wanted}” names {n} versions of “{file}”; give its number in the list.")
        return sentence.format(wanted=wanted, n=near, file=file.path.name)
    sentence = _("“{file}” has no version “{wanted}”. Its versions: reisekart versions {file}")
    return sentence.format(file=file.path.name, wanted=wanted)
