"""Planning a print in the place of the map, and going back to it with what was found."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.panels.drawer import Drawer
from app.panels.wall_planner import WallPlanner
from app.sheet_seams import SheetSeams
from resources.theme import Theme


class WallWork:
    """Shows the wall planner in the ``middle``; what stands ``beside`` the map rests meanwhile.

    The ``seams`` on the map are from then on those of what was chosen; the planner
    begins with what was ``kept`` of its fields.
    """

    def __init__(
        self,
        desk: Desk,
        drawer: Drawer,
        middle: QStackedWidget,
        theme: Theme,
        beside: tuple[QWidget, ...],
        seams: SheetSeams,
        kept: dict[str, Any],
    ) -> None:
        self._desk, self._drawer, self._middle, self._theme = desk, drawer, middle, theme
        self._beside, self._seams, self._kept = beside, seams, kept
        self._hidden: tuple[QWidget, ...] = ()
        self.planner: WallPlanner | None = None
        desk.changed.connect(lambda _change: self._follow())
        desk.journey_changed.connect(self._follow)
        desk.map_wanted.connect(self.leave)

    @property
    def kept(self) -> dict[str, Any]:
        """What the planner's fields say, or said when it was left."""
        return self.planner.fields.kept() if self.planner is not None else self._kept

    def show(self) -> None:
        """Plan a print of the journey in view."""
        if self.planner is not None:
            return
        self._drawer.put_away()
        self._desk.editor.finish_writing()
        self._hidden = tuple(one for one in self._beside if not one.isHidden())
        for one in self._hidden:
            one.hide()
        planner = self.planner = WallPlanner(self._desk, self._theme, self._kept)
        planner.left.connect(self.leave)
        planner.shown.connect(self._show_cards)
        self._middle.addWidget(planner)
        self._middle.setCurrentWidget(planner)
        planner.fields.wide.setFocus()

    def leave(self) -> None:
        """Show the map again."""
        planner, self.planner = self.planner, None
        if planner is None:
            return
        if (wishes := planner.wishes()) is not None:
            self._seams.plan(wishes)
        self._kept = planner.fields.kept()
        planner.close_plans()
        # The planner goes first: both beside one another would make a small window wider than its screen.
        self._middle.setCurrentWidget(self._desk.editor)
        self._middle.removeWidget(planner)
        for one in self._hidden:
            one.show()
        planner.deleteLater()
        self._desk.editor.setFocus()

    def _follow(self) -> None:
        if self.planner is not None:
            self.planner.follow()

    def _show_cards(self, records: tuple[str, ...]) -> None:
        self.leave()
        self._desk.select(records)
