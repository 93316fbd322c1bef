"""Versions at the terminal: listing them, comparing with them, going back to them; copies for others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journey.document import Entry
from journey.edits import remove_cards, set_text
from journey.model import Card, Owner, OwnerKind, adding
from journey.versions import VersionKind
from storage import JourneyFile
from tests.app.conftest import Typed
from tests.storage.maps import everything
from tests.storage.test_old_files import OLD_FILES


@pytest.fixture
def claim(tmp_path: Path) -> Path:
    """A file with two versions and three steps, the last of them without a version."""
    path = tmp_path / "claim.journey"
    with JourneyFile.create(path, everything().records()) as file:
        file.who = "Kari"
        document = file.document()
        kari = Owner(id="kari-n", name="Kari Nordmann", kind=OwnerKind.PERSON, contact="kari@firma.no")
        document.do(adding("Add owner", [kari]))
        file.keep_version(VersionKind.NAMED, "Before lunch")
        document.do(set_text(document.map, "letter", "A longer letter"))
        file.keep_version(VersionKind.DELETION, note="Remove 1 card")
        document.do(remove_cards(document.map, ["photo"]))
    return path


def map_in(path: Path) -> dict[str, str]:
    with JourneyFile.open(path, read_only=True) as file:
        return {card.id: card.text for card in file.map.of(Card)}


def history_in(path: Path) -> tuple[Entry, ...]:
    with JourneyFile.open(path, read_only=True) as file:
        return file.history


def test_versions_are_listed_with_number_moment_author_and_step(typed: Typed, claim: Path) -> None:
    lines = typed("versions", claim).stdout.splitlines()
    assert lines[0] == "3 changes in the history"
    assert lines[2].startswith("    1  Before lunch, ")
    assert lines[2].endswith(", Kari, after change 1")
    assert lines[3].startswith("    2  Before: Remove 1 card, ")
    told = json.loads(typed("versions", claim, "--json").stdout)
    assert [(one["number"], one["name"], one["kind"], one["step"]) for one in told["versions"]] == [
        (1, "Before lunch", "named", 1),
        (2, "", "deletion", 2),
    ]


def test_a_file_without_versions_says_so(typed: Typed, tmp_path: Path) -> None:
    JourneyFile.create(tmp_path / "new.journey", everything().records()).close()
    assert "No versions yet." in typed("versions", tmp_path / "new.journey").stdout


def test_a_comparison_groups_what_was_changed_and_removed(typed: Typed, claim: Path) -> None:
    assert typed("compare", claim, "--with", "before lunch").stdout.splitlines() == [
        "Compared with: Before lunch",
        "Changed:",
        "  Touchpoint “A longer letter”, at “Step 2”",
        "    Text: “letter” became “A longer letter”",
        "Removed:",
        "  Picture “photo”, at “Step 4”",
        "1 changed, 1 removed",
    ]


@pytest.mark.parametrize(("wanted", "keys"), [("2", ["card/photo"]), ("@2", ["card/photo"]), ("@3", [])])
def test_versions_are_named_by_number_and_steps_by_theirs(
    typed: Typed, claim: Path, wanted: str, keys: list[str]
) -> None:
    told = json.loads(typed("compare", claim, "--with", wanted, "--json").stdout)
    assert [one["what"] for one in told["differences"]] == keys


def test_two_files_are_compared(typed: Typed, claim: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.journey"
    typed("copy", claim, "-o", other)
    assert typed("compare", claim, "--with", other).stdout.splitlines()[-1] == "Nothing differs."


def test_a_version_nobody_knows_is_told_with_where_to_look(typed: Typed, claim: Path) -> None:
    result = typed("compare", claim, "--with", "After dinner")
    assert result.exit_code == 1
    assert "has no version “After dinner”" in result.stderr
    ambiguous = typed("compare", claim, "--with", "before")
    assert "names 2 versions" in ambiguous.stderr


def test_going_back_makes_a_copy_whose_last_step_it_is(typed: Typed, claim: Path, tmp_path: Path) -> None:
    before, target = claim.read_bytes(), tmp_path / "back.journey"
    assert "Made" in typed("restore", claim, "Before lunch", "-o", target).stdout
    assert claim.read_bytes() == before
    assert map_in(target) == {card.id: card.text for card in everything().of(Card)}
    assert [entry.label for entry in history_in(target)][-1] == "Go back to “Before lunch”"
    with JourneyFile.open(target) as file:
        file.document().undo()
        assert "photo" not in file.map.of(Card)
        assert file.versions[-1].kind is VersionKind.RESTORE


def test_a_copy_of_an_older_file_leaves_nothing_beside_it(typed: Typed, tmp_path: Path) -> None:
    old = tmp_path / "old.journey"
    old.write_bytes((OLD_FILES / "version-1.journey").read_bytes())
    for command in (["restore", old, "@3"], ["copy", old], ["copy", old, "--clean"]):
        assert typed(*command, "-o", tmp_path / f"{command[0]}{len(command)}.journey").exit_code == 0
    assert old.read_bytes() == (OLD_FILES / "version-1.journey").read_bytes()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["copy2.journey", "copy3.journey", "old.journey", "restore3.journey"]
    assert len(history_in(tmp_path / "restore3.journey")) == len(history_in(old)) + 1


def test_going_back_to_what_is_now_makes_no_step(typed: Typed, claim: Path, tmp_path: Path) -> None:
    typed("restore", claim, "@3", "-o", tmp_path / "same.journey")
    assert history_in(tmp_path / "same.journey") == history_in(claim)


def test_a_file_that_is_there_is_only_replaced_with_force(typed: Typed, claim: Path, tmp_path: Path) -> None:
    target = tmp_path / "there.journey"
    target.write_bytes(b"mine")
    for command in (["restore", claim, "1"], ["copy", claim], ["copy", claim, "--clean"]):
        assert typed(*command, "-o", target).exit_code == 1
        assert target.read_bytes() == b"mine"
    assert typed("copy", claim, "-o", target, "--force").exit_code == 0
    assert history_in(target) == history_in(claim)
    assert typed("copy", claim, "-o", claim, "--force").exit_code == 1


def test_a_clean_copy_tells_what_it_left_out(typed: Typed, claim: Path, tmp_path: Path) -> None:
    target = tmp_path / "clean.journey"
    said = typed("copy", claim, "-o", target, "--clean").stdout
    assert "texts were left out, and are not in it." in said
    assert history_in(target) == ()
    assert b"Kari Nordmann" in claim.read_bytes()
    assert b"Kari Nordmann" not in target.read_bytes()
    typed("copy", claim, "-o", target, "--clean", "--keep-names", "--force")
    assert b"Kari Nordmann" in target.read_bytes()


def test_what_is_kept_goes_with_a_clean_copy(typed: Typed, claim: Path, tmp_path: Path) -> None:
    assert typed("copy", claim, "-o", tmp_path / "x.journey", "--keep-names").exit_code == 2
