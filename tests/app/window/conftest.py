"""Windows to try: the whole program in this process, with folders of its own, and no dialog."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.exporting import end_exports
from app.making import begin_map, copy_sample
from app.panels.export_sheet import ExportSheet
from app.previewing import end_previews
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from canvas.inline import InlineEditor
from journey.model import Card
from storage import JourneyFile
from tests.storage.maps import written

Act = Callable[[str], None]
Told = Callable[[str], None]
Removed = Callable[[], None]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for documents, and empty folders for settings and recent files."""
    for what in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{what}_HOME", str(tmp_path / what.lower()))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    return tmp_path / "documents"


@pytest.fixture
def windows(
    qapp: QApplication, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    """The program, nothing of it being shown yet; it gives a machine that is slow the time it needs."""
    monkeypatch.setattr(Desk, "patience", 60.0)
    monkeypatch.setattr(Windows, "patience", 60.0)
    made = Windows(qapp)
    yield made
    end_exports()
    end_previews()
    if made.window is not None:
        made.window.close()
    made.leave()
    qapp.processEvents()


@pytest.fixture
def window(windows: Windows) -> Window:
    """The window on a copy of the sample workshop."""
    windows.open(copy_sample("water-damage"))
    return shown(windows)


@pytest.fixture
def fresh(windows: Windows) -> Window:
    """The window on a new map."""
    windows.open(begin_map("journey-map"))
    return shown(windows)


@pytest.fixture
def act(window: Window) -> Act:
    """Carry out a deed by its name as a menu would: not if it is grey."""

    def carry_out(name: str) -> None:
        window.menus.refresh()
        assert window.menus.actions[name].isEnabled(), name
        window.menus.actions[name].trigger()

    return carry_out


@pytest.fixture
def told(windows: Windows, qtbot: QtBot) -> Told:
    """Wait until the notice bar of the window that is shown says this."""

    def wait(words: str) -> None:
        qtbot.waitUntil(lambda: words in shown(windows).notice.sentence)

    return wait


def shown(windows: Windows) -> Window:
    """The window of a file that is shown."""
    assert isinstance(windows.window, Window)
    return windows.window


@pytest.fixture
def sheet(window: Window, act: Act) -> ExportSheet:
    """The sheet for exports, in the drawer."""
    act("export")
    assert isinstance(window.drawer.panel, ExportSheet)
    return window.drawer.panel


def start_of(windows: Windows) -> StartScreen:
    """The start screen, shown if nothing is."""
    if windows.window is None:
        windows.start()
    assert isinstance(windows.window, StartScreen)
    return windows.window


def card(desk: Desk, text: str) -> str:
    """The id of the card that says this in the journey in view."""
    lanes = {lane.id for lane in desk.map.grid(desk.journey.id).lanes}
    return next(one.id for one in desk.map.of(Card) if one.text == text and one.lane in lanes)


def write(window: Window, text: str) -> None:
    """Type into the text that is open, and leave it."""
    QTest.keyClicks(window.desk.editor.findChildren(InlineEditor)[-1], text)
    window.desk.editor.finish_writing()


def add_notes(window: Window) -> None:
    """Add a lane for notes under its usual name, as one edit."""
    window.menus.actions["lane_notes"].trigger()
    window.desk.editor.finish_writing()


@pytest.fixture
def remove(windows: Windows) -> Removed:
    """Remove one card from the map that is shown."""

    def go() -> None:
        desk = shown(windows).desk
        lanes = {lane.id for lane in desk.map.grid(desk.journey.id).lanes}
        desk.select([next(one.id for one in desk.map.of(Card) if one.lane in lanes)])
        shown(windows).menus.actions["remove"].trigger()

    return go


@pytest.fixture
def let_go(windows: Windows, window: Window) -> Callable[[], None]:
    """Close a window although its file has not got everything."""

    def go() -> None:
        shown(windows).close()
        shown(windows).close()
        windows.window = None

    return go


@pytest.fixture
def edited(windows: Windows, window: Window, remove: Removed) -> Path:
    """A file that was edited and closed."""
    remove()
    window.close()
    windows.window = None
    return window.desk.path


@pytest.fixture
def replaced(windows: Windows, window: Window, remove: Removed, told: Told) -> Path:
    """An open file in whose place somebody else's copy was put, which went on from an earlier state."""
    path = window.desk.path
    theirs = Path(shutil.copy(path, path.with_name("theirs")))
    with JourneyFile.open(theirs) as file:
        *_others, card = file.map.of(Card)
        file.document().do(written(file.map, "said by others", card.id))
    remove()
    window.desk.file.wait_saved()
    theirs.replace(path)
    remove()
    told("Another file was put in the place")
    return path


def status(window: Window) -> str:
    """What the top bar says of the file."""
    label = window.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    return label.text()


def press(window: Window, words: str) -> None:
    """Press a button of the notice."""
    offers = {it.text(): it for it in window.notice.findChildren(QPushButton) if it.isVisibleTo(window)}
    assert words in offers, sorted(offers)
    offers[words].click()
