"""New files for the window: from a preset, from a sample, from a file of another program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.recent import free_path
from export.notices import Notice
from journey.edits import new_workshop
from journey.model import Record
from resources.errors import Fault
from resources.samples import SAMPLES, sample_bytes
from resources.words import _, spoken
from storage import FileReadOnly, JourneyFile


def begin_map(preset: str, folder: Path | None = None) -> Path:
    """A new file of a preset, named so that everything is kept from the first key on, in the folder for
    documents if no other is named; gives its path.

    Raises Fault if it cannot be made.
    """
    fresh = new_workshop(_("Untitled journey"), spoken(), preset)
    return _keep(_("Untitled journey"), fresh.records(), folder)


def copy_sample(name: str, folder: Path | None = None) -> Path:
    """A copy of a sample, to play with; gives its path. As above."""
    from export.json_in import read_json

    return _keep(SAMPLES[name].title, read_json(sample_bytes(name)).records, folder)


def import_map(source: Path) -> tuple[Path, tuple[Notice, ...]]:
    """A new file beside the source, or among the documents; gives its path and what is to be said of it.

    Raises Fault if the source is of no use or the file cannot be made.
    """
    from export.reading import read_source

    imported = read_source(source)
    records = tuple(imported.records)
    try:
        path = _keep(source.stem, records, source.absolute().parent)
    except FileReadOnly:
        path = _keep(source.stem, records)
    return path, tuple(imported.notices)


def _keep(title: str, records: Iterable[Record], folder: Path | None = None) -> Path:
    try:
        path = free_path(title, folder)
    except OSError as error:
        sentence = _("A file cannot be made in the folder for documents ({reason}). Nothing was created.")
        if folder is not None:
            sentence = _("A file cannot be made in “{folder}” ({reason}). Nothing was created.")
        raise Fault(sentence.format(folder=folder, reason=error.strerror or error)) from error
    JourneyFile.create(path, records).close()
    return path
