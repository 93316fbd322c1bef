"""A copy of a .journey file that is open, with its whole history, written on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from resources.errors import Fault
from resources.words import _


class Copying(QObject):
    """One copy. ``written`` comes with where it is, or ``failed`` with a sentence; an older file of that name
    is replaced in one stroke, or stays as it was.
    """

    written = Signal(object)
    failed = Signal(str)

    def __init__(
        self, write: Callable[[Path], None], target: Path, own: Path, parent: QObject | None = None
    ) -> None:
        """``write`` makes the copy at the ``target``, which may not be the user's ``own`` file itself."""
        super().__init__(parent)
        self._write, self._target, self._own = write, target, own
        # The words of the thread are those of the one who began it.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="copy", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def wait(self) -> None:
        """Return when it is over."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._expect_another()
            self._write(self._target)
        except Fault as fault:
            self.failed.emit(fault.sentence)
        else:
            self.written.emit(self._target)

    def _expect_another(self) -> None:
        try:
            same = self._target.samefile(self._own)
        except OSError:
            return
        if same:
            sentence = _("“{file}” is the file itself; give the copy another name.")
            raise Fault(sentence.format(file=self._target.name))


def free_beside(path: Path, words: str) -> Path:
    """A name beside a file that nothing has yet, told apart by words in brackets."""
    number, target = 1, path.with_name(f"{path.stem} ({words}){path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem} ({words} {number}){path.suffix}")
    return target
