"""The export sheet's choice of prints: what it shows, what it asks for, and all of them with one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.panels.export_sheet import ExportSheet
from app.window import Window
from journey.drawing import Text, flat
from journey.edits.workshop import edit_workshop
from tests.app.window.conftest import card


def choose(sheet: ExportSheet, what: str) -> None:
    sheet.print.what.setCurrentIndex(sheet.print.what.findData(what))


def test_a_print_offers_its_own_paper_and_name_and_fields(sheet: ExportSheet) -> None:
    choose(sheet, "cards")
    assert sheet.paper.currentData() == "A4"
    assert sheet.target.text().endswith("-cards.pdf")
    assert not sheet.print.card.isHidden()
    assert sheet.print.owner.isHidden()
    assert sheet.sizing.isHidden()
    choose(sheet, "template")
    assert sheet.paper.currentData() == "roll:914mm"
    assert not sheet.print.preset.isHidden()


def test_a_name_that_somebody_typed_stays(sheet: ExportSheet) -> None:
    sheet.target.setText("mine.pdf")
    choose(sheet, "board")
    assert sheet.target.text() == "mine.pdf"


def test_the_fields_say_for_whom_it_is(sheet: ExportSheet) -> None:
    choose(sheet, "owners")
    sheet.print.owner.setCurrentIndex(2)
    sheet.print.hidden["measures"].setChecked(True)
    sheet.print.second.setCurrentIndex(sheet.print.second.findData("sv"))
    audience = sheet.wishes().audience
    assert (audience.what, audience.hide, audience.second_language) == ("owners", {"measures"}, "sv")
    assert audience.owner_id == sheet.print.owner.itemData(2)


def test_the_preview_shows_the_pages_and_follows_the_map(
    window: Window, sheet: ExportSheet, qtbot: QtBot
) -> None:
    choose(sheet, "owners")
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 7, timeout=20_000)
    assert sheet.preview.said.text() == "Page 1 of 7"
    assert not sheet.preview.before.isEnabled()
    sheet.preview.after.click()
    assert sheet.preview.said.text() == "Page 2 of 7"
    assert not sheet.preview.page.grab().isNull()
    sheet.print.owner.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 1, timeout=20_000)
    desk = window.desk
    assert desk.attempt(lambda: edit_workshop(desk.map, organisation="Hearth & Home"))
    qtbot.waitUntil(lambda: "Hearth & Home" in words_on(sheet), timeout=20_000)


def words_on(sheet: ExportSheet) -> str:
    """All that is written on the page that is seen."""
    leaf = sheet.preview.pages[0]
    marks = (mark for _record, mark in flat((*leaf.blocks, *leaf.over)))
    return " ".join(mark.text for mark in marks if isinstance(mark, Text))


def test_a_map_over_sheets_is_previewed_sheet_by_sheet(sheet: ExportSheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 1, timeout=20_000)
    sheet.sizing.setCurrentIndex(sheet.sizing.findData("sheets"))
    sheet.metres.setValue(1.0)
    sheet.paper.setCurrentIndex(sheet.paper.findData("A1"))
    assert (sheet.wishes().sheets, sheet.wishes().read_from) == ("A1", 1.0)
    qtbot.waitUntil(lambda: [leaf.h for leaf in sheet.preview.pages[1:2]] == [594.0], timeout=20_000)
    first, *sheets = sheet.preview.pages
    assert (first.blocks, sheets[0].name) == ((), "A1")
    assert {(leaf.w, leaf.h) for leaf in sheets} == {(841.0, 594.0)}
    shown = [{placed.block.record for placed in leaf.blocks} for leaf in sheets]
    assert shown[0] != shown[1]
    sheet.preview.after.click()
    assert sheet.preview.said.text() == f"Page 2 of {len(sheets) + 1} · Sheet A1"
    assert painted(sheet, edge=True) == {"#ffffff"}
    assert len(painted(sheet, edge=False)) > 1


def painted(sheet: ExportSheet, *, edge: bool) -> set[str]:
    """The colours along the right edge of the first sheet, where the map goes on, or across its middle."""
    leaf = sheet.preview.pages[1]
    picture = sheet.preview.page.picture(leaf, 0.25).toImage()
    across = [picture.width() - 2] if edge else range(10, picture.width() - 10)
    return {picture.pixelColor(x, y).name() for x in across for y in range(picture.height())}


def test_on_a_roll_and_in_a_picture_a_map_is_never_spread_over_sheets(sheet: ExportSheet) -> None:
    sheet.sizing.setCurrentIndex(sheet.sizing.findData("sheets"))
    sheet.paper.setCurrentIndex(sheet.paper.findData("roll:914mm"))
    assert (sheet.wishes().sheets, sheet.wishes().read_from) == (None, 1.5)
    sheet.paper.setCurrentIndex(sheet.paper.findData("A1"))
    sheet.format.setCurrentIndex(sheet.format.findData(".png"))
    assert sheet.wishes().sheets is None


def test_of_a_long_path_folder_and_name_are_seen_until_somebody_writes_in_it(
    sheet: ExportSheet, qtbot: QtBot
) -> None:
    field, other = sheet.target, sheet.metres
    qtbot.addWidget(field)
    field.setText("~/first-folder/" + "a-folder-with-a-long-name/" * 4 + "claim.pdf")
    assert "first-folder" in field.toolTip()
    other.show()
    other.setFocus()
    resting = field.grab().toImage()
    field.home(False)
    assert field.grab().toImage() == resting


def test_a_print_that_cannot_be_says_so_in_the_preview(sheet: ExportSheet, qtbot: QtBot) -> None:
    choose(sheet, "board")
    sheet.paper.setCurrentIndex(sheet.paper.findData("A5"))
    qtbot.waitUntil(lambda: "needs a paper" in sheet.preview.said.text(), timeout=20_000)
    assert sheet.preview.pages == ()


def test_a_print_is_written_from_the_sheet(sheet: ExportSheet, qtbot: QtBot, tmp_path: Path) -> None:
    choose(sheet, "board")
    sheet.target.setText(str(tmp_path / "board.pdf"))
    sheet.begin()
    qtbot.waitUntil(sheet.progress.isHidden, timeout=60_000)
    assert "1 page, 297 × 210 mm" in sheet.result.text()


def test_one_button_writes_every_print_while_the_window_stays_alive(
    window: Window, sheet: ExportSheet, qtbot: QtBot
) -> None:
    sheet.all_prints.click()
    choose(sheet, "interview")
    qtbot.waitUntil(lambda: sheet.preview.said.text().startswith("Page 1"), timeout=20_000)
    qtbot.waitUntil(sheet.progress.isHidden, timeout=60_000)
    folder = window.desk.path.with_name(f"{window.desk.path.stem}, prints")
    assert (folder / "04 One page for the board.pdf").is_file()
    assert f"files into {folder}" in sheet.result.text()


def test_a_set_that_is_given_up_leaves_nothing_behind(
    window: Window, sheet: ExportSheet, qtbot: QtBot
) -> None:
    before = sorted(window.desk.path.parent.iterdir())
    sheet.begin_set()
    assert sheet.export is not None
    sheet.export.give_up()
    qtbot.waitUntil(lambda: "Given up" in sheet.result.text(), timeout=60_000)
    assert sorted(window.desk.path.parent.iterdir()) == before


def test_a_picture_goes_while_a_print_with_it_is_shown(
    window: Window, sheet: ExportSheet, qtbot: QtBot
) -> None:
    desk = window.desk
    photo, data = QImage(30, 20, QImage.Format.Format_RGB32), QMimeData()
    photo.fill(Qt.GlobalColor.red)
    data.setImageData(photo)
    desk.select([card(desk, "Assessor’s visit")])
    desk.editor.paste_from(data)
    qtbot.waitUntil(lambda: RED in colours(sheet.preview.page), timeout=20_000)
    desk.undo()
    sheet.preview.page.resize(333, 444)
    assert RED not in colours(sheet.preview.page)


RED = QColor(Qt.GlobalColor.red).rgb()


def colours(widget: QWidget) -> set[int]:
    """The colours that a widget has."""
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
