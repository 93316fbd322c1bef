"""The small palette at the drop of a new link: which kind it shall be, or no link after all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from app.desk import Desk
from canvas.stage import NOTHING
from journey import edits
from journey.model import Card, Change, LinkKind
from journey.terms import word
from resources.words import _


@dataclass(slots=True)
class _Asked:
    """Two cards that shall be joined, until that is answered."""

    desk: Desk
    source: str
    target: str
    answered: bool = False

    def join(self, kind: LinkKind | None = None, *, turned: bool = False) -> None:
        """Join them, as one step; without a kind, or turned round, in the usual way."""
        if self.answered:
            return
        self.no_link()
        ends = (self.target, self.source) if turned else (self.source, self.target)
        made: list[Change] = []

        def link() -> Change:
            made.append(edits.add_link(self.desk.map, *ends, kind))
            return made[0]

        if self.desk.attempt(link):
            self.desk.editor.say(made[0].label)
            self.desk.select([made[0].touches[0].record.id])

    def no_link(self) -> None:
        """Leave the cards as they are."""
        self.answered = True
        self.desk.editor.show_ghost(NOTHING)


def ask_link_kind(desk: Desk, source: str, target: str, at: QPoint, parent: QWidget) -> QMenu:
    """Offer the kinds where a link was dropped, the likeliest first; leaving the palette means that one.

    A pain pulled to an idea is answered by it: the arrow leads from the answer.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Kind of link"))
    asked, cards = _Asked(desk, source, target), desk.map.of(Card)
    answered = edits.is_answer(cards[target], cards[source])
    for kind in edits.likely_kinds(cards[source], cards[target]):
        turned = answered and kind is LinkKind.ANSWERS
        action = menu.addAction(_("Is answered by") if turned else word(kind), _joining(asked, kind, turned))
        action.setCheckable(True)
    first = menu.actions()[0]
    first.setChecked(True)
    menu.setActiveAction(first)
    menu.addSeparator()
    if not answered:
        menu.addAction(_("Turn round"), lambda: asked.join(turned=True))
    menu.addAction(_("No link"), lambda: asked.no_link())
    # A menu hides before it says what was chosen in it.
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, desk, lambda: asked.join()))
    menu.popup(at)
    return menu


def _joining(asked: _Asked, kind: LinkKind, turned: bool) -> Callable[[], object]:
    return lambda: asked.join(kind, turned=turned)
