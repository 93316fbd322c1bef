"""The small palette at the drop of a new link: which kind it is, or no link after all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.desk import Desk
from journey import edits
from journey.model import Link, LinkKind
from journey.terms import options
from resources.words import _


def ask_link_kind(desk: Desk, link: str, at: QPoint, parent: QWidget) -> QMenu:
    """Offer the kinds where the link was dropped; leaving the palette keeps the usual kind."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Kind of link"))
    now = desk.map.of(Link)[link].kind
    for kind, words in options(LinkKind):
        action = menu.addAction(words, _choosing(desk, link, kind))
        action.setCheckable(True)
        action.setChecked(kind is now)
        if kind is now:
            menu.setActiveAction(action)
    menu.addSeparator()
    menu.addAction(_("Turn round"), lambda: desk.attempt(lambda: edits.reverse_link(desk.map, link)))
    menu.addAction(_("No link"), lambda: desk.attempt(lambda: edits.remove_link(desk.map, link)))
    menu.popup(at)
    return menu


def _choosing(desk: Desk, link: str, kind: LinkKind) -> Callable[[], object]:
    return lambda: desk.attempt(lambda: edits.edit_link(desk.map, link, kind=kind))
