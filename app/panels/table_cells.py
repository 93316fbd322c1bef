"""The cells of the table: cards as on the map, and the field that a text is written in."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.icons import icon
from app.panels.cell_faces import CellFace
from app.panels.table_headers import StepHeader, veil
from app.panels.table_model import MapTable
from app.sizes import ACCENT, CELL_MARGIN, RADIUS, SMALL_ICON, SMALL_TEXT, TABLE_COLUMN, px
from canvas.paint import colour_of
from journey.model import LaneKind
from resources.theme import Theme
from resources.words import _

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LITTLE = 3
"""Pixels between a card's text and what stands below it."""
_MOST = 20_000
"""Heights that are kept."""


class CellText(QStyledItemDelegate):
    """Shows cards, and edits several lines in a cell: Enter finishes, Shift+Enter begins a line.

    ``finished`` tells by how many columns and rows one goes on after a text, and whether it is one that was
    not there before; the titles of the steps are edited in the ``header``. A field that is opened while
    ``another`` is set is for one more card above those that are there.
    """

    finished = Signal(int, int, bool)

    def __init__(self, cells: MapTable, theme: Theme, header: StepHeader, parent: QObject) -> None:
        super().__init__(parent)
        self._cells, self._theme, self._header = cells, theme, header
        self.another = False
        self._adding = self._fresh = False
        self._signs: dict[str, QIcon] = {}
        self._heights: dict[tuple[CellFace, int, int], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of its row, the cards, and whether it is selected."""
        area: QRect = cast("Any", option).rect
        font: QFont = cast("Any", option).font
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, colour_of(self._theme, "band" if index.row() % 2 else "paper"))
        top, seen = area.top() + px(CELL_MARGIN), self._header.table.viewport().height()
        for face in self._cells.faces(index):
            high = self._height(face, area.width(), font)
            if top < seen and top + high > 0:
                self._paint_face(painter, QRect(area.left(), top, area.width(), high), face, font)
            top += high
        self._paint_state(painter, area, cast("Any", option).state)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as a column usually is, and as high as its cards need there."""
        wide = px(TABLE_COLUMN)
        return QSize(wide, self.needed(index, wide, cast("Any", option).font))

    def needed(self, index: Index, wide: int, font: QFont) -> int:
        """The height that a cell needs where it is so wide, both in pixels."""
        heights = [self._height(face, wide, font) for face in self._cells.faces(index)]
        least = QFontMetrics(font).height() + px(CELL_MARGIN)
        return max(sum(heights), least) + px(CELL_MARGIN)

    def _paint_face(self, painter: QPainter, at: QRect, face: CellFace, font: QFont) -> None:
        room = _room(face, at.width())
        text = QRect(at.left() + px(CELL_MARGIN), at.top(), room, at.height())
        if face.kind:
            self._paint_card(painter, at.adjusted(px(4), -px(4), -px(4), -px(8)), face)
            text.translate(_sign_room(face), 0)
        painter.setFont(font)
        painter.setPen(colour_of(self._theme, face.colour))
        painter.drawText(text, _WRAP, face.words)
        if face.about:
            below = _high(QFontMetrics(font), room, face.words) + _LITTLE
            painter.setFont(_small(font))
            painter.setPen(colour_of(self._theme, f"{face.kind}.accent"))
            painter.drawText(text.translated(0, below), _WRAP, face.about)

    def _paint_card(self, painter: QPainter, area: QRect, face: CellFace) -> None:
        """Tint, accent and sign of its kind, and the star, as on the map."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self._theme, f"{face.kind}.tint"))
        painter.drawRoundedRect(QRectF(area), px(RADIUS), px(RADIUS))
        painter.fillRect(
            area.left(), area.top(), px(3), area.height(), colour_of(self._theme, f"{face.kind}.accent")
        )
        side = px(SMALL_ICON)
        sign = QRect(area.left() + px(ACCENT) + px(3), area.top() + px(6), side, side)
        self._sign(face.kind, f"{face.kind}.accent").paint(painter, sign)
        if face.star:
            gold = QRect(area.right() - side - px(2), area.top() + px(6), side, side)
            self._sign("star", "gold").paint(painter, gold)

    def _sign(self, name: str, colour: str) -> QIcon:
        """A sign of the map, made once."""
        if name not in self._signs:
            self._signs[name] = icon(name, self._theme, colour, px(SMALL_ICON))
        return self._signs[name]

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour_of(self._theme, "focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, veil(self._theme))

    def _height(self, face: CellFace, wide: int, font: QFont) -> int:
        """How much of a cell it takes, with what lies between it and the next; measured once."""
        key = (face, wide, font.pixelSize())
        if (known := self._heights.get(key)) is None:
            if len(self._heights) > _MOST:
                self._heights.clear()
            known = self._heights[key] = _measured(face, wide, font)
        return known

    # Writing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for text of several lines."""
        self._adding = self.another
        self._fresh = self._adding or not self._cells.faces(index)
        field = QPlainTextEdit(self._header.viewport() if self._is_title(index) else parent)
        field.setObjectName("inline")
        field.setTabChangesFocus(True)
        field.setAccessibleName(_heard(self._cells.lane(index.row()).kind))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """In the place of the cell; a step's title is written in the header."""
        if self._is_title(index):
            editor.setGeometry(self._header.title_area(index.column()))
        else:
            super().updateEditorGeometry(editor, option, index)

    def _is_title(self, index: Index) -> bool:
        return index.row() == self._cells.titles

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        assert isinstance(editor, QPlainTextEdit)  # as made above
        editor.setPlainText("" if self._adding else str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write it into the map."""
        assert isinstance(editor, QPlainTextEdit)  # as made above
        if self._adding:
            self._cells.add(index, editor.toPlainText())
        else:
            model.setData(index, editor.toPlainText())

    def eventFilter(self, editor: object, event: object) -> bool:
        """Enter and Tab finish, and tell where one goes on."""
        if isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent) and (way := _way(event)):
            fresh = self._fresh and bool(editor.toPlainText().strip())
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            self.finished.emit(*way, fresh)
            return True
        return super().eventFilter(editor, event)  # type: ignore[arg-type]  # Qt passes what it made


def _heard(kind: LaneKind) -> str:
    """What a field is called for who hears it, by the lane that is written in."""
    others = {LaneKind.STEPS: _("Title"), LaneKind.FEELINGS: _("Feeling")}
    return others.get(kind, _("Text of the card"))


def _way(event: QKeyEvent) -> tuple[int, int] | tuple[()]:
    """The columns and rows that a key goes on by when a text is finished; nothing if it finishes none."""
    if event.type() is not QKeyEvent.Type.KeyPress:
        return ()
    held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    ways = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}
    if not held:
        ways |= {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0)}
    return ways.get(Qt.Key(event.key()), ())


def _measured(face: CellFace, wide: int, font: QFont) -> int:
    room = _room(face, wide)
    words = _high(QFontMetrics(font), room, face.words)
    about = _high(QFontMetrics(_small(font)), room, face.about) + _LITTLE if face.about else 0
    return words + about + (px(12) if face.kind else 0)


def _room(face: CellFace, wide: int) -> int:
    """How wide its words may be in a column."""
    star = px(SMALL_ICON) if face.star else 0
    return wide - 2 * px(CELL_MARGIN) - _sign_room(face) - star


def _sign_room(face: CellFace) -> int:
    """How far a card's sign, beside its accent, pushes the words."""
    return px(ACCENT) + px(SMALL_ICON) + px(6) if face.kind else 0


def _high(metrics: QFontMetrics, room: int, words: str) -> int:
    return max(metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, words).height(), metrics.height())


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(px(SMALL_TEXT))
    return small
