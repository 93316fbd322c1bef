"""How what somebody wants to see comes into the window, and what is said where it cannot, or not yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.bringing_back import BringingBack
from app.coming import Coming, Opening
from app.panels.notice import Offer
from app.panels.remarks_sheet import remarks_told
from app.recent import note_recent
from app.repairs import Repairs
from app.wish import Wish, of_file
from journey.model import Refused
from resources.errors import Fault
from resources.words import _
from storage import JourneyFile

if TYPE_CHECKING:
    from app.start_screen import StartScreen
    from app.window import Window

_COMING = "coming"


class Screen(Protocol):
    """What shows one window at a time: see Windows."""

    patience: float
    window: StartScreen | Window | None

    def may_leave(self) -> bool:
        """Whether nothing is lost where the window goes."""

    def start(self) -> None:
        """Show the start screen."""

    def show_file(self, file: JourneyFile) -> Window:
        """Show a file in a window of its own."""

    def open(self, path: Path, then: Callable[[Window], object] | None = None) -> None:
        """Show the file of a path."""

    def tell(self, sentence: str, offers: tuple[Offer, ...] = ()) -> None:
        """Say a sentence in the window that is shown."""


class Arrivals(QObject):
    """Brings to a ``screen`` what is wished for, at once or when its disk answers."""

    def __init__(self, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self._repairs = Repairs(screen.open, screen.tell, self)
        self._coming = Coming(self._arrived)
        self.back = BringingBack(screen.open, screen.tell)

    def show(self, wish: Wish) -> None:
        """Show the file that is made or named; what is wrong is said where one is."""
        if not self._screen.may_leave():
            return
        try:
            self.show_wanted(wish)
        except (Fault, Refused) as wrong:
            self._show_instead(wish, wrong)

    def show_wanted(self, wish: Wish) -> None:
        """Show a file, at once or when its disk answers. Raises what opening it raised at once."""
        opening = self._coming.opened_within(self._screen.patience, wish)
        if opening is not None:
            self._show_opened(opening)
        elif self._screen.window is None:
            self._screen.start()
        else:
            self.tell_coming()

    def told(self, wish: Wish, wrong: Fault | Refused) -> tuple[str, tuple[Offer, ...]]:
        """What is said and offered where a file cannot be opened, or made."""
        if wish.path is None:
            return wrong.sentence, self._elsewhere(wish)
        said = " ".join(filter(None, (wrong.sentence, self.back.what_is_kept(wish.path))))
        return said, (*self.back.ways_back(wish.path), *self._repairs.offers(wish.path, wrong))

    def tell_coming(self) -> None:
        """Say which file is on its way, if one is; it can be left where it is."""
        coming, window = self._coming.wanted, self._screen.window
        if coming is not None and window is not None:
            said = _("Opening “{file}” …").format(file=coming.wish.name)
            offers = (*self._elsewhere(coming.wish), Offer(_("Cancel"), self._want_none))
            window.notice.tell(_COMING, said, offers)

    def leave(self) -> None:
        """Hear of nothing that is still being done."""
        self._repairs.leave()
        self.back.leave()
        self._coming.leave()

    def _arrived(self, opening: Opening) -> None:
        """A file is there whose disk took its time."""
        self._tell_no_more()
        if not self._screen.may_leave():
            opening.give_up()
            return
        try:
            self._show_opened(opening)
        except (Fault, Refused) as wrong:
            self._show_instead(opening.wish, wrong)

    def _show_opened(self, opening: Opening) -> None:
        found = opening.take()
        file = found.file
        note_recent(file.path)
        window = self._screen.show_file(file)
        if found.notices:
            self._screen.tell(*remarks_told(found.notices, window.drawer))
        if file.remarks and not file.read_only:
            self._screen.tell(" ".join(file.remarks))
        if opening.wish.then is not None:
            opening.wish.then(window)

    def _show_instead(self, wish: Wish, wrong: Fault | Refused) -> None:
        """Say why a file cannot be opened, where one is or at what is to be shown in its place."""
        said, offers = self.told(wish, wrong)
        if wish.instead is not None:
            self.show(of_file(wish.instead, lambda _window: self._screen.tell(said, offers)))
            return
        if self._screen.window is None:
            self._screen.start()
        self._screen.tell(said, offers)

    def _elsewhere(self, wish: Wish) -> tuple[Offer, ...]:
        """The offer of another folder, for what is yet to be made."""
        if wish.elsewhere is None:
            return ()
        return (Offer(_("Choose another folder …"), lambda: self._choose_folder(wish)),)

    def _choose_folder(self, wish: Wish) -> None:
        """Let a folder be chosen where a map can be made. Nothing arrives meanwhile: the dialog would go with
        the window it belongs to.
        """
        was_coming = self._coming.wanted is not None
        self._want_none()
        name = QFileDialog.getExistingDirectory(self._screen.window, _("Choose another folder"))
        if name and wish.elsewhere is not None:
            self.show(wish.elsewhere(Path(name)))
        elif was_coming:
            self.show(wish)

    def _want_none(self) -> None:
        self._coming.leave()
        self._tell_no_more()

    def _tell_no_more(self) -> None:
        if self._screen.window is not None:
            self._screen.window.notice.withdraw(_COMING)
