"""Who else has a part in a card: each with what it does, and a field to involve more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.layouts import empty
from app.panels.picker import Fresh
from app.panels.pickers import chosen_owner, owner_picker
from app.sizes import LABEL_WIDTH, px
from journey import edits
from journey.model import Owner, Ownership, OwnershipRole
from journey.terms import options, word
from resources.theme import Theme
from resources.words import _


class Involved(QWidget):
    """A line for each owner beside the one who answers; a click on it changes or ends its part."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._card = desk, ""
        self._shown: list[tuple[Ownership, str]] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._add = owner_picker(desk, theme, _("involve someone"))
        self._add.setProperty("adds", True)
        self._add.setAccessibleName(_("Involve another owner"))
        self._add.finished.connect(self._involve)
        label = QLabel(_("Also"))
        label.setObjectName("label")
        label.setFixedWidth(px(LABEL_WIDTH))
        label.setContentsMargins(0, px(5), 0, 0)
        label.setBuddy(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self._add)
        row.addLayout(column, 1)

    def show_records(self, cards: tuple[str, ...]) -> None:
        """Be about one card; hidden for several."""
        self.setVisible(len(cards) == 1)
        if len(cards) != 1:
            return
        m, self._card = self._desk.map, cards[0]
        roles = m.of(Ownership).by("card").get(self._card, ())
        others = [one for one in roles if one.role is not OwnershipRole.ACCOUNTABLE]
        names = [(one, m.of(Owner)[one.owner].name) for one in others]
        if names != self._shown:
            self._shown = names
            empty(self._lines)
            for one, name in names:
                self._lines.addWidget(self._line(one, name))
        self._add.show_value("")

    def _line(self, one: Ownership, name: str) -> QPushButton:
        button = QPushButton(_("{owner} ({role})").format(owner=name, role=word(one.role)))
        button.setObjectName("fold")
        button.setAccessibleName(button.text())
        menu = QMenu(button)
        for role, words in options(OwnershipRole):
            menu.addAction(words, partial(self._give, one.owner, role))
        menu.addSeparator()
        menu.addAction(_("Not involved"), partial(self._release, one.owner))
        button.addActions(menu.actions())
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _involve(self, chosen: str | Fresh) -> None:
        card, role = self._card, OwnershipRole.CONSULTED
        self._desk.attempt(
            lambda: chosen_owner(
                self._desk.map, chosen, lambda after, owner: edits.involve(after, card, owner, role)
            )
        )
        self._add.put("")

    def _give(self, owner: str, role: OwnershipRole) -> None:
        self._desk.attempt(lambda: edits.involve(self._desk.map, self._card, owner, role))

    def _release(self, owner: str) -> None:
        self._desk.attempt(lambda: edits.release(self._desk.map, self._card, owner))
