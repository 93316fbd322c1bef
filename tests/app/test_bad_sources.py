"""What cannot be imported makes no file and is told in a sentence; what can be taken only in part, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.model import Card
from storage import JourneyFile
from tests.app.conftest import Typed
from tests.app.outcomes import contents, one_sentence, outcome_of

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


def test_a_file_that_import_reads_is_pointed_there(typed: Typed, source: Path) -> None:
    said = one_sentence(outcome_of(typed, "show", source))
    assert said.endswith("To make one of it: reisekart import sample.json -o sample.journey\n")


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
