"""Sheets and plans on the command line: what is printed is what was planned."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pypdfium2
import pytest

from app.printing.naming import name_of
from export.json_in import read_json
from journey.model import Card, Step, map_of
from resources.samples import sample_bytes
from tests.app.conftest import Typed


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def test_a_map_goes_on_sheets_and_the_cards_that_are_cut_are_named(typed: Typed, claim: Path) -> None:
    target = claim.with_suffix(".pdf")
    told = typed(
        "export", claim, "-o", target, "--sheets", "A3", "--overlap", "1 CM", "--marks", "line"
    ).stdout
    count = int(re.search(r"^(\d+) pages, 420 × 297 mm$", told, re.MULTILINE)[1])  # type: ignore[index]
    assert pages_of(target) == count
    assert "readable from 1.5 m" in told
    assert re.search(r"^1 card .*: S\d “Claims system”$", told, re.MULTILINE)
    fewer = typed("export", claim, "-o", target, "--sheets", "A3", "--no-page-map").stdout
    assert f"{count - 1} pages" in fewer


def test_each_sheet_can_have_a_file_of_its_own(typed: Typed, claim: Path, tmp_path: Path) -> None:
    folder = tmp_path / "prints"
    folder.mkdir()
    asked = ("--sheets", "A1", "--each-its-file", "--read-from", "1")
    told = typed("export", claim, "-o", folder / "wall.pdf", *asked).stdout
    names = sorted(path.name for path in folder.iterdir())
    assert {"wall-A1.pdf", "wall-A2.pdf", "wall-map.pdf"} <= set(names)
    assert all(pages_of(folder / name) == 1 for name in names)
    assert all(name in told for name in names)
    assert f"{len(names)} pages" in told


def test_when_one_of_many_files_cannot_be_written_none_is(typed: Typed, claim: Path, tmp_path: Path) -> None:
    folder = tmp_path / "prints"
    (folder / "wall-B2.pdf").mkdir(parents=True)
    asked = ("--sheets", "A1", "--each-its-file", "--read-from", "1")
    result = typed("export", claim, "-o", folder / "wall.pdf", *asked)
    assert (result.exit_code, "is a folder" in result.stderr) == (1, True)
    assert [path.name for path in folder.iterdir()] == ["wall-B2.pdf"]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--marks", "line"), "--sheets"),
        (("--repeat-lanes",), "--sheets"),
        (("--sheets", "A3", "--paper", "A0"), "do not go together"),
        (("--sheets", "A3", "--all"), "do not go together"),
        (("--sheets", "A3", "--bleed", "3"), "do not go together"),
        (("--sheets", "A3", "--overlap", "wide"), "no length"),
        (("--sheets", "A3", "--overlap", "11CM"), "no length from 0 to 100 mm"),
        (("--bleed", "11"), "from 0 to 10"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(
    typed: Typed, claim: Path, asked: tuple[str, ...], why: str
) -> None:
    result = typed("export", claim, "-o", claim.with_suffix(".pdf"), *asked)
    assert result.exit_code == 2
    assert why in result.stderr
    assert not claim.with_suffix(".pdf").exists()


def test_sheets_are_for_pdfs(typed: Typed, claim: Path) -> None:
    result = typed("export", claim, "-o", claim.with_suffix(".svg"), "--sheets", "A3")
    assert (result.exit_code, "has no meaning" in result.stderr) == (2, True)


def test_a_print_with_bleed_tells_its_larger_paper(typed: Typed, claim: Path) -> None:
    asked = ("--paper", "A2", "--landscape", "--bleed", "3")
    told = typed("export", claim, "-o", claim.with_suffix(".pdf"), *asked).stdout
    assert "1 page, 612 × 438 mm" in told


def test_a_plan_says_the_best_ways_with_the_command_that_prints_each(typed: Typed, claim: Path) -> None:
    asked = ("--wall", "3.2x1.4m", "--read-from", "1.5m", "--paper", "roll:914mm,A3")
    told = typed("plan", claim, *asked).stdout
    assert told.startswith("1. 2 lengths of 914 mm roll")
    assert "Cards 29 pt, readable from 1.5 m" in told
    assert "makes the map as high as it is" in told
    assert "cards are too small to be read from 1.5 m" in told
    assert told.count("reisekart export ") == told.count(" on the wall\n")


@pytest.mark.parametrize("paper", ["roll:914mm", "A0", "A3", "700x1000mm"])
def test_what_a_plan_promises_its_command_prints(
    typed: Typed, claim: Path, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = json.loads(typed("plan", claim, "--wall", "3x1.5m", "--paper", paper, "--json").stdout)
    best = plain["proposals"][0]
    told = typed(*shlex.split(best["export"])[1:], "--force").stdout
    points, far = re.search(r"text on cards ([\d.]+) pt, readable from ([\d.]+) m", told).groups()  # type: ignore[union-attr]
    assert float(points) == pytest.approx(best["points"], abs=0.5)
    assert float(far) == pytest.approx(best["reads"]["cards"], abs=0.06)
    assert pages_of(tmp_path / "wall.pdf") == len(best["pieces"]) + (best["way"] in ("sheets", "strips"))


def test_a_plan_as_json_tells_where_each_piece_hangs(typed: Typed, claim: Path) -> None:
    asked = ("--wall", "3200x1400mm", "--read-from", "0,7", "--title-from", "30", "--paper", "A3", "--json")
    [first, *_others] = json.loads(typed("plan", claim, *asked).stdout)["proposals"]
    assert first["way"] == "sheets"
    assert len(first["pieces"]) == first["sheets"]
    assert max(x + w for x, _y, w, _h in first["pieces"]) == pytest.approx(first["wall"][0], abs=0.2)
    assert first["limit"]["code"]
    assert not first["keeps"]


@pytest.mark.parametrize("wall", ["3", "axb", "0x0m", "3x1.4km", "500x500m"])
def test_what_is_no_wall_is_wrong_usage(typed: Typed, claim: Path, wall: str) -> None:
    result = typed("plan", claim, "--wall", wall)
    assert (result.exit_code, "is no wall" in result.stderr) == (2, True)


def test_a_paper_nobody_knows_is_told_as_such(typed: Typed, claim: Path) -> None:
    result = typed("plan", claim, "--paper", "A3,A99")
    assert (result.exit_code, "There is no paper called “A99”" in result.stderr) == (1, True)


def test_a_card_is_named_the_same_way_wherever_a_print_tells_of_it() -> None:
    made = map_of(read_json(sample_bytes("water-damage")).records)
    cards = {card.text: card.id for card in made.of(Card)}
    assert name_of(made, cards["Search result, “damage” page"]) == "T2 “Search result, ‘damage’ page”"
    assert name_of(made, cards["“We will contact you” text message"]).endswith(
        "‘We will contact you’ text message”"
    )
    step = next(iter(made.of(Step)))
    assert name_of(made, step.id) == f"“{step.title}”"
    assert name_of(made, "nobody") == ""
