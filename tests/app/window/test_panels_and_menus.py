"""Tabs, menus under the pointer, notices, and names for those who do not see the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.context_menu import kind_selected, offered
from app.dropping import DropWindow, paths_of
from app.menus import plain
from app.panels.link_palette import ask_link_kind
from app.panels.owner_menu import ask_owner
from app.panels.table import TableView
from app.panels.tiles import OwnerTile
from app.panels.title_field import TitleField
from app.window import Window
from app.windows import Windows
from canvas.inline import InlineEditor
from canvas.places import Cell, Kind
from journey.edits import accountable, edit_journey, set_text
from journey.model import Card, Feeling, LaneKind, Link, LinkKind, Owner
from tests.app.window.conftest import Act, card, shown, start_of


def words(menu: QMenu) -> list[str]:
    return [plain(action) for action in menu.actions() if action.text()]


def one_of(menu: QMenu, said: str) -> QAction:
    return next(action for action in menu.actions() if plain(action) == said)


def test_a_tab_shows_its_journey(window: Window) -> None:
    window.tabs.bar.setCurrentIndex(1)
    assert window.desk.journey == window.desk.map.journeys()[1]


def test_with_one_journey_there_are_no_tabs(fresh: Window, qtbot: QtBot) -> None:
    assert fresh.tabs.isHidden()
    fresh.menus.actions["intended"].trigger()
    assert not fresh.tabs.isHidden()


def test_a_journey_is_renamed_in_its_tab(window: Window, act: Act, qtbot: QtBot) -> None:
    act("rename")
    field = window.tabs.findChild(TitleField)
    assert field is not None
    qtbot.keyClicks(field, "A burst pipe")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.journey.title == "A burst pipe"
    assert window.tabs.bar.tabText(0) == "A burst pipe"


def test_escape_gives_the_title_back(window: Window, act: Act, qtbot: QtBot) -> None:
    before = window.desk.journey.title
    act("rename")
    field = window.tabs.findChild(TitleField)
    assert field is not None
    qtbot.keyClicks(field, "Something else")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.desk.journey.title == before


def test_a_tab_that_is_dragged_is_one_step(window: Window) -> None:
    second, steps = window.desk.map.journeys()[1].id, window.desk.document.revision
    window.tabs.bar.setCurrentIndex(1)
    window.tabs.bar.moveTab(1, 0)
    window.tabs.bar.let_go.emit()
    assert window.desk.map.journeys()[0].id == second
    assert window.desk.document.revision == steps + 1


def selections(window: Window) -> Iterator[tuple[Kind, str]]:
    m, journey = window.desk.map, window.desk.journey.id
    yield Kind.CARD, card(window.desk, "Assessor’s visit")
    yield Kind.STEP, m.grid(journey).steps[0].id
    yield Kind.STAGE, m.grid(journey).stages[0].id
    yield Kind.LANE, m.grid(journey).lanes[0].id
    yield Kind.FEELING, next(one.id for one in m.of(Feeling) if one.journey == journey)
    yield Kind.LINK, next(iter(m.of(Link))).id


def test_each_thing_has_a_menu_of_its_own_that_can_remove_it(window: Window) -> None:
    for kind, record in selections(window):
        window.desk.select([record])
        assert kind_selected(window.desk) is kind
        menu = window.menus.pop_up(offered(kind))
        assert "Remove" in words(menu), kind
        menu.deleteLater()


def test_files_that_were_open_lately_are_in_the_menu(
    window: Window, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    window.work.write_copy(tmp_path / "the copy.journey")
    qtbot.waitUntil(lambda: "the copy.journey" in window.notice.sentence)
    recent = next(one for one in window.findChildren(QMenu) if plain(one.menuAction()) == "Open recent")
    recent.aboutToShow.emit()
    assert words(recent)[:2] == ["the copy", "Water damage at home"]
    one_of(recent, "the copy").trigger()
    assert shown(windows).desk.path == tmp_path / "the copy.journey"


def test_a_title_that_is_very_long_leaves_the_window_as_wide_as_it_was(window: Window) -> None:
    before = window.minimumSizeHint().width()
    desk = window.desk
    desk.attempt(lambda: edit_journey(desk.map, desk.journey.id, title="A journey of many words " * 80))
    assert window.minimumSizeHint().width() == before


def test_a_panel_that_opens_leaves_the_window_as_wide_as_it_was(window: Window, act: Act) -> None:
    window.resize(window.minimumSizeHint())
    before = window.width()
    act("export")
    assert window.side.isHidden()
    assert window.width() == before
    window.drawer.put_away()
    assert not window.side.isHidden()


def test_what_a_menu_offers_exists_for_every_kind(window: Window) -> None:
    for kind in Kind:
        menu = window.menus.pop_up(offered(kind))
        assert menu.actions()
        menu.deleteLater()


def asked_menu(widget: QWidget, at: QPoint) -> list[str]:
    """What the menu offers that the right mouse button opens at a place of a widget."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = words(menu)
    menu.close()
    return said


@pytest.mark.parametrize("kind", [Kind.CARD, Kind.CELL, Kind.LANE, Kind.NOTHING])
def test_a_menu_within_a_menu_is_there_the_next_time_too(window: Window, kind: Kind) -> None:
    for _time in range(2):
        menu = window.menus.pop_up(offered(kind))
        within = menu.actions()[0].menu()
        assert isinstance(within, QMenu)
        assert within.actions()
        menu.popup(QPoint(10, 10))
        menu.close()
        del menu, within
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_tile_of_an_owner_offers_what_the_owner_on_the_map_does(window: Window) -> None:
    tile = next(one for one in window.palette_panel.findChildren(OwnerTile) if one.text() == "Finance")
    assert {"Inspector", "Owners"} <= set(asked_menu(tile, QPoint(5, 5)))
    assert window.desk.map.of(Owner)[window.desk.selected[0]].name == "Finance"


def test_the_table_offers_what_the_map_does(window: Window, act: Act) -> None:
    act("table")
    table = window.middle.currentWidget()
    assert isinstance(table, TableView)
    visit = window.desk.map.of(Card)[card(window.desk, "Assessor’s visit")]
    table.setCurrentIndex(table.cells.place(Cell(visit.lane, visit.step)))
    said = asked_menu(table.viewport(), table.visualRect(table.currentIndex()).center())
    assert {"Make it", "Owner …", "Moment of truth", "Cut", "Remove"} <= set(said)


@pytest.fixture
def palette(window: Window) -> QMenu:
    """The palette at a link that was just dropped, to be answered in some way."""
    source, target = (card(window.desk, text) for text in ("Decide cover", "Payments"))
    return ask_link_kind(window.desk, source, target, QPoint(10, 10), window)


@pytest.mark.parametrize(
    ("said", "ends", "kind"),
    [
        ("Causes", ("Decide cover", "Payments"), LinkKind.CAUSES),
        ("Supports", ("Decide cover", "Payments"), LinkKind.SUPPORTS),
        ("Turn round", ("Payments", "Decide cover"), LinkKind.SUPPORTS),
    ],
)
def test_a_link_is_made_as_one_step_when_its_kind_is_chosen(
    window: Window, palette: QMenu, said: str, ends: tuple[str, str], kind: LinkKind
) -> None:
    before, steps = {link.id for link in window.desk.map.of(Link)}, window.desk.document.revision
    one_of(palette, said).trigger()
    palette.close()
    QApplication.processEvents()
    (link,) = (one for one in window.desk.map.of(Link) if one.id not in before)
    texts = [window.desk.map.of(Card)[end].text for end in (link.source, link.target)]
    assert (tuple(texts), link.kind) == (ends, kind)
    assert window.desk.selected == (link.id,)
    assert window.desk.document.revision == steps + 1


def test_a_pain_pulled_to_an_idea_is_answered_by_it(window: Window) -> None:
    pain, idea = (
        card(window.desk, text)
        for text in ("Has to chase three parties", "Book the assessor in the first call")
    )
    menu = ask_link_kind(window.desk, pain, idea, QPoint(10, 10), window)
    assert menu.activeAction().text() == menu.actions()[0].text() == "Is answered by"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    link = window.desk.map.of(Link)[window.desk.selected[0]]
    assert (link.source, link.target, link.kind) == (idea, pain, LinkKind.ANSWERS)


def test_who_leaves_the_palette_gets_the_usual_link(window: Window, palette: QMenu, qtbot: QtBot) -> None:
    before, steps = len(window.desk.map.of(Link)), window.desk.document.revision
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.desk.document.revision == steps + 1)
    assert len(window.desk.map.of(Link)) == before + 1
    assert window.desk.map.of(Link)[window.desk.selected[0]].kind is LinkKind.SUPPORTS


def test_who_wants_no_link_gets_none(window: Window, palette: QMenu) -> None:
    steps = window.desk.document.revision
    one_of(palette, "No link").trigger()
    palette.close()
    QApplication.processEvents()
    assert window.desk.document.revision == steps


def test_an_owner_is_chosen_for_all_selected_cards_as_one_step(window: Window) -> None:
    cards = [card(window.desk, text) for text in ("Assessor’s visit", "Settlement letter")]
    window.desk.select(cards)
    steps = window.desk.document.revision
    menu = ask_owner(window.desk, QPoint(10, 10), window, window.show)
    one_of(menu, "Finance").trigger()
    owners = {
        window.desk.map.of(Owner)[one.owner].name for it in cards if (one := accountable(window.desk.map, it))
    }
    assert owners == {"Finance"}
    assert window.desk.document.revision == steps + 1
    one_of(menu, "Nobody yet").trigger()
    assert [accountable(window.desk.map, it) for it in cards] == [None, None]
    menu.close()


def test_on_a_step_of_their_lane_an_owner_answers_for_its_touchpoints_by_keyboard(
    window: Window, qtbot: QtBot
) -> None:
    desk = window.desk
    letter = desk.map.of(Card)[card(desk, "Settlement letter")]
    (lane,) = (lane for lane in desk.map.grid(desk.journey.id).lanes if lane.kind is LaneKind.OWNERS)
    desk.editor.select([], Cell(lane.id, letter.step))
    for key in (Qt.Key.Key_O, Qt.Key.Key_Return):
        with qtbot.waitSignal(desk.editor.owner_asked):
            QTest.keyClick(desk.editor, key)
        opened = QApplication.activePopupWidget()
        assert opened is not None
        opened.close()
    menu = ask_owner(desk, QPoint(10, 10), window, window.show)
    one_of(menu, "IT").trigger()
    found = accountable(desk.map, letter.id)
    assert found is not None
    assert desk.map.of(Owner)[found.owner].name == "IT"
    menu.close()


@pytest.mark.parametrize(
    ("name", "taken"), [("a.journey", 1), ("a.CSV", 1), ("a.mmd", 1), ("a.json", 1), ("a.png", 0)]
)
def test_a_window_takes_the_files_it_can_open(name: str, taken: int) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(f"/maps/{name}"), QUrl("https://example.org/b.csv")])
    assert len(paths_of(dragged)) == taken


def test_a_dropped_file_is_opened_when_the_drop_is_over(qtbot: QtBot) -> None:
    window, wanted = DropWindow(), list[Path]()
    qtbot.addWidget(window)
    window.opened.connect(wanted.append)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/maps/a.journey")])
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dragged, button, held)
    window.dropEvent(event)
    assert event.isAccepted()
    assert wanted == [], "or the window would go while it is dropped on"
    qtbot.waitUntil(lambda: wanted == [Path("/maps/a.journey")])


def unnamed(window: QWidget) -> list[str]:
    """Buttons and fields that a screen reader could not name."""
    silent = []
    for sort in (QAbstractButton, QLineEdit, QComboBox):
        for widget in window.findChildren(sort):
            inner = isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_")
            scroll = (
                type(widget).__name__ == "QToolButton"
                and widget.parent() is not None
                and (type(widget.parent()).__name__ in ("_Tabs", "QMenuBar"))
            )
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (inner or scroll or text or widget.accessibleName()):
                silent.append(f"{type(widget.parent()).__name__}/{type(widget).__name__}")
    return silent


@pytest.mark.parametrize("panel", ["", "export", "history", "settings", "keys", "find"])
def test_every_button_and_field_has_a_name(window: Window, act: Act, panel: str) -> None:
    if panel:
        act(panel)
    assert unnamed(window) == []


def test_every_button_of_the_start_screen_has_a_name(windows: Windows) -> None:
    start_of(windows).show_settings()
    assert unnamed(start_of(windows)) == []


def test_redo_brings_words_back_that_escape_gave_up(window: Window, act: Act, qtbot: QtBot) -> None:
    desk = window.desk
    visit = card(desk, "Assessor’s visit")
    desk.editor.edit(visit)
    field = desk.editor.findChildren(InlineEditor)[-1]
    field.selectAll()
    qtbot.keyClicks(field, "She comes")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.map.of(Card)[visit].text == "Assessor’s visit"
    redo = window.menus.actions["redo"]
    assert redo.isEnabled()
    assert plain(redo) == "Take up the words that were given up"
    redo.trigger()
    assert desk.map.of(Card)[visit].text == "She comes"
    assert not redo.isEnabled()
    act("undo")
    assert desk.map.of(Card)[visit].text == "Assessor’s visit"


def test_redo_stays_redo_after_words_were_given_up(window: Window, act: Act, qtbot: QtBot) -> None:
    desk = window.desk
    visit = card(desk, "Assessor’s visit")
    for text in ("1", "2", "3", "4", "5"):
        desk.attempt(lambda text=text: set_text(desk.map, visit, text))
    for _time in range(5):
        act("undo")
    desk.editor.edit(visit)
    field = desk.editor.findChildren(InlineEditor)[-1]
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert plain(window.menus.actions["redo"]).startswith("Redo ")
    for _time in range(5):
        act("redo")
    assert desk.map.of(Card)[visit].text == "5"


def test_redo_names_given_up_words_no_more_once_another_text_is_open(window: Window, qtbot: QtBot) -> None:
    desk, redo = window.desk, window.menus.actions["redo"]
    desk.editor.edit(card(desk, "Assessor’s visit"))
    field = desk.editor.findChildren(InlineEditor)[-1]
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert redo.isEnabled()
    desk.editor.edit(card(desk, "Assessor’s visit"))
    assert (redo.isEnabled(), plain(redo)) == (False, "Redo")
