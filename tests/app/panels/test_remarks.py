"""Remarks on what was imported can be read to their last word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.drawer import Drawer
from app.panels.remarks_sheet import RemarksSheet
from app.sizes import px
from export.notices import Notice
from resources.theme import load_theme


@pytest.mark.parametrize("often", [1, 40])
def test_every_line_of_a_remark_has_its_room(desk: Desk, qtbot: QtBot, often: int) -> None:
    said = "A column is not known; its cells were kept in the notes of the cards: "
    names = ("Room", "Room temperature in the waiting room", "Room temperature, of the waiting room, Another")
    drawer = Drawer(load_theme())
    qtbot.addWidget(drawer)
    drawer.resize(drawer.width(), 600)
    drawer.show_panel("Remarks", RemarksSheet([Notice(0, said + name) for name in names] * often))
    QApplication.processEvents()
    listed = drawer.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    wide = listed.viewport().width()
    assert (listed.count(), listed.horizontalScrollBar().maximum()) == (3 * often, 0)
    for row in range(3):
        item = listed.item(row)
        place = listed.visualItemRect(item)
        room = QRect(0, 0, wide - 2 * px(8), 1000)
        lines = listed.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert place.right() < wide
        assert place.height() >= lines.height() + 2 * px(6)
