"""The map as it was, or would be, on the real canvas: to be looked at and not to be touched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.panels.buttons import button
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


def strip_above(words: str, left: SignalInstance, between: Iterable[QWidget] = ()) -> QWidget:
    """What stands above a map that is not that of now: which it is, and the way back, which is ``left``."""
    strip = QWidget()
    strip.setObjectName("past")
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(strip)
    row.addWidget(PlainLabel(words), 1)
    for widget in between:
        row.addWidget(widget)
    back = button(_("Back to now"), left)
    back.setObjectName("offer")
    row.addWidget(back)
    return strip
