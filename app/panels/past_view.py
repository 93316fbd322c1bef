"""The map as it was, or would be, on the real canvas: to be looked at and not to be touched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.panels.buttons import button
from app.panels.elided import Elided
from app.panels.plain import PlainLabel
from canvas.map_editor import MapEditor
from journey.document import Document
from journey.model import Journey, MapData
from resources.theme import Theme
from resources.words import _


class PastView(QWidget):
    """One map that is not that of now; ``left`` when somebody wants back. ``why`` it cannot be edited."""

    left = Signal()

    def __init__(self, map_data: MapData, journey: str, words: str, theme: Theme, why: str = "") -> None:
        super().__init__()
        document = Document(map_data)
        document.lock(why or _("This is the map as it was. Restore it, or go back to now, to edit."))
        known = map_data.of(Journey)
        shown = journey if journey in known else next((one.id for one in map_data.journeys()), "")
        self.editor = MapEditor(document, shown, theme) if shown else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip_above(words, self.left))
        column.addWidget(self.editor or PlainLabel(_("There was no journey yet.")), 1)

    def close_map(self) -> None:
        """Stop showing it."""
        if self.editor is not None:
            self.editor.close_document()


def strip_above(words: str, left: SignalInstance, below: Iterable[QWidget] = ()) -> QWidget:
    """What stands above a map that is not that of now: which it is, and the way back, which is ``left``; then
    what else is to be chosen. It is no wider than its buttons: beside a drawer on a small screen, in large
    letters, there is hardly room for those.
    """
    strip = QWidget()
    strip.setObjectName("past")
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    rows = QVBoxLayout(strip)
    back = button(_("Back to now"), left)
    back.setObjectName("offer")
    which = Elided()
    which.setText(words)
    first = QHBoxLayout()
    first.addWidget(which, 1)
    first.addWidget(back)
    rows.addLayout(first)
    if widgets := list(below):
        second = QHBoxLayout()
        for widget in widgets:
            second.addWidget(widget)
        second.addStretch()
        rows.addLayout(second)
    return strip
