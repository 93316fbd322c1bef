"""A copy of a .journey file that is open, with its whole history, written beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errand import Errand
from resources.errors import Fault
from resources.words import _


def copying(write: Callable[[Path], None], target: Path, own: Path) -> Errand:
    """The writing of a copy, which ends with where it is; an older file of that name is replaced in one
    stroke, or stays as it was.

    ``write`` makes the copy at the ``target``, which may not be the user's ``own`` file itself.
    """

    def work() -> Path:
        _expect_another(target, own)
        write(target)
        return target

    return Errand(work, "copy")


def _expect_another(target: Path, own: Path) -> None:
    try:
        same = target.samefile(own)
    except OSError:
        return
    if same:
        sentence = _("“{file}” is the file itself; give the copy another name.")
        raise Fault(sentence.format(file=target.name))


def free_beside(path: Path, words: str) -> Path:
    """A name beside a file that nothing has yet, told apart by words in brackets."""
    number, target = 1, path.with_name(f"{path.stem} ({words}){path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem} ({words} {number}){path.suffix}")
    return target
