"""A file that is not exactly what was written is told from one that is, and never changed."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journey.model import Persona, Refused
from storage import (
    FileBusy,
    FileDamaged,
    FileFault,
    FileMissing,
    JourneyFile,
    NameImpossible,
    NotAJourneyFile,
)
from tests.builders import a_card, a_map
from tests.storage.maps import everything, written
from tests.storage.tampering import opened, tampered

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (PNG, "not a journey file"),
        (b"PK\x03\x04" * 100, "not a journey file"),
        (b"SQLite format 3\x00", "damaged"),
        (b"SQLite format 3\x00" + b"\xff" * 400, "another program"),
        (b"title: Not ours\n", "not a journey file"),
    ],
)
def test_other_files_are_told_apart_and_left_alone(path: Path, content: bytes, word: str) -> None:
    path.write_bytes(content)
    with pytest.raises(FileFault, match=word) as told:
        opened(path)
    assert "map.journey" in told.value.sentence
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_is_told_and_not_made(path: Path) -> None:
    with pytest.raises(FileMissing):
        opened(path)
    assert not path.exists()


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAJourneyFile, match="folder"):
        opened(tmp_path)


def test_a_link_that_leads_back_to_itself_is_told_and_no_fault_of_the_disk(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(NotAJourneyFile, match="a link that leads back to itself"):
        opened(path)


def test_a_pipe_is_told_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(NotAJourneyFile, match="not an ordinary file"):
        opened(path)


def test_the_database_of_another_program_is_told(path: Path) -> None:
    tampered(path, "create table card (id text)")
    with pytest.raises(NotAJourneyFile, match="another program"):
        opened(path)


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after update on card begin delete from card; end",
        "create view extra as select * from card",
        "create table extra (id text)",
        "create virtual table extra using fts5 (text)",
        "create index extra on card (text)",
        "alter table card add column more text as (text || text)",
        "drop table vote",
    ],
)
def test_a_file_with_foreign_parts_is_refused_before_they_can_act(closed: Path, statement: str) -> None:
    tampered(closed, statement)
    before = closed.read_bytes()
    with pytest.raises(NotAJourneyFile, match="does not hold the tables"):
        opened(closed)
    assert closed.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "update card set text = 'swapped' where id = 'call'",
        "update step set minutes = 3 where id = 'step-1'",
        "delete from vote",
        "insert into participant values ('more', 'More', '', '')",
        "update meta set value = value + 1 where key = 'digest'",
        "update meta set value = 'x' where key = 'digest'",
        "update meta set value = value + 1 where key = 'revision'",
        "delete from meta where key = 'revision'",
        "delete from entry where number = 2",
        "update entry set undoes = 1 where number = 3",
        "update blob set bytes = x'00'",
        "delete from blob",
    ],
)
def test_what_another_program_changed_is_noticed(closed: Path, statement: str) -> None:
    tampered(closed, "pragma foreign_keys = off", statement)
    with pytest.raises(FileDamaged, match=r"“map.journey” is damaged.*not changed"):
        opened(closed)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update card set text = 'swapped' where id = 'call'", "Not as it was written: 1 card (“edit 2”)."),
        ("update persona set name = 'Kasi' where id = 'kari'", "Not as it was written: 1 persona (“Kari”)."),
        ("delete from entry where number = 2", "The map in it is whole, but its history is not."),
    ],
)
def test_what_is_damaged_is_named(path: Path, statement: str, says: str) -> None:
    records = a_map(records=[Persona(id="kari", name="Kari"), a_card("call", "touchpoints", "step-1")])
    with JourneyFile.create(path, records.records()) as file:
        for number in range(3):
            file.document().do(written(file.map, f"edit {number}"))
    tampered(path, "pragma foreign_keys = off", statement)
    with pytest.raises(FileDamaged) as told:
        opened(path)
    assert says in told.value.sentence


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.99])
def test_a_file_that_was_copied_in_part_is_told(closed: Path, share: float) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(FileDamaged, match="copied only in part"):
        opened(closed)


def test_no_flipped_bit_changes_a_map_unnoticed(closed: Path) -> None:
    whole, chance = closed.read_bytes(), random.Random(1)
    with JourneyFile.open(closed) as file:
        expected = file.map
    noticed = 0
    written_at = [place for place, byte in enumerate(whole) if byte]
    for place in chance.sample(written_at, 200):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        closed.write_bytes(flipped)
        try:
            with JourneyFile.open(closed, read_only=True) as file:
                assert file.map == expected, f"byte {place}"
        except FileFault:
            noticed += 1
    assert noticed > 70


def test_a_step_of_the_history_that_was_changed_cannot_be_taken_back(closed: Path) -> None:
    tampered(closed, "update change set before = replace(before, 'edit 1', 'edit X') where entry = 3")
    with JourneyFile.open(closed) as file:
        before = file.map
        with pytest.raises(FileDamaged, match="Change 3 in the history"):
            file.document().undo()
        assert file.map == before
        file.document().do(written(file.map, "and on"))
        file.document().undo()


def test_damage_to_the_history_never_gives_a_wrong_map(closed: Path) -> None:
    tampered(closed, "update change set entry = 2 where entry = 3")
    with JourneyFile.open(closed) as file, pytest.raises((FileDamaged, Refused)):
        file.document().undo()


def test_a_file_that_is_being_written_is_waited_for_and_then_told(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(FileBusy, match="Another program"):
            opened(closed)


@pytest.mark.parametrize("read_only", [True, False])
def test_opening_and_closing_without_an_edit_changes_no_byte(closed: Path, read_only: bool) -> None:
    before, time = closed.read_bytes(), closed.stat().st_mtime_ns
    with JourneyFile.open(closed, read_only=read_only) as file:
        assert file.read_only == read_only
    assert (closed.read_bytes(), closed.stat().st_mtime_ns) == (before, time)
    assert list(closed.parent.iterdir()) == [closed]


@pytest.mark.parametrize(
    "name",
    [
        "æøå 🚒 kunde",
        'O\'Brien "quoted"',
        "100%?#&+",
        "trailing  ",
        "-o",
        "two\nlines",
        "n" * 239,
        "%41",
        ".hidden",
    ],
)
def test_a_file_may_be_called_anything(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.journey"
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(written(file.map, "new"))
    with JourneyFile.open(path) as file:
        assert len(file.history) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_is_found_however_its_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "Aa\u030angen.journey"
    JourneyFile.create(path, everything().records()).close()
    with JourneyFile.open(tmp_path / "A\u00e5ngen.journey") as file:
        assert file.path == path


def test_a_map_of_one_card_is_enough(path: Path) -> None:
    small = a_map(1, 1, records=[a_card("call", "touchpoints", "step-1")])
    JourneyFile.create(path, small.records()).close()
    with JourneyFile.open(path) as file:
        assert file.map == small


def test_a_name_that_leaves_no_room_for_a_journal_is_told(closed: Path) -> None:
    long = closed.rename(closed.with_name("n" * 240 + ".journey"))
    before = long.read_bytes()
    with pytest.raises(NameImpossible, match="too long for this disk; a shorter one is needed"):
        opened(long)
    assert long.read_bytes() == before
