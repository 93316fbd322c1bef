"""A menu of owners where somebody asks who owns the selected cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.desk import Desk
from app.icons import icon
from canvas.choosing import cards_to_own
from journey import edits
from journey.model import Change, Owner, Ownership, OwnershipRole, removing
from resources.words import _


def ask_owner(desk: Desk, at: QPoint, parent: QWidget, name_new: Callable[[], object]) -> QMenu:
    """Offer the owners, typing goes to one by its first letter; ``name_new`` lets a new one be named."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Owner"))
    for owner in sorted(desk.map.of(Owner), key=lambda one: one.name.casefold()):
        dot = icon("step", desk.editor.theme, owner.colour)
        menu.addAction(dot, owner.name.replace("&", "&&"), _choosing(desk, owner.id))
    menu.addAction(_("New owner …"), name_new)
    menu.addSeparator()
    nobody = menu.addAction(_("Nobody yet"), lambda: desk.attempt(lambda: _left_alone(desk)))
    nobody.setEnabled(bool(_answering(desk)))
    menu.popup(at)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu


def _choosing(desk: Desk, owner: str) -> Callable[[], object]:
    return lambda: desk.attempt(lambda: edits.set_accountable(desk.map, cards_to_own(desk.editor), owner))


def _left_alone(desk: Desk) -> Change:
    """The selected cards without anybody who answers for them, as one step."""
    return removing(_("Say that nobody owns it yet"), _answering(desk))


def _answering(desk: Desk) -> list[Ownership]:
    by_card = desk.map.of(Ownership).by("card")
    return [
        one
        for card in cards_to_own(desk.editor)
        for one in by_card.get(card, ())
        if one.role is OwnershipRole.ACCOUNTABLE
    ]
