"""A panel that scrolls up and down where it is higher than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.panels.sheet import head
from app.panels.tab_order import order_tabs
from app.sizes import GAP, MARGIN, px


class PanelArea(QScrollArea):
    """Scrolls a panel, and keeps the field that has the keyboard in view."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.setObjectName("panelscroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        self._panel = panel
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._panel.isAncestorOf(now):
            self.ensureWidgetVisible(now)
            # Parts of the panel come and go; Tab goes through those that are there now.
            order_tabs(self._panel)


def scrolled_column(panel: QWidget, title: str) -> tuple[QWidget, QVBoxLayout]:
    """What fills a side panel and scrolls: the widget, and its column that begins with the heading."""
    inner = QWidget()
    inner.setObjectName("panel")
    column = QVBoxLayout(inner)
    column.setContentsMargins(px(MARGIN), px(MARGIN) - px(4), px(MARGIN), px(MARGIN))
    column.setSpacing(px(GAP))
    column.addWidget(head(title))
    outer = QVBoxLayout(panel)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(inner, title))
    return inner, column


def scrolling(panel: QWidget, name: str) -> PanelArea:
    """The panel in an area of its own, called by its name."""
    area = PanelArea(panel)
    area.setAccessibleName(name)
    return area
