"""Whatever is wrong outside the program becomes one sentence and status 1, and nothing is half-written."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journey.model import Card
from storage import JourneyFile
from tests.app.conftest import COMMAND, Started, Typed
from tests.repository import REPOSITORY

Outcome = tuple[int, str, str]


def one_sentence(outcome: Outcome) -> str:
    """What was said, proved to be one line, nothing on the other channel, and status 1."""
    status, out, err = outcome
    assert (status, out) == (1, "")
    assert err.endswith((".\n", ".journey\n"))
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def outcome_of(run: Typed, *arguments: object) -> Outcome:
    result = run(*arguments)
    return result.exit_code, result.stdout, result.stderr


def ended(process: subprocess.CompletedProcess[str]) -> Outcome:
    return process.returncode, process.stdout, process.stderr


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def empty(path: Path, _claim: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path, _claim: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def another_programs(path: Path, _claim: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("create table bookmarks (address text)")
    db.close()


def newer(path: Path, claim: Path) -> None:
    path.write_bytes(claim.read_bytes())
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")
    db.close()


def cut_short(path: Path, claim: Path) -> None:
    path.write_bytes(claim.read_bytes()[:20_000])


def beheaded(path: Path, claim: Path) -> None:
    path.write_bytes(claim.read_bytes()[:50])


def folder(path: Path, _claim: Path) -> None:
    path.mkdir()


def missing(_path: Path, _claim: Path) -> None:
    """Make nothing."""


BAD_FILES: dict[Callable[[Path, Path], None], str] = {
    missing: "There is no file “bad.journey”.",
    folder: "“bad.journey” is a folder",
    empty: "“bad.journey” is empty",
    picture: "“bad.journey” is not a journey file.",
    another_programs: "“bad.journey” was made by another program.",
    newer: "“bad.journey” was made by a newer version of Reisekart",
    cut_short: "“bad.journey” is damaged. Its end is missing",
    beheaded: "“bad.journey” is damaged.",
}


@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ["show", "check", "export"])
def test_what_is_no_journey_file_is_told_and_left_alone(
    typed: Typed, claim: Path, name: str, make: Callable[[Path, Path], None]
) -> None:
    path = claim.with_name("bad.journey")
    make(path, claim)
    before = contents(claim.parent)
    arguments = ["-o", claim.with_name("x.pdf")] if name == "export" else []
    assert one_sentence(outcome_of(typed, name, path, *arguments)).startswith(BAD_FILES[make])
    assert contents(claim.parent) == before


def test_a_real_process_says_the_same(started: Started, tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert one_sentence(ended(started("show", "a.journey"))).startswith("“a.journey” is not a journey file.")


def test_a_file_that_import_reads_is_pointed_there(typed: Typed, source: Path) -> None:
    said = one_sentence(outcome_of(typed, "show", source))
    assert said.endswith("To make one of it: reisekart import sample.json -o sample.journey\n")


def test_a_name_that_would_move_the_cursor_does_not(typed: Typed, tmp_path: Path) -> None:
    said = one_sentence(outcome_of(typed, "show", tmp_path / "a\x1b[2Jb\nc\u202e.journey"))
    assert said == "There is no file “a[2Jb c.journey”.\n"


BAD_SOURCES: dict[str, tuple[bytes, str]] = {
    "empty.csv": (b"\n", "The file “empty.csv” is empty."),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(99), "The file “picture.csv” is not text."),
    "flowchart.mmd": (b"flowchart TD\n  a --> b\n", "This is no Mermaid journey"),
    "binary.mmd": (bytes(range(32)) * 9, "The file “binary.mmd” is not text."),
    "one.csv": (b"thoughts\nfine\nbad\n", "No column is headed stage, step or touchpoint"),
    "other.json": (b'{"type": "excalidraw"}', "This JSON was not written by Reisekart."),
    "broken.json": (b'{"reisekart": 1,', "This is not valid JSON (line 1"),
    "newer.json": (b'{"reisekart": 9, "records": {}}', "The JSON file is of version 9"),
    "deep.json": (b"[" * 100_000, "The JSON is nested too deeply"),
}


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_what_cannot_be_imported_makes_no_file(typed: Typed, tmp_path: Path, name: str) -> None:
    content, said = BAD_SOURCES[name]
    (tmp_path / name).write_bytes(content)
    target = tmp_path / "new.journey"
    assert one_sentence(outcome_of(typed, "import", tmp_path / name, "-o", target)).startswith(said)
    assert set(contents(tmp_path)) == {name}


@pytest.mark.parametrize("name", ["not-there.csv", "."])
def test_a_source_that_is_no_file_makes_no_file(typed: Typed, tmp_path: Path, name: str) -> None:
    one_sentence(outcome_of(typed, "import", tmp_path / name, "-o", tmp_path / "new.journey"))
    assert contents(tmp_path) == {}


def test_more_rows_than_a_map_can_have_are_refused_by_their_number(typed: Typed, tmp_path: Path) -> None:
    rows = "".join(f"A;step {row // 40};Touchpoints;card {row}\n" for row in range(200_000))
    (tmp_path / "many.csv").write_text("stage;step;lane;text\n" + rows, encoding="utf-8")
    said = one_sentence(outcome_of(typed, "import", tmp_path / "many.csv", "-o", tmp_path / "new.journey"))
    assert said == "The sheet has more than 20000 cards or steps. Nothing was imported; divide it.\n"
    assert set(contents(tmp_path)) == {"many.csv"}


def test_two_megabytes_in_one_field_are_cut_with_a_remark_for_their_line(
    typed: Typed, tmp_path: Path
) -> None:
    (tmp_path / "wide.csv").write_text(f"stage;step;touchpoint\nA;b;{'word ' * 400_000}\n", encoding="utf-8")
    told = typed("import", tmp_path / "wide.csv", "-o", tmp_path / "wide.journey")
    assert told.exit_code == 0
    assert "line 2: A text is too long for a card" in told.stdout
    with JourneyFile.open(tmp_path / "wide.journey") as file:
        assert [len(card.text) <= 2_000 for card in file.map.of(Card)] == [True]


def test_a_wrong_encoding_is_read_as_best_it_can_be_and_told(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_bytes("stage;step;touchpoint\nFør;Ringer;Blåbærskjema\n".encode("cp1252"))
    told = typed("import", tmp_path / "old.csv", "-o", tmp_path / "old.journey")
    assert "whole file: The file is not UTF-8. It was read as Windows-1252" in told.stdout
    assert "Blåbærskjema" in typed("show", tmp_path / "old.journey").stdout


STRANGE = (
    "nul\x00 esc\x1b[31m bidi\u202eback",
    "family 👩\u200d👩\u200d👧 and flag 🇳🇴",
    "W" * 2_000,
    "Z" + "\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334" * 60 + "algo",
    "עברית and عربى in one line",
    "=HYPERLINK(1)",
)


def test_strange_letters_are_shown_and_printed_or_left_out_but_never_obeyed(
    typed: Typed, tmp_path: Path
) -> None:
    rows = "".join(f"A;b;{text}\n" for text in STRANGE)
    (tmp_path / "odd.csv").write_text("stage;step;touchpoint\n" + rows, encoding="utf-8")
    path = tmp_path / "odd.journey"
    assert typed("import", tmp_path / "odd.csv", "-o", path).exit_code == 0
    told = typed("show", path).stdout
    assert "nul esc[31m bidiback" in told
    assert not set(told) & {"\x00", "\x1b", "\u202e"}
    for suffix in (".pdf", ".csv", ".mmd", ".json"):
        assert typed("export", path, "-o", path.with_suffix(suffix), "--force").exit_code == 0
    assert ";'=HYPERLINK(1)" in path.with_suffix(".csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "options", "said"),
    [
        ("x.pdf", ["--paper", "B9"], "There is no paper called “B9”."),
        ("x.pdf", ["--paper", "0x0mm"], "0x0mm cannot be made: "),
        ("x.pdf", ["--paper", "roll:99999mm"], "roll:99999mm cannot be made: "),
        ("x.pdf", ["--paper", "A4", "--margin", "200"], "A margin of 200 mm leaves too little"),
        ("x.pdf", ["--read-from", "40"], "At scale "),
        ("missing/x.pdf", [], "There is no folder “"),
        ("missing/x.csv", [], "There is no folder “"),
    ],
)
def test_what_cannot_be_printed_leaves_the_folder_as_it_was(
    typed: Typed, claim: Path, target: str, options: list[str], said: str
) -> None:
    before = contents(claim.parent)
    outcome = outcome_of(typed, "export", claim, "-o", claim.parent / target, *options)
    assert one_sentence(outcome).startswith(said)
    assert contents(claim.parent) == before


def test_a_folder_in_the_place_of_the_target_stays(typed: Typed, claim: Path, source: Path) -> None:
    for name in ("a.pdf", "a.csv", "a.journey"):
        (claim.parent / name).mkdir()
    for name in ("a.pdf", "a.csv"):
        said = one_sentence(outcome_of(typed, "export", claim, "-o", claim.parent / name))
        assert said.startswith(f"“{name}” is a folder.")
    for options in ([], ["--force"]):
        outcome = outcome_of(typed, "import", source, "-o", claim.parent / "a.journey", *options)
        assert one_sentence(outcome).startswith("“a.journey” is a folder.")


def test_a_file_is_not_made_out_of_itself(typed: Typed, source: Path) -> None:
    before = contents(source.parent)
    said = one_sentence(outcome_of(typed, "import", source, "-o", source, "--force"))
    assert said.startswith("“sample.json” cannot be made out of itself.")
    assert contents(source.parent) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("claim.txt", "The name of a map ends in .journey: claim.journey. Nothing was created."),
        ("v1.2 claim", "The name of a map ends in .journey: v1.2 claim.journey. Nothing was created."),
    ],
)
def test_a_new_map_is_not_given_a_name_that_maps_have_not(
    typed: Typed, tmp_path: Path, name: str, told: str
) -> None:
    assert one_sentence(outcome_of(typed, "new", tmp_path / name)) == f"{told}\n"
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("language", ["", "x y", "norsk bokmål"])
def test_what_is_no_language_is_told_before_anything_is_imported(
    typed: Typed, source: Path, language: str
) -> None:
    target = source.with_name("new.journey")
    said = one_sentence(outcome_of(typed, "import", source, "-o", target, "--language", language))
    assert said.startswith(f"“{language}” is no language; ")
    assert not target.exists()


def test_who_would_import_to_a_print_is_told_the_way(typed: Typed, source: Path) -> None:
    told = typed("import", source, "-o", source.with_name("lege.pdf"))
    assert (told.exit_code, told.stderr) == (
        1,
        "The name of a map ends in .journey: lege.journey. Nothing was created. "
        "From there: reisekart export lege.journey -o lege.pdf\n",
    )
    assert set(contents(source.parent)) == {source.name}


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


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are no text")
def test_a_name_that_is_no_text_is_told_as_well_as_can_be(typed: Typed, tmp_path: Path) -> None:
    said = one_sentence(outcome_of(typed, "show", os.fsdecode(os.fsencode(tmp_path) + b"/\xe6.journey")))
    assert said == "There is no file “?.journey”.\n"


def test_a_file_without_a_journey_is_shown_and_checked_but_not_printed(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text('{"reisekart": 1, "records": {}}', encoding="utf-8")
    path = tmp_path / "none.journey"
    assert typed("import", tmp_path / "none.json", "-o", path).exit_code == 0
    assert typed("show", path).exit_code == 0
    assert typed("check", path).stdout == "Nothing to remark.\n"
    for options in (["x.pdf"], ["x.pdf", "--all"], ["x.csv"], ["x.svg"]):
        said = one_sentence(outcome_of(typed, "export", path, "-o", *options))
        assert said == "The file has no journey yet. Nothing was done.\n"


def _hear_interrupts() -> None:
    """What runs in the background is deaf to Ctrl+C, and so would be what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
