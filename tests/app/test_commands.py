"""What each command makes and says."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path

import click
import pypdfium2
import pytest

from app import VERSION
from app.cli import language_of, program
from app.commands.click_words import words_of_click
from journey.model import Card, Lane, LaneKind, Step
from resources.samples import SAMPLES, sample_bytes
from resources.templates import lane_title
from resources.words import _, speaking
from storage import JourneyFile
from tests.app.conftest import Started, Typed
from tests.repository import REPOSITORY

MERMAID = """journey
    title Buying a ticket
    section Before
        Look for a train: 4: Ann
        Compare prices: 2: Ann, Bob
    section On board
        Find the seat: 9: Ann
"""


def test_the_version_is_that_of_the_project(typed: Typed) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert typed("--version").stdout == f"reisekart {VERSION}\n"


def test_each_command_ends_its_help_with_examples_of_itself(typed: Typed) -> None:
    for name in program().commands:
        told = typed(name, "--help")
        examples = told.stdout.partition("Examples:\n")[2].splitlines()
        assert examples
        assert all(line.startswith(f"  reisekart {name}") for line in examples)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["show"], {}, "en"),
        (["show"], {"LANG": "nb_NO.UTF-8"}, "nb"),
        (["show"], {"LANG": "nb_NO.UTF-8", "LC_ALL": "da_DK"}, "da"),
        (["show"], {"LANG": "C.UTF-8"}, "en"),
        (["--language", "sv", "show"], {"LANG": "nb_NO"}, "sv"),
        (["--language=sv", "show"], {"LANG": "nb_NO"}, "sv"),
        (["new", "x", "--language", "sv"], {"LANG": "nb_NO"}, "nb"),
        (["--language"], {}, ""),
    ],
)
def test_the_language_is_the_one_asked_for_before_the_command_or_that_of_the_environment(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environment) == language


def test_a_language_nobody_here_speaks_is_a_usage_error(typed: Typed) -> None:
    result = typed("--language", "fr", "show", "x.journey")
    assert result.exit_code == 2
    assert "“fr” is none of en, nb, sv, da" in result.stderr


@pytest.mark.parametrize("options", [["--language", "nb"], ["--language=nb"]])
def test_who_asks_for_a_language_after_the_command_is_told_where_it_stands(
    typed: Typed, claim: Path, options: list[str]
) -> None:
    told = typed("check", claim, *options)
    assert told.exit_code == 2
    assert "--language stands before the command: reisekart --language nb check …" in told.stderr


def test_new_makes_the_stages_and_lanes_of_the_preset_in_the_language_of_the_map(
    typed: Typed, tmp_path: Path
) -> None:
    path = tmp_path / "a.journey"
    result = typed("new", path, "--preset", "lifecycle", "--language", "sv", "--title", "Kund")
    assert result.stdout == f"Made {path}: 3 stages, 3 steps, 5 lanes\n"
    with JourneyFile.open(path) as file:
        assert file.map.workshop.language == "sv"
        assert [one.title for one in file.map.journeys()] == ["Kund"]


def test_new_names_a_map_as_its_file(typed: Typed, tmp_path: Path) -> None:
    typed("new", tmp_path / "Ny kunde.journey")
    assert typed("show", tmp_path / "Ny kunde.journey").stdout.startswith("Ny kunde · en\n")


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


def test_show_tells_of_every_stage_step_card_owner_and_feeling(typed: Typed, claim: Path) -> None:
    told = typed("show", claim).stdout
    assert "  2  Report the damage\n" in told
    assert "     3. Explains what happened\n        Feeling: +2 relieved (Maja)\n" in told
    assert "Touchpoints: T3 Emergency line answers · Phone · owner Contact centre · moment of truth" in told
    assert "\nOwners\n  Claims: 6 cards\n" in told
    with JourneyFile.open(claim) as file:
        missing = [card.text for card in file.map.of(Card) if " ".join(card.text.split()) not in told]
    assert missing == []


@pytest.mark.parametrize("name", SAMPLES)
def test_what_show_prints_as_json_comes_back_as_the_same_map(typed: Typed, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.json").write_bytes(sample_bytes(name))
    typed("import", tmp_path / "a.json", "-o", tmp_path / "a.journey")
    printed = typed("show", "--json", tmp_path / "a.journey").stdout_bytes
    (tmp_path / "b.json").write_bytes(printed)
    typed("import", tmp_path / "b.json", "-o", tmp_path / "b.journey")
    with (
        JourneyFile.open(tmp_path / "a.journey") as first,
        JourneyFile.open(tmp_path / "b.journey") as second,
    ):
        assert first.map == second.map
    typed("export", tmp_path / "a.journey", "-o", tmp_path / "c.json")
    assert (tmp_path / "c.json").read_bytes() == printed


def test_check_groups_findings_by_severity_and_counts_them(typed: Typed, claim: Path) -> None:
    result = typed("check", claim)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[:2] == ["Water damage at home", "  Problems"]
    assert lines.index("  Problems") < lines.index("  Warnings") < lines.index("  Remarks")
    told = json.loads(typed("check", claim, "--json").stdout)["findings"]
    problems = sum(one["severity"] == "problem" for one in told)
    assert lines[-1].startswith(f"{len(told)} findings: {problems} problems, ")


def test_check_as_json_names_the_records_each_finding_is_about(typed: Typed, claim: Path) -> None:
    told = json.loads(typed("check", claim, "--json").stdout)["findings"]
    assert all(set(one) == {"id", "severity", "records", "message"} for one in told)
    with JourneyFile.open(claim) as file:
        ids = {record.id for record in file.map.records()}
    assert told
    assert all(set(one["records"]) <= ids for one in told)


def test_a_map_with_nothing_in_it_has_nothing_wrong_with_it_but_its_emptiness(
    typed: Typed, tmp_path: Path
) -> None:
    typed("new", tmp_path / "a.journey")
    told = json.loads(typed("check", tmp_path / "a.journey", "--json").stdout)["findings"]
    assert "problem" not in {one["severity"] for one in told}


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


def test_the_demo_keeps_what_somebody_did_in_its_file(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    first = typed("demo", folder, "--no-window")
    path = folder / "water-damage.journey"
    assert first.exit_code == 0
    assert "What “Water damage at home” says:" in first.stdout
    assert f"Wrote {folder / 'water-damage.pdf'}" in first.stdout
    with JourneyFile.open(path) as file:
        file.document().undo()
        worked = file.map
    again = typed("demo", folder)
    assert again.stdout.startswith(f"{path} is there already and was kept as it is.\n")
    assert f"Replaced {folder / 'water-damage.pdf'}" in again.stdout
    with JourneyFile.open(path) as file:
        assert file.map == worked
    typed("demo", folder, "--force")
    with JourneyFile.open(path) as file:
        assert file.map != worked


def test_the_demo_is_the_sample_with_a_history_that_can_be_undone(
    typed: Typed, tmp_path: Path, claim: Path
) -> None:
    typed("demo", tmp_path / "demo")
    with (
        JourneyFile.open(tmp_path / "demo" / "water-damage.journey") as demo,
        JourneyFile.open(claim) as sample,
    ):
        assert demo.map == sample.map
        document = demo.document()
        while document.next_undo:
            document.undo()
        assert len(document.map.of(Card)) == 0
        assert len(document.map.of(Step)) == 16


def test_the_demo_does_not_go_where_a_file_is(typed: Typed, claim: Path) -> None:
    before = claim.read_bytes()
    told = typed("demo", claim, "--force")
    assert (told.exit_code, told.stderr.partition(". ")[0]) == (1, "“claim.journey” is a file")
    assert claim.read_bytes() == before


def test_help_is_there_before_anything_heavy_is_loaded(started: Started) -> None:
    heavy = {"PySide6", "networkx", "reportlab", "sqlite_utils", "sqlite3", "uharfbuzz"}
    for arguments in (["--help"], ["export", "--help"]):
        told = started(*arguments, env={"PYTHONPROFILEIMPORTTIME": "1"})
        loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}
        assert "click" in loaded
        assert loaded & heavy == set()


@pytest.mark.parametrize("name", ["check", "show", "export", "demo"])
def test_no_command_loads_qt(started: Started, claim: Path, name: str) -> None:
    arguments: dict[str, list[object]] = {
        "check": [claim],
        "show": [claim],
        "export": [claim, "-o", "a.pdf"],
        "demo": ["demo"],
    }
    told = started(name, *arguments[name], env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert told.returncode == 0
    assert "PySide6" not in told.stderr
    assert "storage.journey_file" in told.stderr


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


def test_the_words_of_click_that_we_translate_are_those_it_says() -> None:
    """Where click words something anew, it would speak English amid our words."""
    package = Path(click.__file__).parent
    said = {
        node.value
        for module in package.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [words for words in words_of_click() if words not in said] == []


def test_click_speaks_the_language_of_the_user(started: Started) -> None:
    with speaking("nb"):
        heading, hint = _("Commands"), _("Show this message and exit.")
    told = started("--help", env={"LANG": "nb_NO.UTF-8"}).stdout
    assert f"\n{heading}:\n" in told
    assert hint in told
    told = started("show", env={"LANG": "nb_NO.UTF-8"}).stderr
    with speaking("nb"):
        assert _("Missing argument") in told
