"""A list of records of which several can be selected and made one, as can those that are called alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QPushButton, QTreeWidget

from app.desk import Desk
from app.icons import icon
from app.menus import shortened
from app.panels.buttons import quiet_button
from app.panels.directory import Directory
from app.panels.sheet import Sheet
from app.sizes import INSPECTOR_WIDTH, MARGIN, px
from canvas.tips import plain_tip
from journey.edits.namesakes import made_one, name_of, namesakes
from journey.edits.wording import quotable
from journey.model import MapData, Record
from resources.theme import Theme
from resources.words import _


class MergingDirectory(Directory):
    """Several can be selected, with Shift or Ctrl, and merged into the one selected last.

    One alone can be made one with another that is chosen from a menu, which the right mouse button has too.
    """

    sort: type[Record]
    """What is listed."""

    def __init__(self, desk: Desk, theme: Theme, title: str, add_words: str, sheet: Sheet) -> None:
        super().__init__(desk, theme, title, add_words, sheet)
        self._theme = theme
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.menu_asked.connect(self._pop_up)
        self._merge = quiet_button("", self.merge)
        self._same = quiet_button("", self._merge_namesakes)
        self._another = quiet_button(_("Make it one with another …"), self.ask_another)
        for offer, where in (
            (self._merge, self.above),
            (self._same, self.above),
            (self._another, self.below),
        ):
            offer.hide()
            where.addWidget(offer)
        self.tree.itemSelectionChanged.connect(self._offer_merging)

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging so many into one is called."""
        raise NotImplementedError

    def merge(self) -> None:
        """Make one of those selected: the current one, which takes over all the others have."""
        kept, *others = self.tree.chosen()
        self._make_one(kept, others)

    def look(self) -> None:
        """Show the records as they are now, and what can be made one of them."""
        super().look()
        if self.isVisible():
            self._offer_merging()

    def choose_and_ask(self, record: str) -> None:
        """Choose a record, and ask with which other it shall be made one."""
        self.look()
        self.tree.choose([record])
        self.ask_another()

    def ask_another(self) -> None:
        """Offer all the others; the one that is chosen stays, and takes over all that this one has."""
        # Once the button has got its place: it may just have been shown.
        (record,) = self.tree.chosen()[:1]
        QTimer.singleShot(0, self, lambda: self._open_menu(record))

    def _open_menu(self, record: str) -> None:
        menu = self._others_menu(record)
        menu.popup(self._another.mapToGlobal(QPoint(0, self._another.height())))
        menu.setActiveAction(menu.actions()[0])

    def _make_one(self, kept: str, others: Sequence[str]) -> None:
        if self.desk.attempt(lambda: made_one(self.desk.map, kept, others)):
            self.look()
            self.tree.choose([kept])

    def _merge_namesakes(self) -> None:
        kept, *others = self._namesakes()
        self._make_one(kept, others)

    def _namesakes(self) -> tuple[str, ...]:
        """Those who are called as the one chosen, else the first who are called alike, if any are."""
        groups, chosen = namesakes(self.desk.map, self.sort), self.tree.chosen()[:1]
        return next((one for one in groups if set(chosen) & set(one)), (*groups, ())[0])

    def _offer_merging(self) -> None:
        m, chosen, alike = self.desk.map, self.tree.chosen(), self._namesakes()
        self._merge.setVisible(len(chosen) > 1)
        if len(chosen) > 1:
            _say(self._merge, self.merge_words(m, chosen[0], len(chosen)))
        self._same.setVisible(bool(alike) and len(chosen) < 2)
        if alike:
            name = quotable(name_of(m.of(self.sort)[alike[0]]) or "")
            _say(self._same, _("Make the {n} called “{name}” one").format(n=len(alike), name=name))
        self._another.setVisible(len(chosen) == 1 and len(m.of(self.sort)) > 1)

    def _others_menu(self, record: str) -> QMenu:
        """The others by the list’s order."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Make it one with"))
        for line in self.lines(self.desk.map):
            if line.record != record:
                words = shortened(line.words).replace("&", "&&")
                sign = icon(line.glyph, self._theme, line.colour)
                menu.addAction(sign, words, partial(self._make_one, line.record, [record]))
        return menu

    def _pop_up(self, at: QPoint) -> None:
        """Offer what can be made one of those chosen, at a place of the screen; nothing where nothing can."""
        offers = [one for one in (self._merge, self._same, self._another) if one.isVisibleTo(self)]
        if not offers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in offers:
            menu.addAction(shortened(offer.accessibleName()).replace("&", "&&"), offer.click)
        menu.popup(at)


def _say(offer: QPushButton, words: str) -> None:
    """Give a button words of which its middle is left out where the panel has no room for a long name."""
    room = px(INSPECTOR_WIDTH - 4 * MARGIN)
    shown = offer.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
    offer.setText(shown.replace("&", "&&"))
    offer.setAccessibleName(words)
    offer.setToolTip(plain_tip(words) if shown != words else "")
