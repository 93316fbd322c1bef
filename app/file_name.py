"""What the file is called: it is offered the name of its journey, once that has one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from app.desk import Desk
from app.panels.notice import NoticeBar, Offer
from app.recent import file_stem, free_path, note_recent
from journey.edits.wording import quotable
from journey.model import Change, Journey
from resources.errors import Fault
from resources.words import _

_LET_BE = 5
"""Edits after which nobody wants to hear of the file's name any more; the menu has it still."""
_PATIENCE = 2.0
"""Seconds that edits may take to be on the disk before the file gets another name."""


class FileName:
    """Follows the titles of a file's journeys, and renames the file when somebody wants it."""

    def __init__(self, desk: Desk, notice: NoticeBar) -> None:
        self._desk, self._notice, self._since = desk, notice, 0
        desk.changed.connect(self._follow)

    @property
    def differs(self) -> bool:
        """Whether the file is called otherwise than its first journey, which has a title."""
        title = self._title()
        return bool(title) and not self._desk.file.read_only and self._stem() != _bare(title)

    def rename(self) -> None:
        """Call the file after its first journey, or tell why that cannot be done; offer the way back."""
        before = self._desk.path
        path = self._call(lambda: free_path(self._title(), before.parent))
        if path is not None:
            said = _("The file is called “{file}” now.").format(file=path.stem)
            back = Offer(
                _("Call it “{title}” again").format(title=before.stem), lambda: self._back_to(before)
            )
            self._notice.tell("name", said, (back,))
            self._since = 0

    def _back_to(self, before: Path) -> None:
        if self._call(
            lambda: before if not os.path.lexists(before) else free_path(before.stem, before.parent)
        ):
            self._notice.withdraw("name")

    def _call(self, target: Callable[[], Path]) -> Path | None:
        """Rename the file and tell where it lies now; None where that cannot be done, which is said."""
        desk = self._desk
        desk.editor.finish_writing()
        try:
            # A commit that is broken off is taken back from a journal that bears the file's name.
            desk.file.wait_saved(_PATIENCE)
            path = desk.path.rename(target())
        except Fault as fault:
            self._notice.tell("name", fault.sentence)
            return None
        except OSError as error:
            said = _("The file could not be renamed ({reason}). It is called as before.")
            self._notice.tell("name", said.format(reason=error.strerror or error))
            return None
        desk.file.retry()  # look now where it went
        note_recent(path)
        desk.said.emit(_("The file is called “{file}” now").format(file=path.stem), False)
        return path

    def _follow(self, change: Change) -> None:
        self._since += 1
        if self._since == _LET_BE:
            self._notice.withdraw("name")
        titled = (touch.after for touch in change.touches if isinstance(touch.after, Journey))
        if any(titled) and self.differs and self._is_untitled():
            said = _("The file is still called “{file}”.").format(file=self._desk.path.stem)
            words = _("Call it “{title}”").format(title=quotable(_bare(self._title())))
            self._notice.tell("name", said, (Offer(words, self.rename),))
            self._since = 0

    def _is_untitled(self) -> bool:
        return self._stem() == _bare(_("Untitled journey"))

    def _title(self) -> str:
        title = self._desk.map.journeys()[0].title
        return "" if title == _("Untitled journey") else title

    def _stem(self) -> str:
        """The file's name without the number that tells it from others."""
        return re.sub(r" \d+$", "", self._desk.path.stem)


def _bare(title: str) -> str:
    """A title as it can be a file's name, without a number that may only tell it from others."""
    return re.sub(r" \d+$", "", file_stem(title))
