"""Looking at the map as it was, and going back to it: what joins the history panel with the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.panels.history import HistoryPanel
from app.panels.past_view import PastView
from journey.document import Entry
from journey.past import map_after, way_back
from resources.errors import Fault
from resources.words import _

if TYPE_CHECKING:
    from app.window import Window


class LookingBack:
    """Shows the past of a window's file in the place of its map."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._view: PastView | None = None
        window.drawer.closed.connect(self.leave)
        # Whatever edits the map, as undo by its key, is to be seen.
        window.desk.changed.connect(lambda _change: self.leave())

    def show(self) -> None:
        """Open the history panel."""
        panel = HistoryPanel(self._window.desk)
        panel.looked.connect(self.look)
        panel.restored.connect(self.restore)
        panel.now.connect(self.leave)
        self._window.drawer.show_panel(_("History"), panel)

    def look(self, step: int) -> None:
        """Show the map as it was after a step."""
        desk = self._window.desk
        desk.editor.finish_writing()
        try:
            then = map_after(desk.file, desk.document, step)
        except Fault as fault:
            desk.said.emit(fault.sentence, True)
            return
        self._put_away()
        self._view = PastView(then, desk.journey.id, self._words(step), self._window.theme)
        self._view.left.connect(self.go_to_now)
        self._window.middle.addWidget(self._view)
        self._window.middle.setCurrentWidget(self._view)
        self._window.palette_panel.setEnabled(False)

    def restore(self, step: int) -> None:
        """Make the map what it was after a step, as one new step."""
        desk = self._window.desk
        label = _("Go back to “{step}”").format(step=_label(desk.file.history, step))
        try:
            change = way_back(desk.file, desk.document, step, label)
        except Fault as fault:
            desk.said.emit(fault.sentence, True)
            return
        self.leave()
        if desk.attempt(lambda: change):
            desk.said.emit(label, False)

    def go_to_now(self) -> None:
        """Show the present again, and in the panel too."""
        panel = self._window.drawer.panel
        if isinstance(panel, HistoryPanel):
            panel.choose(self._window.desk.document.revision)
        self.leave()

    def leave(self) -> None:
        """Show the present again."""
        if self._view is not None:
            self._put_away()
            self._window.palette_panel.setEnabled(True)
            self._window.middle.setCurrentWidget(self._window.desk.editor)

    def _put_away(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.close_map()
            self._window.middle.removeWidget(view)
            view.deleteLater()

    def _words(self, step: int) -> str:
        label = _label(self._window.desk.file.history, step)
        return _("The map as it was after “{step}”").format(step=label)


def _label(history: tuple[Entry, ...], step: int) -> str:
    return history[step - 1].label if step else _("The beginning")
