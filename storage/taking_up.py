"""Taking up what earlier runs of the program did to a file that has not, or no longer, got it.

Nothing here looks at a clock: what came after what is told by the names of the edits alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from storage.backups import write_new
from storage.base import Base, with_items
from storage.faults import FileFault, fault_of
from storage.log import Step
from storage.rescue import Ending, Rescued
from storage.step_json import Item, name_of


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a file.

    ``lacks`` is what it has to be given, quietly, for it was broken off. ``older`` is a run that had come
    further than the file is, when all was in it, or another file of the document that is gone. ``apart`` are
    runs whose edits lead elsewhere. ``settled`` are folders with nothing that is not in the file, once it has
    what it lacks.
    """

    lacks: tuple[Item, ...] = ()
    older: Rescued | None = None
    apart: tuple[Rescued, ...] = ()
    settled: tuple[Path, ...] = ()


def look_through(
    runs: list[Rescued], file: Base, path: Path, fits: Callable[[tuple[Item, ...]], bool]
) -> Found:
    """Compare what earlier runs kept of a document with a file of it that lies at ``path``; ``fits`` tells
    whether edits can be done to it.

    What a run did to another file of the document, which is still there, is none of this one's business: a
    copy may well be older.
    """
    concerned = [run for run in runs if run.path == path or not run.path.exists()]
    told = [(run, lacking_in(run, file)) for run in concerned if run.ending is not Ending.DECLINED]
    lacking = [(run, one if one is None or fits(one) else None) for run, one in told]
    followed = [(run, lacks) for run, lacks in lacking if lacks]
    lacks = max((one for run, one in followed if _is_quiet(run, path)), key=len, default=())
    known = set(map(name_of, lacks))
    settled = [run.folder for run, one in lacking if one is not None and known.issuperset(map(name_of, one))]
    others = [(run, one) for run, one in lacking if run.folder not in settled]
    apart = [run for run, one in others if run.ending is not Ending.WRITTEN and (one is None or lacks)]
    older = [run for run, one in others if one and not lacks]
    return Found(lacks, max(older, key=lambda run: run.last, default=None), tuple(apart), tuple(settled))


def _is_quiet(run: Rescued, path: Path) -> bool:
    """Whether what a run kept is brought back without asking: it was asked already, or it was broken off at
    this very file.
    """
    return run.ending is Ending.WANTED or (run.ending is Ending.BROKEN_OFF and run.path == path)


def lacking_in(run: Rescued, file: Base) -> tuple[Item, ...] | None:
    """What a run kept that a file of the same document does not have, in order; None where it does not
    follow on what is in the file.
    """
    uids, items = file.uids(), run.items
    try:
        if len(uids) < run.revision:
            items = (*_of_base(run, uids), *items)
        elif run.revision and uids[run.revision - 1] != run.uid:
            return None
    except (FileFault, _Elsewhere):
        return None
    if any(_differs(item, uids) for item in items):
        return None
    there = {*uids, *file.version_ids()}
    return tuple(item for item in items if name_of(item) not in there)


class _Elsewhere(Exception):
    """A run began from another history."""


def _of_base(run: Rescued, uids: tuple[str, ...]) -> tuple[Item, ...]:
    """What the file that a run began from had more than a file with these edits. Raises FileFault."""
    base = base_of(run)
    try:
        if base.uids()[: len(uids)] != uids:
            raise _Elsewhere
        return base.items(len(uids))
    finally:
        base.close()


def base_of(run: Rescued) -> Base:
    """The file that a run began from. Raises FileFault where it is damaged."""
    try:
        return Base(run.base.read_bytes(), run.base)
    except OSError as error:
        raise fault_of(error, run.base, "") from error


def _differs(item: Item, uids: tuple[str, ...]) -> bool:
    """Whether a file with these edits has another one in the place of this."""
    if not isinstance(item, Step) or item.entry.number > len(uids):
        return False
    return uids[item.entry.number - 1] != item.uid


def restore(run: Rescued, target: Path) -> None:
    """Make a file of all that a run kept under a name that nothing has, whole or not at all.

    Raises a FileFault, NameTaken where something has it; then nothing was made.
    """
    base = base_of(run)
    try:
        image = with_items(base.image(), run.items, target)
    finally:
        base.close()
    write_new(image, target)
