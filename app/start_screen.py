"""The start screen: begin a map, go on with one, look at a sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.dropping import JOURNEY, DropWindow
from app.opening import IMPORTED
from app.panels.drawer import Drawer
from app.panels.entries import Entry, Shelf
from app.panels.notice import NoticeBar
from app.panels.settings_sheet import SettingsSheet
from app.panels.sheet import head
from app.recent import Recent, from_home, recent_files
from app.settings import Settings
from app.sizes import MARGIN, WINDOW, px
from app.thumbnails import no_thumbnail, thumbnail, title_of
from journey.edits import new_workshop
from journey.layout import View, layout
from journey.model import Asset, map_of
from resources.samples import SAMPLES, sample_bytes
from resources.templates import PRESETS, template
from resources.theme import Theme
from resources.words import _, spoken

_PRESET_SCALE = 0.55
"""Pixels a millimetre of a preset's picture: its lanes can be told from one another."""


class StartScreen(DropWindow):
    """``begun`` asks for a new map of a preset, ``opened`` for a file, ``sampled`` for a copy of a sample."""

    begun = Signal(str)
    sampled = Signal(str)
    settled = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.notice, self.drawer = NoticeBar(), Drawer(theme)
        self._furnish()
        self.findChildren(Entry)[0].setFocus()
        self.setWindowTitle(_("Reisekart"))
        self.resize(*WINDOW)
        for keys, does in (
            (QKeySequence.StandardKey.Open, self.choose_file),
            (QKeySequence("Ctrl+,"), self.show_settings),
            (QKeySequence("Ctrl+W"), self.close),
            (QKeySequence("Ctrl+Q"), self.close),
        ):
            QShortcut(keys, self, does)

    def choose_file(self) -> None:
        """Let a file be chosen, and open or import it."""
        wanted = " ".join(f"*{ending}" for ending in (JOURNEY, *sorted(IMPORTED)))
        name, _filter = QFileDialog.getOpenFileName(self, _("Open a map"), "", wanted)
        if name:
            self.opened.emit(Path(name))

    def show_settings(self) -> None:
        """Show the settings."""
        sheet = SettingsSheet(self.settings)
        sheet.settled.connect(self.settled)
        self.drawer.show_panel(_("Settings"), sheet)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        self.closed.emit()
        event.accept()

    def _furnish(self) -> None:
        page = QWidget()
        page.setObjectName("start")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(3 * MARGIN), px(2 * MARGIN), px(3 * MARGIN), px(2 * MARGIN))
        column.setSpacing(px(MARGIN))
        column.addLayout(self._head())
        for words, entries in (
            (_("Go on with"), self._recent()),
            (_("New map"), self._new()),
            (_("Look at a sample; you get a copy to play with"), self._samples()),
        ):
            if entries:
                column.addWidget(head(words))
                column.addWidget(Shelf(entries))
        column.addStretch()
        self.setCentralWidget(self._framed(page))

    def _framed(self, page: QWidget) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        frame = QWidget()
        frame.setObjectName("start")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(area, 1)
        row.addWidget(self.drawer)
        column.addWidget(self.notice)
        column.addLayout(row, 1)
        return frame

    def _head(self) -> QHBoxLayout:
        brand, promise = QLabel("Reisekart"), QLabel(_("The customer’s journey, drawn while you talk."))
        brand.setObjectName("brand")
        promise.setObjectName("promise")
        words = QVBoxLayout()
        words.addWidget(brand)
        words.addWidget(promise)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        for said, sort, does in (
            (_("Settings"), "offer", self.show_settings),
            (_("Open a file …"), "wide", self.choose_file),
        ):
            button = QPushButton(said)
            button.setObjectName(sort)
            button.clicked.connect(does)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _recent(self) -> list[Entry]:
        return [self._recent_entry(one) for one in recent_files()]

    def _recent_entry(self, one: Recent) -> Entry:
        """A file by its map's title, or by its own name where both are the same or none is known."""
        picture = QImage(str(one.picture))
        title = " ".join(title_of(picture).split())
        place = from_home(one.path if title not in ("", one.path.stem) else one.path.parent)
        shown = no_thumbnail(self.theme) if picture.isNull() else picture
        return Entry(title or one.path.stem, place, shown, self._opening(one.path))

    def _opening(self, path: Path) -> Callable[[], object]:
        return lambda: self.opened.emit(path)

    def _new(self) -> list[Entry]:
        return [
            Entry(template(preset).title, _about(preset), self._picture(preset), self._beginning(preset))
            for preset in PRESETS
        ]

    def _beginning(self, preset: str) -> Callable[[], object]:
        return lambda: self.begun.emit(preset)

    def _picture(self, preset: str) -> QImage:
        fresh = new_workshop("", spoken(), preset)
        drawing = layout(fresh, View(fresh.journeys()[0].id, spoken()))
        return thumbnail(drawing, self.theme, _no_picture, _PRESET_SCALE)

    def _samples(self) -> list[Entry]:
        """The samples; their pictures follow one by one when the screen is up."""
        entries = {name: self._sample(name) for name in SAMPLES}
        waiting = list(entries.items())

        def paint_next() -> None:
            if waiting and not self.isHidden():
                name, entry = waiting.pop(0)
                entry.show_picture(self._sample_picture(name))
                QTimer.singleShot(0, self, paint_next)

        QTimer.singleShot(0, self, paint_next)
        return list(entries.values())

    def _sample(self, name: str) -> Entry:
        sample = SAMPLES[name]
        return Entry(sample.title, _language(sample.language), None, lambda: self.sampled.emit(name))

    def _sample_picture(self, name: str) -> QImage:
        from export.json_in import read_json

        map_data = map_of(read_json(sample_bytes(name)).records)
        view = View(map_data.journeys()[0].id, map_data.workshop.language)
        return thumbnail(layout(map_data, view), self.theme, lambda asset: map_data.of(Asset)[asset].data)


def _about(preset: str) -> str:
    """What a preset is good for, in a line."""
    return {
        "journey-map": _("What the customer does, meets and feels"),
        "service-blueprint": _("What stands behind each touchpoint"),
        "full-map": _("Journey and blueprint in one"),
        "b2b-journey": _("A lane for each buying role"),
        "lifecycle": _("From first hearing of us to leaving"),
    }[preset]


def _language(tag: str) -> str:
    names = {"en": _("in English"), "nb": _("in Norwegian"), "sv": _("in Swedish"), "da": _("in Danish")}
    return names.get(tag, tag)


def _no_picture(_asset: str) -> bytes:
    return b""
