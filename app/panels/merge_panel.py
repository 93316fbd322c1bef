"""What another copy of the map brings in, and what both changed: one choice each, then one button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from app.panels.buttons import button, quiet_button
from app.panels.choice_fields import CheckField
from app.panels.faces import Face, FaceButton
from app.panels.layouts import empty
from app.panels.plain import PlainLabel
from app.panels.sheet import head, rule
from app.panels.tab_order import order_tabs
from app.sizes import GAP, px
from journey.merging import Conflict, Merge, Side, Told, incoming, keeps_other, remark_words, told
from journey.model import Card
from resources.theme import Theme
from resources.words import _, _n

_MOST = 40
"""Conflicts that are shown before somebody asks for more, and as many each time."""


class MergePanel(QWidget):
    """``chosen`` tells whose value is wanted in a conflict (its key, a Side), ``looked`` at which record
    somebody wants to look, ``previewed`` whether the map is to show what would come of it, ``carried_out``
    that it is to be done, ``given_up`` that the copy is not to be read any more. The other copy is one's own
    where it is ``usual`` to follow that.
    """

    chosen = Signal(str, object)
    looked = Signal(object)
    previewed = Signal(bool)
    carried_out = Signal()
    given_up = Signal()

    def __init__(self, name: str, theme: Theme, usual: Side = Side.MINE) -> None:
        super().__init__()
        self._name, self._theme = name, theme
        self._says = _says(usual)
        self._merge: Merge | None = None
        self._most = _MOST
        self.boxes: dict[str, ConflictBox] = {}
        self._about, self._remarks, self._kept = _words(), _words("hint"), _words("hint")
        self._own = _words("hint")
        self.preview = CheckField(_("Show it on the map"), theme)
        self.preview.toggled.connect(self.previewed)
        self.go = QPushButton(_("Merge"))
        self.go.setObjectName("gold")
        self.go.clicked.connect(self.carried_out)
        self.stop = button(_("Give up"), self.given_up)
        self._head = head("")
        self._list = QVBoxLayout()
        self._list.setSpacing(px(GAP))
        self._more = quiet_button("", self._show_more)
        self._found = QWidget()
        self._furnish()
        self._own.setVisible(usual is Side.THEIRS)

    @property
    def told(self) -> str:
        """What is said of what would come in."""
        return self._about.text()

    def show_reading(self) -> None:
        """Show that the copy is being read, which may take as long as its disk does."""
        self._about.setText(_("Reading what is in it …"))
        self._turn(reading=True)

    def show_merge(self, merged: Merge, since: int, why_not: str = "") -> None:
        """Show what would come of it; ``since``: how many steps the other copy made since they went apart.

        ``why_not`` says why it cannot be done at all.
        """
        self._merge = merged
        self._turn(reading=False)
        lines = [_since(since), *incoming(merged)]
        if len(lines) == 1:
            lines.append(_("Nothing would come in: all that is in the other copy is in this one."))
        self._about.setText("\n".join((*lines, why_not) if why_not else lines))
        self.go.setEnabled(not why_not and bool(merged.change("")))
        self._show_conflicts(merged)
        self._remarks.setText("\n".join(remark_words(merged, one) for one in merged.remarks))
        self._remarks.setVisible(bool(merged.remarks))
        self._kept.setVisible(any(keeps_other(one) for one in merged.conflicts))

    def _furnish(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(GAP), 0)
        column.setSpacing(px(GAP))
        title = _words("card")
        title.setText(self._name)
        self._kept.setText(_("A text that is not taken is kept in the note of its card."))
        self._own.setText(_("What you did is in this copy, beside the map. Merge brings it into the map."))
        for widget in (title, self._own, self._about, self.stop, self._found):
            column.addWidget(widget)
        column.addStretch()
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(px(GAP))
        for widget in (self.preview, self.go, rule(), self._head, self._kept):
            found.addWidget(widget)
        found.addLayout(self._list)
        found.addWidget(self._more)
        found.addWidget(self._remarks)

    def _turn(self, *, reading: bool) -> None:
        """Show what can be done while it is being read, or after."""
        self._found.setHidden(reading)
        self.stop.setHidden(not reading)

    def _show_conflicts(self, merged: Merge) -> None:
        conflicts = merged.conflicts[: self._most]
        if [one.key for one in conflicts] != list(self.boxes):
            self._make_boxes(merged, conflicts)
        for conflict in conflicts:
            self.boxes[conflict.key].show_conflict(told(merged, conflict), conflict.taken)
        count, more = len(merged.conflicts), len(merged.conflicts) - len(conflicts)
        words = _n("{n} thing changed in both", "{n} things changed in both", count)
        self._head.setText(words.format(n=count).upper())
        self._head.setVisible(count > 0)
        self._more.setText(_n("Show {n} more", "Show {n} more", more).format(n=more))
        self._more.setVisible(more > 0)

    def _make_boxes(self, merged: Merge, conflicts: tuple[Conflict, ...]) -> None:
        empty(self._list)
        self.boxes = {}
        for conflict in conflicts:
            box = ConflictBox(conflict, told(merged, conflict), self._says, self._theme)
            box.chosen.connect(self.chosen)
            box.looked.connect(self.looked)
            self._list.addWidget(box)
            self.boxes[conflict.key] = box
        order_tabs(self)

    def _show_more(self) -> None:
        self._most += _MOST
        if self._merge is not None:
            self._show_conflicts(self._merge)


class ConflictBox(QWidget):
    """One conflict: what it is about, which a click shows, and what either copy says, one of them chosen."""

    chosen = Signal(str, object)
    looked = Signal(object)

    def __init__(self, conflict: Conflict, words: Told, says: Mapping[Side, str], theme: Theme) -> None:
        super().__init__()
        self._key, self._says = conflict.key, says
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        kind = str(conflict.record.kind) if isinstance(conflict.record, Card) else ""
        face = Face(words.what, kind, f"{kind}.accent") if kind else Face(words.what, "step")
        self.title = FaceButton(face, theme)
        self.title.clicked.connect(lambda: self.looked.emit(conflict.record))
        column.addWidget(self.title)
        field = _words("label")
        field.setText(words.field)
        column.addWidget(field)
        self.sides = {side: Option(theme) for side in Side}
        for side, option in self.sides.items():
            self._group.addButton(option)
            column.addWidget(option)
            option.clicked.connect(lambda _checked=False, side=side: self.chosen.emit(self._key, side))

    def show_conflict(self, words: Told, taken: Side) -> None:
        """Show what the copies say, and which of them is taken."""
        said = {side: says.format(value=words.of(side)) for side, says in self._says.items()}
        for side, option in self.sides.items():
            option.show_words(said[side])
            option.setAccessibleName(
                _("{what}, {field}. {choice}").format(what=words.what, field=words.field, choice=said[side])
            )
        self.sides[taken].setChecked(True)


class Option(FaceButton):
    """Words that can be chosen, with a tick while they are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Face(""), theme)
        self.setObjectName("option")
        self.setCheckable(True)
        self.toggled.connect(lambda chosen: self._tick(chosen))

    def show_words(self, words: str) -> None:
        """Say something else."""
        self.show_face(replace(self.face, words=words))

    def _tick(self, chosen: bool) -> None:
        name = self.accessibleName()
        self.show_face(replace(self.face, glyph="tick" if chosen else "", colour="ink"))
        self.setAccessibleName(name)

    def _words_area(self, width: int) -> QRect:
        """Words stand at one place, with the tick and without."""
        room = super()._words_area(width)
        left = px(30)
        return QRect(left, px(7), max(width - left - px(8), px(40)), room.height())


def _says(usual: Side) -> Mapping[Side, str]:
    """How what either copy says is told of."""
    if usual is Side.THEIRS:
        return {Side.MINE: _("In the file: {value}"), Side.THEIRS: _("Yours: {value}")}
    return {Side.MINE: _("This copy: {value}"), Side.THEIRS: _("The other: {value}")}


def _since(steps: int) -> str:
    words = _n(
        "{n} change was made there since the copies went apart.",
        "{n} changes were made there since the copies went apart.",
        steps,
    )
    return words.format(n=steps)


def _words(name: str = "") -> QLabel:
    made = PlainLabel()
    made.setWordWrap(True)
    made.setObjectName(name)
    return made
