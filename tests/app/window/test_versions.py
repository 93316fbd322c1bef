"""Versions in the window: named in front of the room, looked at, compared with now, gone back to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from app.panels.clean_copy_sheet import CleanCopySheet
from app.panels.compared_view import ComparedView
from app.panels.past_view import PastView
from app.panels.version_bar import VersionBar, proposals
from app.panels.versions import VersionsPanel
from app.window import Window
from app.windows import Windows
from canvas.paint import colour_of
from journey.comparing import Fate
from journey.edits import set_text
from journey.model import Card
from journey.versions import VersionKind
from storage import JourneyFile
from tests.app.window.conftest import Act, card, shown


@pytest.fixture
def bar(window: Window) -> VersionBar:
    assert isinstance(window.work.version_bar, VersionBar)
    return window.work.version_bar


@pytest.fixture
def panel(window: Window, bar: VersionBar, act: Act) -> VersionsPanel:
    """The panel of a file with one version, since which a card was written anew and one removed."""
    act("name_version")
    bar.field.setText("Before lunch")
    bar.keep()
    desk = window.desk
    desk.attempt(lambda: set_text(desk.map, card(desk, "Assessor’s visit"), "Assessor comes"))
    desk.select([card(desk, "Settlement letter")])
    act("remove")
    act("versions")
    assert isinstance(window.drawer.panel, VersionsPanel)
    return window.drawer.panel


def texts(window: Window) -> set[str]:
    return {one.text for one in window.desk.map.of(Card)}


def listed(panel: VersionsPanel) -> list[str]:
    return [panel.states.item(row).text().splitlines()[0] for row in range(panel.states.count())]


def choose(panel: VersionsPanel, words: str) -> None:
    panel.states.setCurrentRow(listed(panel).index(words))


def compare_with(window: Window, panel: VersionsPanel, words: str) -> ComparedView:
    panel.compare_button.click()
    choose(panel, words)
    view = window.middle.currentWidget()
    assert isinstance(view, ComparedView)
    return view


def under_the_pointer(button: QPushButton) -> QImage:
    """How a button looks while the pointer is on it."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.state |= QStyle.StateFlag.State_MouseOver
    picture = QPixmap(button.size())
    with QPainter(picture) as painter:
        button.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, button)
    return picture.toImage()


def test_comparing_now_says_what_to_choose_and_its_button_can_be_read(
    window: Window, panel: VersionsPanel
) -> None:
    def told() -> bool:
        words = "Choose a version to compare what is now with it."
        return any(one.text() == words and one.isVisible() for one in panel.findChildren(QLabel))

    assert not told()
    panel.compare_button.click()
    assert told()
    button, theme = panel.compare_button, window.desk.editor.theme
    assert isinstance(button, QPushButton)
    button.setFocus()
    seen = under_the_pointer(button)
    inside = [(x, y) for x in range(4, seen.width() - 4) for y in range(4, seen.height() - 4)]
    found = {seen.pixelColor(*one).name() for one in inside}
    assert colour_of(theme, "on_petrol").name() in found
    assert colour_of(theme, "focus").name() not in found
    choose(panel, "Before lunch")
    assert not told()


def point_at(panel: VersionsPanel, words: str) -> None:
    items = panel.differences.items
    (item,) = items.findItems(words, Qt.MatchFlag.MatchContains)
    items.setCurrentItem(item)


def test_the_key_for_saving_says_all_is_saved_and_names_a_version(
    window: Window, bar: VersionBar, act: Act, qtbot: QtBot
) -> None:
    act("name_version")
    assert bar.isVisible()
    assert bar.field.selectedText() == bar.field.text() != ""
    qtbot.keyClicks(bar.field, "Før lunsj")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert not bar.isVisible()
    (kept,) = window.desk.file.versions
    assert (kept.name, kept.kind, kept.entry) == ("Før lunsj", VersionKind.NAMED, 0)


def test_escape_keeps_nothing(window: Window, bar: VersionBar, act: Act, qtbot: QtBot) -> None:
    act("name_version")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.desk.file.versions == ()


def test_a_name_without_letters_keeps_nothing(window: Window, bar: VersionBar, act: Act) -> None:
    act("name_version")
    bar.field.setText("  ")
    bar.keep()
    assert bar.isVisible()
    assert window.desk.file.versions == ()


def test_names_are_proposed_for_the_hour_and_told_apart_when_taken() -> None:
    assert [proposals(hour, set())[0] for hour in (8, 11, 13, 17)] == [
        "Before the workshop",
        "Before lunch",
        "After lunch",
        "After the workshop",
    ]
    assert proposals(11, {"Before lunch", "Before lunch 2"})[0] == "Before lunch 3"


def test_the_panel_lists_now_the_versions_and_the_beginning(panel: VersionsPanel) -> None:
    assert listed(panel)[:3] == ["Now", "Before lunch", "The beginning"]


def test_a_version_that_is_named_while_the_panel_is_open_is_listed(
    panel: VersionsPanel, bar: VersionBar
) -> None:
    panel.naming.emit()
    bar.field.setText("After lunch")
    bar.keep()
    assert listed(panel)[:3] == ["Now", "After lunch", "Before lunch"]


def test_choosing_a_version_shows_the_map_as_it_was(window: Window, panel: VersionsPanel) -> None:
    choose(panel, "Before lunch")
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    assert "Settlement letter" in {one.text for one in view.editor.map.of(Card)}
    panel.leave()
    assert window.middle.currentWidget() is window.desk.editor


def test_a_comparison_rings_what_differs_on_both_sides(window: Window, panel: VersionsPanel) -> None:
    view = compare_with(window, panel, "Before lunch")
    assert view.editor is not None
    now = dict(view.editor.fates)
    assert set(now.values()) == {Fate.CHANGED}
    point_at(panel, "Settlement letter")
    then = dict(view.editor.fates)
    assert then == {**now, view.editor.selected[0]: Fate.REMOVED}


def test_a_comparison_in_large_letters_fits_a_small_screen(windows: Windows, window: Window) -> None:
    windows.settle(replace(windows.manner.settings, size=1.5, language="nb"))
    large = shown(windows)
    desk = large.desk
    desk.attempt(lambda: set_text(desk.map, card(desk, "Assessor’s visit"), "Assessor comes"))
    large.menus.actions["versions"].trigger()
    assert isinstance(large.drawer.panel, VersionsPanel)
    compare_with(large, large.drawer.panel, listed(large.drawer.panel)[-1])
    assert large.minimumSizeHint().width() <= 1280


def test_a_difference_is_taken_back_alone_and_the_comparison_goes_on(
    window: Window, panel: VersionsPanel
) -> None:
    compare_with(window, panel, "Before lunch")
    point_at(panel, "Settlement letter")
    panel.differences.taken_back.emit(panel.differences.chosen)
    assert {"Settlement letter", "Assessor comes"} <= texts(window)
    view = window.middle.currentWidget()
    assert isinstance(view, ComparedView)
    assert panel.differences.items.findItems("Settlement letter", Qt.MatchFlag.MatchContains) == []
    window.desk.undo()
    assert "Settlement letter" not in texts(window)
    assert window.middle.currentWidget() is window.desk.editor


def test_after_taking_back_the_keyboard_is_in_the_list(
    window: Window, panel: VersionsPanel, qtbot: QtBot
) -> None:
    compare_with(window, panel, "Before lunch")
    point_at(panel, "Settlement letter")
    (button,) = panel.differences.findChildren(QPushButton)
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus, timeout=20_000)
    button.click()
    assert panel.differences.items.hasFocus()


def test_restoring_a_version_is_one_step_with_a_version_before_it(
    window: Window, panel: VersionsPanel
) -> None:
    before, steps = texts(window), window.desk.document.revision
    choose(panel, "Before lunch")
    panel.restore.click()
    assert {"Settlement letter", "Assessor’s visit"} <= texts(window)
    assert window.desk.document.revision == steps + 1
    kept = window.desk.file.versions[-1]
    assert (kept.kind, kept.entry) == (VersionKind.RESTORE, steps)
    window.desk.undo()
    assert texts(window) == before


def test_a_backup_can_be_looked_at_and_one_that_is_gone_is_told(
    window: Window, panel: VersionsPanel, bar: VersionBar
) -> None:
    file = window.desk.file
    assert file.data_folder is not None
    backup = file.data_folder / "backups" / file.document_id / "00000000-20260301T090000Z-opened.journey"
    file.wait_saved()
    backup.parent.mkdir(parents=True, exist_ok=True)
    backup.write_bytes(file.image())
    panel.refresh()
    choose(panel, "Backup when it was opened")
    assert isinstance(window.middle.currentWidget(), PastView)
    panel.leave()
    backup.write_bytes(b"")
    choose(panel, "Backup when it was opened")
    assert window.middle.currentWidget() is window.desk.editor


def test_a_clean_copy_says_what_it_left_out(window: Window, act: Act, tmp_path: Path, qtbot: QtBot) -> None:
    act("clean_copy")
    sheet = window.drawer.panel
    assert isinstance(sheet, CleanCopySheet)
    target = tmp_path / "for others.journey"
    window.work.write_clean_copy(target, sheet.left_out)
    qtbot.waitUntil(lambda: "not in its bytes" in sheet.said)
    name = window.desk.map.workshop.facilitator.encode()
    assert name in window.desk.file.image()
    assert name not in target.read_bytes()
    with JourneyFile.open(target, read_only=True) as copy:
        assert copy.history == ()


def test_which_texts_a_clean_copy_leaves_out_is_told_before_it_is_made(window: Window, act: Act) -> None:
    act("clean_copy")
    sheet = window.drawer.panel
    assert isinstance(sheet, CleanCopySheet)

    def told() -> str:
        return "\n".join(one.text() for one in sheet.findChildren(QLabel) if not one.isHidden())

    assert "“Maja”" in told()
    assert "42 more" in told()
    sheet.people.setChecked(False)
    assert "“Maja”" not in told()
    sheet.quotes.setChecked(False)
    assert "0 texts will be left out." in told()
    assert "“" not in told()


def test_the_bar_does_not_say_that_all_is_saved_when_it_is_not(
    window: Window, bar: VersionBar, act: Act, qtbot: QtBot
) -> None:
    act("name_version")
    assert bar.says == "Everything is saved."
    desk = window.desk
    desk.path.unlink()
    desk.attempt(lambda: set_text(desk.map, card(desk, "Assessor’s visit"), "Assessor comes"))
    qtbot.waitUntil(lambda: desk.trouble != "")
    assert bar.says == desk.state != "Everything is saved."


def test_an_edit_leaves_the_list_as_it_is_and_a_version_comes_to_it(
    window: Window, panel: VersionsPanel, bar: VersionBar, act: Act
) -> None:
    choose(panel, "Before lunch")
    made: list[int] = []
    panel.states.model().rowsInserted.connect(lambda _parent, first, _last: made.append(first))
    window.desk.attempt(lambda: set_text(window.desk.map, card(window.desk, "Assessor comes"), "Comes"))
    assert panel.state is None
    assert not made
    act("name_version")
    bar.field.setText("After lunch")
    bar.keep()
    assert listed(panel)[:2] == ["Now", "After lunch"]
    assert made


def test_what_a_side_has_to_say_is_told_once_however_often_it_was_turned_to(
    window: Window, panel: VersionsPanel
) -> None:
    view = compare_with(window, panel, "Before lunch")
    for now in (False, True, False, True):
        view.show_side(now=now)
    looked, told, moved = view.editor, [], []
    assert looked is not None
    window.desk.shown.said.connect(lambda words, _wrong: told.append(words))
    window.desk.shown.camera_moved.connect(lambda: moved.append(True))
    looked.say("Here")
    assert told == ["Here"]
    looked.look_at(replace(looked.camera, scale=looked.camera.scale * 0.8))
    assert len(moved) == 1
    view.left.emit()
    told.clear()
    looked.say("There")
    assert told == []
