"""What goes wrong unexpectedly is told, kept without the map’s words, and survived."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.mishaps import LARGEST_LOG, catch_mishaps, details_of, keep, log_path
from app.screen import expect_screen, somebody_watches
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from resources.errors import Fault
from tests.app.conftest import Started

SECRET = "what a customer said"


@pytest.fixture
def told(documents: object) -> Iterator[list[str]]:
    """What is told while mishaps are caught."""
    heard: list[str] = []
    before = sys.excepthook, threading.excepthook
    catch_mishaps(heard.append)
    yield heard
    sys.excepthook, threading.excepthook = before


def mishap() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return type(error), error, error.__traceback__


def test_a_mishap_is_told_and_kept_without_what_the_map_says(told: list[str]) -> None:
    sys.excepthook(*mishap())
    kept = log_path().read_text(encoding="utf-8")
    assert "KeyError" in told[0]
    assert "test_mishaps.py" in told[0]
    assert told[0] in kept
    assert SECRET not in kept


def test_a_mishap_while_a_file_is_opened_again_leaves_a_screen_that_tells_of_it(
    windows: Windows, window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Windows, "patience", "as long as it takes")
    with qtbot.captureExceptions() as caught:
        window.renewed.emit(False, None)
        assert isinstance(windows.window, StartScreen)
        assert not window.isVisible()
        windows.tell_mishap("details")
        assert "Something unexpected happened" in windows.window.notice.sentence
    assert [sort for sort, _error, _trace in caught] == [TypeError]


def test_a_mishap_on_another_thread_is_kept(told: list[str]) -> None:
    def stumble() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    kept = log_path().read_text(encoding="utf-8")
    assert "KeyError" in kept
    assert SECRET not in kept


def test_a_log_that_has_grown_too_large_begins_anew(documents: object) -> None:
    log_path().parent.mkdir(parents=True)
    log_path().write_bytes(b"x" * (LARGEST_LOG + 1))
    keep("the new one")
    assert log_path().read_text(encoding="utf-8").endswith("the new one\n")
    assert log_path().stat().st_size < LARGEST_LOG


def test_a_log_that_cannot_be_written_stops_nothing(documents: object) -> None:
    log_path().mkdir(parents=True)
    keep("nowhere to go")
    assert log_path().is_dir()


def test_the_window_says_it_and_offers_the_details(windows: Windows, window: Window) -> None:
    details = details_of(*mishap()[::2])
    windows.tell_mishap(details)
    assert "unexpected" in window.notice.sentence
    copy = next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Copy details")
    copy.click()
    assert QApplication.clipboard().text() == details


def test_without_a_display_one_sentence_says_so() -> None:
    with pytest.raises(Fault, match="no display"):
        expect_screen({}, "linux")


@pytest.mark.parametrize(
    ("environment", "system", "seen"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
    ],
)
def test_a_demonstration_opens_a_window_only_where_somebody_sees_it(
    environment: dict[str, str], system: str, seen: bool
) -> None:
    assert somebody_watches(environment, system) is seen


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")
@pytest.mark.parametrize("words", [(), ("claim.journey",), ("open", "claim.journey")])
def test_the_program_without_a_display_ends_with_one_sentence(
    started: Started, claim: Path, words: tuple[str, ...]
) -> None:
    ended = started(*(str(claim) if word == "claim.journey" else word for word in words))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "no display" in ended.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")
def test_a_display_that_does_not_answer_is_one_sentence_too(started: Started) -> None:
    ended = started("open", env={"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"})
    assert ended.returncode == 1
    assert "cannot be shown here" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_is_neither_a_command_nor_a_file_is_no_window(started: Started) -> None:
    ended = started("nonsense", env={"QT_QPA_PLATFORM": "offscreen"})
    assert ended.returncode == 2
