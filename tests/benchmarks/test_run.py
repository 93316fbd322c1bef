"""The measurements themselves work; what they measure is for `make bench` to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.frames import paint_now, show
from benchmarks.growth import growth_rows
from benchmarks.maps import large_map
from benchmarks.rounds import at_once, medians
from benchmarks.screen_ours import OurScreen
from benchmarks.table import Row, lines_of
from journey.model import Card, Link
from tests.repository import REPOSITORY


def test_one_run_tells_everything_in_one_table() -> None:
    command = [sys.executable, "-m", "benchmarks", "--cards", "50", "--rounds", "1"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert {line.count("|") for line in lines} == {8}
    cases = (
        "--help",
        "into lines",
        "layout, everything",
        "one edit (move)",
        "PDF, A0",
        "5 m roll",
        "sheets A4",
    )
    gestures = ("pan (p95)", "all in view (middle)", "zoom (p95)", "sharp", "drag", "typing", "edit (p95)")
    windows = ("to first picture", "window, start", "window, memory", "longest pause")
    for case in (*cases, "create", "open", "memory", *gestures, *windows):
        assert [line for line in lines if case in line], f"nothing about {case} in\n{done.stdout}"


@pytest.mark.usefixtures("qapp")
def test_frames_are_painted_at_once() -> None:
    screen = OurScreen(large_map(50))
    show(screen.widget, (900, 600))
    before = screen.widget.picture.painted
    screen.pan_to(40, 0)
    paint_now()
    assert screen.widget.picture.painted > before
    screen.widget.close()


def test_a_limit_is_for_what_is_measured_whatever_it_is_compared_with() -> None:
    slow = Row("zoom", 500, 8.1, "ms", "Qt", 100.0, limit=8.0)
    assert (slow.verdict, slow.most) == ("OVER", "8.00 ms")
    assert Row("zoom", 500, 8.0, "ms", "Qt", 1.0, limit=8.0).verdict == "ok"


def test_a_number_of_cards_and_a_seed_always_give_the_same_map() -> None:
    first, again, other = large_map(60), large_map(60), large_map(60, seed=2)
    assert set(first.records()) == set(again.records())
    assert set(first.records()) != set(other.records())
    assert (len(first.of(Card)), len(first.of(Link))) == (60, 30)


def test_works_are_timed_in_turn_without_what_prepares_them() -> None:
    told: list[str] = []

    def prepared() -> None:
        told.append("b")

    taken = medians({"a": at_once(lambda: told.append("a")), "b": lambda: prepared}, rounds=3)
    assert told == ["a", "b"] * 4
    assert set(taken) == {"a", "b"}


@pytest.mark.parametrize(("measured", "verdict"), [(80.0, "ok"), (80.1, "OVER")])
def test_a_row_says_whether_its_aim_is_met(measured: float, verdict: str) -> None:
    row = Row("PDF", 500, measured, "ms", "Qt", 100.0, 0.8)
    assert row.verdict == verdict
    assert lines_of([row])[-1].split("|")[-2].strip() == verdict


def test_a_row_without_an_aim_judges_nothing() -> None:
    assert Row("PDF", 500, 80.0, "ms").verdict == ""


def test_a_card_of_a_larger_map_is_told_against_one_of_the_next_smaller() -> None:
    rows = [Row("PDF, A0", cards, taken, "ms") for cards, taken in ((500, 50.0), (2_000, 300.0))]
    (told,) = growth_rows(rows)
    assert (told.cards, told.ratio, told.verdict) == (2_000, 1.5, "OVER")
