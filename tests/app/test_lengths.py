"""Lengths of the interface grow with the size that is chosen for it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox

from app.style import dress, enlarged
from resources.theme import THEMES, load_theme

APP = Path(__file__).parents[2] / "app"
_TAKING_PIXELS = {
    *("setContentsMargins", "setSpacing", "addSpacing", "setHorizontalSpacing", "setVerticalSpacing"),
    *("setMinimumWidth", "setMinimumHeight", "setMaximumWidth", "setMaximumHeight"),
    *("setFixedWidth", "setFixedHeight", "setFixedSize", "setIndent", "setMargin"),
}


def test_no_length_is_given_in_bare_pixels() -> None:
    assert [found for path in APP.rglob("*.py") for found in _bare(path)] == []


def _bare(path: Path) -> list[str]:
    """Where a length larger than a hair line is given to Qt as a number."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    taking = [call for call in calls if getattr(call.func, "attr", "") in _TAKING_PIXELS]
    numbers = [(call.lineno, one) for call in taking for one in call.args if isinstance(one, ast.Constant)]
    return [f"{path.name}:{line}" for line, one in numbers if isinstance(one.value, int) and one.value > 1]


def test_paddings_grow_with_the_interface_and_hair_lines_and_texts_sizes_do_not() -> None:
    sheet = "a {{ padding: 5px 12px; border: 1px solid; font-size: {title}px; margin-top:-4px }}"
    larger = "a {{ padding: 10px 24px; border: 1px solid; font-size: {title}px; margin-top:-8px }}"
    assert enlarged(sheet, 2.0) == larger
    assert enlarged(sheet, 1.0) == sheet


@pytest.mark.parametrize("theme", THEMES)
def test_a_box_to_tick_is_seen_in_every_theme_and_grows_with_the_interface(
    qapp: QApplication, theme: str
) -> None:
    before = qapp.styleSheet()
    try:
        sides = [_ticked(qapp, theme, size) for size in (1.0, 2.0)]
    finally:
        qapp.setStyleSheet(before)
    assert sides[1] > 1.7 * sides[0] > 20


def _ticked(application: QApplication, theme: str, size: float) -> int:
    """How wide the box of a ticked field is, in pixels of its colour."""
    colours = load_theme(theme)
    dress(application, colours, size)
    box = QCheckBox("Names")
    box.setChecked(True)
    box.show()
    image = box.grab().toImage()
    gold = QColor(*colours.rgb("gold"))
    return max(
        sum(image.pixelColor(x, y) == gold for x in range(image.width())) * 2 for y in range(image.height())
    )
