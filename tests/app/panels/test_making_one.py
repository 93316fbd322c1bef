"""Owners, personas and sources made one in their panels, and who are called alike sought."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.namesakes import Namesakes
from app.panels.directory import Directory
from app.panels.notice import NoticeBar
from app.panels.side import SidePanels
from journey.edits import add_evidence, add_owner, add_persona, merge_owners
from journey.edits.namesakes import namesakes
from journey.model import (
    Change,
    Evidence,
    Feeling,
    MapData,
    Method,
    Owner,
    Ownership,
    Persona,
    Record,
    joined,
)
from tests.app.panels.conftest import choose, click, named, opened, shows


def test_owners_are_merged_into_the_one_chosen_last(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    choose(panel, "finance", "claims")
    click(side, "Merge 2 owners into “Finance”")
    assert [owner.id for owner in desk.map.of(Owner)] == ["finance"]
    assert [(one.card, one.owner) for one in desk.map.of(Ownership)] == [("letter", "finance")]
    desk.undo()
    assert len(desk.map.of(Owner)) == 2


def test_personas_are_merged_into_the_one_chosen_last(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "personas")
    choose(panel, "per", "maja")
    click(side, "Merge 2 personas into “Per”")
    assert [persona.id for persona in desk.map.of(Persona)] == ["per"]
    assert [feeling.persona for feeling in desk.map.of(Feeling)] == ["per"]
    assert desk.document.revision == 1


def test_sources_are_merged_into_the_one_chosen_last(desk: Desk, side: SidePanels) -> None:
    desk.attempt(lambda: add_evidence(desk.map, "Twelve talks", Method.INTERVIEW))
    twice = next(one.id for one in desk.map.of(Evidence) if one.id != "talks")
    panel = opened(side, "evidence")
    choose(panel, "talks", twice)
    click(side, "Merge 2 sources into “12 talks”")
    assert [source.id for source in desk.map.of(Evidence)] == ["talks"]


@pytest.mark.parametrize(
    ("name", "sort", "again"),
    [
        ("owners", Owner, lambda m: add_owner(m, "FINANCE")),
        ("personas", Persona, lambda m: add_persona(m, "maja")),
        ("evidence", Evidence, lambda m: add_evidence(m, "12 Talks", Method.INTERVIEW)),
    ],
)
def test_those_who_are_called_alike_can_be_made_one(
    desk: Desk, side: SidePanels, name: str, sort: type[Record], again: Callable[[MapData], Change]
) -> None:
    opened(side, name)
    offer = "Make the 2 called "
    before = list(desk.map.of(sort))
    assert not [one for one in side.findChildren(QPushButton) if one.accessibleName().startswith(offer)]
    desk.attempt(lambda: again(desk.map))
    QApplication.processEvents()
    (same,) = (one for one in side.findChildren(QPushButton) if one.accessibleName().startswith(offer))
    same.click()
    assert len(list(desk.map.of(sort))) == len(before)
    assert desk.document.revision == 2
    QApplication.processEvents()
    assert not same.isVisible()


def test_one_is_made_one_with_another_from_a_menu(desk: Desk, side: SidePanels, qtbot: QtBot) -> None:
    panel = opened(side, "owners")
    choose(panel, "claims")
    click(side, "Make it one with another …")
    menu = popped_up(qtbot)
    assert [action.text() for action in menu.actions()] == ["Finance"]
    menu.actions()[0].trigger()
    menu.close()
    assert [owner.id for owner in desk.map.of(Owner)] == ["finance"]
    assert [(one.card, one.owner) for one in desk.map.of(Ownership)] == [("letter", "finance")]
    assert panel.tree.chosen() == ["finance"]
    assert not shows(side, "Make it one with another …")


def test_the_right_mouse_button_offers_to_make_one_of_those_selected(
    desk: Desk, side: SidePanels, qtbot: QtBot
) -> None:
    panel = opened(side, "owners")
    choose(panel, "finance", "claims")
    ask_menu(panel, "Claims")
    menu = popped_up(qtbot)
    assert [action.text() for action in menu.actions()] == ["Merge 2 owners into “Finance”"]
    menu.actions()[0].trigger()
    menu.close()
    assert [owner.id for owner in desk.map.of(Owner)] == ["finance"]


@pytest.mark.parametrize("by", QContextMenuEvent.Reason)
def test_a_menu_is_for_the_line_under_the_pointer_and_by_key_for_the_one_chosen(
    desk: Desk, side: SidePanels, qtbot: QtBot, by: QContextMenuEvent.Reason
) -> None:
    panel = opened(side, "owners")
    choose(panel, "finance")
    ask_menu(panel, "Claims", by)
    menu = popped_up(qtbot)
    assert panel.tree.chosen() == ["finance" if by is QContextMenuEvent.Reason.Keyboard else "claims"]
    assert [action.text() for action in menu.actions()] == ["Make it one with another …"]
    menu.close()


def test_no_menu_is_made_where_nothing_can_be_made_one(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    panel.tree.clearSelection()
    ask_menu(panel, "")
    assert panel.tree.chosen() == []
    desk.attempt(lambda: merge_owners(desk.map, "claims", ["finance"]))
    panel.look()
    ask_menu(panel, "Claims")
    assert panel.tree.chosen() == ["claims"]
    assert panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly) == []


def ask_menu(
    panel: Directory, name: str, by: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> None:
    """Ask for the menu over a line; without one, below all lines."""
    tree = panel.tree
    (rect,) = [tree.visualItemRect(one) for one in tree.items() if one.text(0) == name] or [
        QRect(0, tree.viewport().height() + 5, 20, 1)
    ]
    place = rect.center()
    QApplication.sendEvent(
        tree if by is QContextMenuEvent.Reason.Keyboard else tree.viewport(),
        QContextMenuEvent(by, place, tree.viewport().mapToGlobal(place)),
    )


def test_long_names_do_not_widen_the_offer_to_make_them_one(desk: Desk, side: SidePanels) -> None:
    long = "The department of everything & nothing that anybody ever asked for"
    desk.attempt(lambda: add_owner(desk.map, long))
    desk.attempt(lambda: add_owner(desk.map, long))
    panel = opened(side, "owners")
    offer = named(side, f"Make the 2 called “{long}” one")
    assert offer.geometry().right() < panel.width()


def popped_up(qtbot: QtBot) -> QMenu:
    """The menu that comes."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_those_called_alike_are_sought_once_for_a_change_that_names_many(desk: Desk, qtbot: QtBot) -> None:
    notice = NoticeBar()
    qtbot.addWidget(notice)
    Namesakes(desk, notice)
    sought: list[str] = []

    def count(frame: FrameType, event: str, _what: object) -> None:
        if event == "call" and frame.f_code is namesakes.__code__:
            sought.append(frame.f_code.co_name)

    many = joined("Many", [add_owner(desk.map, f"Owner {min(n, 38)}") for n in range(40)])
    sys.setprofile(count)
    try:
        desk.attempt(lambda: many)
    finally:
        sys.setprofile(None)
    assert len(sought) == 1
    assert notice.sentence == "2 owners are called “Owner 38”."
