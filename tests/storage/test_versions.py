"""Versions are in the file as soon as they are saved, and proved like all that is in it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from journey.edits import remove_cards
from journey.model import Card, adding
from journey.past import map_after
from journey.versions import VersionKind
from storage import ChangedOutside, FileDamaged, JourneyFile
from tests.builders import a_card
from tests.storage.maps import everything, written


def test_a_version_is_the_map_as_it_was_when_it_was_named(a_file: JourneyFile, path: Path) -> None:
    a_file.document().do(written(a_file.map, "before lunch"))
    a_file.who = "Kari"
    kept = a_file.keep_version(VersionKind.NAMED, "Before lunch", "six people")
    then = a_file.map
    a_file.document().do(written(a_file.map, "after lunch"))
    a_file.wait_saved()
    with JourneyFile.open(path, read_only=True) as other:
        assert other.versions == (kept,)
        assert map_after(other, other.document(), kept.entry) == then
        assert (kept.entry, kept.who, kept.name, kept.note) == (1, "Kari", "Before lunch", "six people")


def test_a_version_of_the_beginning_needs_no_edit(a_file: JourneyFile, path: Path) -> None:
    told: list[int] = []
    a_file.on_saved = told.append
    kept = a_file.keep_version(VersionKind.NAMED, "Fresh")
    a_file.wait_saved()
    assert (kept.entry, told, a_file.saved_revision) == (0, [0], 0)
    with JourneyFile.open(path, read_only=True) as other:
        assert other.versions == (kept,)


def test_edits_say_whose_they_are_and_on_which_machine(a_file: JourneyFile, path: Path) -> None:
    a_file.who, a_file.device = "Kari\u202e\n", "room-3"
    a_file.document().do(written(a_file.map, "mine"))
    a_file.who = "Ola"
    a_file.document().undo()
    a_file.wait_saved()
    with JourneyFile.open(path) as other:
        assert [(one.who, one.device) for one in other.history] == [("Kari", "room-3"), ("Ola", "room-3")]
        other.document().redo()
        assert other.map == map_after(a_file, a_file.document(), 1)


def test_an_edit_is_by_default_of_the_one_who_is_logged_in(a_file: JourneyFile) -> None:
    a_file.document().do(written(a_file.map, "mine"))
    assert a_file.history[0].device
    assert a_file.history[0].who == a_file.who


@pytest.mark.parametrize(
    "statement",
    [
        "update version set name = 'After'",
        "update version set entry = 0",
        "delete from version",
        "insert into version values ('more', 'More', 0, '2026-01-01', '', 'named', '')",
    ],
)
def test_a_version_that_another_program_changed_is_noticed(path: Path, statement: str) -> None:
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(written(file.map, "x"))
        file.keep_version(VersionKind.NAMED, "Before")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(statement)
    with pytest.raises(FileDamaged):
        JourneyFile.open(path)


def test_a_version_named_in_the_file_by_somebody_else_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    JourneyFile.create(path, everything().records()).close()
    shutil.copy(path, tmp_path / "aside")
    file = JourneyFile.open(path)
    with JourneyFile.open(tmp_path / "aside") as other:
        other.keep_version(VersionKind.NAMED, "Theirs")
    with (tmp_path / "aside").open("rb") as theirs, path.open("r+b") as ours:
        ours.write(theirs.read())
    file.keep_version(VersionKind.NAMED, "Ours")
    with pytest.raises(ChangedOutside):
        file.close()
    with JourneyFile.open(path) as found:
        assert [one.name for one in found.versions] == ["Theirs"]


def test_a_version_kept_twice_by_a_repeated_attempt_is_there_once(path: Path) -> None:
    from storage.connection import connect
    from storage.reading import read_content
    from storage.writing import write_version

    with JourneyFile.create(path, everything().records()) as file:
        kept = file.keep_version(VersionKind.MERGE)
    db = connect(path)
    try:
        seen = read_content(db, path).seen
        write_version(db, kept, seen)
    finally:
        db.close()
    with JourneyFile.open(path) as file:
        assert file.versions == (kept,)


def ten_cards(file: JourneyFile) -> list[str]:
    """Ten cards more in the map."""
    cards = [a_card(f"more-{number}", "touchpoints", "step-1") for number in range(10)]
    file.document().do(adding("Add many", cards))
    return [card.id for card in cards]


def kinds(file: JourneyFile) -> list[tuple[VersionKind, int, str]]:
    return [(version.kind, version.entry, version.note) for version in file.versions]


def test_what_was_before_many_cards_went_is_kept(a_file: JourneyFile) -> None:
    many = ten_cards(a_file)
    a_file.document().do(remove_cards(a_file.map, many[:9]))
    assert kinds(a_file) == []
    a_file.document().undo()
    a_file.document().do(remove_cards(a_file.map, many))
    assert kinds(a_file) == [(VersionKind.DELETION, 3, "Remove 10 cards")]
    before = map_after(a_file, a_file.document(), 3)
    assert set(many) <= {card.id for card in before.of(Card)}


def test_what_was_before_much_came_is_kept_but_not_the_beginning(a_file: JourneyFile) -> None:
    many = [a_card(f"pasted-{number}", "touchpoints", "step-1") for number in range(60)]
    a_file.document().do(adding("Paste 30 cards", many[:30]))
    a_file.document().do(adding("Paste 29 cards", many[30:59]))
    assert kinds(a_file) == []
    more = [replace(card, id=f"again-{card.id}") for card in many[:30]]
    a_file.document().do(adding("Paste 30 cards", more))
    assert kinds(a_file) == [(VersionKind.IMPORT, 2, "Paste 30 cards")]


def test_undoing_keeps_no_version(a_file: JourneyFile) -> None:
    ten_cards(a_file)
    a_file.document().undo()
    assert kinds(a_file) == []


def test_a_state_with_a_name_is_kept_once(a_file: JourneyFile) -> None:
    many = ten_cards(a_file)
    a_file.keep_version(VersionKind.NAMED, "With all of them")
    a_file.document().do(remove_cards(a_file.map, many))
    assert [kind for kind, _entry, _note in kinds(a_file)] == [VersionKind.NAMED]


def test_a_name_longer_than_any_list_is_cut(a_file: JourneyFile, path: Path) -> None:
    kept = a_file.keep_version(VersionKind.NAMED, "long " * 1000, "note " * 1000)
    a_file.wait_saved()
    assert 195 < len(kept.name) <= 200 >= len(kept.note)
    with JourneyFile.open(path, read_only=True) as other:
        assert other.versions == (kept,)
