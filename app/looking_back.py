"""Looking at the map as it was, and going back to it: what joins the history panel with the canvas."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.panels.drawer import Drawer
from app.panels.history import HistoryPanel
from app.panels.past_view import PastView
from journey.document import Entry
from journey.edits.wording import quotable
from journey.past import map_after, way_back
from resources.errors import Fault
from resources.theme import Theme
from resources.words import _


class LookingBack:
    """Shows the past of a file in the ``middle``, in the place of its map; the palette rests meanwhile."""

    def __init__(
        self, desk: Desk, drawer: Drawer, middle: QStackedWidget, palette: QWidget, theme: Theme
    ) -> None:
        self._desk, self._drawer, self._middle = desk, drawer, middle
        self._palette, self._theme = palette, theme
        self._view: PastView | None = None
        drawer.closed.connect(self.leave)
        # Whatever edits the map, as undo by its key, is to be seen.
        desk.changed.connect(lambda _change: self.leave())

    def show(self) -> None:
        """Open the history panel."""
        panel = HistoryPanel(self._desk)
        panel.looked.connect(self.look)
        panel.restored.connect(self.restore)
        panel.now.connect(self.leave)
        self._drawer.show_panel(_("History"), panel)

    def look(self, step: int) -> None:
        """Show the map as it was after a step."""
        desk = self._desk
        desk.editor.finish_writing()
        try:
            then = map_after(desk.file, desk.document, step)
        except Fault as fault:
            desk.said.emit(fault.sentence, True)
            return
        self._put_away()
        self._view = PastView(then, desk.journey.id, self._words(step), self._theme)
        self._view.left.connect(self.go_to_now)
        self._middle.addWidget(self._view)
        self._middle.setCurrentWidget(self._view)
        self._palette.setEnabled(False)

    def restore(self, step: int) -> None:
        """Make the map what it was after a step, as one new step."""
        desk = self._desk
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
        panel = self._drawer.panel
        if isinstance(panel, HistoryPanel):
            panel.choose(self._desk.document.revision)
        self.leave()

    def leave(self) -> None:
        """Show the present again."""
        if self._view is not None:
            self._put_away()
            self._palette.setEnabled(True)
            self._middle.setCurrentWidget(self._desk.editor)

    def _put_away(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.close_map()
            self._middle.removeWidget(view)
            view.deleteLater()

    def _words(self, step: int) -> str:
        label = _label(self._desk.file.history, step)
        return _("The map as it was after “{step}”").format(step=label)


def _label(history: tuple[Entry, ...], step: int) -> str:
    """What a step is called, between quotation marks."""
    return quotable(history[step - 1].label) if step else _("The beginning")
