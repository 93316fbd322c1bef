"""`reisekart export`: every format, what it says of a print, and which journey is meant."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from storage import JourneyFile
from tests.app.conftest import Typed


@pytest.mark.parametrize("suffix", [".mmd", ".csv"])
def test_what_is_exported_for_other_programs_comes_back_with_its_steps(
    typed: Typed, claim: Path, suffix: str
) -> None:
    path = claim.with_suffix(suffix)
    assert typed("export", claim, "-o", path).stdout == f"Wrote {path}\n"
    refused = typed("export", claim, "-o", path)
    assert refused.exit_code == 1
    assert "With --force it is replaced." in refused.stderr
    assert typed("export", claim, "-o", path, "--force").stdout == f"Replaced {path}\n"
    again = claim.with_name("again.journey")
    assert typed("import", path, "-o", again).exit_code == 0
    with JourneyFile.open(claim) as file, JourneyFile.open(again) as back:
        first = file.map.journeys()[0]
        steps = [step.title for step in file.map.grid(first.id).steps]
        assert [step.title for step in back.map.grid(back.map.journeys()[0].id).steps] == steps


def test_a_pdf_has_exactly_the_size_of_its_paper_and_says_how_far_it_can_be_read(
    typed: Typed, claim: Path
) -> None:
    target = claim.with_name("wall.pdf")
    told = typed("export", claim, "-o", target, "--paper", "A1", "--portrait").stdout.splitlines()
    assert told[:2] == [f"Wrote {target}", "1 page, 594 × 841 mm"]
    assert told[2].startswith("Smallest text on cards ")
    with pypdfium2.PdfDocument(target) as pdf:
        width, height = pdf[0].get_size()
    assert (width, height) == pytest.approx((594 / 25.4 * 72, 841 / 25.4 * 72), abs=0.01)


def test_a_sheet_says_of_itself_what_the_command_says_of_it(typed: Typed, claim: Path) -> None:
    """The sizes in a print's corner depend on the print, whose size depends on its corner."""
    target = claim.with_name("wall.pdf")
    told = typed("export", claim, "-o", target, "--paper", "roll:914mm").stdout
    with pypdfium2.PdfDocument(target) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    size = told.splitlines()[1].partition(", ")[2]
    distance = told.rpartition("readable from ")[2].strip()
    assert f"1 sheet · {size} · cards " in text
    assert f"readable from {distance}" in text


def test_a_print_can_be_asked_to_be_read_from_a_distance(typed: Typed, claim: Path) -> None:
    target = claim.with_name("wall.pdf")
    told = typed("export", claim, "-o", target, "--paper", "A0", "--read-from", "0,5").stdout
    assert "Smallest text on cards 9.8 pt, readable from 0.5 m" in told


def test_all_journeys_go_on_a_page_each(typed: Typed, claim: Path) -> None:
    target = claim.with_name("all.pdf")
    told = typed("export", claim, "-o", target, "--all", "--paper", "A3", "--landscape")
    assert "2 pages, 420 × 297 mm" in told.stdout
    with pypdfium2.PdfDocument(target) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    assert ["as we want it" in text for text in texts] == [False, True]


@pytest.mark.parametrize("wanted", ["2", "as we want", "WATER DAMAGE AT HOME, as we want it"])
def test_a_journey_is_found_by_its_number_or_its_title(typed: Typed, claim: Path, wanted: str) -> None:
    typed("export", claim, "-o", claim.with_name("b.mmd"), "--journey", wanted)
    assert "title Water damage at home, as we want it" in claim.with_name("b.mmd").read_text(encoding="utf-8")


@pytest.mark.parametrize("wanted", ["3", "0", "damage", "nothing", ""])
def test_a_journey_that_is_not_there_or_not_the_only_one_is_not_guessed(
    typed: Typed, claim: Path, wanted: str
) -> None:
    result = typed("export", claim, "-o", claim.with_name("b.mmd"), "--journey", wanted)
    assert result.exit_code == 1
    assert "names no single journey of this file. It has: 1 Water damage at home; 2 " in result.stderr
    assert not claim.with_name("b.mmd").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.docx"], "“x.docx” does not"),
        (["-o", "x"], "“x” does not"),
        (["-o", "x.csv", "--paper", "A3"], "--paper has no meaning for .csv files"),
        (["-o", "x.pdf", "--dpi", "200"], "--dpi has no meaning for .pdf files"),
        (["-o", "x.json", "--journey", "1"], "--journey has no meaning for .json files"),
        (["-o", "x.pdf", "--scale", "1", "--read-from", "2"], "do not go together"),
        (["-o", "x.pdf", "--all", "--journey", "1"], "do not go together"),
        (["-o", "x.pdf", "--margin", "nan"], "“nan” is no number from 0 to 500"),
        (["-o", "x.pdf", "--margin", "-1"], "“-1” is no number from 0 to 500"),
        ([], "Missing option '-o'"),
    ],
)
def test_a_wrong_use_of_export_is_told_before_anything_is_opened(
    typed: Typed, arguments: list[str], said: str
) -> None:
    result = typed("export", "is-not-there.journey", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_picture_has_as_many_dots_as_its_paper_has_inches(typed: Typed, claim: Path) -> None:
    target = claim.with_name("claim.png")
    told = typed("export", claim, "-o", target, "--paper", "A4", "--landscape", "--dpi", "50").stdout
    assert told.startswith(f"Wrote {target}\n1 page, 297 × 210 mm\n")
    header = target.read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (585, 413)


def test_an_svg_is_as_large_as_its_map_times_the_scale(typed: Typed, claim: Path) -> None:
    once = typed("export", claim, "-o", claim.with_name("a.svg")).stdout.splitlines()[1]
    twice = typed("export", claim, "-o", claim.with_name("b.svg"), "--scale", "2").stdout.splitlines()[1]
    single, double = (re.findall(r"(\d+) × (\d+) mm", line)[0] for line in (once, twice))
    assert [int(two) / int(one) for one, two in zip(single, double, strict=True)] == pytest.approx(
        [2, 2], 0.01
    )
    assert "<title>Stopcock guide" in claim.with_name("a.svg").read_text(encoding="utf-8")
