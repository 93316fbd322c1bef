"""The program with windows: one at a time, the start screen or a file, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.again import left_to_be_opened_again
from app.arrivals import Arrivals
from app.beginnings import new_map, sample_map
from app.collecting import Collecting
from app.desk import Desk
from app.icons import icon
from app.left_open import forget_left, forget_shown, left_open, note_shown, take_up
from app.manner import Manner
from app.panels.notice import NoticeBar, Offer
from app.panels.settings_sheet import SettingsSheet
from app.place import place_of, put_at
from app.settings import Settings
from app.sizes import ICON
from app.start_screen import StartScreen
from app.thumbnails import keep_picture, keep_pictures
from app.window import Window
from app.wish import of_file
from journey.model import Refused
from resources.errors import Fault
from resources.words import _
from storage import JourneyFile
from storage.whose import login_name


class Windows(QObject):
    """Holds the window that is shown, its file, and the settings. ``patience`` is how many seconds a file may
    take to be opened before what is shown goes on without it.
    """

    patience = 2.0

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.manner = Manner(application)
        self.window: StartScreen | Window | None = None
        self._arrivals = Arrivals(self, self)
        self._collecting = Collecting(self)
        application.setWindowIcon(icon("step", self.manner.theme, "step.accent", ICON * 4))

    def begin(self, path: Path | None, *, bears: bool) -> None:
        """Show a file, or what was left open by a crash, or the start screen. A file that cannot be opened
        is a Fault, or if somebody ``bears`` it or it can be brought back, a sentence on the start screen.
        """
        if path is None:
            self._begin_again()
            return
        forget_left()
        wish = of_file(path)
        try:
            self._arrivals.show_wanted(wish)
        except (Fault, Refused) as wrong:
            said, offers = self._arrivals.told(wish, wrong)
            if not (bears or offers):
                raise
            self.start()
            self.tell(said, offers)

    def _begin_again(self) -> None:
        left = left_open()
        if left is not None:
            self._arrivals.show(of_file(left, take_up))
            return
        self.start()
        self._arrivals.back.tell_left_here()

    def start(self) -> None:
        """Show the start screen."""
        if not self.may_leave():
            return
        if isinstance(self.window, Window):
            keep_picture(self.window.desk, self.manner.theme)
        screen = StartScreen(self.manner.theme, self.manner.settings)
        screen.begun.connect(lambda preset: self._arrivals.show(new_map(preset)))
        screen.sampled.connect(lambda sample: self._arrivals.show(sample_map(sample)))
        screen.opened.connect(self.open)
        screen.settled.connect(self.settle)
        screen.closed.connect(self._keep_place)
        self._replace(screen)

    def open(self, path: Path, then: Callable[[Window], object] | None = None) -> None:
        """Show another file in the place of what is shown, importing what is not ours; says what is wrong.
        ``then`` hears of its window, however long that takes.
        """
        if isinstance(self.window, Window) and path.absolute() == self.window.desk.path:
            self.tell(_("“{file}” is open already.").format(file=path.name))
        else:
            self._arrivals.show(of_file(path, then))

    def settle(self, settings: Settings) -> None:
        """Take other settings at once: what is shown is made anew in its place."""
        self._note_looks()
        known = self.manner.settings
        if not self.manner.take(replace(settings, place=self._place(), side=known.side, wall=known.wall)):
            self._go_by_name()
            return
        if isinstance(self.window, Window):
            self._renew(self.window)
        elif self.window is not None:
            self.start()
        if self.window is not None:
            self.window.show_settings()
            if isinstance(sheet := self.window.drawer.panel, SettingsSheet):
                sheet.go_on_from(known)

    def _go_by_name(self) -> None:
        """Another name is nothing to be seen: a window made anew would eat the click that left the field."""
        if self.window is not None:
            self.window.settings = self.manner.settings
        if isinstance(self.window, Window):
            self._sign(self.window.desk)

    def _sign(self, desk: Desk) -> None:
        desk.file.who = self.manner.settings.name or login_name()

    def tell_mishap(self, details: str) -> None:
        """Say that something unexpected happened; the map goes on."""
        said = _("Something unexpected happened. Your map is safe; you can go on working.")
        copy = Offer(_("Copy details"), lambda: QGuiApplication.clipboard().setText(details))
        self.tell(said, (copy,))

    def leave(self) -> None:
        """Hear of nothing that is still being done, and speak again as before there were windows."""
        self._arrivals.leave()
        self._collecting.leave()
        forget_shown()
        self.manner.leave()

    # One window after another

    def show_file(self, file: JourneyFile) -> Window:
        """Show a file, which is open, in the place of what is shown."""
        self._note_looks()
        self._collecting.clear_away()
        desk = Desk(file, self.manner.theme)
        self._sign(desk)
        window = Window(desk, self.manner.theme, self.manner.settings)
        window.opened.connect(self.open)
        window.renewed.connect(self._open_again)
        window.started.connect(self.start)
        window.settled.connect(self.settle)
        window.closed.connect(self._leave_file)
        window.destroyed.connect(self._collecting.note_gone)
        self._arrivals.back.look_no_more()
        self._replace(window)
        note_shown(desk.path)
        desk.moved.connect(lambda: note_shown(desk.path))
        desk.editor.setFocus()
        keep_pictures(window, desk, self.manner.theme)
        return window

    def _renew(self, old: Window) -> None:
        """The same file in a new window, with everything said and painted anew."""
        camera, journey, selected = old.desk.editor.camera, old.desk.journey.id, old.desk.selected
        old.work.leave()
        file = old.desk.leave()
        self.window = None
        new = self.show_file(file)
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
        self._note_looks()
        self._keep_place()
        wish = left_to_be_opened_again(old, take_over, other)
        forget_shown()
        self.window = None
        try:
            self._arrivals.show(wish)
        finally:
            if self.window is None:
                self.start()  # what is unexpected is said there
            old.hide()
            old.deleteLater()

    def _replace(self, window: StartScreen | Window) -> None:
        """Show a window in the place of the one that is shown."""
        old, self.window = self.window, window
        put_at(window, place_of(old) if old is not None else self.manner.settings.place)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        if old is not None:
            old.close()
        self._arrivals.tell_coming()

    def may_leave(self) -> bool:
        """Whether nothing would be lost where the window goes; says so where it would."""
        return not isinstance(self.window, Window) or self.window.may_close()

    def _leave_file(self) -> None:
        """The window of a file closes, and the file with it; its picture is kept."""
        window = self.sender()
        if isinstance(window, Window):
            self._note_looks_of(window)
            self._keep_place()
            forget_shown()
            keep_picture(window.desk, self.manner.theme)
            # Edits that could not be written have been told of, and somebody let them go.
            with suppress(Fault):
                window.desk.close()

    # What is said and kept

    def tell(self, sentence: str, offers: tuple[Offer, ...] = ()) -> None:
        """Say a sentence in the window that is shown, and what can be done about it."""
        if self.window is not None:
            notice: NoticeBar = self.window.notice
            notice.tell("told", sentence, offers)

    def _keep_place(self) -> None:
        self.manner.keep(place=self._place())

    def _note_looks(self) -> None:
        """Note what the window shows that goes, for the one that comes."""
        if isinstance(self.window, Window):
            self._note_looks_of(self.window)

    def _note_looks_of(self, window: Window) -> None:
        """Note which panel stands at the right, and what was planned with for a wall."""
        self.manner.note(side=window.side.shown, wall=window.work.wall)

    def _place(self) -> str:
        return place_of(self.window) if self.window is not None else self.manner.settings.place
