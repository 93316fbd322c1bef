"""How commands come to a .journey file, and to one of the journeys in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.commands.saying import complain
from app.days import earlier_day, moment
from app.meant import meant_in_list
from app.recent import data_folder
from journey.model import Journey, MapData
from resources.errors import Fault
from resources.words import _
from storage import FileInUse, FileReadOnly, Holder, JourneyFile, NotAJourneyFile

IMPORTED = frozenset({".mmd", ".mermaid", ".md", ".csv", ".tsv", ".json"})
"""Endings of files that `reisekart import` reads."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in a file: its map, and when it was last edited; None where it is as it was made, or where
    that is not told.

    ``document`` is the file's own id, ``revision`` how many edits it had.
    """

    map: MapData
    edited: datetime | None
    document: str = ""
    revision: int = 0


def is_foreign(path: Path) -> bool:
    """Whether a file is to be imported, by its name."""
    return path.suffix.lower() in IMPORTED


def opened(path: Path) -> Opened:
    """What is in a file, which is closed again; where a newer program made it, that is said.

    Raises Fault for a file that is none of ours.
    """
    try:
        with opened_to_read(path) as file:
            edited = moment(file.history[-1].at) if file.history else None
            return Opened(file.map, edited, file.document_id, file.saved_revision)
    except NotAJourneyFile as wrong:
        if not is_foreign(path) or not path.is_file():
            raise
        hint = _("To make one of it: reisekart import {name} -o {target}")
        hint = hint.format(name=path.name, target=path.with_suffix(".journey").name)
        raise NotAJourneyFile(f"{wrong.sentence} {hint}") from None


@contextmanager
def opened_to_read(path: Path) -> Iterator[JourneyFile]:
    """A file of which something is told, closed again afterwards; where a newer program made it, that is
    said. Raises Fault for a file that is none of ours.
    """
    with JourneyFile.open(path, read_only=True) as file:
        if file.newer:
            complain(" ".join(file.remarks))
        yield file


def opened_to_edit(path: Path) -> JourneyFile:
    """A file that can be edited, which its caller closes. Raises Fault where somebody else has it open, or
    where it can only be read.
    """
    file = JourneyFile.open(path, data_folder=data_folder(), brief=True)
    if not file.read_only:
        return file
    file.close()
    if file.in_use is None:
        sentence = _("“{file}” can only be read.").format(file=path.name)
        said = " ".join(file.remarks) if file.newer else sentence
        raise FileReadOnly(said + " " + _("Nothing was changed."))
    sentence = holder_words(path, file.in_use)
    raise FileInUse(sentence + " " + _("Nothing was changed. Close it there first."))


def holder_words(path: Path, holder: Holder) -> str:
    """Who has a file open, and since when."""
    since = _since(holder.since)
    if holder.is_here:
        said = _("“{file}” has been open in another window on this computer since {time}.")
        return said.format(file=path.name, time=since)
    who = f"{holder.machine} ({holder.person})" if holder.person else holder.machine
    said = _("“{file}” has been open on {who} since {time}.")
    return said.format(file=path.name, who=who, time=since)


def _since(at: str) -> str:
    """A moment on our clock, with its day if that is not today."""
    then = moment(at)
    if then is None:
        return at
    time = then.strftime("%H:%M")
    day = earlier_day(at, datetime.now(UTC))
    return _("{day}, {time}").format(day=day, time=time) if day else time


def journey_called(map_data: MapData, wanted: str | None) -> Journey:
    """The journey of this number (from 1) or title; None is the first. Raises Fault if there is none."""
    journeys = map_data.journeys()
    if not journeys:
        raise Fault(_("The file has no journey yet. Nothing was done."))
    if wanted is None:
        return journeys[0]
    near = meant_in_list(wanted, journeys, lambda one: one.title)
    if len(near) == 1:
        return near[0]
    known = "; ".join(f"{place} {one.title}" for place, one in enumerate(journeys, start=1))
    sentence = _("“{wanted}” names no single journey of this file. It has: {known}")
    raise Fault(sentence.format(wanted=wanted, known=known))
