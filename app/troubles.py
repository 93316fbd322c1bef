"""What is said when the file cannot be written, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from app.panels.notice import NoticeBar, Offer
from resources.errors import Fault
from resources.words import _, _n

_FILE = "file"
_PATIENCE = 1.0
"""Seconds that somebody waits for a retry."""


class Troubles:
    """Watches a file and says in the notice bar what is wrong with it, offering to ``save_elsewhere``."""

    def __init__(self, desk: Desk, notice: NoticeBar, save_elsewhere: Callable[[], object]) -> None:
        self._desk, self._notice, self._save_elsewhere = desk, notice, save_elsewhere
        self._warned = False
        desk.saved.connect(self._tell)
        if desk.file.read_only:
            self._say_read_only()

    def may_close(self) -> bool:
        """Whether nothing would be lost; says so where it would, and lets one who insists go."""
        file = self._desk.file
        self._desk.editor.finish_writing()
        if not file.unsaved or self._warned or self._written():
            return True
        self._warned = True
        said = _n(
            "{n} change is not in the file. Close once more to give it up.",
            "{n} changes are not in the file. Close once more to give them up.",
            file.unsaved,
        )
        self._notice.tell(_FILE, said.format(n=file.unsaved), self._offers())
        return False

    def retry(self) -> None:
        """Try at once to write what waits."""
        if self._written():
            self._notice.withdraw(_FILE)

    def _written(self) -> bool:
        try:
            self._desk.file.wait_saved(_PATIENCE)
        except Fault:
            return False
        return True

    def _tell(self, words: str, well: bool) -> None:
        if not well:
            self._notice.tell(_FILE, words, self._offers())
        elif not self._desk.file.unsaved and not self._desk.file.read_only:
            self._warned = False
            self._notice.withdraw(_FILE)

    def _say_read_only(self) -> None:
        said = _("“{file}” can only be read here. A copy can be edited.")
        sentence = said.format(file=self._desk.path.name)
        copy = Offer(_("Save a copy …"), self._save_elsewhere)
        self._notice.tell(_FILE, sentence, (copy,))

    def _offers(self) -> tuple[Offer, ...]:
        elsewhere = Offer(_("Save a copy elsewhere …"), self._save_elsewhere)
        return (Offer(_("Retry"), self.retry), elsewhere)
