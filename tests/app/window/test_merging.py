"""Merging another copy in the window: the panel, the choices, the map as it would be, one step."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.merge_panel import MergePanel
from app.panels.past_view import PastView
from app.window import Window
from journey import edits
from journey.merging import Side
from journey.model import Card, Journey
from storage import JourneyFile
from storage.conflicted import conflicted_copies
from storage.header import inspect
from tests.app.window.conftest import Act, Told, card
from tests.builders import card_saying

PATIENCE = 20_000
"""Milliseconds that a machine may take."""
BEGUN = "Search result, “damage” page"


def copied(window: Window, name: str = "other.journey") -> Path:
    """A copy of the file in the window, in which a text was changed, and a card put at another step."""
    window.desk.file.wait_saved()
    copy = Path(shutil.copy(window.desk.path, window.desk.path.with_name(name)))
    with JourneyFile.open(copy) as file:
        document, found = file.document(), card_saying(file.map, BEGUN)
        document.do(edits.set_text(file.map, found.id, "Theirs"))
        document.do(edits.add_card(file.map, found.lane, found.step, "Theirs alone"))
    return copy


def write(desk: Desk, text: str, old: str = BEGUN) -> None:
    assert desk.attempt(lambda: edits.set_text(desk.map, card(desk, old), text))


@pytest.fixture
def other(window: Window) -> Path:
    """A copy that has gone its own way, while the map in the window went another."""
    copy = copied(window)
    write(window.desk, "Mine")
    return copy


Begin = Callable[[Path], MergePanel]


@pytest.fixture
def begin(window: Window, qtbot: QtBot) -> Begin:
    """Begin to merge a copy; gives the panel about it, once it is read."""

    def read(copy: Path) -> MergePanel:
        window.work.merging.begin(copy)
        return read_panel(window, qtbot)

    return read


@pytest.fixture
def panel(begin: Begin, other: Path) -> MergePanel:
    """The panel about that copy."""
    return begin(other)


def panel_of(window: Window) -> MergePanel:
    panel = window.drawer.panel
    assert isinstance(panel, MergePanel)
    return panel


def read_panel(window: Window, qtbot: QtBot) -> MergePanel:
    """The panel, once the copy that it is about is read."""
    qtbot.waitUntil(lambda: panel_of(window).stop.isHidden(), timeout=PATIENCE)
    return panel_of(window)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What each file waits for before it is read, as on a disk that is slow to answer."""
    event = Event()

    def late(path: Path) -> None:
        assert event.wait(PATIENCE / 1000)
        inspect(path)

    monkeypatch.setattr("storage.opening.inspect", late)
    yield event
    event.set()


def texts(desk: Desk) -> set[str]:
    return {one.text for one in desk.map.of(Card)}


def box_of(panel: MergePanel) -> tuple[QPushButton, QPushButton]:
    (box,) = panel.boxes.values()
    return box.sides[Side.MINE], box.sides[Side.THEIRS]


def test_the_menu_asks_which_copy(
    window: Window, act: Act, other: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_told: (str(other), ""))
    act("merge_file")
    assert read_panel(window, qtbot).boxes


def test_the_panel_tells_what_comes_in_and_what_both_changed(panel: MergePanel) -> None:
    said = panel.told
    assert "2 changes were made there since the copies went apart." in said
    assert "Added: 1 card" in said
    mine, theirs = box_of(panel)
    assert (mine.isChecked(), theirs.isChecked()) == (True, False)
    assert mine.accessibleName().endswith("Text. This copy: Mine")
    assert theirs.accessibleName().endswith("Text. The other: Theirs")


def test_one_button_brings_it_in_as_one_step(window: Window, panel: MergePanel, act: Act) -> None:
    before, steps = window.desk.map, len(window.desk.file.history)
    panel.go.click()
    assert {"Mine", "Theirs alone"} <= texts(window.desk)
    assert window.desk.file.history[-1].label == "Merge with “other.journey”"
    assert len(window.desk.file.history) == steps + 1
    assert window.desk.file.versions[-1].name == "Before merging with “other.journey”"
    assert window.drawer.panel is None
    act("undo")
    assert window.desk.map == before


def test_the_other_text_can_be_chosen_by_key(window: Window, panel: MergePanel, qtbot: QtBot) -> None:
    mine, theirs = box_of(panel)
    mine.setFocus()
    qtbot.keyClick(theirs, Qt.Key.Key_Space)
    assert box_of(panel)[1].isChecked()
    panel.go.click()
    assert "Theirs" in texts(window.desk)
    assert card_saying(window.desk.map, "Theirs").note.endswith("In the other copy: Mine")


def test_the_map_as_it_would_be_is_shown_and_nothing_is_done(window: Window, panel: MergePanel) -> None:
    before = window.desk.map
    panel.preview.setChecked(True)
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    assert "Theirs alone" in {one.text for one in view.editor.document.map.of(Card)}
    assert window.desk.map == before
    panel.preview.setChecked(False)
    assert window.middle.currentWidget() is window.desk.editor


def test_the_bar_below_counts_the_cards_of_the_map_as_it_would_be(
    window: Window, panel: MergePanel, qtbot: QtBot
) -> None:
    def counted(words: str) -> bool:
        return words in {one.text() for one in window.findChildren(QLabel, "hint")}

    qtbot.waitUntil(lambda: counted("8 steps · 35 cards"), timeout=PATIENCE)
    panel.preview.setChecked(True)
    assert counted("8 steps · 36 cards")
    panel.preview.setChecked(False)
    assert counted("8 steps · 35 cards")


def test_a_choice_shows_on_the_map_as_it_would_be(window: Window, panel: MergePanel) -> None:
    panel.preview.setChecked(True)
    box_of(panel)[1].click()
    view = window.middle.currentWidget()
    assert isinstance(view, PastView)
    assert view.editor is not None
    assert "Theirs" in {one.text for one in view.editor.document.map.of(Card)}


def test_what_is_written_meanwhile_is_merged_too(window: Window, panel: MergePanel, qtbot: QtBot) -> None:
    write(window.desk, "Mine again", "Mine")
    qtbot.waitUntil(lambda: "Mine again" in box_of(panel)[0].accessibleName(), timeout=PATIENCE)
    panel.go.click()
    assert {"Mine again", "Theirs alone"} <= texts(window.desk)


def test_a_click_on_what_is_in_dispute_selects_it(window: Window, panel: MergePanel) -> None:
    (box,) = panel.boxes.values()
    window.desk.show_journey(window.desk.map.journeys()[1].id)
    box.title.click()
    assert window.desk.journey.id == window.desk.map.journeys()[0].id
    assert window.desk.selected == (card(window.desk, "Mine"),)


@pytest.mark.parametrize("leave", ["drawer", "history"])
def test_leaving_the_panel_shows_the_map_again_and_forgets_the_copy(
    window: Window, panel: MergePanel, act: Act, leave: str
) -> None:
    panel.preview.setChecked(True)
    if leave == "drawer":
        window.drawer.put_away()
    else:
        act("history")
    assert window.middle.currentWidget() is window.desk.editor
    write(window.desk, "After", "Mine")
    window.work.merging.carry_out()
    assert "Theirs alone" not in texts(window.desk)


def test_merging_again_has_nothing_to_bring(begin: Begin, other: Path, panel: MergePanel) -> None:
    panel.go.click()
    again = begin(other)
    assert not again.go.isEnabled()
    assert not again.boxes
    assert "Nothing would come in" in again.told


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (lambda desk: desk.path, "is the map that is open"),
        (lambda desk: desk.path.with_name("gone.journey"), "There is no file “gone.journey”."),
    ],
)
def test_what_cannot_be_merged_is_said(
    window: Window, told: Told, named: Callable[[Desk], Path], sentence: str
) -> None:
    window.work.merging.begin(named(window.desk))
    told(sentence)
    assert window.drawer.panel is None


def test_a_file_that_can_only_be_read_takes_nothing_in(window: Window, begin: Begin, other: Path) -> None:
    window.desk.document.lock("This file can only be read here.")
    panel = begin(other)
    assert not panel.go.isEnabled()
    assert panel.told.endswith("\nThis file can only be read here.")
    window.work.merging.carry_out()
    assert "Theirs alone" not in texts(window.desk)
    assert window.desk.file.versions == ()


def test_a_conflicted_copy_beside_the_map_is_offered_once(window: Window, told: Told, qtbot: QtBot) -> None:
    name = f"{window.desk.path.stem} (Karis conflicted copy 2026-03-01).journey"
    copied(window, name)
    window.work.merging.look_beside()
    told(f"“{name}” lies beside this map")
    offer = next(it for it in window.notice.findChildren(QPushButton) if it.text() == "Merge …")
    offer.click()
    assert window.notice.sentence == ""
    read_panel(window, qtbot).go.click()
    assert conflicted_copies(window.desk.file.moment()) == ()


def test_a_journey_that_only_the_other_copy_has_is_shown_as_it_would_be(window: Window, begin: Begin) -> None:
    window.desk.file.wait_saved()
    copy = Path(shutil.copy(window.desk.path, window.desk.path.with_name("other.journey")))
    with JourneyFile.open(copy) as file:
        file.document().do(edits.add_journey(file.map, "New journey"))
    begin(copy).go.click()
    assert "New journey" in {one.title for one in window.desk.map.of(Journey)}


def test_the_window_lives_while_a_copy_is_read_and_the_newest_map_is_merged(
    window: Window, other: Path, gate: Event, qtbot: QtBot
) -> None:
    window.work.merging.begin(other)
    panel = panel_of(window)
    assert panel.told == "Reading what is in it …"
    write(window.desk, "Mine meanwhile", "Mine")
    window.work.merging.carry_out()
    assert "Theirs alone" not in texts(window.desk)
    gate.set()
    assert read_panel(window, qtbot) is panel
    panel.go.click()
    assert {"Mine meanwhile", "Theirs alone"} <= texts(window.desk)


def test_reading_a_copy_can_be_given_up(
    qapp: QApplication, window: Window, other: Path, gate: Event, qtbot: QtBot
) -> None:
    window.work.merging.begin(other)
    panel_of(window).stop.click()
    other.unlink()
    gate.set()
    qtbot.waitUntil(lambda: "merge" not in {one.name for one in threading.enumerate()}, timeout=PATIENCE)
    qapp.processEvents()
    assert window.drawer.panel is None
    assert window.notice.sentence == ""


def test_a_merge_that_is_undone_while_its_copy_is_looked_at_can_be_done_again(
    window: Window, begin: Begin, panel: MergePanel, other: Path, act: Act, qtbot: QtBot
) -> None:
    panel.go.click()
    begin(other)
    act("undo")
    assert "1 card" in read_panel(window, qtbot).told
    panel_of(window).go.click()
    assert "Theirs alone" in texts(window.desk)


def test_many_steps_undone_at_once_have_the_copy_read_once(
    window: Window, begin: Begin, other: Path, gate: Event, qtbot: QtBot
) -> None:
    gate.set()
    before = texts(window.desk)
    for turn in range(10):
        write(window.desk, f"Mine {turn + 1}", f"Mine {turn}" if turn else "Mine")
    begin(other)
    gate.clear()
    for _step in range(10):
        window.desk.undo()
    assert panel_of(window).told == "Reading what is in it …"
    assert readings() == 0
    qtbot.waitUntil(lambda: readings() == 1, timeout=PATIENCE)
    gate.set()
    read_panel(window, qtbot).go.click()
    assert texts(window.desk) == before | {"Theirs alone"}


def readings() -> int:
    """How many copies are being read."""
    return [one.name for one in threading.enumerate()].count("merge")


def test_what_lies_beside_is_looked_at_while_the_window_lives(
    window: Window, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    name = f"{window.desk.path.stem} (1).journey"
    copied(window, name)
    asked, listed = Event(), Path.iterdir

    def late(folder: Path) -> Iterator[Path]:
        assert asked.wait(PATIENCE / 1000)
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", late)
    window.work.merging.look_beside()
    write(window.desk, "Mine")
    asked.set()
    told(f"“{name}” lies beside this map")


def test_the_keyboard_goes_from_giving_up_to_what_can_be_done(
    window: Window, other: Path, gate: Event, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.work.merging.begin(other)
    panel = panel_of(window)
    assert panel.stop.hasFocus()
    assert not panel.go.isVisible()
    gate.set()
    read_panel(window, qtbot)
    assert panel.preview.hasFocus()
