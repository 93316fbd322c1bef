"""Everything in the panels that takes the keyboard has a name for those who do not see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.desk import Desk
from app.panels.faces import FaceButton
from app.panels.side import SidePanels
from tests.app.panels.conftest import select

PANELS = ("personas", "owners", "measures", "evidence", "findings")
SELECTIONS = ("", "call", "silence", "text", "stage-1", "step-1", "touchpoints", "lost", "arrow", "claims")


def nameless(within: QWidget) -> list[str]:
    """What takes the keyboard and is not called anything."""
    QApplication.processEvents()
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
        for one in within.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not one.accessibleName()
        and not isinstance(one.parent(), QAbstractScrollArea)
    ]


@pytest.mark.parametrize("record", SELECTIONS)
def test_every_field_of_the_inspector_has_a_name(desk: Desk, side: SidePanels, record: str) -> None:
    select(desk, *([record] if record else []))
    for line in side.findChildren(FaceButton):
        if line.isVisible() and line.isCheckable():
            line.setChecked(True)
    assert nameless(side) == []


@pytest.mark.parametrize("name", PANELS)
def test_everything_in_the_other_panels_has_a_name(side: SidePanels, name: str) -> None:
    side.begin(name)
    assert nameless(side) == []
