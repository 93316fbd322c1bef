"""A file from outside finds its reader by its name and content, or a sentence says why it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from export import reading
from export.json_out import write_json
from export.reading import read_source
from journey.model import Journey, Step, map_of
from resources.errors import Fault
from tests.builders import a_map

SHEET = "stage;step;pain\nBefore;Search;Slow\n"
MERMAID = "journey\n  title Shop\n  section Before\n    Search: 3: Maja\n"


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refused(path: Path) -> str:
    with pytest.raises(Fault) as caught:
        read_source(path)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", SHEET),
        ("a.CSV", SHEET),
        ("a.tsv", SHEET.replace(";", "\t")),
        ("a.txt", SHEET),
        ("a", SHEET),
        ("a.txt", "journey;stage;step\nShop;Before;Search\n"),
        ("a.txt", "journey\tstage\tstep\nShop\tBefore\tSearch\n"),
        ("a.mmd", MERMAID),
        ("a.mermaid", MERMAID),
        ("a.txt", MERMAID),
        ("a.txt", f"%% a comment\n{MERMAID}"),
        ("a.md", f"# A journey\n\n```mermaid\n{MERMAID}```\n"),
        ("a.txt", f"# A journey\n\n```mermaid\n{MERMAID}```\n"),
    ],
)
def test_a_file_finds_its_reader(tmp_path: Path, name: str, text: str) -> None:
    map_data = map_of(read_source(put(tmp_path, name, text)).records)
    assert [step.title for step in map_data.of(Step)] == ["Search"]


@pytest.mark.parametrize("name", ["map.json", "map.txt", "map"])
def test_json_is_known_by_its_first_letter_too(tmp_path: Path, name: str) -> None:
    assert map_of(read_source(put(tmp_path, name, write_json(a_map()))).records) == a_map()


@pytest.mark.parametrize("name", ["a.yaml", "a.xml", "a.drawio", "a.html"])
def test_other_formats_are_not_taken_for_a_sheet(tmp_path: Path, name: str) -> None:
    assert refused(put(tmp_path, name, SHEET)).startswith("Reisekart reads sheets (.csv, .tsv, .txt)")


def test_no_file_of_the_wild_is_more_than_refused(corpus: Path) -> None:
    foreign = [path for path in corpus.rglob("*") if path.is_file() and path.suffix not in {".mmd", ".md"}]
    assert foreign
    for path in foreign:
        assert refused(path)


def test_a_sheet_is_called_after_its_file(tmp_path: Path) -> None:
    records = read_source(put(tmp_path, "Ny kunde.csv", SHEET)).records
    assert [record.title for record in records if isinstance(record, Journey)] == ["Ny kunde"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.csv") == "There is no file “gone.csv”. Nothing was imported."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"“{tmp_path.name}” is a folder. Choose a file in it."


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00"])
def test_an_empty_file_is_told(tmp_path: Path, data: bytes) -> None:
    assert refused(put(tmp_path, "a.csv", data)) == "The file “a.csv” is empty. Nothing was imported."


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\nstep",
        b"PK\x03\x04 a sheet",
        b"%PDF-1.7",
        bytes(range(32)) * 20,
        b"\x7fELF\x02\x01\x01" + bytes(99),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.mmd", "a.png"])
def test_what_is_no_text_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    assert refused(put(tmp_path, name, data)).startswith(f"The file “{name}” is not text.")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a.xlsx", "Save the sheet as CSV"), ("a.ODS", "Save the sheet as CSV"), ("a.journey", "open it")],
)
def test_of_a_file_that_is_no_text_it_is_told_what_to_do_with_it(
    tmp_path: Path, name: str, hint: str
) -> None:
    assert hint in refused(put(tmp_path, name, b"PK\x03\x04 or another"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_a_file_without_end_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SIZE_LIMIT", 1_000_000)
    assert refused(Path("/dev/zero")) == "The file “zero” is larger than 1 MB. Nothing was imported."


def test_a_file_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "a.csv", SHEET * 40_000)
    monkeypatch.setattr(reading, "SIZE_LIMIT", 1_000_000)
    assert refused(path) == "The file “a.csv” is larger than 1 MB. Nothing was imported."


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.symlink_to(path)
    assert refused(path).startswith("The file “a.csv” cannot be read (")


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert "cannot be read" in refused(Path("a\0b.csv"))
