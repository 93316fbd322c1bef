"""History: every step is listed, shows the map as it was, and can be gone back to as one new step."""

from __future__ import annotations

import re
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.panels.findings_bar import BottomBar
from app.panels.history import HistoryPanel
from app.panels.past_view import PastView
from app.sizes import px
from app.window import Window
from canvas.map_editor import MapEditor
from journey.document import Document, Entry, MemoryKeeper
from journey.edits import add_step_after, edit_card, edit_link, new_workshop, remove_step
from journey.model import Card, Link, MapData, Refused, Step
from journey.past import Turn, map_after, sittings, turns, way_back
from tests.app.window.conftest import Act, add_notes, card

PATIENCE = 20_000
"""Milliseconds that a machine may take."""


@pytest.fixture
def panel(window: Window, act: Act) -> HistoryPanel:
    """The history of three steps: two cards removed, the second brought back."""
    for text in ("Assessor’s visit", "Settlement letter"):
        window.desk.select([card(window.desk, text)])
        act("remove")
    act("undo")
    act("history")
    assert isinstance(window.drawer.panel, HistoryPanel)
    return window.drawer.panel


def texts(map_data: MapData) -> set[str]:
    return {one.text for one in map_data.of(Card)}


def test_each_step_tells_when_and_who_and_where_it_was_elsewhere(window: Window, act: Act) -> None:
    file = window.desk.file
    file.who, file.device = "Kari", file.device
    add_notes(window)
    here, file.device = file.device, "meeting-room"
    add_notes(window)
    file.device = here
    act("history")
    steps = window.drawer.panel.findChild(QListWidget) if window.drawer.panel else None
    assert steps is not None
    last, first = steps.item(0).text(), steps.item(1).text()
    assert last.endswith(" · Kari on meeting-room")
    assert first.endswith(" · Kari")
    assert re.search(r"\n.*\d{2}:\d{2} · Kari$", first)


def test_no_step_is_wider_than_the_list_however_long_its_words_are(
    window: Window, act: Act, qtbot: QtBot
) -> None:
    desk = window.desk
    for title in ("Settlement letter", "Assessor’s visit", "Emergency line answers"):
        desk.attempt(partial(edit_card, desk.map, card(desk, title), moment_of_truth=False))
    link = next(iter(desk.map.of(Link)))
    desk.attempt(lambda: edit_link(desk.map, link.id, label="by telephone"))
    act("history")
    steps = window.drawer.panel.findChild(QListWidget) if window.drawer.panel else None
    assert steps is not None
    qtbot.waitUntil(lambda: steps.visualItemRect(steps.item(0)).isValid(), timeout=20_000)
    assert steps.horizontalScrollBar().maximum() == 0
    lines = [steps.visualItemRect(steps.item(row)).height() for row in range(5)]
    around = px(14)  # with less Qt leaves the last line out
    assert min(lines[:4]) >= 3 * steps.fontMetrics().lineSpacing() + around
    assert lines[4] < 3 * steps.fontMetrics().lineSpacing()


def test_a_step_shows_the_map_as_it_was_and_touches_nothing(window: Window, panel: HistoryPanel) -> None:
    now = window.desk.map
    panel.choose(0)
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    assert "Assessor’s visit" in texts(view.editor.map)
    assert window.desk.map is now


def test_the_past_is_seen_at_the_place_that_is_in_view(window: Window, panel: HistoryPanel) -> None:
    def seen(editor: MapEditor) -> tuple[float, int, int]:
        return editor.camera.scale, editor.camera.x, editor.camera.y

    here = window.desk.editor
    here.zoom_middle(1.7)
    here.look_at(here.camera.fitted(300, 200))
    for step in (0, 1):
        panel.choose(step)
        view = window.middle.currentWidget()
        assert isinstance(view, PastView)
        assert view.editor is not None
        assert seen(view.editor) == seen(here)
        here = view.editor
        here.look_at(here.camera.fitted(250, 150))


def test_the_past_cannot_be_edited(window: Window, panel: HistoryPanel) -> None:
    panel.choose(1)
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    before = view.editor.map
    step = next(iter(before.of(Step)))
    assert not view.editor.attempt(lambda: add_step_after(before, step.id))
    assert view.editor.map is before


def test_restoring_is_one_step_that_can_be_undone(window: Window, panel: HistoryPanel) -> None:
    now, steps = set(window.desk.map.records()), window.desk.document.revision
    panel.choose(0)
    panel.restored.emit(0)
    assert "Assessor’s visit" in texts(window.desk.map)
    assert window.desk.document.revision == steps + 1
    assert window.middle.currentWidget() is window.desk.editor
    window.desk.undo()
    assert set(window.desk.map.records()) == now


def test_an_edit_while_looking_back_leads_back_to_now(window: Window, act: Act, panel: HistoryPanel) -> None:
    panel.choose(0)
    assert not window.palette_panel.isEnabled()
    act("undo")
    assert window.middle.currentWidget() is window.desk.editor
    assert window.palette_panel.isEnabled()
    assert panel.step == window.desk.document.revision


def test_closing_the_panel_leads_back_to_now(window: Window, panel: HistoryPanel) -> None:
    panel.choose(0)
    window.drawer.put_away()
    assert window.middle.currentWidget() is window.desk.editor


def test_back_to_now_shows_the_present(window: Window, panel: HistoryPanel) -> None:
    panel.choose(0)
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    view.left.emit()
    assert window.middle.currentWidget() is window.desk.editor
    assert panel.step == window.desk.document.revision


def test_every_earlier_map_is_found_again() -> None:
    keeper = MemoryKeeper()
    document = Document(new_workshop("One"), keeper)
    maps = [document.map]
    for _round in range(4):
        document.do(add_step_after(document.map, document.map.grid(_first(document.map)).steps[-1].id))
        maps.append(document.map)
    document.undo()
    maps.append(document.map)
    for number, then in enumerate(maps):
        assert set(map_after(keeper, document, number).records()) == set(then.records())


def test_the_way_back_from_here_to_here_is_nothing() -> None:
    document = Document(new_workshop("One"))
    assert not way_back(MemoryKeeper(), document, 0, "Back")


def test_undo_and_redo_are_told_apart_in_a_history() -> None:
    document = Document(new_workshop("One"))
    entries = []
    keep = document.watch(lambda _change: entries.append(document.revision))
    document.do(add_step_after(document.map, document.map.grid(_first(document.map)).steps[-1].id))
    undone, redone = document.undo(), document.redo()
    keep()
    history = [undone, _after(2, undone.number), _after(3, redone.number)]
    assert list(turns(history).values()) == [Turn.EDIT, Turn.UNDO, Turn.REDO]
    assert entries == [1, 2, 3]


def test_a_locked_document_refuses_and_says_why() -> None:
    document = Document(new_workshop("One"))
    change = add_step_after(document.map, document.map.grid(_first(document.map)).steps[-1].id)
    document.lock("Because it is the past.")
    with pytest.raises(Refused, match="Because it is the past"):
        document.do(change)
    assert document.revision == 0


def _first(map_data: MapData) -> str:
    return map_data.journeys()[0].id


def _after(number: int, undoes: int) -> Entry:
    return Entry(number, "", undoes)


def stepped(number: int, at: str) -> Entry:
    return Entry(number, "", at=at)


def test_after_a_long_rest_another_sitting_begins() -> None:
    history = [
        stepped(1, "2026-03-01T09:00:00+00:00"),
        stepped(2, "2026-03-01T11:59:00+00:00"),
        stepped(3, ""),
        stepped(4, "2026-03-02T08:00:00+01:00"),
        stepped(5, "2026-03-01T07:00:00+00:00"),
    ]
    assert [entry.number for entry in sittings(history)] == [4]


def lines(panel: HistoryPanel) -> list[str]:
    """What is listed, from the top, without moments."""
    steps = panel.findChild(QListWidget)
    assert steps is not None
    return [steps.item(row).text().splitlines()[0] for row in range(steps.count())]


def test_a_long_history_is_listed_in_parts_the_newest_first(
    window: Window, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.panels.history._AT_ONCE", 2)
    for _time in range(4):
        add_notes(window)
    act("undo")
    added = window.desk.file.history[0].label
    whole = [f"Undone: {added}", *[added] * 4, "The beginning"]
    act("history")
    panel = window.drawer.panel
    assert isinstance(panel, HistoryPanel)
    assert lines(panel) == whole[:2]
    assert panel.earlier.text() == "Show 2 earlier changes"
    panel.earlier.click()
    assert lines(panel) == whole[:4]
    act("redo")
    assert lines(panel) == [f"Redone: {added}", *whole[:4]]
    panel.choose(0)
    assert panel.step == 0
    assert lines(panel) == [f"Redone: {added}", *whole]
    assert panel.earlier.isHidden()


def told_below(window: Window) -> str:
    """All that stands in the bar at the bottom."""
    bar = window.findChild(BottomBar)
    assert bar is not None
    buttons = [one.text() for one in bar.findChildren(QPushButton, "finding") if one.isVisible()]
    return " ".join([*buttons, *(one.text() for one in bar.findChildren(QLabel, "hint"))])


def test_the_bar_below_tells_of_the_map_that_is_looked_at(window: Window, act: Act, qtbot: QtBot) -> None:
    desk = window.desk
    forgotten = next(step for step in desk.map.of(Step) if step.title == "Waits for a time")
    desk.attempt(lambda: remove_step(desk.map, forgotten.id))
    qtbot.waitUntil(lambda: "→ Lives with repairs" in told_below(window), timeout=PATIENCE)
    assert "7 steps · 29 cards" in told_below(window)
    act("history")
    panel = window.drawer.panel
    assert isinstance(panel, HistoryPanel)
    panel.choose(0)
    assert "8 steps · 35 cards" in told_below(window)
    assert "→ Lives with repairs" not in told_below(window)
    qtbot.waitUntil(lambda: "→ Waits for a time" in told_below(window), timeout=PATIENCE)
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    view.editor.zoom_middle(2.0)
    assert "200 %" in told_below(window)
    panel.now.emit()
    assert "7 steps · 29 cards" in told_below(window)
    assert "→ Lives with repairs" in told_below(window)
