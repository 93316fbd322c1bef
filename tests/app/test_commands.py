"""What each command makes and says."""

from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path

import click
import pytest

from app import VERSION
from app.cli import language_of, program
from app.commands.click_words import words_of_click
from journey.model import Card, Step
from resources.samples import SAMPLES, sample_bytes
from resources.words import _, speaking
from storage import JourneyFile
from tests.app.conftest import Started, Typed
from tests.repository import REPOSITORY


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
