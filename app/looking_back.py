"""Looking at the map as it was, comparing, going back: what joins the panels of the past with the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.panels.compared_view import ComparedView
from app.panels.drawer import Drawer
from app.panels.history import HistoryPanel
from app.panels.past_view import PastView
from app.panels.versions import VersionsPanel
from app.states import State, map_of_state, step_state
from journey.comparing import Difference, compare, take_back, way_to
from journey.document import Entry
from journey.edits.wording import quotable
from journey.model import Change, MapData
from journey.versions import VersionKind
from resources.errors import Fault
from resources.theme import Theme
from resources.words import _


class LookingBack(QObject):
    """Shows the past of a file in the ``middle``, in the place of its map; the palette rests meanwhile.

    ``naming``: somebody wants to give what is now a name.
    """

    naming = Signal()

    def __init__(
        self, desk: Desk, drawer: Drawer, middle: QStackedWidget, palette: QWidget, theme: Theme
    ) -> None:
        super().__init__(desk)
        self._desk, self._drawer, self._middle = desk, drawer, middle
        self._palette, self._theme = palette, theme
        self._view: PastView | ComparedView | None = None
        self._then: MapData | None = None
        drawer.coming.connect(self.leave)
        drawer.closed.connect(self.leave)
        # Whatever edits the map, as undo by its key, is to be seen.
        desk.changed.connect(lambda _change: self._after_edit())

    def show(self) -> None:
        """Open the history panel."""
        panel = HistoryPanel(self._desk)
        panel.looked.connect(self.look)
        panel.restored.connect(self.restore)
        panel.now.connect(self.leave)
        self._drawer.show_panel(_("History"), panel)

    def show_versions(self) -> None:
        """Open the panel of versions and backups."""
        panel = VersionsPanel(self._desk, self._theme)
        panel.looked.connect(lambda state: self._look_at(state, _as_it_was(state)))
        panel.compared.connect(self.compare_with)
        panel.restored.connect(lambda state: self._go_back(state, _go_back_to(state.words)))
        panel.now.connect(self.leave)
        panel.naming.connect(self.naming)
        panel.pointed.connect(self.point_at)
        panel.taken_back.connect(self.take_back)
        self._drawer.show_panel(_("Versions"), panel)

    def look(self, step: int) -> None:
        """Show the map as it was after a step."""
        history = self._desk.file.history
        words = _("The map as it was after “{step}”").format(step=_label(history, step))
        self._look_at(step_state(self._desk.file, step), words)

    def restore(self, step: int) -> None:
        """Make the map what it was after a step, as one new step."""
        file = self._desk.file
        self._go_back(step_state(file, step), _go_back_to(_label(file.history, step)))

    def compare_with(self, state: State) -> None:
        """Show what differs between a state and now."""
        desk, panel = self._desk, self._drawer.panel
        desk.editor.finish_writing()
        if (then := self._map_of(state)) is None:
            return
        differences = compare(then, desk.map)
        words = _("Compared with: {words}").format(words=state.words)
        view = ComparedView(then, desk.map, differences, desk.journey.id, words, self._theme)
        self._show(view)
        self._then = then
        if isinstance(panel, VersionsPanel):
            panel.show_differences(differences)

    def point_at(self, difference: Difference) -> None:
        """Bring what differs into view."""
        if isinstance(self._view, ComparedView):
            self._view.point_at(difference)

    def take_back(self, differences: Sequence[Difference]) -> None:
        """Make what differs what it was, as one step, and go on comparing."""
        desk, panel, then = self._desk, self._drawer.panel, self._then
        if then is None:
            return
        change = take_back(desk.map, then, differences)
        if not change:
            desk.said.emit(_("It stands where something else was changed: take that back first."), True)
        elif desk.attempt(lambda: change):
            desk.said.emit(change.label, False)
            if isinstance(panel, VersionsPanel):
                panel.go_on_comparing()

    def go_to_now(self) -> None:
        """Show the present again, and in the panel too."""
        panel = self._drawer.panel
        if isinstance(panel, HistoryPanel):
            panel.choose(self._desk.document.revision)
        elif isinstance(panel, VersionsPanel):
            panel.leave()
        self.leave()

    def list_anew(self) -> None:
        """Show in the panel what versions there are by now."""
        if isinstance(panel := self._drawer.panel, VersionsPanel):
            panel.refresh()

    def leave(self) -> None:
        """Show the present again."""
        if self._view is not None:
            self._put_away()
            self._palette.setEnabled(True)
            self._desk.shown.show_edited()
            self._middle.setCurrentWidget(self._desk.editor)

    def _after_edit(self) -> None:
        self.list_anew()
        self.leave()

    def _look_at(self, state: State, words: str) -> None:
        self._desk.editor.finish_writing()
        if (then := self._map_of(state)) is not None:
            self._show(PastView(then, self._desk.journey.id, words, self._theme))

    def _go_back(self, state: State, label: str) -> None:
        desk = self._desk
        if (then := self._map_of(state)) is None:
            return
        self.leave()
        change = way_to(desk.map, then, label)
        if desk.attempt(lambda: self._kept_before(change)):
            desk.said.emit(label, False)

    def _kept_before(self, change: Change) -> Change:
        """The change, what it changes being kept as a version. Raises Refused where it does not fit."""
        desk = self._desk
        desk.map.apply(change)
        if change and not desk.document.locked:
            desk.file.keep_version(VersionKind.RESTORE)
        return change

    def _map_of(self, state: State) -> MapData | None:
        """The map as it was; None, and it is said why, where that cannot be read any more."""
        try:
            return map_of_state(self._desk.file, state)
        except Fault as fault:
            self._desk.said.emit(fault.sentence, True)
            return None

    def _show(self, view: PastView | ComparedView) -> None:
        before = self._view.editor if self._view is not None else None
        if view.editor is not None:
            view.editor.look_like(before or self._desk.editor)
        self._put_away()
        self._view = view
        view.left.connect(self.go_to_now)
        if isinstance(view, ComparedView):
            view.turned.connect(self._desk.shown.show_instead)
        self._middle.addWidget(view)
        self._middle.setCurrentWidget(view)
        self._desk.shown.show_instead(view.editor)
        self._palette.setEnabled(False)

    def _put_away(self) -> None:
        view, self._view, self._then = self._view, None, None
        if view is not None:
            view.close_map()
            self._middle.removeWidget(view)
            view.deleteLater()


def _as_it_was(state: State) -> str:
    return _("The map as it was: {words}").format(words=state.words)


def _go_back_to(words: str) -> str:
    return _("Go back to “{step}”").format(step=quotable(words))


def _label(history: tuple[Entry, ...], step: int) -> str:
    """What a step is called, between quotation marks."""
    return quotable(history[step - 1].label) if step else _("The beginning")
