"""`reisekart import`: what it makes of text and sheets, in which language, and what it could not take."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.model import Lane, LaneKind, Step
from resources.templates import lane_title
from resources.words import speaking
from storage import JourneyFile
from tests.app.conftest import Typed

MERMAID = """journey
    title Buying a ticket
    section Before
        Look for a train: 4: Ann
        Compare prices: 2: Ann, Bob
    section On board
        Find the seat: 9: Ann
"""


def test_import_says_what_it_made_and_what_it_could_not_take(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "ticket.mmd").write_text(MERMAID, encoding="utf-8")
    path = tmp_path / "ticket.journey"
    made, *remarks = typed("import", tmp_path / "ticket.mmd", "-o", path).stdout.splitlines()
    assert made.startswith(f"Made {path}: 2 stages, 3 steps, ")
    assert made.endswith("4 cards, 2 feelings")
    assert len(remarks) == 1
    assert remarks[0].startswith("line 7: ")


SHEET = "{headings}\nFør;Ringer;Kontaktpunkter;Vakttelefon\n"


@pytest.mark.parametrize(
    ("headings", "options", "language"),
    [
        ("Fase;Steg;Bane;Tekst", [], "nb"),
        ("Fas;Steg;Bana;Text", [], "sv"),
        ("Fase;Trin;Bane;Tekst", [], "da"),
        ("stage;step;lane;text", [], "en"),
        ("stage;step;lane;text", ["--language", "nn"], "nn"),
        ("Fase;Steg;Bane;Tekst", ["--language", "en-GB"], "en-GB"),
    ],
)
def test_an_imported_sheet_is_in_the_language_asked_for_or_that_of_its_headings(
    typed: Typed, tmp_path: Path, headings: str, options: list[str], language: str
) -> None:
    (tmp_path / "a.csv").write_text(SHEET.format(headings=headings), encoding="utf-8")
    assert typed("import", tmp_path / "a.csv", "-o", tmp_path / "a.journey", *options).exit_code == 0
    with JourneyFile.open(tmp_path / "a.journey") as file, speaking(language):
        assert file.map.workshop.language == language
        assert lane_title(LaneKind.STEPS) in {lane.title for lane in file.map.of(Lane)}


def test_two_languages_that_share_their_headings_are_told_apart_by_who_reads(
    typed: Typed, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(SHEET.format(headings="Fase;Kundehandling;Bane;Tekst"), encoding="utf-8")
    for reader, language in (("da", "da"), ("nb", "nb"), ("en", "nb")):
        with speaking(reader):
            typed("import", tmp_path / "a.csv", "-o", tmp_path / "a.journey", "--force")
        with JourneyFile.open(tmp_path / "a.journey") as file:
            assert file.map.workshop.language == language


@pytest.mark.parametrize("suffix", [".mmd", ".json", ".csv"])
def test_what_is_imported_can_be_given_a_title_and_a_language(
    typed: Typed, tmp_path: Path, claim: Path, suffix: str
) -> None:
    path = tmp_path / f"b{suffix}"
    assert typed("export", claim, "-o", path).exit_code == 0
    told = typed("import", path, "-o", tmp_path / "b.journey", "--title", "Skade", "--language", "sv")
    assert told.stdout.startswith("Made ")
    with JourneyFile.open(tmp_path / "b.journey") as file:
        workshop = file.map.workshop
        assert (workshop.title, workshop.language) == ("Skade", "sv")
        assert file.map.journeys()[0].title == "Skade"


def test_import_replaces_a_file_only_when_forced(typed: Typed, source: Path, claim: Path) -> None:
    before = claim.read_bytes()
    (source.parent / "other.mmd").write_text(MERMAID, encoding="utf-8")
    refused = typed("import", source.parent / "other.mmd", "-o", claim)
    assert refused.exit_code == 1
    assert refused.stderr == (
        "“claim.journey” is there already. Nothing was created. With --force it is replaced.\n"
    )
    assert claim.read_bytes() == before
    assert typed("import", source.parent / "other.mmd", "-o", claim, "--force").exit_code == 0
    with JourneyFile.open(claim) as file:
        assert len(file.map.of(Step)) == 3
