"""Making a new, sound file of one that is damaged or was tampered with; that one is only read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from journey.ids import new_id
from journey.model import MapData, Record, Refused
from journey.versions import Version
from resources.words import _
from storage.faults import FileFault, NotAJourneyFile
from storage.header import says_newer
from storage.limits import too_many_records
from storage.rows import DIGEST_SIZE, record_hash
from storage.salvage.finding import Found, found_in, turn_back
from storage.salvage.last_backup import LastBackup, last_backup, likely_backup
from storage.salvage.mending import Mended, mended_map
from storage.salvage.missing import how_found, missing_history, missing_versions, what_is_missing
from storage.salvage.pages import TooManyRows
from storage.salvage.proofs import History
from storage.salvage.raw import raw_bytes
from storage.salvage.renewing import mark_of_repair, write_renewed
from storage.salvage.reporting import came_back, details
from storage.salvage.weighing import weigh
from storage.salvage.whole import whole_content
from storage.versions import version_hash


@dataclass(frozen=True, slots=True)
class Repaired:
    """A new file and what is in it.

    ``proved``: the map is, to the last letter, what was written. ``steps``: how many steps of the history
    came back, of the ``of_steps`` that are known of. ``stood_in`` are records that only stand in for lost
    ones. ``missing`` says what did not come back and what cannot be known, ``lines`` what happened to what.
    ``backup`` is the newest one that is known of this map, to be looked at beside it.
    """

    path: Path
    map: MapData
    proved: bool
    steps: int
    of_steps: int
    stood_in: tuple[Record, ...]
    missing: tuple[str, ...]
    lines: tuple[str, ...]
    backup: LastBackup | None

    def sentences(self) -> tuple[str, ...]:
        """All of it in words, the gist first."""
        held = came_back(self.map, self.stood_in)
        whole = _("Everything came back, and is proved to be what was written: {what}.")
        part = _("Came back: {what}.")
        return ((whole if self.proved else part).format(what=held), *self.missing, *self.lines)


def repair_file(path: Path | str, target: Path | str, data_folder: Path | None = None) -> Repaired:
    """Make a new file of what can be had from another, and tell what came back.

    Nothing in the old file is run, and not a byte of it changes. ``data_folder`` is the user's, where
    backups of the same map may lie. Raises a FileFault if there is nothing to be had or the new file
    cannot be made; then there is none.
    """
    path, target = Path(path).absolute(), Path(target).absolute()
    image = raw_bytes(path)
    found, newer = _found(image, path), says_newer(image)
    backup = _backup(found, path, data_folder)
    weighed = weigh(found.carved, found.pictures, found.history, backup)
    turn_back(weighed, found)
    if not weighed.records:
        sentence = _("Nothing of a map could be found in “{file}”. Nothing was created.")
        raise NotAJourneyFile(sentence.format(file=path.name))
    made, mended = _mended(weighed.records, path)
    versions = found.versions()
    proved = not newer and not mended and _is_proved(found, made, versions)
    history = _kept_history(found, made)
    of_steps, steps = found.history.revision, history.revision
    document = (found.document if steps == of_steps else "") or new_id()
    kept = versions if steps == of_steps else ()
    write_renewed(target, made, document, history, (*kept, mark_of_repair(steps)), found.pictures)
    _expect(target, made)
    lines = details(weighed, mended, proved)
    stood_in = tuple(mended.get(Mended.STOOD_IN, ()))
    missing = (
        *what_is_missing(found, made, stood_in, proved),
        *missing_history(found, steps),
        *missing_versions(found, kept),
        *how_found(backup),
        *([_unknown()] if newer else []),
    )
    return Repaired(target, made, proved, steps, of_steps, stood_in, missing, lines, backup)


def _unknown() -> str:
    return _(
        "The file says that a newer version of Reisekart made it: what only that version knows did not come "
        "with it. Bring Reisekart up to date to open the file itself."
    )


def _found(image: bytes, path: Path) -> Found:
    try:
        return found_in(image)
    except TooManyRows as error:
        raise too_many_records(path) from error


def _backup(found: Found, path: Path, data_folder: Path | None) -> LastBackup | None:
    if found.document:
        return last_backup(found.document, data_folder)
    return likely_backup(found.carved.ids(), path, data_folder)


def _mended(
    records: dict[tuple[type[Record], str], Record], path: Path
) -> tuple[MapData, dict[Mended, list[Record]]]:
    try:
        return mended_map(records)
    except Refused as refused:
        sentence = _("What is left of “{file}” makes no map: {wrong} Nothing was created.")
        raise FileFault(sentence.format(file=path.name, wrong=refused.sentence)) from refused


def _is_proved(found: Found, made: MapData, versions: tuple[Version, ...]) -> bool:
    """Whether records and versions are those that the file's digest was made over."""
    total = sum(map(record_hash, made.records())) + sum(map(version_hash, versions))
    return found.digest == total % DIGEST_SIZE


def _kept_history(found: Found, made: MapData) -> History:
    """The history, if it is whole and leads to exactly this map; else one with nothing in it."""
    return found.history if found.history.base(made) is not None else History()


def _expect(target: Path, made: MapData) -> None:
    """Open the new file as anybody will, before anybody is told that it is good."""
    if whole_content(target).map != made:
        raise AssertionError("the new file does not hold what was put into it")
