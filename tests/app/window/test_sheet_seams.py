"""The seams of a print on the map that is edited: the very ones that the print will have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.panels.export_run import opened_at
from app.printing.doing import quietly
from app.printing.prints import on_paper
from app.printing.wishes import Wishes
from app.sheet_seams import USUAL, lines_on
from app.window import Window
from app.windows import Windows
from canvas.paint import colour_of
from canvas.sheet_lines import SheetLines
from journey import edits
from journey.drawing import PartName
from journey.model import Card
from tests.app.window.conftest import Act, card

_PATIENCE = 20_000


def lines_of(window: Window, qtbot: QtBot) -> SheetLines:
    """The seams that are shown, once they are."""
    qtbot.waitUntil(lambda: window.desk.editor.sheet_lines is not None, timeout=_PATIENCE)
    assert window.desk.editor.sheet_lines is not None
    return window.desk.editor.sheet_lines


def expected(window: Window, wishes: Wishes) -> SheetLines:
    """The seams of a print, worked out here."""
    desk = window.desk
    one = on_paper(opened_at(desk), desk.journey, wishes, quietly)
    assert desk.editor.drawing is not None
    return lines_on(desk.editor.drawing, one.drawing, one.plan)


def test_the_seams_of_the_usual_sheets_are_shown_until_they_are_turned_off(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    act("sheets")
    shown = lines_of(window, qtbot)
    assert shown == expected(window, USUAL)
    assert window.menus.actions["sheets"].isChecked()
    act("sheets")
    assert window.desk.editor.sheet_lines is None


def test_seams_on_the_map_run_where_they_run_on_paper(window: Window) -> None:
    desk = window.desk
    for wishes in (
        USUAL,
        Wishes(sheets="A2", column=90.0),
        Wishes(sheets="A4", read_from=1.0, panel="below"),
    ):
        one = on_paper(opened_at(desk), desk.journey, wishes, quietly)
        shown = expected(window, wishes)
        assert one.plan.tiles is not None
        assert desk.editor.drawing is not None
        printed, edited = (drawing.part(PartName.BODY) for drawing in (one.drawing, desk.editor.drawing))
        assert printed is not None
        assert edited is not None
        on_body = [seam for seam in one.plan.tiles.across if printed.x + 0.1 < seam < printed.x + printed.w]
        shares = [(seam - printed.x) / printed.w for seam in on_body]
        assert [(x - edited.x) / edited.w for x in shown.across if x > edited.x + 0.1] == pytest.approx(
            shares
        )
        for column in range(1, len(shown.across)):
            assert shown.across[column] > shown.across[column - 1]


def test_no_seam_on_the_map_runs_through_a_card_that_a_print_spares(window: Window) -> None:
    desk = window.desk
    shown = expected(window, USUAL)
    places = desk.editor.places
    spared = {one.id for one in desk.map.of(Card)} - {card(desk, "Claims system")}
    found = [(record, rect) for record, rect in places.rects.items() if record in spared]
    assert len(found) > 20
    for record, rect in found:
        assert not [x for x in shown.across if rect.x + 1 < x < rect.x + rect.w - 1], record
        assert not [y for y in shown.down if rect.y + 1 < y < rect.y + rect.h - 1], record


def test_an_edit_moves_the_seams_and_a_plan_gives_others(window: Window, act: Act, qtbot: QtBot) -> None:
    act("sheets")
    before = lines_of(window, qtbot)
    desk = window.desk
    text = "a text that needs many lines " * 12
    assert desk.attempt(lambda: edits.edit_card(desk.map, card(desk, "Pay out"), text=text))
    qtbot.waitUntil(lambda: desk.editor.sheet_lines not in (None, before), timeout=_PATIENCE)
    assert lines_of(window, qtbot) == expected(window, USUAL)
    act("print")
    planner = window.work.wall_planner
    assert planner is not None
    qtbot.waitUntil(lambda: planner.answer is not None and planner.answer.complete, timeout=_PATIENCE)
    wishes = planner.wishes()
    assert wishes is not None
    planner.left.emit()
    qtbot.waitUntil(lambda: desk.editor.sheet_lines == expected(window, wishes), timeout=_PATIENCE)


def test_seams_are_painted_over_the_map(window: Window, act: Act, qtbot: QtBot) -> None:
    editor = window.desk.editor
    act("whole")
    act("sheets")
    lines = lines_of(window, qtbot)
    qtbot.waitUntil(lambda: not editor.blurred, timeout=_PATIENCE)
    picture = editor.viewport().grab().toImage()
    focus = colour_of(editor.theme, "focus")
    x = round((lines.across[1] * editor.camera.scale - editor.camera.x) / editor.dpr)
    column = [
        picture.pixelColor(near, y) for near in (x - 1, x, x + 1) for y in range(0, picture.height(), 2)
    ]
    assert sum(one == focus for one in column) > 100  # more than the name of a sheet alone


def test_another_theme_comes_while_seams_are_looked_for(
    qapp: QApplication, windows: Windows, window: Window, act: Act
) -> None:
    act("sheets")
    windows.settle(replace(windows.manner.settings, theme="dark"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert windows.window is not window
