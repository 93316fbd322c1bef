"""Boxes to tick have a tick, and what stands pale in empty fields can be read, in every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.panels.choices import TickBox
from app.style import dress
from resources.theme import Theme, load_theme


@pytest.fixture(params=["light", "dark", "contrast"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """A theme that the interface wears."""
    chosen = load_theme(request.param)
    dress(qapp, chosen)
    yield chosen
    dress(qapp, load_theme())


@pytest.mark.parametrize("sort", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_a_hint_in_an_empty_field_has_contrast_enough(
    theme: Theme, qtbot: QtBot, sort: type[QWidget]
) -> None:
    field = sort()
    qtbot.addWidget(field)
    field.show()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert _contrast(ink, QColor(*theme.rgb("surface"))) >= 4.5


def test_a_tick_is_drawn_from_left_to_right_and_not_a_dot(theme: Theme, qtbot: QtBot) -> None:
    box = TickBox("Names")
    qtbot.addWidget(box)
    box.show()
    box.setChecked(True)
    side, picture = box.height(), box.grab().toImage()
    dark = [
        (x, y)
        for x in range(side)
        for y in range(side)
        if _contrast(picture.pixelColor(x, y), QColor(*theme.rgb("gold"))) > 4
        and picture.pixelColor(x, y) == QColor(*theme.rgb("on_gold"))
    ]
    assert dark
    left, right = min(dark), max(dark)
    assert right[1] < left[1] < max(y for _x, y in dark)


def _contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours as the accessibility guidelines have it."""
    low, high = sorted(_light(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
