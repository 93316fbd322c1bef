"""Where things are on the display: the same window with the same file, laid out unseen in this process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app.desk import Desk
from app.menus import plain
from app.panels.tiles import Tile
from app.settings import Settings
from app.start_screen import StartScreen
from app.style import dress
from app.window import Window
from canvas.places import GUTTER, Cell
from canvas.tools.offers import BEYOND
from journey.layout import score_height
from journey.model import Card, Feeling, Lane, Link, Record, Stage, Step
from resources.theme import load_theme
from storage import JourneyFile
from tests.workshop.display import HEIGHT, WIDTH
from tests.workshop.hand import Point
from tests.workshop.kept import changes_after


class Twin:
    """A window that shows the whole map, as the one on the display does after Ctrl+1.

    It was opened when that was, and does after it what that does: the same edits, the same panels.
    """

    def __init__(self, window: Window, path: Path) -> None:
        self._window, self._path = window, path
        self._editor = window.desk.editor

    def follow(self) -> None:
        """Catch up with what was kept of the other's edits, and show the whole map."""
        document = self._window.desk.document
        for change in changes_after(self._path, document.revision):
            document.do(change)
        self._window.menus.actions["whole"].trigger()
        _settle()

    def card(self, text: str) -> Point:
        """The middle of the card with this text."""
        return self._middle(self._named(Card, "text", text).id)

    def edge(self, text: str) -> Point:
        """The right edge of a card, where its span is drawn from."""
        rect = self._editor.places.rects[self._named(Card, "text", text).id]
        return self._at(rect.x + rect.w - 1.0, rect.y + rect.h / 2)

    def handle(self, text: str) -> Point:
        """The place below a selected card that links are drawn from."""
        rect = self._editor.places.rects[self._named(Card, "text", text).id]
        return self._at(rect.x + rect.w / 2, rect.y + rect.h)

    def cell(self, lane: str, step: str) -> Point:
        """The middle of a cell."""
        rect = self._editor.places.cell_rect(self._cell(lane, step))
        assert rect is not None, f"no cell {lane}, {step}"
        return self._at(rect.x + rect.w / 2, rect.y + rect.h / 2)

    def between(self, step: str) -> Point:
        """Among the headers, where the next column begins: a plus is there when the pointer comes."""
        rect = self._editor.places.rects[self._named(Step, "title", step).id]
        return self._at(rect.x + rect.w + GUTTER, rect.y + rect.h / 2)

    def row_end(self, lane: str) -> Point:
        """Beyond the last column of a lane, where a plus is too."""
        last = self._editor.places.columns[-1][1]
        top, bottom = next((a, b) for a, b, one in self._editor.places.rows if one.title == lane)
        return self._at(last + BEYOND, (top + bottom) / 2)

    def link(self, source: str) -> Point:
        """On the line of the link from a card, in its middle."""
        card = self._named(Card, "text", source).id
        link = next(one for one in self._window.desk.map.of(Link) if one.source == card)
        line = self._editor.places.line_of(link.id)
        (ax, ay), (bx, by) = line[len(line) // 2 - 1 : len(line) // 2 + 1]
        return self._at((ax + bx) / 2, (ay + by) / 2)

    def letter(self, menu: str, line: str) -> str:
        """The letter that chooses a line of a menu, or of the menu bar where that has no name."""
        within = self._window.menus.menu(menu) if menu else self._window.menuBar()
        found = next(one for one in within.actions() if plain(one) == line)
        return QKeySequence.mnemonic(found.text()).toString().rpartition("+")[2].lower()

    def stage(self, title: str) -> Point:
        """The middle of a stage's header."""
        return self._middle(self._named(Stage, "title", title).id)

    def step(self, title: str) -> Point:
        """The middle of a step's header."""
        return self._middle(self._named(Step, "title", title).id)

    def lane(self, title: str) -> Point:
        """The middle of a lane's name."""
        return self._middle(self._named(Lane, "title", title).id)

    def feeling(self, step: str) -> Point:
        """The point of the curve at a step."""
        found = self._named(Step, "title", step).id
        return self._middle(next(one.id for one in self._window.desk.map.of(Feeling) if one.step == found))

    def score(self, lane: str, step: str, score: float) -> Point:
        """Where a score stands in a cell of the feelings lane."""
        rect = self._editor.places.cell_rect(self._cell(lane, step))
        assert rect is not None, f"no cell {lane}, {step}"
        return self._at(rect.x + rect.w / 2, rect.y + score_height(score))

    def button(self, name: str) -> Point:
        """The middle of a button by its words or its accessible name."""
        return middle_of(self._window, QAbstractButton, name)

    def owner(self, name: str) -> Point:
        """The middle of an owner's tile in the palette."""
        return middle_of(self._window, Tile, name)

    def field(self, panel: str, name: str) -> Point:
        """The middle of a field in a side panel, which is opened."""
        self._window.side.open(panel)
        _settle()
        return middle_of(self._window, QLineEdit, name)

    def choice(self, stage: str, name: str) -> Point:
        """The middle of a choice in the inspector, where a stage is selected."""
        self._window.desk.select([self._named(Stage, "title", stage).id])
        self._window.side.open("inspector")
        _settle()
        return self.button(name)

    def sheet_button(self, deed: str, words: str) -> Point:
        """The middle of a button on the sheet that an action brings."""
        self._window.menus.actions[deed].trigger()
        _settle()
        return self.button(words)

    def _named(self, sort: type[Record], field: str, wanted: str) -> Record:
        return next(one for one in self._window.desk.map.of(sort) if getattr(one, field) == wanted)

    def _cell(self, lane: str, step: str) -> Cell:
        return Cell(self._named(Lane, "title", lane).id, self._named(Step, "title", step).id)

    def _middle(self, record: str) -> Point:
        rect = self._editor.places.rects[record]
        return self._at(rect.x + rect.w / 2, rect.y + rect.h / 2)

    def _at(self, x: float, y: float) -> Point:
        px, py = self._editor.camera.to_pixel(x, y)
        at = self._editor.viewport().mapTo(self._window, QPoint(round(px), round(py)))
        return at.x(), at.y()


@contextmanager
def twin(path: Path, folder: Path) -> Iterator[Twin]:
    """The window of a copy of a file, which follows what happens to that."""
    beside = folder / "twin"
    beside.mkdir(exist_ok=True)
    # Under the same name, which a notice may be about.
    copy = Path(shutil.copy(path, beside / path.name))
    theme = load_theme()
    dress(_application(), theme)
    window = Window(Desk(JourneyFile.open(copy), theme), theme, Settings())
    try:
        _show(window)
        yield Twin(window, path)
    finally:
        window.desk.leave().close()
        window.deleteLater()


def start_screen_entry(name: str) -> Point:
    """Where an entry of the start screen is."""
    theme = load_theme()
    dress(_application(), theme)
    screen = StartScreen(theme, Settings())
    _show(screen)
    at = middle_of(screen, QAbstractButton, name)
    screen.deleteLater()
    return at


def middle_of(window: QWidget, sort: type[QWidget], name: str) -> Point:
    """The middle of the widget of a window that is called so or says so."""
    shown = [one for one in window.findChildren(sort) if one.isVisible()]
    found = next(one for one in shown if name in (one.accessibleName(), one.property("text")))
    at = found.mapTo(window, found.rect().center())
    return at.x(), at.y()


def _show(window: QWidget) -> None:
    window.show()
    window.resize(WIDTH, HEIGHT)
    _settle()


def _settle() -> None:
    """Let everything find its place, and what was taken away go."""
    for _turn in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
