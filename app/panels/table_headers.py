"""The headers of the table: stages and the titles of their steps above, lanes' names at the left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from app.panels.plain import PlainLabel
from app.panels.table_model import MapTable
from app.sizes import CELL_MARGIN, TABLE_COLUMN, TABLE_RAIL, px
from canvas.paint import colour_of
from resources.theme import Theme, as_hex

_CHOSEN = 0.16
"""How much of the focus colour lies over what is selected."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class StepHeader(QHeaderView):
    """The stages as bands over their steps, the steps' titles below, as high as the longest one needs.

    ``table`` is the one it belongs to. ``title_chosen`` tells of a click on a step's title with any button,
    ``title_opened`` of a double click, both with its column.
    """

    title_chosen = Signal(int)
    title_opened = Signal(int)

    def __init__(self, cells: MapTable, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._cells, self._theme, self.table = cells, theme, table
        self._known: tuple[object, int] = ((), 0)
        self._least = 0
        # A click chooses a title, not a column whose cards the next key would remove.
        self.setSectionsClickable(False)
        self.setDefaultSectionSize(px(TABLE_COLUMN))
        self.setMinimumSectionSize(px(TABLE_COLUMN) // 2)
        # Its stage's name stays in view while a stage is scrolled, so that nothing can be moved as it is.
        table.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        self.sectionResized.connect(lambda *_told: self._follow())

    def title_area(self, column: int) -> QRect:
        """Where a step's title stands, in this header."""
        band = self._band_height()
        left, wide = self.sectionViewportPosition(column), self.sectionSize(column)
        return QRect(left, band, wide, self.height() - band)

    def sizeHint(self) -> QSize:
        """As high as a band and the titles, or what stands beside them."""
        high = max(self._titles_height(), self._least)
        return QSize(super().sizeHint().width(), self._band_height() + high)

    def leave_room(self, high: int) -> None:
        """Be at least so many pixels high beside the titles, whatever they need."""
        self._least = high
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a title; between two columns their border is taken."""
        super().mousePressEvent(event)
        self._tell(self.title_chosen, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a title; between two columns the left one becomes as wide as usual."""
        super().mouseDoubleClickEvent(event)
        self._tell(self.title_opened, event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A title has the menu of a cell, for which the table asks."""
        if self._titled(event.pos()) >= 0:
            self.table.contextMenuEvent(event)

    def _tell(self, signal: SignalInstance, at: QPoint) -> None:
        on_border = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        if (column := self._titled(at)) >= 0 and not on_border:
            signal.emit(column)

    def _titled(self, at: QPoint) -> int:
        """The column whose title is there; -1 for a stage, and right of the last step."""
        column = self.logicalIndexAt(at)
        return column if column >= 0 and self.title_area(column).contains(at) else -1

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Its part of the stage's band, and the step's title below."""
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, colour_of(self._theme, "paper"))
        self._paint_band(painter, column)
        self._paint_title(painter, self.title_area(column), column)
        painter.restore()

    def _paint_band(self, painter: QPainter, column: int) -> None:
        stage, first, last = self._cells.stage_of(column)
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        band = QRect(left, 0, right - left, self._band_height()).adjusted(0, 0, -px(2), 0)
        painter.fillRect(band, colour_of(self._theme, "petrol"))
        painter.setPen(colour_of(self._theme, "on_petrol"))
        painter.setFont(_weighty(self.font(), QFont.Weight.Bold))
        words = band.adjusted(max(0, -left) + px(CELL_MARGIN) + px(3), 0, -px(CELL_MARGIN), 0)
        shown = painter.fontMetrics().elidedText(stage.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_title(self, painter: QPainter, area: QRect, column: int) -> None:
        painter.fillRect(area.adjusted(0, 0, -px(2), 0), colour_of(self._theme, "step.tint"))
        painter.fillRect(area.left(), area.top(), px(3), area.height(), colour_of(self._theme, "step.accent"))
        painter.setPen(colour_of(self._theme, "ink"))
        painter.setFont(_weighty(self.font(), QFont.Weight.DemiBold))
        inner = area.adjusted(px(CELL_MARGIN) + px(3), px(CELL_MARGIN), -px(CELL_MARGIN), -px(4))
        painter.drawText(inner, _WRAP, self._title(column))
        self._paint_state(painter, area, column)

    def _paint_state(self, painter: QPainter, area: QRect, column: int) -> None:
        """Whether it is selected, and whether the keyboard is in it."""
        title = self._cells.index(self._cells.titles, column)
        if self.table.hasFocus() and title.isValid() and self.table.currentIndex() == title:
            painter.setPen(QPen(colour_of(self._theme, "focus"), px(2)))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        if self.table.selectionModel().isSelected(title):
            painter.fillRect(area, veil(self._theme))

    def _band_height(self) -> int:
        return QFontMetrics(self.font()).height() + 2 * px(6)

    def _titles_height(self) -> int:
        """As high as the highest title at the width of its column; worked out anew only where one changed."""
        columns = range(self._cells.columnCount())
        asked = (tuple((self._title(at), self.sectionSize(at)) for at in columns), self.font().pixelSize())
        if asked != self._known[0]:
            metrics = QFontMetrics(_weighty(self.font(), QFont.Weight.DemiBold))
            rooms = [(title, wide - 2 * px(CELL_MARGIN) - px(3)) for title, wide in asked[0]]
            areas = [metrics.boundingRect(QRect(0, 0, wide, 10_000), _WRAP, title) for title, wide in rooms]
            high = max([area.height() for area in areas], default=0)
            self._known = (asked, max(high, metrics.height()) + px(CELL_MARGIN) + px(6))
        return self._known[1]

    def _title(self, column: int) -> str:
        return str(self._cells.headerData(column, Qt.Orientation.Horizontal))

    def _follow(self) -> None:
        self.updateGeometry()
        self.table.updateGeometries()
        self.viewport().update()


class Corner(PlainLabel):
    """The name of the steps' lane beside their titles, in the colour of the lane."""

    def __init__(self, cells: MapTable, theme: Theme, titles: StepHeader) -> None:
        super().__init__()
        self._cells, self._theme, self._titles = cells, theme, titles
        self.setParent(titles.table)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def follow(self) -> None:
        """Name the lane as it is called now; the titles' header leaves room for all of it."""
        row = self._cells.titles
        colour = as_hex(self._theme.rgb(self._cells.colour(row))) if row >= 0 else ""
        self.setText(self._cells.lane(row).title if row >= 0 else "")
        self.setStyleSheet(f"color: {colour}; font-weight: 600; padding: {px(CELL_MARGIN)}px;")
        self._titles.leave_room(self.heightForWidth(px(TABLE_RAIL) - px(3)) if row >= 0 else 0)
        self.place()

    def place(self) -> None:
        """Stand beside the titles."""
        top = self._titles.title_area(0).top()
        self.setGeometry(px(3), top, px(TABLE_RAIL) - px(3), max(self._titles.height() - top, 0))


class LaneHeader(QHeaderView):
    """The names of the lanes in their colours, in line with the first words of their cells."""

    def __init__(self, cells: MapTable, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._cells, self._theme = cells, theme
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(0)
        self.setFixedWidth(px(TABLE_RAIL))

    def sectionSizeFromContents(self, row: int) -> QSize:
        """As high as the name needs."""
        metrics = QFontMetrics(_weighty(self.font(), QFont.Weight.DemiBold))
        inner = _inside(QRect(0, 0, px(TABLE_RAIL), 10_000))
        high = metrics.boundingRect(inner, _WRAP, self._cells.lane(row).title).height()
        return QSize(px(TABLE_RAIL), high + 2 * px(CELL_MARGIN))

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """The ground of the row, and the name."""
        painter.save()
        painter.fillRect(rect, colour_of(self._theme, "band" if row % 2 else "paper"))
        painter.setPen(colour_of(self._theme, "hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colour_of(self._theme, self._cells.colour(row)))
        painter.setFont(_weighty(self.font(), QFont.Weight.DemiBold))
        painter.drawText(_inside(rect), _WRAP, self._cells.lane(row).title)
        painter.restore()


def veil(theme: Theme) -> QColor:
    """What lies over a cell or a title that is selected."""
    colour = QColor(colour_of(theme, "focus"))  # one of its own: the other is shared by all who paint
    colour.setAlphaF(_CHOSEN)
    return colour


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(px(CELL_MARGIN) + px(3), px(CELL_MARGIN), -px(CELL_MARGIN), 0)


def _weighty(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made
