"""What is done beside the window is told there, and not at all to one who left."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errand import Errand
from resources.errors import Fault


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What the work waits for, as for a disk that does not answer."""
    event = threading.Event()
    yield event
    event.set()


def test_what_came_of_it_is_told_on_the_thread_of_the_window(qapp: QApplication, qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    errand = Errand(lambda: QThread.currentThread() is qapp.thread(), "work")
    errand.done.connect(lambda it: told.append((it, QThread.currentThread() is qapp.thread())))
    errand.start()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]


def test_a_fault_is_told_with_its_sentence(qtbot: QtBot) -> None:
    def fail() -> None:
        raise Fault("The disk is full.")

    errand = Errand(fail, "work")
    with qtbot.waitSignal(errand.failed) as heard:
        errand.start()
    assert heard.args == ["The disk is full."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_something_unexpected_is_no_end_that_went_well(qapp: QApplication) -> None:
    told: list[object] = []
    for said in ("", "It was broken off."):
        errand = Errand(lambda: 1 // 0, "work", said)
        errand.done.connect(told.append)
        errand.failed.connect(told.append)
        errand.start()
        errand.wait()
    qapp.processEvents()
    assert told == ["It was broken off."]


@pytest.mark.parametrize("is_over", [True, False])
def test_one_who_left_hears_nothing_of_it(
    qapp: QApplication, gate: threading.Event, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.errand._PATIENCE", 0.01)
    told: list[object] = []
    errand = Errand(gate.wait, "work")
    errand.done.connect(told.append)
    if is_over:
        gate.set()
    errand.start()
    if is_over:
        errand.wait()
    errand.leave()
    gate.set()
    errand.wait()
    qapp.processEvents()
    assert told == []


def test_one_that_nobody_holds_any_more_ends_well(qapp: QApplication, gate: threading.Event) -> None:
    ended: list[bool] = []

    def begin() -> threading.Thread:
        errand = Errand(lambda: ended.append(gate.wait()), "held by nobody")
        errand.start()
        errand.drop()
        return next(it for it in threading.enumerate() if it.name == "held by nobody")

    thread = begin()
    gc.collect()
    gate.set()
    thread.join()
    qapp.processEvents()
    assert ended == [True]
