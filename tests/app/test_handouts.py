"""Prints for each audience from the command line: what pdfium reads back of them, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdfium2 import raw

from app.printing.audience import HIDDEN, PRINTS, USUAL_PAPER
from journey.handouts import Handout, Hidden
from journey.handouts.stage_fit import SMALLEST_POINTS
from journey.handouts.styles import LEAST_POINTS
from journey.model import CardKind
from resources.samples import sample_bytes
from tests.app.conftest import Typed

MILLIMETRE = 72 / 25.4
OTHERS = tuple(what for what in PRINTS if what != "map")


def text_of(path: Path) -> str:
    """The text of all pages, on one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, tuple[float, float, float, float]]]:
    """Each visible letter of a page, its size in points and its box."""
    text = page.get_textpage()
    matrix = raw.FS_MATRIX()
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        if letter.strip():
            raw.FPDFText_GetMatrix(text, at, matrix)
            yield letter, raw.FPDFText_GetFontSize(text, at) * c_float(matrix.d).value, text.get_charbox(at)


def test_the_command_knows_every_print_and_what_can_be_hidden() -> None:
    assert set(OTHERS) == {str(handout) for handout in Handout}
    assert set(HIDDEN) == {str(hidden) for hidden in Hidden}
    assert USUAL_PAPER.keys() == set(PRINTS)


@pytest.mark.parametrize("what", OTHERS)
def test_what_pdfium_reads_back_is_large_enough_and_on_its_page(typed: Typed, claim: Path, what: str) -> None:
    target = claim.with_name(f"{what}.pdf")
    assert typed("export", claim, "-o", target, "--print", what).exit_code == 0
    least = SMALLEST_POINTS if what == "stages" else LEAST_POINTS
    with pypdfium2.PdfDocument(target) as pdf:
        assert len(pdf)
        for page in pdf:
            w, h = page.get_size()
            for letter, size, (left, bottom, right, top) in letters(page):
                assert size >= least - 0.05, (letter, size)
                assert -0.5 <= left <= right <= w + 0.5, letter
                assert -0.5 <= bottom <= top <= h + 0.5, letter


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (("--print", "board"), (297, 210)),
        (("--print", "board", "--paper", "A3", "--portrait"), (297, 420)),
        (("--print", "owners", "--paper", "A5"), (148, 210)),
        (("--print", "cards", "--card-size", "12.7x7.6cm"), (297, 210)),
        (("--print", "template", "--preset", "lifecycle", "--paper", "roll:610mm"), (1079, 610)),
    ],
)
def test_prints_are_on_the_paper_asked_for(
    typed: Typed, claim: Path, options: tuple[str, ...], size: tuple[int, int]
) -> None:
    target = claim.with_name("print.pdf")
    told = typed("export", claim, "-o", target, *options)
    assert told.stdout.startswith(f"Wrote {target}\n")
    with pypdfium2.PdfDocument(target) as pdf:
        assert {tuple(round(edge / MILLIMETRE) for edge in page.get_size()) for page in pdf} == {size}


def test_a_larger_paper_makes_a_print_larger(typed: Typed, claim: Path) -> None:
    sizes = []
    for paper in ("A4", "A2"):
        target = claim.with_name(f"{paper}.pdf")
        typed("export", claim, "-o", target, "--print", "board", "--paper", paper)
        with pypdfium2.PdfDocument(target) as pdf:
            sizes.append(min(size for _letter, size, _box in letters(pdf[0])))
    assert sizes[1] == pytest.approx(2 * sizes[0], rel=0.01)


def test_one_owner_can_be_named_by_a_part_of_the_name(typed: Typed, claim: Path) -> None:
    target = claim.with_name("owner.pdf")
    typed("export", claim, "-o", target, "--print", "owners", "--owner", "assess")
    assert "Field assessors" in text_of(target)
    with pypdfium2.PdfDocument(target) as pdf:
        assert len(pdf) == 1
    told = typed("export", claim, "-o", target, "--print", "owners", "--owner", "c")
    assert told.exit_code == 1
    assert "names no single owner" in told.stderr
    assert "Contact centre" in told.stderr


def test_what_is_hidden_is_in_no_print_and_not_in_what_the_file_says(typed: Typed, claim: Path) -> None:
    target = claim.with_name("map.pdf")
    typed("export", claim, "-o", target, "--hide", "quotes,names,measures")
    said = text_of(target)
    assert not any(one in said for one in ("Nine days. I thought", "Maja", "NPS"))
    assert "What the customer tries to get done" in said
    typed("export", claim, "-o", target, "--second-language", "nb")
    assert "Touchpoints / Kontaktpunkter" in text_of(target)


def test_a_print_can_be_pictures_a_page_each(typed: Typed, claim: Path) -> None:
    told = typed("export", claim, "-o", claim.with_name("cards.png"), "--print", "cards", "--dpi", "20")
    assert told.stdout.count("Wrote ") == len(list(claim.parent.glob("cards-*.png"))) > 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--print", "board", "--sheets", "A3"), "--sheets is for --print map."),
        (("--print", "map", "--owner", "IT"), "--owner is for --print owners."),
        (("--print", "board", "--blank"), "--blank is for --print cards."),
        (("--print", "cards", "--kind", "sticky"), "There is no “sticky”"),
        (("--hide", "faces"), "There is no “faces”"),
        (("--print", "cards", "--card-size", "big"), "“big” is no size"),
        (("--print", "cards", "--card-size", "0x0"), "“0x0” is no size"),
        (("--set", "--sheets", "A3"), "--set and --sheets do not go together."),
    ],
)
def test_options_that_mean_nothing_are_refused(
    typed: Typed, claim: Path, options: tuple[str, ...], sentence: str
) -> None:
    told = typed("export", claim, "-o", claim.with_name("print.pdf"), *options)
    assert told.exit_code == 2
    assert sentence in told.stderr
    assert not claim.with_name("print.pdf").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--print", "board", "--paper", "A5"), "needs a paper of at least 210 × 275 mm"),
        (("--print", "owners", "--paper", "100x150mm"), "needs a paper of at least 140 × 190 mm"),
        (("--print", "ballots", "--paper", "roll:914mm"), "is for sheets, not for rolls"),
        (("--print", "cards", "--card-size", "300x300mm"), "cannot be printed on this paper"),
        (("--print", "template", "--paper", "100x140mm"), "This paper is too small for the wall"),
        (("--print", "cards", "--kind", "policy"), "there is nothing to print"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence_and_nothing_is_written(
    typed: Typed, claim: Path, options: tuple[str, ...], sentence: str
) -> None:
    told = typed("export", claim, "-o", claim.with_name("print.pdf"), *options)
    assert told.exit_code == 1
    assert sentence in told.stderr.replace("\n", " ")
    assert not claim.with_name("print.pdf").exists()


def test_a_fault_is_told_in_the_language_of_the_user_not_of_the_map(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(sample_bytes("hjem-fra-sykehuset"))
    typed("import", tmp_path / "a.json", "-o", tmp_path / "a.journey")
    told = typed(
        "export", tmp_path / "a.journey", "-o", tmp_path / "a.pdf", "--print", "board", "--paper", "A5"
    )
    assert "This print needs a paper" in told.stderr


def test_a_journey_without_owners_has_no_sheets_for_them(typed: Typed, tmp_path: Path) -> None:
    typed("new", tmp_path / "a.journey")
    told = typed("export", tmp_path / "a.journey", "-o", tmp_path / "a.pdf", "--print", "owners")
    assert told.exit_code == 1
    assert "Nobody owns anything" in told.stderr
    assert not (tmp_path / "a.pdf").exists()


def test_every_kind_of_card_can_be_asked_for(typed: Typed, claim: Path) -> None:
    kinds = ",".join(map(str, CardKind))
    told = typed("export", claim, "-o", claim.with_name("c.pdf"), "--print", "cards", "--kind", kinds)
    assert told.exit_code == 0


@pytest.mark.parametrize("what", ["board", "ballots"])
def test_each_sheet_bears_the_code_that_leads_back_to_its_file(typed: Typed, claim: Path, what: str) -> None:
    target = claim.with_name("print.pdf")
    typed("export", claim, "-o", target, "--print", what)
    with pypdfium2.PdfDocument(target) as pdf:
        for page in pdf:
            picture = page.render(scale=300 / 72).to_pil().convert("L")
            [found] = zxingcpp.read_barcodes(picture)
            assert found.text.startswith("REISEKART:")
