"""Tab goes through a panel as one reads it, however late its parts were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(panel: QWidget) -> None:
    """Let Tab visit what can have the keyboard in the order of the panel's layouts."""
    for before, after in pairwise(reachable(panel)):
        QWidget.setTabOrder(before, after)


def enter(panel: QWidget) -> None:
    """Put the keyboard into the first thing of a panel that takes it."""
    first = next((one for one in reachable(panel) if one.isVisible() and one.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def reachable(widget: QWidget) -> Iterator[QWidget]:
    """Whatever in a widget takes the keyboard by Tab, in the order of the layouts; hidden ones too."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from reachable(widget)
        elif inner is not None:
            yield from _within(inner)
