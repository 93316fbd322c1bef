"""Whatever is wrong outside the program becomes one sentence and status 1, and nothing is half-written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from journey import edits
from storage import JourneyFile
from tests.app.conftest import Started, Typed
from tests.app.outcomes import contents, ended, one_sentence, outcome_of
from tests.storage.newer import made_newer
from tests.storage.tampering import tampered


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
        db.execute("update meta set value = '99' where key = 'oldest_reader'")
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


@pytest.mark.parametrize("at", ["", "yesterday", "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00"])
def test_a_file_is_shown_checked_and_printed_whatever_time_its_last_edit_tells(
    typed: Typed, claim: Path, at: str
) -> None:
    with JourneyFile.open(claim) as file:
        file.document().do(edits.add_persona(file.map, "Kari"))
        file.document().do(edits.add_persona(file.map, "Ola"))
    tampered(
        claim,
        f"update entry set at = '{at}' where number = 2",
        "update entry set at = '2026-01-02' where number = 1",
    )
    for arguments in (["show", claim], ["check", claim], ["export", claim, "-o", claim.with_name("x.pdf")]):
        assert typed(*arguments).exit_code == 0
    with JourneyFile.open(claim, read_only=True) as file:
        assert [entry.at for entry in file.history] == ["2026-01-02", ""]


def test_a_real_process_says_the_same(started: Started, tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert one_sentence(ended(started("show", "a.journey"))).startswith("“a.journey” is not a journey file.")


def test_a_name_that_would_move_the_cursor_does_not(typed: Typed, tmp_path: Path) -> None:
    said = one_sentence(outcome_of(typed, "show", tmp_path / "a\x1b[2Jb\nc\u202e.journey"))
    assert said == "There is no file “a[2Jb c.journey”.\n"


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
        ("x.pdf", ["--paper", "5x5mm"], "5x5mm cannot be made: "),
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


@pytest.mark.parametrize("name", ["show", "check", "export", "versions", "compare"])
def test_a_newer_file_is_read_as_far_as_it_is_known_and_that_is_said(
    typed: Typed, claim: Path, name: str
) -> None:
    made_newer(claim)
    before = claim.read_bytes()
    target = claim.with_name("x.pdf")
    options: dict[str, list[object]] = {"export": ["-o", target], "compare": ["--with", "@0"]}
    arguments = options.get(name, [])
    status, out, err = outcome_of(typed, name, claim, *arguments)
    assert (status, bool(out)) == (0, True)
    assert "it can only be read here, without what this version does not know" in err
    assert target.exists() == (name == "export")
    assert claim.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [["compare", "{claim}", "--with", "{newer}"], ["copy", "{newer}", "-o", "{target}", "--clean"]],
    ids=["compare with", "clean copy"],
)
def test_what_is_told_or_made_of_a_newer_file_as_far_as_it_is_known_says_so(
    typed: Typed, claim: Path, arguments: list[str]
) -> None:
    newer = claim.with_name("newer.journey")
    newer.write_bytes(claim.read_bytes())
    made_newer(newer)
    places = {"claim": claim, "newer": newer, "target": claim.with_name("target.journey")}
    status, _out, err = outcome_of(typed, *(one.format(**places) for one in arguments))
    assert status == 0
    assert "“newer.journey” was made by a newer version of Reisekart: it can only be read here" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["note", "{claim}", "T1", "More"],
        ["copy", "{claim}", "-o", "{target}"],
        ["merge", "{claim}", "{other}", "-o", "{target}"],
        ["merge", "{other}", "{claim}", "-o", "{target}"],
    ],
    ids=["note", "copy", "merge into", "merge"],
)
def test_a_newer_file_is_neither_edited_nor_copied_in_part(
    typed: Typed, claim: Path, arguments: list[str]
) -> None:
    other = claim.with_name("other.journey")
    other.write_bytes(claim.read_bytes())
    made_newer(claim)
    places = {"claim": claim, "other": other, "target": claim.with_name("target.journey")}
    before = contents(claim.parent)
    said = one_sentence(outcome_of(typed, *(one.format(**places) for one in arguments)))
    assert "“claim.journey” was made by a newer version of Reisekart" in said
    assert contents(claim.parent) == before
