"""Findings are worked out on a thread of their own: the last map counts, and no thread is left."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from journey.analysis import find
from journey.edits import set_accountable, set_text
from journey.model import Owner
from resources.theme import load_theme
from resources.words import speaking
from storage import JourneyFile
from tests.builders import a_card, a_map

CARDS = (a_card("call", "touchpoints", "step-1"), a_card("visit", "touchpoints", "step-2"))


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with two touchpoints that nobody owns."""
    records = a_map(records=[*CARDS, Owner(id="claims", name="Claims", colour="#2A62C9")]).records()
    JourneyFile.create(tmp_path / "map.journey", records).close()
    made = Desk(JourneyFile.open(tmp_path / "map.journey"), load_theme())
    yield made
    made.editor.close()
    made.leave().close()


def worked_out(desk: Desk) -> None:
    desk.findings.wait()
    QApplication.processEvents()


def test_what_is_found_is_what_the_analysis_finds(desk: Desk) -> None:
    assert desk.findings.found is None
    desk.findings.look()
    worked_out(desk)
    assert desk.findings.found == find(desk.map, "journey") != ()


def test_findings_of_a_map_that_has_changed_since_are_dropped(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.findings.changed):
        desk.findings.look()
        desk.findings.wait()
        desk.attempt(lambda: set_text(desk.map, "call", "Calls again"))
        QApplication.processEvents()
    assert desk.findings.found is None


def test_a_little_after_an_edit_the_findings_are_those_of_the_map_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.findings.changed):
        desk.attempt(lambda: set_accountable(desk.map, ["call"], "claims"))
    assert desk.findings.found == find(desk.map, "journey")
    assert not any(one.id == "unowned-touchpoint" and "call" in one.records for one in desk.findings.found)


def test_however_often_one_asks_the_last_map_is_told_once(desk: Desk, qtbot: QtBot) -> None:
    told: list[object] = []
    desk.findings.changed.connect(lambda: told.append(desk.findings.found))
    for number in range(20):
        desk.attempt(lambda text=f"Call {number}": set_text(desk.map, "call", text))
        desk.findings.look()
    worked_out(desk)
    assert told == [find(desk.map, "journey")]


def test_findings_speak_the_language_of_the_window(desk: Desk) -> None:
    with speaking("nb"):
        desk.findings.look()
        worked_out(desk)
        assert desk.findings.found == find(desk.map, "journey")
    assert desk.findings.found != find(desk.map, "journey")


def test_no_thread_is_left_behind(desk: Desk) -> None:
    desk.findings.look()
    assert "findings" in [thread.name for thread in threading.enumerate()]
    desk.findings.leave()
    desk.findings.look()
    assert "findings" not in [thread.name for thread in threading.enumerate()]


def test_of_another_map_in_its_place_nothing_is_said_that_was_found_before(desk: Desk) -> None:
    desk.findings.look()
    worked_out(desk)
    assert desk.shown.found == find(desk.map, "journey")
    desk.attempt(lambda: set_accountable(desk.map, ["call", "visit"], "claims"))
    assert desk.shown.found == ()
