"""The map as it would be after a merge, shown in the place of the map as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.panels.past_view import PastView
from journey.merging import Merge, shown_as
from journey.model import Journey, Record
from resources.theme import Theme
from resources.words import _


class MergePreview:
    """Shows what comes of a merge with rings round what comes in, and leads to records of it."""

    def __init__(
        self,
        desk: Desk,
        middle: QStackedWidget,
        palette: QWidget,
        theme: Theme,
        left: Callable[[], object],
    ) -> None:
        """``left`` is called when somebody wants back."""
        self._desk, self._middle, self._palette, self._theme = desk, middle, palette, theme
        self._left = left
        self._view: PastView | None = None

    @property
    def shown(self) -> bool:
        """Whether it is shown in the place of the map."""
        return self._view is not None

    def show(self, coming: Merge) -> None:
        """Show the map as it would be, at the place that is in view."""
        camera = ((self._view and self._view.editor) or self._desk.editor).camera
        self.put_away()
        self._view = view = PastView(
            coming.map,
            self._desk.journey.id,
            _("The map as it would be after merging"),
            self._theme,
            _("This is the map as it would be. Merge, or go back to now, to edit."),
        )
        view.left.connect(self._left)
        self._middle.addWidget(view)
        self._middle.setCurrentWidget(view)
        self._desk.shown.show_instead(view.editor)
        self._palette.setEnabled(False)
        if view.editor is not None:
            touches = coming.change("").touches
            view.editor.show_found(tuple(it.record.id for it in touches if it.after is not None))
            view.editor.look_at(replace(view.editor.camera, x=camera.x, y=camera.y, scale=camera.scale))

    def look_at(self, coming: Merge, record: Record) -> None:
        """Bring a record into view, on the map that is shown; say so where that has it not."""
        on_view = coming.map if self.shown else self._desk.map
        if record.id not in on_view.of(type(record)):
            self._desk.said.emit(_("This is not on the map that is shown."), True)
            return
        subject, journey = shown_as(on_view, record)
        self._show_journey(coming, journey)
        if self._view is None:
            self._desk.select([subject.id])
        elif self._view.editor is not None:
            self._view.editor.go_to(subject.id)

    def put_away(self) -> None:
        """Show the map as it is."""
        view, self._view = self._view, None
        if view is not None:
            view.close_map()
            self._middle.removeWidget(view)
            view.deleteLater()
            self._middle.setCurrentWidget(self._desk.editor)
            self._desk.shown.show_edited()
            self._palette.setEnabled(True)

    def _show_journey(self, coming: Merge, journey: str) -> None:
        """Bring a journey into view, on the map as it would be too."""
        if journey in (self._desk.journey.id, ""):
            return
        if journey in self._desk.map.of(Journey):
            self._desk.show_journey(journey)
        if self.shown:
            self.show(coming)
