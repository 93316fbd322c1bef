"""What the start screen shows of the files that were open: their maps' titles and pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.making import begin_map, copy_sample
from app.panels.entries import Entry
from app.panels.export_sheet import ExportSheet
from app.recent import from_home, note_recent, picture_of
from app.settings import Settings
from app.thumbnails import keep_picture
from app.windows import Windows
from journey import edits
from journey.model import Card
from resources.theme import load_theme
from tests.app.window.conftest import shown, start_of


def entry_of(windows: Windows, path: Path) -> Entry:
    """The entry of a file on the start screen."""
    if windows.window is not None:
        windows.start()
    entries = start_of(windows).findChildren(Entry)
    return next(one for one in entries if one.accessibleName().endswith((path.name, str(path.parent))))


def test_a_map_stands_there_by_its_title_with_the_file_below(windows: Windows) -> None:
    path = begin_map("journey-map")
    windows.open(path)
    desk = shown(windows).desk
    desk.attempt(lambda: edits.edit_journey(desk.map, desk.journey.id, title="A burst\npipe"))
    assert entry_of(windows, path).accessibleName() == f"A burst pipe, {from_home(path)}"


def test_a_map_is_pictured_while_it_is_open_in_case_its_window_is_killed(
    windows: Windows, qtbot: QtBot
) -> None:
    path = begin_map("journey-map")
    windows.open(path)
    qtbot.waitUntil(picture_of(path).is_file)
    first = picture_of(path).read_bytes()
    desk = shown(windows).desk
    desk.attempt(lambda: edits.edit_journey(desk.map, desk.journey.id, title="Another"))
    qtbot.waitUntil(lambda: picture_of(path).read_bytes() != first, timeout=10_000)


def test_a_map_is_pictured_though_it_has_lost_pictures_that_its_drawing_still_shows(
    windows: Windows,
) -> None:
    windows.open(copy_sample("jakken-der-skulle-retur"))
    before = shown(windows).desk
    windows.settle(Settings(theme="dark"))
    desk = shown(windows).desk
    pictured = [one.id for one in desk.map.of(Card) if one.picture]
    assert pictured
    desk.attempt(lambda: edits.remove_cards(desk.map, pictured))
    picture_of(desk.path).unlink(missing_ok=True)
    keep_picture(before, load_theme())
    assert picture_of(desk.path).is_file()


def test_a_file_without_a_picture_has_empty_paper_and_its_own_name(windows: Windows) -> None:
    path = begin_map("journey-map")
    note_recent(path)
    entry = entry_of(windows, path)
    assert entry.accessibleName() == f"{path.stem}, {from_home(path.parent)}"
    picture = entry.findChildren(QLabel)[0].pixmap()
    assert not picture.isNull()


def test_the_place_of_a_print_is_shown_without_detours(windows: Windows, tmp_path: Path) -> None:
    path = begin_map("journey-map")
    (path.parent / "deeper").mkdir()
    windows.open(path.parent / "deeper" / ".." / path.name)
    sheet = ExportSheet(shown(windows).desk)
    straight = path.resolve().with_suffix(".pdf")
    assert sheet.target.text() == from_home(straight)
    sheet.target.setText("deeper/../wall.pdf")
    sheet.begin()
    assert sheet.target.text() == from_home(straight.with_name("wall.pdf"))
    assert sheet.export is not None
    sheet.export.wait()
    assert straight.with_name("wall.pdf").is_file()
    sheet.deleteLater()
