"""The program with windows: one at a time, the start screen or a file, and how one leads to another."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from app.again import left_to_be_opened_again
from app.bringing_back import BringingBack
from app.collecting import Collecting
from app.coming import Coming, Opening, Wish
from app.desk import Desk
from app.exporting import end_exports
from app.icons import icon
from app.left_open import forget_left, forget_shown, left_open, note_shown, take_up
from app.making import begin_map, copy_sample
from app.mishaps import catch_mishaps, listen_to_qt, stop_listening_to_qt
from app.panels.notice import NoticeBar, Offer
from app.panels.remarks_sheet import RemarksSheet
from app.place import place_of, put_at
from app.previewing import end_previews
from app.qt_words import teach_qt
from app.recent import note_recent
from app.repairs import Repairs
from app.settings import SYSTEM, Settings, load_settings, save_settings
from app.sizes import ICON
from app.start_screen import StartScreen
from app.style import dress, theme_of
from app.thumbnails import keep_picture, keep_pictures
from app.tidying import begin_tidying, end_writing
from app.window import Window
from export.notices import Notice
from journey.model import Refused
from resources.errors import Fault
from resources.samples import SAMPLES
from resources.theme import Theme, load_theme
from resources.words import _, _n, speaking, spoken
from storage.whose import login_name


def run(path: Path | None) -> None:
    """Show a file, or the start screen, and stay until the window is closed.

    Raises Fault for a file that cannot be opened, where somebody at a terminal can read that.
    """
    listen_to_qt()
    application = QApplication.instance() or QApplication(["reisekart"])
    assert isinstance(application, QApplication)
    application.setApplicationName("reisekart")
    application.setApplicationDisplayName("Reisekart")
    windows = Windows(application)
    catch_mishaps(windows.tell_mishap)
    begin_tidying()
    windows.begin(path, bears=not sys.stderr.isatty())
    application.exec()
    windows.leave()
    end_exports()
    end_previews()
    end_writing()
    stop_listening_to_qt()


class Windows(QObject):
    """Holds the window that is shown, its file, and the settings. ``patience`` is how many seconds a file may
    take to be opened before what is shown goes on without it.
    """

    patience = 2.0

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._usual_language = spoken()
        self._speech = ExitStack()
        self.settings = load_settings()
        self.window: StartScreen | Window | None = None
        self.theme: Theme = load_theme()
        self.repairs = Repairs(self.open, self._tell, self)
        self._back = BringingBack(self.open, self._tell)
        self._coming = Coming(self._arrived)
        self._collecting = Collecting(self)
        self._dress()
        application.setWindowIcon(icon("step", self.theme, "step.accent", ICON * 4))

    def begin(self, path: Path | None, *, bears: bool) -> None:
        """Show a file, or what was left open by a crash, or the start screen. A file that cannot be opened
        is a Fault, or if somebody ``bears`` it or it can be brought back, a sentence on the start screen.
        """
        if path is None:
            self._begin_again()
            return
        forget_left()
        try:
            self._show_wanted(Wish(path))
        except (Fault, Refused) as wrong:
            said, offers = self._told(path, wrong)
            if not (bears or offers):
                raise
            self.start()
            self._tell(said, offers)

    def _begin_again(self) -> None:
        left = left_open()
        if left is not None:
            self._show_wish(Wish(left, take_up))
            return
        self.start()
        self._back.tell_left_here()

    def start(self) -> None:
        """Show the start screen."""
        if not self._may_leave():
            return
        if isinstance(self.window, Window):
            keep_picture(self.window.desk, self.theme)
        screen = StartScreen(self.theme, self.settings)
        screen.begun.connect(self._begin_map)
        screen.sampled.connect(self._begin_sample)
        screen.opened.connect(self.open)
        screen.settled.connect(self.settle)
        screen.closed.connect(self._keep_place)
        self._replace(screen)

    def open(self, path: Path, then: Callable[[Window], object] | None = None) -> None:
        """Show another file in the place of what is shown, importing what is not ours; says what is wrong.
        ``then`` hears of its window, however long that takes.
        """
        if isinstance(self.window, Window) and path.absolute() == self.window.desk.path:
            self._tell(_("“{file}” is open already.").format(file=path.name))
        else:
            self._show_wish(Wish(path, then))

    def settle(self, settings: Settings) -> None:
        """Take other settings at once: what is shown is made anew in its place."""
        self._note_shown()
        before = self.settings
        self.settings = replace(
            settings, place=self._place(), side=self.settings.side, wall=self.settings.wall
        )
        save_settings(self.settings)
        if _look(before) == _look(settings):
            self._go_by_name()
            return
        self._dress()
        if isinstance(self.window, Window):
            self._renew(self.window)
        elif self.window is not None:
            self.start()
        if self.window is not None:
            self.window.show_settings()

    def _go_by_name(self) -> None:
        """Another name is nothing to be seen: a window made anew would eat the click that left the field."""
        if self.window is not None:
            self.window.settings = self.settings
        if isinstance(self.window, Window):
            self._sign(self.window.desk)

    def _sign(self, desk: Desk) -> None:
        desk.file.who = self.settings.name or login_name()

    def tell_mishap(self, details: str) -> None:
        """Say that something unexpected happened; the map goes on."""
        said = _("Something unexpected happened. Your map is safe; you can go on working.")
        copy = Offer(_("Copy details"), lambda: QGuiApplication.clipboard().setText(details))
        self._tell(said, (copy,))

    def leave(self) -> None:
        """Hear of nothing that is still being done, and speak again as before there were windows."""
        self.repairs.leave()
        self._back.leave()
        self._coming.leave()
        self._collecting.leave()
        forget_shown()
        self._speech.close()
        teach_qt(self._application)

    # One window after another

    def _show_wish(self, wish: Wish) -> None:
        """Show the file that is made or named; what is wrong is said where one is."""
        if not self._may_leave():
            return
        try:
            self._show_wanted(wish)
        except (Fault, Refused) as wrong:
            self._show_instead(wish, wrong)

    def _told(self, path: Path, wrong: Fault | Refused) -> tuple[str, tuple[Offer, ...]]:
        """What is said and offered where a file cannot be opened."""
        said = " ".join(filter(None, (wrong.sentence, self._back.what_is_kept(path))))
        return said, (*self._back.ways_back(path), *self.repairs.offers(path, wrong))

    def _begin_map(self, preset: str) -> None:
        """Show a new map, the keyboard at its first step, and say how one begins."""
        name = Path(preset, _("Untitled journey"))
        self._show_wish(Wish(name, _greet_beginner, make=partial(begin_map, preset)))

    def _begin_sample(self, sample: str) -> None:
        """Show a copy of a sample."""
        self._show_wish(Wish(Path(sample, SAMPLES[sample].title), make=partial(copy_sample, sample)))

    def _show_instead(self, wish: Wish, wrong: Fault | Refused) -> None:
        """Say why a file cannot be opened, where one is or at what is to be shown in its place."""
        said, offers = self._told(wish.path, wrong)
        if wish.make is not None:
            offers = (Offer(_("Choose another folder …"), lambda: self._choose_folder(wish)),)
        if wish.instead is not None:
            self._show_wish(Wish(wish.instead, lambda _window: self._tell(said, offers)))
            return
        if self.window is None:
            self.start()
        self._tell(said, offers)

    def _choose_folder(self, wish: Wish) -> None:
        """Let a folder be chosen where a map can be made."""
        name = QFileDialog.getExistingDirectory(self.window, _("Choose another folder"))
        if name:
            self._show_wish(replace(wish, folder=Path(name)))

    def _show_wanted(self, wish: Wish) -> None:
        """Show a file, at once or when its disk answers. Raises what opening it raised at once."""
        opening = self._coming.opened_within(self.patience, wish)
        if opening is not None:
            self._show_opened(opening)
        elif self.window is None:
            self.start()
        else:
            self._tell_coming()

    def _arrived(self, opening: Opening) -> None:
        """A file is there whose disk took its time."""
        if self.window is not None:
            self.window.notice.withdraw("coming")
        if not self._may_leave():
            opening.give_up()
            return
        try:
            self._show_opened(opening)
        except (Fault, Refused) as wrong:
            self._show_instead(opening.wish, wrong)

    def _show_opened(self, opening: Opening) -> None:
        file, notices = opening.take()
        note_recent(file.path)
        window = self._show(Desk(file, self.theme))
        note_shown(file.path)
        window.desk.moved.connect(lambda: note_shown(window.desk.path))
        self._tell_notices(notices)
        if file.remarks and not file.read_only:
            self._tell(" ".join(file.remarks))
        if opening.wish.then is not None:
            opening.wish.then(window)

    def _show(self, desk: Desk) -> Window:
        self._note_shown()
        self._sign(desk)
        window = Window(desk, self.theme, self.settings)
        window.opened.connect(self.open)
        window.renewed.connect(self._open_again)
        window.started.connect(self.start)
        window.settled.connect(self.settle)
        window.closed.connect(self._leave_file)
        window.destroyed.connect(self._collecting.look_at_all)
        self._replace(window)
        desk.editor.setFocus()
        keep_pictures(window, window.desk, self.theme)
        return window

    def _renew(self, old: Window) -> None:
        """The same file in a new window, with everything said and painted anew."""
        camera, journey, selected = old.desk.editor.camera, old.desk.journey.id, old.desk.selected
        old.work.leave()
        file = old.desk.leave()
        self.window = None
        new = self._show(Desk(file, self.theme))
        new.desk.show_journey(journey)
        new.desk.editor.look_at(replace(new.desk.editor.camera, x=camera.x, y=camera.y, scale=camera.scale))
        new.desk.select(selected)
        old.hide()
        old.deleteLater()

    def _open_again(self, take_over: bool, other: Path | None) -> None:
        """Open the file of the window once more, and show what another copy would bring into it."""
        old = self.window
        if not isinstance(old, Window):
            return
        self._note_shown()
        self._keep_place()
        wish = left_to_be_opened_again(old, take_over, other)
        self.window = None
        self._show_wish(wish)
        old.hide()
        old.deleteLater()

    def _replace(self, window: StartScreen | Window) -> None:
        """Show a window in the place of the one that is shown."""
        old, self.window = self.window, window
        put_at(window, place_of(old) if old is not None else self.settings.place)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        if old is not None:
            old.close()
        self._tell_coming()

    def _may_leave(self) -> bool:
        return not isinstance(self.window, Window) or self.window.may_close()

    def _leave_file(self) -> None:
        """The window of a file closes, and the file with it; its picture is kept."""
        window = self.sender()
        if isinstance(window, Window):
            self._note(window)
            self._keep_place()
            forget_shown()
            keep_picture(window.desk, self.theme)
            # Edits that could not be written have been told of, and somebody let them go.
            with suppress(Fault):
                window.desk.close()

    # What is said and kept

    def _tell_coming(self) -> None:
        """Say which file is on its way, if one is; it can be left where it is."""
        coming = self._coming.wanted
        if coming is not None and self.window is not None:
            said = _("Opening “{file}” …").format(file=coming.wish.path.name)
            self.window.notice.tell("coming", said, (Offer(_("Cancel"), self._leave_coming),))

    def _leave_coming(self) -> None:
        self._coming.leave()
        if self.window is not None:
            self.window.notice.withdraw("coming")

    def _tell(self, sentence: str, offers: tuple[Offer, ...] = ()) -> None:
        if self.window is not None:
            notice: NoticeBar = self.window.notice
            notice.tell("told", sentence, offers)

    def _tell_notices(self, notices: tuple[Notice, ...]) -> None:
        if notices and isinstance(self.window, Window):
            drawer = self.window.drawer
            said = _n("{n} remark on what was imported.", "{n} remarks on what was imported.", len(notices))
            show = Offer(_("Show"), lambda: drawer.show_panel(_("Remarks"), RemarksSheet(notices)))
            self._tell(said.format(n=len(notices)), (show,))

    def _keep_place(self) -> None:
        self.settings = replace(self.settings, place=self._place())
        save_settings(self.settings)

    def _note_shown(self) -> None:
        """Note what the window shows that goes, for the one that comes."""
        if isinstance(self.window, Window):
            self._note(self.window)

    def _note(self, window: Window) -> None:
        """Note which panel stands at the right, and what was planned with for a wall."""
        self.settings = replace(self.settings, side=window.side.shown, wall=window.work.wall)

    def _place(self) -> str:
        return place_of(self.window) if self.window is not None else self.settings.place

    def _dress(self) -> None:
        language = self.settings.language
        self._speech.close()
        self._speech.enter_context(speaking(self._usual_language if language == SYSTEM else language))
        teach_qt(self._application)
        self.theme = theme_of(self.settings)
        dress(self._application, self.theme, self.settings.size)


def _greet_beginner(window: Window) -> None:
    """Put the keyboard at the first step of a new map, and say how one begins."""
    desk, notice = window.desk, window.notice
    said = _("Type what the customer does first, Enter, what comes next: left to right; Esc when done.")
    notice.tell("begin", said)
    desk.changed.connect(lambda _change: notice.withdraw("begin"))
    desk.select([desk.map.grid(desk.journey.id).steps[0].id])


def _look(settings: Settings) -> tuple[object, ...]:
    """Those settings a window shows all over."""
    return settings.language, settings.theme, settings.size
