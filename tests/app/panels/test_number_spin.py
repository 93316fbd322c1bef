"""Numbers are written as people of a language write them, and read whichever way they are typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.panels.number_spin import NumberSpin
from resources.words import speaking

pytestmark = pytest.mark.usefixtures("country")


@pytest.mark.parametrize(("language", "shown"), [("en", "1.5 m"), ("nb", "1,5 m")])
def test_a_number_is_shown_as_its_language_has_it(qtbot: QtBot, language: str, shown: str) -> None:
    with speaking(language):
        field = NumberSpin("Metres", (0.1, 50.0), 1.5, " m", step=0.5)
        qtbot.addWidget(field)
        assert field.text() == shown
        field.setValue(12.0)
        assert field.text() == "12 m"


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("typed", ["2,25", "2.25"])
def test_a_comma_and_a_point_are_the_same_to_it(qtbot: QtBot, language: str, typed: str) -> None:
    with speaking(language):
        field = NumberSpin("Metres", (0.1, 50.0), 1.5, " m", step=0.5)
        qtbot.addWidget(field)
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.value() == 2.25
