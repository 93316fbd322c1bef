"""Copies of a .journey file that is open, with its whole history, written beside the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from app.errand import Errand
from app.same_file import expect_another
from resources.words import _
from storage import NameTaken

Made = TypeVar("Made")

_ATTEMPTS = 20
"""How often another name is looked for when somebody took the last one at that very moment."""


class Copies:
    """The copies that a window has written, each on a thread of its own."""

    def __init__(self) -> None:
        self._errands: list[Errand] = []
        self._told = False

    def begin(self, errand: Errand) -> None:
        """Begin to write one more; returns at once."""
        self._told = False
        self._errands = [*(one for one in self._errands if not one.is_over_within(0.0)), errand]
        errand.start()

    def may_be_left(self, seconds: float) -> bool:
        """Whether all are written, waiting at most so long for each; one who was told that they are not, and
        asks again, may leave all the same.
        """
        if not self._told and not all(errand.is_over_within(seconds) for errand in self._errands):
            self._told = True
            return False
        return True

    def leave(self) -> None:
        """Hear no more of them; returns at once, and what is being written is written."""
        for errand in self._errands:
            errand.drop()


def copying(write: Callable[[Path], None], target: Path, own: Path) -> Errand:
    """The writing of a copy, which ends with where it is; an older file of that name is replaced in one
    stroke, or stays as it was.

    ``write`` makes the copy at the ``target``, which may not be the user's ``own`` file itself.
    """

    def work() -> Path:
        sentence = _("“{file}” is the file itself; give the copy another name.")
        expect_another(target, own, sentence.format(file=target.name))
        write(target)
        return target

    return Errand(work, "copy")


def copying_beside(write: Callable[[Path], None], own: Path, words: str) -> Errand:
    """The writing of a copy beside the user's ``own`` file, under a new name, which ends with where it is.

    ``write`` as for ``made_beside``.
    """

    def made(target: Path) -> Path:
        write(target)
        return target

    return Errand(lambda: made_beside(own, words, made), "copy")


def made_beside(path: Path, words: str, make: Callable[[Path], Made]) -> Made:
    """What comes of making a file beside another, under a name that nothing has.

    ``make`` raises NameTaken where somebody took the name meanwhile, and then it is tried with another.
    """
    for _attempt in range(_ATTEMPTS):
        with suppress(NameTaken):
            return make(free_beside(path, words))
    return make(free_beside(path, words))


def free_beside(path: Path, words: str) -> Path:
    """A name beside a file that nothing has at this moment, told apart by words in brackets."""
    number, target = 1, path.with_name(f"{path.stem} ({words}){path.suffix}")
    while os.path.lexists(target):
        number += 1
        target = path.with_name(f"{path.stem} ({words} {number}){path.suffix}")
    return target
