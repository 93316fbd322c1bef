"""Owners and personas are named where one asks for them: in a menu, in the palette, on their own tile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.menus import plain
from app.panels.owner_menu import ask_owner
from app.panels.tiles import OwnerTile
from app.window import Window
from app.windows import Windows
from journey import edits
from journey.edits import accountable, add_card
from journey.model import Card, JourneyPersona, Owner, Persona
from tests.app.window.conftest import card, shown, start_of


@pytest.fixture
def awake(window: Window, qtbot: QtBot) -> Window:
    """The window with the keyboard in its map."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.editor.setFocus()
    return window


@pytest.fixture
def menu(awake: Window) -> Iterator[QMenu]:
    """The menu that O opens at a card."""
    awake.desk.select([card(awake.desk, "Assessor’s visit")])
    QTest.keyClick(awake.desk.editor, Qt.Key.Key_O)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    yield opened
    opened.close()


def names(window: Window) -> set[str]:
    """How the owners are called."""
    return {owner.name for owner in window.desk.map.of(Owner)}


def the_field(window: Window, called: str) -> QLineEdit:
    """The field with the keyboard in it, which has this name."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert window.palette_panel.isAncestorOf(field)
    assert field.accessibleName() == called
    return field


def tile_of(window: Window, name: str) -> OwnerTile:
    """The tile of an owner."""
    QApplication.processEvents()
    tiles = window.palette_panel.findChildren(OwnerTile)
    return next(one for one in tiles if one.text() == name and one.isVisible())


def test_the_first_owner_is_chosen_by_enter_and_nobody_only_where_somebody_answers(
    awake: Window, menu: QMenu
) -> None:
    desk = awake.desk
    nobody = next(one for one in menu.actions() if one.text() == "Nobody yet")
    answers = accountable(desk.map, card(desk, "Assessor’s visit")) is not None
    assert nobody.isEnabled() == answers
    chosen = menu.activeAction()  # what Enter chooses
    assert chosen is not None
    chosen.trigger()
    found = accountable(desk.map, card(desk, "Assessor’s visit"))
    assert found is not None
    assert desk.map.of(Owner)[found.owner].name == min(names(awake), key=str.casefold)


def test_without_owners_down_and_enter_name_one(windows: Windows) -> None:
    start_of(windows).begun.emit("journey-map")
    desk = shown(windows).desk
    lane = next(one.id for one in desk.map.grid(desk.journey.id).lanes if one.title == "Touchpoints")
    step = desk.map.grid(desk.journey.id).steps[0].id
    change = add_card(desk.map, lane, step, "Call")
    assert desk.attempt(lambda: change)
    desk.select([change.touches[0].record.id])
    named: list[bool] = []
    opened = ask_owner(desk, QPoint(), shown(windows), lambda: named.append(True))
    QTest.keyClick(opened, Qt.Key.Key_Down)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    assert named == [True]


@pytest.mark.parametrize("bare", [False, True])
def test_a_new_owner_is_named_for_a_card_and_answers_for_it_in_one_step(
    awake: Window, menu: QMenu, bare: bool
) -> None:
    desk = awake.desk
    if bare:
        awake.work.turn_bare()
    steps = desk.document.revision
    next(one for one in menu.actions() if one.text() == "New owner …").trigger()
    field = the_field(awake, "Name of the new owner")
    QTest.keyClicks(field, "Moisture lab")
    QTest.keyClick(field, Qt.Key.Key_Return)
    found = accountable(desk.map, card(desk, "Assessor’s visit"))
    assert found is not None
    assert desk.map.of(Owner)[found.owner].name == "Moisture lab"
    assert desk.document.revision == steps + 1
    assert desk.editor.hasFocus()


def test_an_owner_given_up_is_none_and_the_next_one_is_for_no_card(awake: Window, menu: QMenu) -> None:
    desk = awake.desk
    before = accountable(desk.map, card(desk, "Assessor’s visit"))
    next(one for one in menu.actions() if one.text() == "New owner …").trigger()
    QTest.keyClick(the_field(awake, "Name of the new owner"), Qt.Key.Key_Escape)
    awake.palette_panel.name_owner_of([])
    field = the_field(awake, "Name of the new owner")
    QTest.keyClicks(field, "Joiners")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Joiners" in names(awake)
    assert accountable(desk.map, card(desk, "Assessor’s visit")) == before


@pytest.mark.parametrize("by_mouse", [True, False])
@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Return, "Money"), (Qt.Key.Key_Escape, "Finance")])
def test_a_double_click_or_f2_on_a_tile_renames_the_owner(
    awake: Window, by_mouse: bool, key: Qt.Key, left: str
) -> None:
    tile = tile_of(awake, "Finance")
    if by_mouse:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(tile, Qt.MouseButton.LeftButton)
    else:
        tile.setFocus()
        QTest.keyClick(tile, Qt.Key.Key_F2)
    assert not awake.desk.editor.hand.busy
    field = the_field(awake, "Name of the owner")
    assert field.selectedText() == "Finance"
    QTest.keyClicks(field, "Money")
    QTest.keyClick(field, key)
    awake.desk.editor.setFocus()
    assert (left in names(awake), len({"Finance", "Money"} & names(awake))) == (True, 1)
    assert tile_of(awake, left)


def offer(window: Window, words: str) -> QPushButton:
    """A button of the bar that tells something."""
    return next(one for one in window.notice.findChildren(QPushButton) if one.accessibleName() == words)


def renamed_to_finance(window: Window) -> None:
    """An owner is called as another one is, by the palette."""
    tile = tile_of(window, "Contact centre")
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_F2)
    QTest.keyClicks(the_field(window, "Name of the owner"), "finance\r")


def test_two_owners_of_one_name_are_told_and_made_one_at_a_click(awake: Window) -> None:
    desk, owners = awake.desk, len(awake.desk.map.of(Owner))
    renamed_to_finance(awake)
    assert awake.notice.sentence == "2 owners are called “finance”."
    steps = desk.document.revision
    offer(awake, "Make them one").click()
    assert len(desk.map.of(Owner)) == owners - 1
    assert desk.document.revision == steps + 1
    assert awake.notice.sentence == ""
    desk.undo()
    assert len(desk.map.of(Owner)) == owners


def test_that_two_are_called_alike_is_not_told_any_more_when_they_are_not(awake: Window) -> None:
    renamed_to_finance(awake)
    awake.desk.undo()
    assert awake.notice.sentence == ""


def test_what_else_is_told_stays_when_two_are_called_alike(awake: Window) -> None:
    awake.notice.tell("copy", "A copy was saved.")
    renamed_to_finance(awake)
    assert awake.notice.sentence == "A copy was saved."


def test_personas_of_one_name_are_told_and_another_description_is_not(awake: Window) -> None:
    desk = awake.desk
    desk.attempt(lambda: edits.add_persona(desk.map, "MAJA"))
    assert awake.notice.sentence == "2 personas are called “Maja”."
    offer(awake, "Dismiss").click()
    first = next(iter(desk.map.of(Persona)))
    desk.attempt(lambda: edits.edit_persona(desk.map, first.id, segment="Families"))
    assert awake.notice.sentence == ""


def test_the_menu_of_a_tile_makes_an_owner_one_with_another(awake: Window, qtbot: QtBot) -> None:
    desk, owners = awake.desk, len(awake.desk.map.of(Owner))
    tile_of(awake, "Contact centre").menu_asked.emit(QPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    deed = next(one for one in menu.actions() if plain(one) == "Make the owner one with another …")
    menu.close()
    qtbot.waitUntil(awake.isActiveWindow)
    QApplication.processEvents()
    deed.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    others = QApplication.activePopupWidget()
    assert isinstance(others, QMenu)
    next(one for one in others.actions() if one.text() == "Finance").trigger()
    others.close()
    assert len(desk.map.of(Owner)) == owners - 1
    assert "Contact centre" not in names(awake)


def test_letters_do_nothing_to_the_map_while_an_owner_is_in_the_hand(awake: Window) -> None:
    desk = awake.desk
    desk.select([card(desk, "Assessor’s visit")])
    steps = desk.document.revision
    tile_of(awake, "Finance").click()
    assert desk.editor.hand.busy
    for letter in "Msi13":
        QTest.keyClicks(QApplication.focusWidget() or awake, letter)
    assert desk.document.revision == steps
    assert not desk.editor.editing
    assert len(desk.map.of(Card)) > 0


def test_an_owner_from_the_menu_bar_is_named_in_the_palette(awake: Window) -> None:
    known, before = names(awake), awake.desk.document.revision
    awake.menus.actions["owner"].trigger()
    assert names(awake) == known
    QTest.keyClicks(the_field(awake, "Name of the new owner"), "Loss prevention\r")
    assert names(awake) == {*known, "Loss prevention"}
    assert awake.desk.document.revision == before + 1


def test_a_persona_from_the_menu_bar_is_named_in_its_panel_and_looks_at_the_journey(awake: Window) -> None:
    awake.work.turn_bare()
    awake.menus.actions["persona"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Add a persona"
    before = awake.desk.document.revision
    QTest.keyClicks(field, "Ola\r")
    assert awake.desk.document.revision == before + 1
    m = awake.desk.map
    ola = next(persona for persona in m.of(Persona) if persona.name == "Ola")
    assert (awake.desk.journey.id, ola.id) in m.of(JourneyPersona).by("journey", "persona")
