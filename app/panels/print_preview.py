"""A small picture of a print as it will be, page by page, painted by the painter of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panels.plain import PlainLabel
from app.previewing import Preview
from app.sizes import GAP, px
from canvas.paint import Pictures, paint_drawing
from journey.drawing import Drawing
from resources.theme import load_theme
from resources.words import _

_HIGH = 230
_EDGE = 6


class PrintPreview(QWidget):
    """Shows one page of a print at a time, and leads to the others."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.page = _Page(pictures)
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.before, self.after = _step("←", _("Page before")), _step("→", _("Page after"))
        self._pages: tuple[Drawing, ...] = ()
        self._at = 0
        self._furnish()
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))

    @property
    def pages(self) -> tuple[Drawing, ...]:
        """The pages there are to see."""
        return self._pages

    def show_print(self, preview: Preview) -> None:
        """Show a print from its first page on, or say why there is none."""
        self._pages, self._at = preview.pages, min(self._at, max(len(preview.pages) - 1, 0))
        self._tell(preview.sentence or _("There is nothing to print yet."))

    def turn(self, by: int) -> None:
        """Go some pages on or back."""
        self._at = max(0, min(self._at + by, len(self._pages) - 1))
        self._tell("")

    def _furnish(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.before)
        row.addWidget(self.said, 1)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(GAP))
        column.addWidget(self.page)
        column.addLayout(row)

    def _tell(self, otherwise: str) -> None:
        count = len(self._pages)
        words = _("Page {page} of {pages}").format(page=self._at + 1, pages=count) if count else otherwise
        self.said.setText(words)
        self.page.show_page(self._pages[self._at] if count else None)
        self.page.setAccessibleDescription(words)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < count)


class _Page(QWidget):
    """One page on a quiet ground, as large as there is room."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._theme, self._pictures = load_theme("light"), pictures
        self._drawing: Drawing | None = None
        self._made: tuple[Drawing, QPixmap] | None = None
        self.setMinimumHeight(px(_HIGH))
        self.setAccessibleName(_("Preview"))

    def show_page(self, drawing: Drawing | None) -> None:
        """Show a page, or none."""
        self._drawing = drawing
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sheet it stands on."""
        return QSize(px(_HIGH), px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page with a thin shadow."""
        painter = QPainter(self)
        if (drawing := self._drawing) is None:
            return
        edge = px(_EDGE)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        scale = min(room.width() / max(drawing.w, 1.0), room.height() / max(drawing.h, 1.0))
        w, h = drawing.w * scale, drawing.h * scale
        place = QPointF(room.center().x() - w / 2, room.center().y() - h / 2)
        painter.fillRect(QRectF(place, QSize(round(w), round(h))).translated(2, 2), Qt.GlobalColor.gray)
        painter.drawPixmap(place, self._picture(drawing, scale))

    def _picture(self, drawing: Drawing, scale: float) -> QPixmap:
        """The page at a scale, painted once, in as many dots as the screen has."""
        sharp = self.devicePixelRatioF()
        size = QSize(round(drawing.w * scale * sharp), round(drawing.h * scale * sharp))
        if self._made is None or self._made[0] is not drawing or self._made[1].size() != size:
            made = QPixmap(size)
            made.setDevicePixelRatio(sharp)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            painter.scale(scale, scale)
            paint_drawing(drawing, painter, self._theme, self._pictures)
            painter.end()
            self._made = (drawing, made)
        return self._made[1]


def _step(sign: str, name: str) -> QPushButton:
    made = QPushButton(sign)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFixedWidth(px(48))
    return made
