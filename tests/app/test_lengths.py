"""Lengths of the interface grow with the size that is chosen for it."""

from __future__ import annotations

import ast
from pathlib import Path

from app.style import enlarged

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
