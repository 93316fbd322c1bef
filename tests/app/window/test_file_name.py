"""A new file is offered its journey's name, and goes on under it with nothing lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.window import Window
from app.windows import Windows
from journey.edits import edit_journey
from storage import JourneyFile
from tests.app.window.conftest import add_notes, shown, start_of


@pytest.fixture
def fresh(windows: Windows) -> Window:
    start_of(windows).begun.emit("journey-map")
    return shown(windows)


def name(window: Window, title: str) -> None:
    desk = window.desk
    assert desk.attempt(lambda: edit_journey(desk.map, desk.journey.id, title=title))


def press(window: Window, words: str) -> None:
    buttons = window.notice.findChildren(QPushButton)
    next(one for one in buttons if one.text() == words).click()


def test_the_file_takes_the_journeys_name_when_asked(fresh: Window, documents: Path, qtbot: QtBot) -> None:
    name(fresh, "Water: damage")
    assert "“Untitled journey”" in fresh.notice.sentence
    with qtbot.waitSignal(fresh.desk.moved):
        press(fresh, "Call it “Water  damage”")
    assert fresh.desk.path == documents / "Water  damage.journey"
    assert fresh.windowTitle() == "Water  damage – Reisekart"
    assert fresh.notice.sentence == "The file is called “Water  damage” now."
    name(fresh, "Water damage at home")
    fresh.desk.file.wait_saved(10)
    assert [path.name for path in documents.glob("*.journey")] == ["Water  damage.journey"]
    with JourneyFile.open(fresh.desk.path, read_only=True) as again:
        assert again.map.journeys()[0].title == "Water damage at home"


def test_who_goes_on_working_is_asked_no_longer(fresh: Window) -> None:
    name(fresh, "Moving")
    for _edit in range(4):
        add_notes(fresh)
    assert fresh.notice.sentence != ""
    add_notes(fresh)
    assert fresh.notice.sentence == ""
    assert fresh.menus.actions["name_file"].isEnabled()


def test_a_file_with_a_name_of_its_own_is_left_alone(window: Window) -> None:
    name(window, "Something else")
    assert window.notice.sentence == ""


def test_the_menu_has_it_too_while_the_names_differ(fresh: Window, qtbot: QtBot) -> None:
    deed = fresh.menus.actions["name_file"]
    assert not deed.isEnabled()
    name(fresh, "Moving")
    assert deed.isEnabled()
    with qtbot.waitSignal(fresh.desk.moved):
        deed.trigger()
    fresh.menus.refresh()
    assert not deed.isEnabled()


def test_the_old_name_can_be_had_back(fresh: Window, qtbot: QtBot) -> None:
    before = fresh.desk.path
    name(fresh, "Moving")
    with qtbot.waitSignal(fresh.desk.moved):
        fresh.menus.actions["name_file"].trigger()
    assert fresh.desk.path.stem == "Moving"
    with qtbot.waitSignal(fresh.desk.moved):
        press(fresh, f"Call it “{before.stem}” again")
    assert (fresh.desk.path, before.exists(), fresh.notice.sentence) == (before, True, "")


def test_a_file_that_is_still_being_written_keeps_its_name(fresh: Window) -> None:
    path = fresh.desk.path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        name(fresh, "Moving")
        press(fresh, "Call it “Moving”")
        assert (fresh.desk.path, path.exists()) == (path, True)
        assert fresh.notice.sentence != ""


def test_a_file_that_cannot_be_renamed_goes_on_as_before(
    fresh: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    name(fresh, "Moving")
    path = fresh.desk.path
    monkeypatch.setattr(Path, "rename", refuse)
    press(fresh, "Call it “Moving”")
    assert "could not be renamed (Permission denied)" in fresh.notice.sentence
    assert fresh.desk.path == path
