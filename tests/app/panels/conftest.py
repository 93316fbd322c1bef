"""Panels to try: a desk with a small map of readable ids, and hands that write into fields by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.directory import Directory
from app.panels.side import SidePanels
from app.panels.table import TableView
from app.sizes import TEXT
from app.style import dress
from journey.model import (
    Evidence,
    Feeling,
    JourneyPersona,
    LaneKind,
    Link,
    Measure,
    Owner,
    Ownership,
    Persona,
    Record,
)
from resources.theme import load_theme
from storage import JourneyFile
from tests.builders import a_card, a_map

LANES = (
    *(LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.FEELINGS, LaneKind.SYSTEMS, LaneKind.PAINS),
    *(LaneKind.IDEAS, LaneKind.OWNERS, LaneKind.QUOTES),
)
RECORDS: tuple[Record, ...] = (
    Persona(id="maja", name="Maja"),
    Persona(id="per", name="Per"),
    JourneyPersona(id="look", journey="journey", persona="maja"),
    Owner(id="claims", name="Claims", colour="#2A62C9", initials="C"),
    Owner(id="finance", name="Finance", colour="#9C2A63", initials="F"),
    a_card("call", "touchpoints", "step-1", channel="Phone"),
    a_card("letter", "touchpoints", "step-2", channel="Phone"),
    a_card("visit", "touchpoints", "step-3", channel="In person"),
    a_card("archive", "systems", "step-1"),
    a_card("silence", "pains", "step-2"),
    a_card("text", "ideas", "step-2"),
    a_card("sigh", "quotes", "step-1"),
    Ownership(id="o-letter", card="letter", owner="claims"),
    Feeling(id="lost", journey="journey", step="step-1", persona="maja", score=-1.0, word="lost"),
    Link(id="arrow", source="archive", target="call"),
    Measure(id="nps", card="call", name="NPS", value=31, goal=40),
    Evidence(id="talks", title="12 talks"),
)

Write = Callable[..., None]


def dress_as_usual(application: QApplication) -> None:
    """Dress the interface, unless a test before has, and left its size as it usually is."""
    if not application.styleSheet() or application.font().pixelSize() != TEXT:
        dress(application, load_theme())


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a small map of one journey."""
    file = JourneyFile.create(tmp_path / "small.journey", tuple(a_map(2, 2, LANES, RECORDS).records()))
    dress_as_usual(qapp)
    made = Desk(file, load_theme())
    yield made
    made.leave().close()


@pytest.fixture
def side(desk: Desk, qtbot: QtBot) -> Iterator[SidePanels]:
    """The panels at the right of the map, shown."""
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(desk.editor)
    made = SidePanels(desk, load_theme())
    row.addWidget(made)
    window.resize(1000, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    made.finish()
    desk.editor.setParent(None)
    window.close()


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Iterator[TableView]:
    """The table of the small map, shown."""
    view = TableView(desk, load_theme())
    view.resize(900, 600)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    yield view
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def named(within: QWidget, name: str) -> QWidget:
    """The one thing on view that has this accessible name."""
    QApplication.processEvents()
    found = [one for one in within.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} are called {name}"
    return found[0]


def shows(within: QWidget, name: str) -> bool:
    """Whether anything on view has this accessible name."""
    QApplication.processEvents()
    return any(one.accessibleName() == name and one.isVisible() for one in within.findChildren(QWidget))


def written(within: QWidget, name: str) -> str:
    """What stands in a field."""
    field = named(within, name)
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def write(within: QWidget, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Write into a field in place of what stands there, and end with a key (Ctrl held for several lines)."""
    field = named(within, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # which the test's keyboard has no keys for
        (field.insert if isinstance(field, QLineEdit) else field.insertPlainText)(text)
    several = isinstance(field, QPlainTextEdit) and key == Qt.Key.Key_Return
    held = Qt.KeyboardModifier.ControlModifier if several else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, key, held)
    QApplication.processEvents()


def click(within: QWidget, name: str) -> None:
    """Click a button."""
    button = named(within, name)
    assert isinstance(button, QAbstractButton)
    button.click()
    QApplication.processEvents()


def select(desk: Desk, *records: str) -> None:
    """Select records, and let the panels follow."""
    desk.select(records)
    QApplication.processEvents()


def opened(side: SidePanels, name: str) -> Directory:
    """A panel with a list."""
    side.begin(name)
    QApplication.processEvents()
    return next(one for one in side.findChildren(Directory) if one.isVisible())


def choose(panel: Directory, *records: str) -> None:
    panel.tree.choose(records)
    QApplication.processEvents()
