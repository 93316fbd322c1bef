"""The demonstration: a sample workshop kept, checked and printed as a real one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.commands.findings import grouped
from app.commands.keeping import keep
from app.commands.progress import doing
from app.commands.tally import tally
from app.opening import Opened, opened
from app.printing.publishing import publish
from app.printing.wishes import Wishes
from export.json_in import read_json
from journey.analysis import find, summary
from journey.clean import one_line
from journey.model import (
    Asset,
    Card,
    Journey,
    JourneyPersona,
    Lane,
    Persona,
    Record,
    Stage,
    Step,
    Workshop,
    adding,
)
from resources.errors import Fault
from resources.samples import sample_bytes
from resources.words import _
from storage import JourneyFile

SAMPLE = "water-damage"
_SKELETON = (Workshop, Asset, Persona, Journey, JourneyPersona, Stage, Step, Lane)


def demonstrate(folder: Path, force: bool) -> Iterator[str]:
    """Make the demonstration in a folder; gives lines for the user. Raises Fault if it cannot be made."""
    path = folder / f"{SAMPLE}.journey"
    _make_folder(folder)
    if path.exists() and not force:
        yield _("{file} is there already and was kept as it is.").format(file=path)
    else:
        with doing(_("Making {file} …").format(file=path.name)):
            _work_through(path, read_json(sample_bytes(SAMPLE)).records, force)
    found = opened(path)
    yield f"{path}: {tally(found.map)}"
    yield from _says(found)
    yield from publish(found, folder / f"{SAMPLE}.pdf", Wishes(paper="roll:914mm"), doing)
    yield ""
    yield _("Look further: reisekart show {file}").format(file=path)
    yield _("Draw on: reisekart {file}").format(file=path)


def _make_folder(folder: Path) -> None:
    if folder.is_file():
        sentence = _("“{file}” is a file. The demonstration goes to a folder. Nothing was made.")
        raise Fault(sentence.format(file=folder.name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as wrong:
        sentence = _("The folder “{folder}” cannot be made ({reason}). Nothing was made.")
        reason = getattr(wrong, "strerror", None) or wrong
        raise Fault(sentence.format(folder=folder, reason=reason)) from None


def _work_through(path: Path, records: Sequence[Record], force: bool) -> None:
    """Keep the bare grid, then do what a workshop does: put up the cards, then say more about them."""
    keep(path, [one for one in records if isinstance(one, _SKELETON)], force)
    cards = [one for one in records if isinstance(one, Card)]
    about = [one for one in records if not isinstance(one, (*_SKELETON, Card))]
    with JourneyFile.open(path) as file:
        document = file.document()
        document.do(adding(_("Put up the cards"), cards))
        document.do(adding(_("Say who owns them, how it feels and what we know"), about))
        file.wait_saved()


def _says(found: Opened) -> Iterator[str]:
    """What the first journey says, in a few sentences."""
    journey = found.map.journeys()[0]
    yield ""
    yield _("What “{title}” says:").format(title=one_line(journey.title))
    yield from grouped(summary(find(found.map, journey.id), found.map))
    yield ""
