"""Full disks, closed folders, other programs and Ctrl+C: told in a sentence, nothing half-written."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from storage import JourneyFile
from tests.app.conftest import COMMAND, Started, Typed
from tests.app.outcomes import contents, ended, one_sentence, outcome_of
from tests.repository import REPOSITORY


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="needs a system that can be without a display"
)
def test_without_a_display_a_missing_file_is_told_first(started: Started, claim: Path) -> None:
    assert one_sentence(ended(started("nosuch.journey"))) == "There is no file “nosuch.journey”.\n"
    assert one_sentence(ended(started("open", "nosuch.mmd"))) == "There is no file “nosuch.mmd”.\n"
    for there in (claim, "sample.json"):
        assert "there is no display" in one_sentence(ended(started("open", there)))


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that not even root may write in")
def test_a_folder_that_may_not_be_written_in_is_told(typed: Typed, claim: Path, source: Path) -> None:
    assert "may not be written" in one_sentence(outcome_of(typed, "export", claim, "-o", "/sys/x.csv"))
    assert "read-only" in one_sentence(outcome_of(typed, "import", source, "-o", "/sys/x.journey"))
    assert "cannot be made" in one_sentence(outcome_of(typed, "demo", "/sys/demo"))


def test_a_full_disk_leaves_the_old_files_untouched(started: Started, claim: Path, source: Path) -> None:
    resource = pytest.importorskip("resource", reason="needs a limit on what a process may write")
    claim.with_name("wall.pdf").write_bytes(b"the old print")
    before = contents(claim.parent)

    def almost_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))

    for arguments in (
        ["export", claim, "-o", claim.with_name("wall.pdf")],
        ["export", claim, "-o", claim.with_name("claim.csv")],
        ["import", source, "-o", claim, "--force"],
        ["import", source, "-o", claim.with_name("new.journey")],
    ):
        one_sentence(ended(started(*arguments, preexec_fn=almost_full)))
        assert contents(claim.parent) == before


def test_of_two_imports_to_one_name_exactly_one_makes_it(claim: Path, source: Path) -> None:
    target = claim.with_name("new.journey")
    command = [*COMMAND, "import", str(source), "-o", str(target)]
    running = [
        subprocess.Popen(
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _number in range(2)
    ]
    outcomes = [(*process.communicate(timeout=120), process.returncode) for process in running]
    assert sorted(status for _out, _err, status in outcomes) == [0, 1]
    assert [err for _out, err, status in outcomes if status] == [
        "“new.journey” is there already. Nothing was created. With --force it is replaced.\n"
    ]
    with JourneyFile.open(claim) as first, JourneyFile.open(target) as second:
        assert first.map == second.map


def test_a_file_that_another_program_writes_at_the_moment_is_told(typed: Typed, claim: Path) -> None:
    before = claim.read_bytes()
    db = sqlite3.connect(claim, isolation_level=None)
    try:
        db.execute("begin exclusive")
        said = one_sentence(outcome_of(typed, "show", claim))
    finally:
        db.close()
    assert said.startswith("Another program is holding “claim.journey”.")
    assert claim.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has another Ctrl+C")
def test_ctrl_c_ends_quietly_with_130(typed: Typed, source: Path) -> None:
    """Far more is printed than a pipe holds, so the program is at work when it is interrupted."""
    path = source.with_name("large.journey")
    rows = "".join(f"A;b;{'word ' * 300}\n" for _row in range(1_000))
    source.with_suffix(".csv").write_text("stage;step;touchpoint\n" + rows, encoding="utf-8")
    assert typed("import", source.with_suffix(".csv"), "-o", path).exit_code == 0
    assert len(typed("show", "--json", path).stdout_bytes) > 1_000_000
    with subprocess.Popen(
        [*COMMAND, "show", "--json", str(path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_hear_interrupts,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"{"
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows tells of a closed pipe in another way")
def test_nobody_reading_any_more_is_no_trouble(claim: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        told = subprocess.run(
            [*COMMAND, "show", str(claim)],
            cwd=REPOSITORY,
            stdout=closed,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert told.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["show"], ["show", "--json"], ["--help"], ["--version"], ["export", "--help"]], ids=" ".join
)
def test_output_that_finds_no_room_is_told(claim: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [*COMMAND, *arguments, *([str(claim)] if arguments[0] == "show" else [])],
            cwd=REPOSITORY,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert (told.returncode, told.stderr) == (
        1,
        "The output could not be written: No space left on device.\n",
    )


def _hear_interrupts() -> None:
    """What runs in the background is deaf to Ctrl+C, and so would be what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
