"""Small things that panels do with Qt's layouts and lists."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QLayout, QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from app.sizes import px

_ASIDE = 9
"""Pixels at the left and at the right of a sentence in a list, a little more than its style has."""


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
    words.setItemDelegate(_Sentences(words))


class _Sentences(QStyledItemDelegate):
    """Sentences as high as they are between their paddings, which Qt forgets: it cuts the last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a sentence broken in the room that it has."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(px(_ASIDE), 0, -px(_ASIDE), 0)
        return super().sizeHint(narrow, index)
