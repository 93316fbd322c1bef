"""`reisekart merge`: two copies, a third file, and a list one can read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journey import edits
from journey.model import Card, Change, MapData
from journey.versions import VersionKind
from resources.words import speaking
from storage import JourneyFile
from tests.app.conftest import Typed
from tests.builders import card_saying
from tests.repository import REPOSITORY

Edit = Callable[[MapData], Change]


def edited(path: Path, name: str, *made: Edit) -> Path:
    """A copy of a file with edits in it."""
    copy = Path(shutil.copy(path, path.with_name(name)))
    with JourneyFile.open(copy) as file:
        for edit in made:
            file.document().do(edit(file.map))
    return copy


def written(old: str, new: str) -> Edit:
    return lambda m: edits.set_text(m, card_saying(m, old).id, new)


@pytest.fixture
def groups(claim: Path) -> tuple[Path, Path]:
    """Two copies of the sample, each with edits of its own and one text that both wrote."""
    pain = "Has to chase three parties"
    return (
        edited(claim, "a.journey", written("Open the claim", "Open it"), written(pain, "Chases three")),
        edited(claim, "b.journey", written("Pay out", "Pay at once"), written(pain, "Chases everybody")),
    )


def contents(paths: tuple[Path, ...]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


def test_both_copies_are_in_the_new_file_and_neither_is_changed(
    typed: Typed, groups: tuple[Path, Path], tmp_path: Path
) -> None:
    before, target = contents(groups), tmp_path / "both.journey"
    said = typed("merge", *groups, "-o", target)
    assert (said.exit_code, said.stderr) == (0, "")
    assert said.stdout.splitlines()[1:] == [
        "Changed: 2 cards",
        "",
        "1 conflict; what was taken is marked with →",
        "  Pain point “Chases three”, at “Lives with repairs”, in “Water damage at home”: Text",
        "    → mine: Chases three",
        "      theirs: Chases everybody",
        "A text that was not taken stands in the note of its card.",
    ]
    assert contents(groups) == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    with JourneyFile.open(target) as file:
        assert {"Open it", "Pay at once", "Chases three"} <= {one.text for one in file.map.of(Card)}
        assert file.history[-1].label == "Merge with “b.journey”"
        assert len(file.history) == 3
        assert [it.kind for it in file.versions] == [VersionKind.MERGE]
        file.document().undo()
        assert card_saying(file.map, "Pay out")


def test_the_other_copy_can_be_the_one_that_is_followed(
    typed: Typed, groups: tuple[Path, Path], tmp_path: Path
) -> None:
    said = typed("merge", *groups, "-o", tmp_path / "both.journey", "--take", "theirs")
    assert "    → theirs: Chases everybody" in said.stdout.splitlines()
    with JourneyFile.open(tmp_path / "both.journey") as file:
        assert card_saying(file.map, "Chases everybody").note.endswith("In the other copy: Chases three")


def test_programs_get_the_list_too(typed: Typed, groups: tuple[Path, Path], tmp_path: Path) -> None:
    told = json.loads(typed("merge", *groups, "-o", tmp_path / "both.journey", "--json").stdout)
    assert told["came_in"] == {"added": {}, "changed": {"card": 2}, "removed": {}}
    (conflict,) = told["conflicts"]
    assert conflict["key"] == f"field/card/{conflict['id']}/text"
    assert [conflict[name] for name in ("about", "sort", "fields", "mine", "theirs", "taken")] == [
        *("field", "card", ["text"], "Chases three", "Chases everybody", "mine"),
    ]
    assert told["remarks"] == []


def test_codes_that_both_gave_are_told(typed: Typed, claim: Path, tmp_path: Path) -> None:
    def added(text: str) -> Edit:
        beside = "Search result, “damage” page"
        return lambda m: edits.add_card(m, card_saying(m, beside).lane, card_saying(m, beside).step, text)

    a, b = edited(claim, "a.journey", added("Ours")), edited(claim, "b.journey", added("Theirs"))
    lines = typed("merge", a, b, "-o", tmp_path / "both.journey").stdout.splitlines()
    assert lines[1] == "Added: 1 card"
    assert lines[-1].startswith("Both copies gave the code T")
    assert "conflict" not in "".join(lines)


def test_merging_once_more_brings_nothing(typed: Typed, groups: tuple[Path, Path], tmp_path: Path) -> None:
    once, twice = tmp_path / "once.journey", tmp_path / "twice.journey"
    typed("merge", *groups, "-o", once)
    said = typed("merge", once, groups[1], "-o", twice).stdout.splitlines()
    assert said[1:] == ["Nothing came in: all that is in the other copy is in this one."]
    with JourneyFile.open(once) as first, JourneyFile.open(twice) as second:
        assert first.map == second.map
        assert first.history == second.history


def test_a_copy_whose_edits_are_all_in_the_other_is_brought_up_to_it(
    typed: Typed, claim: Path, groups: tuple[Path, Path], tmp_path: Path
) -> None:
    typed("merge", claim, groups[1], "-o", tmp_path / "both.journey")
    with JourneyFile.open(tmp_path / "both.journey") as both, JourneyFile.open(groups[1]) as theirs:
        assert both.map == theirs.map


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("a", "b", "a"), "“a.journey” cannot be made out of itself. Give the new file another name."),
        (("a", "b", "b"), "“b.journey” cannot be made out of itself. Give the new file another name."),
        (
            ("a", "a", "c"),
            "“a.journey” and “a.journey” are the same file. Name the two copies that went apart.",
        ),
        (("a", "b", "claim"), "“claim.journey” is there already. With --force it is replaced."),
        (("a", "gone", "c"), "There is no file “gone.journey”."),
        (
            ("a", "other", "c"),
            "“other.journey” is no copy of “a.journey”: they do not begin with the same map",
        ),
    ],
)
def test_what_cannot_be_merged_is_one_sentence_and_nothing_is_written(
    typed: Typed, groups: tuple[Path, Path], tmp_path: Path, names: tuple[str, str, str], sentence: str
) -> None:
    typed("new", tmp_path / "other.journey")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    mine, theirs, target = (tmp_path / f"{name}.journey" for name in names)
    said = typed("merge", mine, theirs, "-o", target)
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr.startswith(sentence)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_copy_of_an_older_version_is_brought_up_to_date_in_the_new_file_alone(
    typed: Typed, tmp_path: Path
) -> None:
    older = Path(
        shutil.copy(REPOSITORY / "tests/storage/old_files/version-1.journey", tmp_path / "a.journey")
    )
    other = edited(older, "b.journey", lambda m: edits.edit_workshop(m, title="Theirs"))
    before = older.read_bytes()
    assert typed("merge", older, other, "-o", tmp_path / "c.journey").exit_code == 0
    assert older.read_bytes() == before
    assert not list(tmp_path.glob(".*"))
    with JourneyFile.open(tmp_path / "c.journey") as file:
        assert file.map.workshop.title == "Theirs"


def test_a_file_that_is_there_is_replaced_with_force(
    typed: Typed, claim: Path, groups: tuple[Path, Path]
) -> None:
    assert typed("merge", *groups, "-o", claim, "--force").exit_code == 0
    with JourneyFile.open(claim) as file:
        assert card_saying(file.map, "Pay at once")


def test_a_side_that_is_none_is_wrong_usage(typed: Typed, groups: tuple[Path, Path], tmp_path: Path) -> None:
    assert typed("merge", *groups, "-o", tmp_path / "c.journey", "--take", "ours").exit_code == 2


def test_the_kept_text_is_introduced_in_the_language_of_the_map(
    typed: Typed, groups: tuple[Path, Path], tmp_path: Path
) -> None:
    with speaking("nb"):
        typed("merge", *groups, "-o", tmp_path / "both.journey")
    with JourneyFile.open(tmp_path / "both.journey") as file:
        assert "In the other copy: Chases everybody" in card_saying(file.map, "Chases three").note
