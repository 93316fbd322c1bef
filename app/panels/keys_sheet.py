"""All keys on one sheet, made from the table of deeds and from what the map's own keys do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.actions.deed import Deed
from app.map_keys import map_keys
from app.sizes import KEY_WIDTH, px
from resources.words import _


class KeysSheet(QWidget):
    """Rows of a key and what it does, under the name of their menu."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), px(8), 0)
        _add_group(column, _("On the map"), map_keys())
        keyed = [deed for deed in deeds if deed.keys]
        for menu, group in groupby(keyed, key=lambda deed: deed.menu.split("/")[0]):
            _add_group(column, menu, [(spelled(deed), deed.words) for deed in group])
        column.addStretch()


def spelled(deed: Deed) -> str:
    """The first key of a deed, as this system writes keys."""
    return QKeySequence(deed.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def _add_group(column: QVBoxLayout, title: str, rows: Iterable[tuple[str, str]]) -> None:
    head = QLabel(title.upper())
    head.setObjectName("head")
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, px(KEY_WIDTH))
    for row, (key, words) in enumerate(rows):
        label, said = QLabel(key), QLabel(words)
        label.setObjectName("key")
        said.setWordWrap(True)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1)
    column.addWidget(head)
    column.addLayout(grid)
