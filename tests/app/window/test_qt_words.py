"""Qt speaks the language of the interface too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.qt_words import teach_qt
from resources.words import speaking


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    teach_qt(qapp)


def menu_words(qtbot: QtBot) -> list[str]:
    field = QLineEdit()
    qtbot.addWidget(field)
    words = [action.text().partition("\t")[0] for action in field.createStandardContextMenu().actions()]
    return [one.replace("&", "") for one in words if one]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Velg alt"]),
        ("sv", ["Ångra", "Gör om", "Klipp ut", "Kopiera", "Klistra in", "Ta bort", "Markera alla"]),
        ("da", ["Fortryd", "Gentag", "Klip", "Kopiér", "Sæt ind", "Slet", "Markér alt"]),
        ("en", ["Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"]),
    ],
)
def test_the_menu_of_a_field_is_in_the_language(
    qapp: QApplication, qtbot: QtBot, language: str, words: list[str]
) -> None:
    for before in ("da", language):
        with speaking(before):
            teach_qt(qapp)
    assert menu_words(qtbot) == words


def test_keys_are_named_in_the_language_and_stay_the_same_keys(qapp: QApplication) -> None:
    with speaking("nb"):
        teach_qt(qapp)
    keys = QKeySequence("Ctrl+Shift+Right")
    assert keys.toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+Høyre"
    assert keys.toString() == "Ctrl+Shift+Right"


def test_what_we_have_no_words_for_qt_says_itself(qapp: QApplication, qtbot: QtBot) -> None:
    with speaking("sv"):
        teach_qt(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Avbryt"]


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(("language", "shown"), [("nb", "1,5"), ("sv", "1,5"), ("da", "1,5"), ("en", "1.5")])
def test_numbers_of_qt_are_written_as_in_the_language_on_every_machine(
    qapp: QApplication, language: str, shown: str
) -> None:
    with speaking(language):
        teach_qt(qapp)
    assert QLocale().toString(1.5, "f", 1) == shown
