"""The versions of the file and its backups: to look at, to compare with now, to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.panels.buttons import button
from app.panels.difference_list import DifferenceList
from app.panels.layouts import wrap
from app.panels.sheet import hint
from app.recent import data_folder
from app.sizes import px
from app.states import State, backup_states, sitting_states, versions_of
from journey.comparing import Difference
from journey.layout.days import spoken_moment
from resources.theme import Theme
from resources.words import _

_STATE = Qt.ItemDataRole.UserRole


class VersionsPanel(QWidget):
    """The newest on top. ``looked`` at a state, ``compared`` with one, ``restored`` to one, ``now``: back to
    the present; ``pointed`` at a difference, some ``taken_back``; ``naming``: a new version is wanted.
    """

    looked = Signal(object)
    compared = Signal(object)
    restored = Signal(object)
    now = Signal()
    naming = Signal()
    pointed = Signal(object)
    taken_back = Signal(object)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._listed: list[State | str] = []
        self._last: State | None = None
        self.states = QListWidget()
        self.states.setAccessibleName(_("Versions, newest first"))
        wrap(self.states)
        self.differences = DifferenceList(theme)
        self.differences.hide()
        self._ways = QButtonGroup(self)
        self._trouble = hint()
        self._choose = hint(_("Choose a version to compare what is now with it."))
        name = button(_("Name this version …"), self.naming.emit)
        self.restore = button(_("Restore this"), self._restore_chosen)
        self.back = button(_("Back to now"), self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(8), 0)
        for widget in (name, self._trouble, self.states, self._way_row(), self._choose, self.differences):
            column.addWidget(widget)
        column.setStretchFactor(self.states, 2)
        column.setStretchFactor(self.differences, 3)
        column.addWidget(self.restore)
        column.addWidget(self.back)
        self.refresh()
        self.states.currentItemChanged.connect(lambda _now, _before: self._look())
        self.differences.pointed.connect(self.pointed)
        self.differences.taken_back.connect(self.taken_back)

    @property
    def state(self) -> State | None:
        """The state that is looked at or compared with; None where that is now."""
        item = self.states.currentItem()
        found = item.data(_STATE) if item else None
        return found if isinstance(found, State) else None

    @property
    def compare_button(self) -> QAbstractButton:
        """What turns from looking to comparing."""
        return self._ways.button(1)

    @property
    def comparing(self) -> bool:
        """Whether a state is to be compared with now rather than looked at."""
        return bool(self._ways.checkedId())

    def refresh(self) -> None:
        """List what there is to go back to, standing at now, without telling anybody."""
        self._shown = (None, self.comparing)
        self.differences.hide()
        self.states.blockSignals(True)
        if (lines := self._lines()) != self._listed:
            self._list(lines)
        self.states.setCurrentRow(0)
        self.states.blockSignals(False)
        fault = self._desk.file.backup_fault
        self._trouble.setText("" if fault is None else _("The last backup failed.") + " " + fault.sentence)
        self._trouble.setVisible(fault is not None)
        self._grey()

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """List what differs from the state that is compared with."""
        self.differences.show_differences(differences)
        self.differences.show()

    def leave(self) -> None:
        """Stand at now."""
        self.states.setCurrentRow(0)

    def go_on_comparing(self) -> None:
        """Compare once more with the state that was compared with last."""
        if self._last is not None:
            self.states.setCurrentRow(self._row_of(self._last))

    def _way_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for way, words in enumerate((_("Look at it"), _("Compare with now"))):
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setChecked(not way)
            button.clicked.connect(self._look)
            self._ways.addButton(button, way)
            line.addWidget(button)
        return row

    def _lines(self) -> list[State | str]:
        """What is to be listed below now: states, and headings."""
        file = self._desk.file
        versions = versions_of(file)
        # Later steps stand higher; of several after one step, the versions, and of those the latest.
        states = sorted([*reversed(versions), *sitting_states(file)], key=_step, reverse=True)
        backups = backup_states(file.document_id, data_folder())
        return [
            *([] if versions else [_("No versions yet. Ctrl+S gives what is now a name.")]),
            *states,
            State(_("The beginning"), 0),
            *([_("Backups on this computer")] if backups else []),
            *reversed(backups),
        ]

    def _list(self, lines: Sequence[State | str]) -> None:
        self._listed = list(lines)
        self.states.clear()
        self._add(_("Now"), None)
        for line in lines:
            if isinstance(line, State):
                self._add_state(line)
            else:
                self._add_heading(line)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.states.addItem(item)

    def _add_state(self, state: State) -> None:
        told = ", ".join(filter(None, (spoken_moment(state.at), state.who)))
        item = self._add("\n".join(filter(None, (state.words, told))), state)
        font = item.font()
        font.setBold(state.named)
        item.setFont(font)

    def _add(self, words: str, state: State | None) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setData(_STATE, state)
        self.states.addItem(item)
        return item

    def _look(self) -> None:
        wanted = (self.state, self.comparing)
        if wanted == self._shown:
            return
        self._shown, self._last = wanted, self.state or self._last
        self.differences.hide()
        self._grey()
        if self.state is None:
            self.now.emit()
        elif self.comparing:
            self.compared.emit(self.state)
        else:
            self.looked.emit(self.state)

    def _row_of(self, state: State) -> int:
        rows = range(self.states.count())
        return next((row for row in rows if self.states.item(row).data(_STATE) == state), 0)

    def _grey(self) -> None:
        past = self.state is not None
        self.restore.setEnabled(past and not self._desk.document.locked)
        self.back.setEnabled(past)
        self._choose.setVisible(self.comparing and not past)

    def _restore_chosen(self) -> None:
        if self.state is not None:
            self.restored.emit(self.state)


def _step(state: State) -> int:
    return state.step
