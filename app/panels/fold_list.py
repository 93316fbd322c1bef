"""A list of records that belong to another: each a line that unfolds to its fields, and a way to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.faces import Face, FaceButton
from app.panels.sheet import Sheet, head, rule
from app.panels.tab_order import enter
from app.sizes import GAP, px
from journey.model import MapData
from resources.theme import Theme

Ids = Callable[[MapData, str], Sequence[str]]
FaceOf = Callable[[MapData, str], Face]


class Fold(QWidget):
    """One record: its face, and below it, while unfolded, its sheet, which is made when first wanted."""

    def __init__(
        self, record: str, face: FaceOf, sheet: Callable[[], Sheet], desk: Desk, theme: Theme
    ) -> None:
        super().__init__()
        self._record, self._face, self._make, self._desk = record, face, sheet, desk
        self._sheet: Sheet | None = None
        self._button = FaceButton(face(desk.map, record), theme)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._column.addWidget(self._button)

    def refresh(self) -> None:
        """Show the record as it is now."""
        face = self._face(self._desk.map, self._record)
        if face != self._button.face:
            self._button.show_face(face)
        if self._sheet is not None:
            self._sheet.refresh()

    def unfold(self) -> None:
        """Show the fields and go to the first."""
        self._button.setChecked(True)
        if self._sheet is not None:
            enter(self._sheet)

    def _toggle(self, shown: bool) -> None:
        if self._sheet is None:
            self._sheet = self._make()
            self._sheet.setObjectName("unfolded")
            self._sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            margin = px(8)
            self._sheet.column.setContentsMargins(margin, margin, margin, margin)
            self._column.addWidget(self._sheet)
            self._sheet.show_records([self._record])
        self._sheet.setVisible(shown)


class FoldList(QWidget):
    """The records that belong to one other, under a heading; hidden where the sheet is about several."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        heading: Callable[[int], str],
        ids: Ids,
        face: FaceOf,
        sheet: Callable[[], Sheet],
    ) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._heading, self._ids, self._face, self._sheet = heading, ids, face, sheet
        self._folds: dict[str, Fold] = {}
        self.record = ""
        self._head = head("")
        self._list = QVBoxLayout()
        self._list.setSpacing(px(3))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, px(GAP), 0, 0)
        self.column.setSpacing(px(4))
        self.column.addWidget(rule())
        self.column.addSpacing(px(GAP) // 2)
        self.column.addWidget(self._head)
        self.column.addLayout(self._list)

    def show_records(self, records: tuple[str, ...]) -> None:
        """Be about one record; several have no list in common."""
        self.setVisible(len(records) == 1)
        if len(records) != 1:
            return
        self.record = records[0]
        wanted = list(self._ids(self._desk.map, self.record))
        self._head.setText(self._heading(len(wanted)).upper())
        if wanted != list(self._folds):
            self._make(wanted)
        for fold in self._folds.values():
            fold.refresh()

    def unfold(self, record: str) -> None:
        """Show the fields of one of them."""
        if record in self._folds:
            self._folds[record].unfold()

    def _make(self, wanted: Sequence[str]) -> None:
        """Keep the lines of those that stay, as they are; the others go, new ones come."""
        gone = [fold for one, fold in self._folds.items() if one not in wanted]
        self._folds = {one: self._folds.get(one) or self._fold(one) for one in wanted}
        for fold in gone:
            self._list.removeWidget(fold)
            fold.hide()
            fold.deleteLater()
        for place, fold in enumerate(self._folds.values()):
            self._list.insertWidget(place, fold)

    def _fold(self, record: str) -> Fold:
        return Fold(record, self._face, self._sheet, self._desk, self._theme)
