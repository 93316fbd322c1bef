"""A small picture of a print as it will be, page by page, painted by the painter of the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panels.plain import PlainLabel
from app.previewing import Leaf, Preview
from app.sizes import GAP, px
from canvas.paint import Brush, Pictures, paint_block
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
        self._pages: Sequence[Leaf] = ()
        self._at = 0
        self._furnish()
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))

    @property
    def pages(self) -> Sequence[Leaf]:
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
        leaf = self._pages[self._at] if count else None
        words = _("Page {page} of {pages}").format(page=self._at + 1, pages=count) if count else otherwise
        if leaf is not None and leaf.name:
            words += " · " + _("Sheet {name}").format(name=leaf.name)
        self.said.setText(words)
        self.page.show_page(leaf)
        self.page.setAccessibleDescription(words)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < count)


class _Page(QWidget):
    """One page on a quiet ground, as large as there is room."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._theme, self._pictures = load_theme("light"), pictures
        self._leaf: Leaf | None = None
        self._made: tuple[Leaf, QPixmap] | None = None
        self.setMinimumHeight(px(_HIGH))
        self.setAccessibleName(_("Preview"))

    def show_page(self, leaf: Leaf | None) -> None:
        """Show a page, or none."""
        self._leaf = leaf
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sheet it stands on."""
        return QSize(px(_HIGH), px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page with a thin shadow."""
        painter = QPainter(self)
        if (leaf := self._leaf) is None:
            return
        edge = px(_EDGE)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        scale = min(room.width() / max(leaf.w, 1.0), room.height() / max(leaf.h, 1.0))
        w, h = leaf.w * scale, leaf.h * scale
        place = QPointF(room.center().x() - w / 2, room.center().y() - h / 2)
        painter.fillRect(QRectF(place, QSize(round(w), round(h))).translated(2, 2), Qt.GlobalColor.gray)
        painter.drawPixmap(place, self.picture(leaf, scale))

    def picture(self, leaf: Leaf, scale: float) -> QPixmap:
        """The page at a scale, painted once, in as many dots as the screen has."""
        sharp = self.devicePixelRatioF()
        size = QSize(round(leaf.w * scale * sharp), round(leaf.h * scale * sharp))
        if self._made is None or self._made[0] is not leaf or self._made[1].size() != size:
            made = QPixmap(size)
            made.setDevicePixelRatio(sharp)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            painter.scale(scale, scale)
            self._paint(leaf, painter)
            painter.end()
            self._made = (leaf, made)
        return self._made[1]

    def _paint(self, leaf: Leaf, painter: QPainter) -> None:
        """What is on a page, in mm: a window of the map, then what stands around it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        brush = Brush(painter, self._theme, self._pictures)
        painter.save()
        painter.setClipRect(QRectF(*leaf.inside))
        painter.translate(*leaf.inside[:2])
        painter.scale(leaf.scale, leaf.scale)
        painter.translate(-leaf.corner[0], -leaf.corner[1])
        for placed in leaf.blocks:
            paint_block(placed, brush)
        painter.restore()
        for placed in leaf.over:
            paint_block(placed, brush)


def _step(sign: str, name: str) -> QPushButton:
    made = QPushButton(sign)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFixedWidth(px(48))
    return made
