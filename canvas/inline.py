"""Editing a text in its place: a plain text field over the map whose letters stand where the map's stood."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from canvas.fonts import EM, map_font
from journey.model.fields import TEXT_LIMIT
from journey.text import Weight
from resources.words import _

_STAYING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_CARET = 1.5
"""How wide the caret is, pixels."""
_EDGE = 2.0
"""How thick the edge is around what is not there yet, pixels."""
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks: its weight, whether it is centred, its colours; ``hint`` stands where none is.

    ``edge`` is drawn around a text of something that is not there yet.
    """

    weight: Weight
    ground: QColor
    ink: QColor
    pale: QColor
    centred: bool = False
    hint: str = ""
    edge: QColor | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the letters stand in the field, pixels: first baseline, a line's room, the em, the leading."""

    x: float
    baseline: float
    room: float
    em: float
    leading: float


class InlineEditor(QTextEdit):
    """A text being edited; only the finished text leaves it.

    The text is set in large letters and painted smaller: Qt has letters of whole pixels only, and the map's
    are as large as the map wants them.

    ``finished`` tells the text and the key that ended it: "" (elsewhere clicked), "enter" or "tab", and
    "down" below the last line of a text that ``ends_down``. ``left`` tells the text that Escape ended.
    """

    finished = Signal(str, str)
    left = Signal(str)

    def __init__(self, parent: QWidget, text: str, look: Look, *, ends_down: bool = False) -> None:
        super().__init__(parent)
        self._ends_down = ends_down
        self._over, self._window, self._look = False, parent, look
        self._scale, self._origin, self._lit = 1.0, QPointF(), True
        self._font = map_font(look.weight, EM)
        self.setObjectName("inline")
        self.setAccessibleName(_("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAcceptDrops(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(self._font)
        self.setPlainText(text)
        self.selectAll()
        self._blink = QTimer(self, interval=QApplication.cursorFlashTime() // 2 or -1)
        self._blink.timeout.connect(lambda: self._show_caret(lit=not self._lit))
        self._blink.start()

    def stand(self, area: QRect, setting: Setting) -> None:
        """Stand at a place of the window, the letters as they are set there."""
        self._scale = setting.em / EM
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(round(setting.room / self._scale))
        self._set_lines(setting.leading / self._scale)
        self._origin = QPointF(setting.x, setting.baseline - self._first_baseline() * self._scale)
        self.setGeometry(area)
        for signal in (self.textChanged, self.cursorPositionChanged, self.selectionChanged):
            signal.connect(self._show_caret)
        self.textChanged.connect(self._grow)
        self._grow()

    def finish(self, key: str = "") -> None:
        """End with the text as it is."""
        if not self._over:
            text = self.toPlainText()
            self._end()
            self.finished.emit(text, key)

    def put_away(self) -> str:
        """End and tell nobody; what is written is given back."""
        self._end()
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab finish; Shift+Enter is a new line; Escape leaves."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            text = self.toPlainText()
            self._end()
            self.left.emit(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertBlock() if shifted else self.finish("enter")
        elif event.key() == Qt.Key.Key_Tab:
            self.finish("tab")
        elif event.key() == Qt.Key.Key_Down and not shifted and self._is_at_foot():
            self.finish("down")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere finishes; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.finish()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, as much as a card can hold."""
        room = TEXT_LIMIT - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(room, 0)])

    # The text is larger than it looks: the mouse and the painter go between the two.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret there; with Shift, select up to there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(event.position(), keeps=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to there."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position(), keeps=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was selected stays so."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        self._go(event.position(), keeps=False)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        """The letters are the map's, whatever the style of the window says."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.document().setDefaultFont(self._font)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the map's."""
        event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """All of the text is in view: the field grows with it."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """Tell those who help with writing where the caret is."""
        told = super().inputMethodQuery(query)
        if query is not Qt.InputMethodQuery.ImCursorRectangle:
            return told
        return self._caret()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letters as large as the map's."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.ground)
        if self._look.edge is not None:
            self._paint_edge(painter, self._look.edge)
        painter.translate(self._origin)
        painter.scale(self._scale, self._scale)
        if not self.toPlainText():
            self._paint_hint(painter)
        self.document().documentLayout().draw(painter, self._context())
        painter.resetTransform()
        if self._lit and self.hasFocus():
            painter.fillRect(self._caret(), self._look.ink)
        painter.end()

    def _paint_edge(self, painter: QPainter, edge: QColor) -> None:
        half = _EDGE / 2
        painter.setPen(QPen(edge, _EDGE))
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(half, half, -half, -half))

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(self._look.pale)
        wide = painter.fontMetrics().horizontalAdvance(self._look.hint)
        spare = self.lineWrapColumnOrWidth() - wide
        painter.drawText(
            QPointF(spare / 2 if self._look.centred else 0.0, self._first_baseline()), self._look.hint
        )

    def _context(self) -> QAbstractTextDocumentLayout.PaintContext:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._look.ink)
        context.palette = palette
        if self.textCursor().hasSelection():
            chosen = QAbstractTextDocumentLayout.Selection()
            shade = QTextCharFormat()
            shade.setBackground(palette.highlight())
            shade.setForeground(palette.highlightedText())
            chosen.cursor, chosen.format = self.textCursor(), shade
            context.selections = [chosen]
        return context

    def _caret(self) -> QRectF:
        """The caret in the field's own pixels."""
        at = self.cursorRect()
        x = at.x() + self.horizontalScrollBar().value()
        y = at.y() + self.verticalScrollBar().value()
        place = self._origin + QPointF(x, y) * self._scale
        return QRectF(place.x(), place.y(), _CARET, at.height() * self._scale)

    def _show_caret(self, *, lit: bool = True) -> None:
        self._lit = lit
        self.viewport().update()

    def _go(self, at: QPointF, *, keeps: bool) -> None:
        place = (at - self._origin) / self._scale
        found = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        mode = QTextCursor.MoveMode.KeepAnchor if keeps else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(max(found, 0), mode)
        self.setTextCursor(cursor)

    def _set_lines(self, leading: float) -> None:
        """Set all lines, and those that follow, as far apart as the map's, around the middle if they are."""
        lines = QTextBlockFormat()
        lines.setLineHeight(leading, _FIXED)
        if self._look.centred:
            lines.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)

    def _first_baseline(self) -> float:
        """From the top of the text to its first baseline, as it is set."""
        self.document().size()  # sets the lines
        layout = self.document().firstBlock().layout()
        line = layout.lineAt(0)
        return layout.position().y() + line.y() + line.ascent()

    def _grow(self) -> None:
        """Be as high as the text, at least as the place, and stay in the window."""
        text = self._origin.y() + self.document().size().height() * self._scale
        needed = max(self.height(), round(text + 2))
        self.resize(self.width(), needed)
        over = self.y() + needed - self._window.height()
        if over > 0:
            self.move(self.x(), max(0, self.y() - over))

    def _is_at_foot(self) -> bool:
        """Whether the down arrow leads out of the text, and may."""
        return self._ends_down and not self.textCursor().movePosition(QTextCursor.MoveOperation.Down)

    def _end(self) -> None:
        self._over = True
        self._blink.stop()
        self.hide()
        self.deleteLater()
