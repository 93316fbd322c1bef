"""What is said when the file cannot be written, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.panels.notice import Offer
from resources.errors import Fault
from resources.words import _, _n

if TYPE_CHECKING:
    from app.window import Window

_FILE = "file"
_PATIENCE = 1.0
"""Seconds that somebody waits for a retry."""


class Troubles:
    """Watches the file of a window and says in the notice bar what is wrong with it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._warned = False
        window.desk.saved.connect(self._tell)
        if window.desk.file.read_only:
            self._say_read_only()

    def may_close(self) -> bool:
        """Whether nothing would be lost; says so where it would, and lets one who insists go."""
        file = self._window.desk.file
        self._window.desk.editor.finish_writing()
        if not file.unsaved or self._warned or self._written():
            return True
        self._warned = True
        said = _n(
            "{n} change is not in the file. Close once more to give it up.",
            "{n} changes are not in the file. Close once more to give them up.",
            file.unsaved,
        )
        self._window.notice.tell(_FILE, said.format(n=file.unsaved), self._offers())
        return False

    def retry(self) -> None:
        """Try at once to write what waits."""
        if self._written():
            self._window.notice.withdraw(_FILE)

    def _written(self) -> bool:
        try:
            self._window.desk.file.wait_saved(_PATIENCE)
        except Fault:
            return False
        return True

    def _tell(self, words: str, well: bool) -> None:
        if not well:
            self._window.notice.tell(_FILE, words, self._offers())
        elif not self._window.desk.file.unsaved and not self._window.desk.file.read_only:
            self._warned = False
            self._window.notice.withdraw(_FILE)

    def _say_read_only(self) -> None:
        said = _("“{file}” can only be read here. A copy can be edited.")
        sentence = said.format(file=self._window.desk.path.name)
        copy = Offer(_("Save a copy …"), lambda: self._window.work.choose_copy())
        self._window.notice.tell(_FILE, sentence, (copy,))

    def _offers(self) -> tuple[Offer, ...]:
        elsewhere = Offer(_("Save a copy elsewhere …"), lambda: self._window.work.choose_copy())
        return (Offer(_("Retry"), self.retry), elsewhere)
