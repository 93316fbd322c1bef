"""How commands put records into a new .journey file without harm to what is there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from app import same_file
from journey.model import Record
from resources.errors import Fault
from resources.words import _
from storage import JourneyFile, NameTaken, replace_file


def keep(path: Path, records: Iterable[Record], force: bool) -> None:
    """Make a file of these records; only with ``force`` in the place of another, in one stroke.

    Raises Fault, with the old file untouched.
    """
    expect_place(path)
    records = tuple(records)
    try:
        JourneyFile.create(path, records).close()
    except NameTaken as taken:
        if not force:
            raise NameTaken(taken.sentence + " " + _("With --force it is replaced.")) from None
        if not path.is_file():
            raise
        replace_file(path, records)


def expect_journey_name(target: Path, made_of_maps: Container[str] = ()) -> None:
    """Raise Fault if the name for a map does not end as names of maps do.

    ``made_of_maps`` are endings of files to export to: where one was wanted, it is said how to come to it.
    """
    suffix = target.suffix.lower()
    if suffix == ".journey" or target.is_dir():
        return
    name = (target.with_suffix("") if suffix[1:].isalpha() else target).name + ".journey"
    said = _("The name of a map ends in .journey: {name}. Nothing was created.").format(name=name)
    if suffix in made_of_maps:
        said += " " + _("From there: reisekart export {name} -o {target}").format(
            name=name, target=target.name
        )
    raise Fault(said)


def expect_new(target: Path, force: bool) -> None:
    """Raise Fault if there is a file already and nobody said that it may be replaced."""
    if target.is_file() and not force:
        taken = _("“{file}” is there already.").format(file=target.name)
        raise NameTaken(f"{taken} {_('With --force it is replaced.')}")


def expect_another(source: Path, target: Path) -> None:
    """Raise Fault if what is read and what is to be written are one file."""
    sentence = _("“{file}” cannot be made out of itself. Give the new file another name.")
    same_file.expect_another(source, target, sentence.format(file=target.name))


def expect_place(path: Path) -> None:
    """Raise Fault if a folder stands where the file is to be, or none where its folder should be."""
    if path.is_dir():
        sentence = _("“{file}” is a folder. Nothing was created. Give the file another name.")
        raise Fault(sentence.format(file=path.resolve().name or path))
    if not path.absolute().parent.is_dir():
        sentence = _("There is no folder “{folder}”. Nothing was created. Make it, or choose another one.")
        raise Fault(sentence.format(folder=path.parent))
