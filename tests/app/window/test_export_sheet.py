"""The export sheet: every format, on a thread, given up or failed without anything left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.panels.export_sheet import ExportSheet
from app.window import Window


def choose(sheet: ExportSheet, suffix: str, target: Path) -> None:
    sheet.format.setCurrentIndex(sheet.format.findData(suffix))
    sheet.target.setText(str(target))


def run(sheet: ExportSheet, qtbot: QtBot) -> None:
    sheet.begin()
    assert not sheet.progress.isHidden()
    qtbot.waitUntil(sheet.progress.isHidden, timeout=60_000)


@pytest.mark.parametrize(
    ("suffix", "start"),
    [(".pdf", b"%PDF"), (".svg", b"<?xml"), (".png", b"\x89PNG"), (".json", b"{"), (".mmd", b"journey")],
)
def test_each_format_is_written(
    sheet: ExportSheet, qtbot: QtBot, tmp_path: Path, suffix: str, start: bytes
) -> None:
    choose(sheet, suffix, tmp_path / f"out{suffix}")
    sheet.paper.setCurrentIndex(sheet.paper.findData("A4"))
    run(sheet, qtbot)
    assert (tmp_path / f"out{suffix}").read_bytes().startswith(start)
    assert f"out{suffix}" in sheet.result.text()


def test_a_sheet_of_cells_is_written(sheet: ExportSheet, qtbot: QtBot, tmp_path: Path) -> None:
    choose(sheet, ".csv", tmp_path / "out.csv")
    run(sheet, qtbot)
    assert "Assessor’s visit" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_what_is_given_up_leaves_nothing_behind(sheet: ExportSheet, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "prints"
    folder.mkdir()
    choose(sheet, ".pdf", folder / "wall.pdf")
    sheet.begin()
    assert sheet.export is not None
    sheet.export.give_up()
    qtbot.waitUntil(lambda: "Given up" in sheet.result.text(), timeout=60_000)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(sheet: ExportSheet, qtbot: QtBot, tmp_path: Path) -> None:
    choose(sheet, ".pdf", tmp_path / "nowhere" / "wall.pdf")
    run(sheet, qtbot)
    assert "nowhere" in sheet.result.text()
    assert not (tmp_path / "nowhere").exists()


def test_an_export_goes_on_when_its_panel_is_put_away(
    window: Window, sheet: ExportSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(sheet, ".pdf", tmp_path / "wall.pdf")
    sheet.begin()
    window.drawer.put_away()
    qtbot.waitUntil((tmp_path / "wall.pdf").is_file, timeout=60_000)


def test_fields_without_a_meaning_for_the_format_are_not_shown(sheet: ExportSheet) -> None:
    sheet.format.setCurrentIndex(sheet.format.findData(".json"))
    assert sheet.paper.isHidden()
    assert sheet.target.text().endswith(".json")
    sheet.format.setCurrentIndex(sheet.format.findData(".pdf"))
    assert not sheet.paper.isHidden()
    assert sheet.metres.isHidden()
    sheet.sizing.setCurrentIndex(sheet.sizing.findData("read"))
    assert not sheet.metres.isHidden()


def test_the_fields_are_what_is_asked_for(sheet: ExportSheet) -> None:
    sheet.paper.setCurrentIndex(sheet.paper.findData("roll:914mm"))
    sheet.orientation.setCurrentIndex(sheet.orientation.findData("landscape"))
    sheet.sizing.setCurrentIndex(sheet.sizing.findData("read"))
    sheet.metres.setValue(2.0)
    wishes = sheet.wishes()
    assert (wishes.paper, wishes.orientation, wishes.read_from) == ("roll:914mm", "landscape", 2.0)
    sheet.every.setChecked(True)
    assert sheet.wishes().every
    assert sheet.wishes().journey is None


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("typed", ["2,5", "2.5"])
def test_a_number_that_is_typed_is_the_same_on_every_machine(
    sheet: ExportSheet, qtbot: QtBot, typed: str
) -> None:
    sheet.sizing.setCurrentIndex(sheet.sizing.findData("read"))
    sheet.metres.selectAll()
    qtbot.keyClicks(sheet.metres, typed)
    qtbot.keyClick(sheet.metres, Qt.Key.Key_Tab)
    assert sheet.wishes().read_from == 2.5


def test_no_part_of_the_sheet_lies_under_the_scroll_bar(window: Window) -> None:
    window.resize(1280, 720)
    window.work.show_export()
    panel = window.drawer.panel
    assert panel is not None
    view = panel.parentWidget()
    assert view is not None
    QApplication.processEvents()
    assert panel.width() == view.width()


def test_what_writes_and_what_came_of_it_stay_in_view_on_a_small_screen(
    window: Window, sheet: ExportSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    window.resize(1000, 560)
    choose(sheet, ".pdf", tmp_path / "wall.pdf")
    run(sheet, qtbot)
    QApplication.processEvents()
    seen = {one.text(): one for one in sheet.findChildren(QPushButton) if one.isVisible()}
    for words in ("Write the file", "Open folder"):
        assert seen[words].visibleRegion().boundingRect() == seen[words].rect()
    assert sheet.result.visibleRegion().boundingRect() == sheet.result.rect()
    assert not sheet.target.visibleRegion().boundingRect()  # the fields scroll


def test_what_came_of_a_print_is_not_said_of_another(
    sheet: ExportSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(sheet, ".json", tmp_path / "map.json")
    run(sheet, qtbot)
    assert "map.json" in sheet.result.text()
    sheet.format.setCurrentIndex(sheet.format.findData(".pdf"))
    assert sheet.result.isHidden()
    assert sheet.result.text() == ""
