"""What is missing of a damaged file as far as it can be known, and what cannot be known, in words."""

from __future__ import annotations

from collections.abc import Iterable

from journey.layout.days import spoken_moment
from journey.model import SHAPES, MapData, Record
from journey.model.naming import sort_word
from journey.versions import Version
from resources.words import _, _n, in_quotes, listed
from storage.salvage.carving import Carved
from storage.salvage.finding import Found
from storage.salvage.last_backup import LastBackup

_MOST = 5
"""Names that one line tells."""


def what_is_missing(found: Found, made: MapData, stood_in: Iterable[Record], proved: bool) -> tuple[str, ...]:
    """On what nothing in the file tells any more; nothing where all is ``proved``."""
    unknown = [] if proved else [shape for shape in SHAPES if shape.name in found.carved.unknown]
    if not unknown:
        return ()
    only_stand_in = {(type(record), record.id) for record in stood_in}
    back = {(type(record), record.id) for record in made.records()} - only_stand_in
    there = {sort for sort, _id in back}
    some = [sort_word(shape.name) for shape in unknown if shape.record in there]
    none = [sort_word(shape.name) for shape in unknown if shape.record not in there]
    some_says = _("More of these may be missing: {sorts}.")
    none_says = _("Of these nothing was found, and whether there were any cannot be told: {sorts}.")
    lines = [
        says.format(sorts=_all(these)) for says, these in ((some_says, some), (none_says, none)) if these
    ]
    return (*_pages(found.carved), *lines)


def missing_history(found: Found, steps: int) -> tuple[str, ...]:
    """Whether the history came back, so many ``steps`` of it being in the new file."""
    if steps == found.history.revision and found.knows_revision:
        return ()
    if steps:
        return (_("Whether the last changes of the history are missing cannot be told."),)
    return (_("The history did not come back whole, so the new file begins without one."),)


def missing_versions(found: Found, kept: tuple[Version, ...]) -> tuple[str, ...]:
    """The versions that are known of and are not in the new file, by their names where these are known."""
    known = {version.id: version.name for version in found.versions()}
    lost = {*known, *found.carved.told["version"]} - {version.id for version in kept}
    lines = [_("Did not come back: {what}.").format(what=_versions(lost, known))] if lost else []
    if "version" in found.carved.unknown:
        lines.append(_("Whether versions that somebody kept are missing cannot be told."))
    return tuple(lines)


def how_found(backup: LastBackup | None) -> tuple[str, ...]:
    """That nobody but a reader can say whether a backup, found by likeness, is the right one."""
    if backup is None or not backup.by_likeness:
        return ()
    said = _(
        "Which map the file was cannot be read any more. The backup of {when} was found by what it shares "
        "with the file: look whether it is of the same map."
    )
    return (said.format(when=spoken_moment(backup.at.astimezone())),)


def _versions(lost: set[str], known: dict[str, str]) -> str:
    names = sorted(in_quotes(known[one]) for one in lost if known.get(one))
    count = _n("{n} version", "{n} versions", len(lost)).format(n=len(lost))
    return _("{count} ({names})").format(count=count, names=listed(names, _MOST)) if names else count


def _pages(carved: Carved) -> tuple[str, ...]:
    if not carved.unread:
        return ()
    said = _("How much is missing cannot be told: {lost} of {all} pages could not be read.")
    return (said.format(lost=carved.unread, all=carved.pages),)


def _all(words: list[str]) -> str:
    return listed(words, len(words))
