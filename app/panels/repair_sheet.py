"""What came back of a damaged file and what did not, and the last good backup beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.panels.plain import PlainLabel
from app.sizes import GAP, px
from journey.layout.days import spoken_moment
from journey.model import Card, Feeling, Lane, Link, MapData, Measure, Owner, Persona, Stage, Step
from journey.model.naming import how_many
from journey.model.shapes import SHAPE_OF
from resources.words import _
from storage.salvage import LastBackup, Repaired

_COMPARED = (Stage, Step, Lane, Card, Feeling, Link, Owner, Persona, Measure)


class RepairSheet(QWidget):
    """To be read; ``backup_wanted`` asks for the backup as a file of its own."""

    backup_wanted = Signal()

    def __init__(self, repaired: Repaired) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(GAP), 0)
        column.setSpacing(px(GAP))
        for sentence in repaired.sentences():
            column.addWidget(_words(sentence))
        column.addWidget(_words(_("The old file is as it was. You are in the new one."), "hint"))
        if repaired.backup is not None:
            self._add_backup(column, repaired.map, repaired.backup)
        column.addStretch()

    def _add_backup(self, column: QVBoxLayout, made: MapData, backup: LastBackup) -> None:
        column.addWidget(_strong(_words(_("The last good backup beside it"))))
        column.addLayout(_side_by_side(made, backup))
        button = QPushButton(_("Open the backup as a file of its own"))
        button.clicked.connect(self.backup_wanted)
        column.addWidget(button)


def _side_by_side(made: MapData, backup: LastBackup) -> QGridLayout:
    """How many of each sort are in the one and in the other; what differs stands out."""
    grid = QGridLayout()
    when = spoken_moment(backup.at.astimezone())
    for place, head in enumerate((_("Repaired"), _("Backup of {when}").format(when=when))):
        grid.addWidget(_words(head, "label"), 0, place)
    for line, sort in enumerate(_COMPARED, start=1):
        counts = len(made.of(sort)), len(backup.map.of(sort))
        for place, count in enumerate(counts):
            said = _words(how_many(SHAPE_OF[sort].name, count))
            grid.addWidget(said if counts[0] == counts[1] else _strong(said), line, place)
    return grid


def _strong(label: QLabel) -> QLabel:
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _words(sentence: str, name: str = "") -> QLabel:
    made = PlainLabel(sentence)
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
