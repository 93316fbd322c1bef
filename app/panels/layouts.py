"""Small things that panels do with Qt's layouts and lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QListView, QListWidget


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()


def wrap(words: QListWidget) -> None:
    """Break the lines of a list of sentences where it ends, also when it becomes narrower."""
    words.setWordWrap(True)
    words.setResizeMode(QListView.ResizeMode.Adjust)
    words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    words.setTextElideMode(Qt.TextElideMode.ElideNone)
