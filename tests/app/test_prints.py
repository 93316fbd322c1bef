"""What stands on a print, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from app.opening import opened
from app.printing.wall import wall_view
from journey.analysis import find
from journey.finding import Severity
from resources.samples import sample_bytes
from resources.words import _, speaking
from tests.app.conftest import Typed


def text_of(path: Path) -> str:
    """The text of a PDF's first page, on one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())


def printed(typed: Typed, folder: Path, cards: list[str]) -> str:
    """What is said about the print of a map with these cards."""
    rows = "".join(f"A;b;{card}\n" for card in cards)
    (folder / "cards.csv").write_text("stage;step;touchpoint\n" + rows, encoding="utf-8")
    path = folder / "cards.journey"
    assert typed("import", folder / "cards.csv", "-o", path, "--force").exit_code == 0
    return typed("export", path, "-o", path.with_suffix(".pdf"), "--paper", "A2").stdout


def test_a_print_tells_which_letters_it_has_not(typed: Typed, tmp_path: Path) -> None:
    told = printed(typed, tmp_path, ["plain", "one \U00013000 here"])
    assert "1 character that no font here has is shown as a box: \U00013000 (U+13000)\n" in told
    many = printed(typed, tmp_path, ["".join(chr(0x13000 + place) for place in range(8))])
    assert "8 characters that no font here has are shown as boxes: " in many
    assert many.count("U+13") == 5
    assert "(U+13004) …\n" in many
    assert "no font" not in printed(typed, tmp_path, ["plain"])


def test_a_print_tells_which_cards_are_too_long_to_read(typed: Typed, tmp_path: Path) -> None:
    told = printed(typed, tmp_path, ["short", "many words " * 60])
    assert re.search(r"^1 card has more than 12 lines: “many words many words .*…”$", told, re.MULTILINE)
    assert "more than" not in printed(typed, tmp_path, ["short"])


def test_a_print_names_the_evidence_behind_it(typed: Typed, claim: Path) -> None:
    typed("export", claim, "-o", claim.with_suffix(".pdf"))
    assert "19 of 31 cards rest on evidence · 12 interviews, 1 survey" in text_of(claim.with_suffix(".pdf"))


@pytest.mark.parametrize(("sample", "language"), [("water-damage", "en"), ("hjem-fra-sykehuset", "nb")])
def test_a_print_speaks_the_language_of_its_map_and_the_messages_that_of_the_user(
    typed: Typed, tmp_path: Path, sample: str, language: str
) -> None:
    (tmp_path / "a.json").write_bytes(sample_bytes(sample))
    with speaking("sv"):
        typed("import", tmp_path / "a.json", "-o", tmp_path / "a.journey")
        told = typed("export", tmp_path / "a.journey", "-o", tmp_path / "a.pdf").stdout
        assert told.startswith(_("Wrote {file}").format(file=tmp_path / "a.pdf"))
    with speaking(language):
        heading, state = _("What the map says").upper(), _("Current journey")
    assert heading in text_of(tmp_path / "a.pdf")
    assert state in text_of(tmp_path / "a.pdf")


def test_the_cards_with_problems_bear_question_marks_on_paper_and_no_others(claim: Path) -> None:
    found = opened(claim).map
    journey = found.journeys()[0]
    marked = wall_view(found, journey).findings
    assert marked == tuple(one for one in find(found, journey.id) if one.severity is Severity.PROBLEM)
    assert marked


def test_what_does_not_fit_is_told_in_the_language_of_who_asks_not_of_the_map(
    typed: Typed, tmp_path: Path
) -> None:
    path = tmp_path / "kart.journey"
    assert typed("new", path, "--language", "nb").exit_code == 0
    asked = ("export", path, "-o", path.with_suffix(".pdf"), "--paper", "A4", "--read-from", "9")
    assert "does not fit this paper" in typed(*asked).stderr
    with speaking("sv"):
        assert "får inte plats" in typed(*asked).stderr


@pytest.mark.parametrize("paper", ["A0", "A3", "roll:914mm"])
def test_the_distance_that_is_said_to_fit_does_fit_and_is_no_less_than_that_of_the_usual_print(
    typed: Typed, claim: Path, paper: str
) -> None:
    asked = ("export", claim, "-o", claim.with_suffix(".pdf"), "--paper", paper)
    largest = re.search(r"readable from (\S+) m", typed(*asked).stdout)
    advice = re.search(
        r"fits at scale (\S+), which can be read from (\S+) m", typed(*asked, "--read-from", 20).stderr
    )
    assert largest
    assert advice
    assert float(largest[1]) - float(advice[2]) < 0.11
    assert typed(*asked, "--read-from", advice[2]).exit_code == 0
    assert typed(*asked, "--scale", advice[1]).exit_code == 0


@pytest.mark.parametrize(("stands", "panel"), [("--portrait", "below"), ("--landscape", "beside")])
def test_the_panel_stands_where_its_sheet_has_room(
    typed: Typed, claim: Path, stands: str, panel: str
) -> None:
    asked = ("export", claim, "-o", claim.with_suffix(".pdf"), "--paper", "A3", stands)
    auto, beside, below = (
        typed(*asked, "--panel", where).stdout.splitlines()[1:] for where in ("auto", "beside", "below")
    )
    assert beside != below
    assert auto == (below if panel == "below" else beside)
