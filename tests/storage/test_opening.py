"""A file that is not exactly what was written is told from one that is, and never changed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from journey.model import Card, Persona, Refused
from storage import (
    FileBusy,
    FileDamaged,
    FileFault,
    FileMissing,
    JourneyFile,
    MadeByNewer,
    NotAJourneyFile,
)
from storage.limits import FileTooLarge
from tests.builders import a_card, a_map
from tests.storage.maps import everything, written

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def closed(path: Path) -> Path:
    """A file with a few edits that nobody has open."""
    with JourneyFile.create(path, everything().records()) as file:
        for number in range(3):
            file.document().do(written(file.map, f"edit {number}"))
    return path


def tampered(path: Path, *statements: str) -> None:
    """Do to a file what another program could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def opened(path: Path) -> None:
    JourneyFile.open(path).close()


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


def test_a_pipe_is_told_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(NotAJourneyFile, match="not an ordinary file"):
        opened(path)


def test_the_database_of_another_program_is_told(path: Path) -> None:
    tampered(path, "create table card (id text)")
    with pytest.raises(NotAJourneyFile, match="another program"):
        opened(path)


def test_a_file_of_a_newer_version_is_told_and_left_alone(closed: Path) -> None:
    tampered(closed, "pragma user_version = 3")
    before = closed.read_bytes()
    with pytest.raises(MadeByNewer, match="newer version"):
        opened(closed)
    assert closed.read_bytes() == before


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


def tampered_with_right_digest(path: Path, *statements: str) -> None:
    """Do to a file what one could who knows how it proves itself."""
    from storage.rows import DIGEST_SIZE, ROWS, cells_hash

    tampered(path, "pragma foreign_keys = off", "pragma ignore_check_constraints = on", *statements)
    with closing(sqlite3.connect(path)) as connection:
        rows = ((table.sort, row) for table in ROWS.values() for row in connection.execute(table.select()))
        digest = sum(cells_hash(sort, row) for sort, row in rows) % DIGEST_SIZE
    tampered(path, f"update meta set value = '{digest}' where key = 'digest'")


@pytest.mark.parametrize(
    "statement",
    [
        "update card set text = 'x' || char(8238) || 'y'",
        "update card set text = 'a' || char(0) || 'b'",
        "update card set text = char(27) || '[2J'",
        "update card set note = hex(zeroblob(15000))",
        "update card set tags = '[1]'",
        "update card set tags = replace(hex(zeroblob(9000)), '0', '[')",
        "update card set cost = 9e999",
        "update card set cost = 1e300",
        "update card set span = 9999",
        "update card set span = 1 << 60",
        "update card set lane = 'systems'",
        "update card set kind = 'unheard of'",
        "update card set rank = ''",
        "update card set rank = '0'",
        "update card set value = 77 where id = 'idea'",
        "update card set id = 'two lines' || char(10) where id = 'photo'",
        "update owner set parent = 'desk' where id = 'claims'",
        "update link set source = target",
        "update asset set width = 1000000000",
        "update journey set parent_card = 'nowhere'",
        "update measure set date = '2026-13-01'",
        "delete from stage",
        "insert into workshop select 'second', title, '', 'en', '', '' from workshop",
    ],
)
def test_no_value_is_let_in_that_the_program_would_not_write(path: Path, statement: str) -> None:
    """Files made to deceive: the digest is right, the content is not what the program would write."""
    JourneyFile.create(path, everything().records()).close()
    tampered_with_right_digest(path, statement)
    before = path.read_bytes()
    with pytest.raises(FileDamaged, match="damaged"):
        opened(path)
    assert path.read_bytes() == before


def test_what_is_right_by_chance_is_let_in(path: Path) -> None:
    """So that what is refused above is refused for its values, not for how it was put in."""
    JourneyFile.create(path, everything().records()).close()
    tampered_with_right_digest(path, "update card set text = 'other' where id = 'call'")
    with JourneyFile.open(path) as file:
        assert file.map.of(Card)["call"].text == "other"


def numbers(most: int) -> str:
    return f"with recursive n(i) as (select 1 union all select i + 1 from n where i < {most})"


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (f"{numbers(200_001)} insert into participant select i, 'x', '', '' from n", "200000 cards"),
        ("insert into participant values ('p', hex(zeroblob(11000000)), '', '')", "no text or picture"),
        ("insert into blob values (?, zeroblob(25000000))", "no text or picture"),
    ],
)
def test_a_file_of_too_much_is_told_with_little_read(closed: Path, statement: str, says: str) -> None:
    tampered(closed, "pragma synchronous = off", statement.replace("?", "hex(zeroblob(32))"))
    if "blob values" in statement:
        tampered_with_right_digest(closed, "update asset set data = hex(zeroblob(32))")
    before = closed.stat().st_mtime_ns
    tracemalloc.start()
    with pytest.raises(FileTooLarge, match=says):
        opened(closed)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()
    assert closed.stat().st_mtime_ns == before


def test_a_file_of_a_terabyte_of_nothing_is_told_at_once(closed: Path) -> None:
    os.truncate(closed, 1 << 40)
    with pytest.raises(FileTooLarge, match="has at most 1000 MB"):
        opened(closed)


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
        with pytest.raises(FileDamaged, match="Step 3 in the history"):
            file.document().undo()
        assert file.map == before
        file.document().do(written(file.map, "and on"))
        file.document().undo()


def test_damage_to_the_history_never_gives_a_wrong_map(closed: Path) -> None:
    tampered(closed, "update change set entry = 2 where entry = 3")
    with JourneyFile.open(closed) as file, pytest.raises((FileDamaged, Refused)):
        file.document().undo()


def test_a_file_that_another_tool_turned_to_a_write_ahead_log_is_turned_back(closed: Path) -> None:
    tampered(closed, "pragma journal_mode = wal")
    assert closed.read_bytes()[18:20] == b"\x02\x02"
    with JourneyFile.open(closed) as file:
        file.document().do(written(file.map, "back"))
    assert closed.read_bytes()[18:20] == b"\x01\x01"
    assert list(closed.parent.iterdir()) == [closed]


@pytest.fixture
def with_log(closed: Path, tmp_path: Path) -> Path:
    """A file whose latest edit another tool left in a log beside it."""
    copy = tmp_path / "after" / "map.journey"
    copy.parent.mkdir()
    tampered(closed, "pragma journal_mode = wal")
    with closing(sqlite3.connect(closed, isolation_level=None)) as connection:
        connection.execute("update _sqlite_migrations set applied_at = 'later'")
        for suffix in ("", "-wal"):
            shutil.copy(f"{closed}{suffix}", f"{copy}{suffix}")
    return copy


def test_a_log_beside_a_file_is_taken_in(with_log: Path) -> None:
    with JourneyFile.open(with_log) as file:
        assert file.remarks == ()
        file.document().do(written(file.map, "on"))
    assert with_log.read_bytes()[18:20] == b"\x01\x01"
    assert list(with_log.parent.iterdir()) == [with_log]


def test_a_log_beside_a_file_is_read_where_nothing_may_be_written(with_log: Path) -> None:
    before = with_log.read_bytes()
    with JourneyFile.open(with_log, read_only=True) as file:
        assert len(file.history) == 3
        assert file.remarks == (
            "The latest changes of “map.journey” lie in a file beside it. You see it with them.",
        )
    assert with_log.read_bytes() == before
    assert sorted(one.name for one in with_log.parent.iterdir()) == ["map.journey", "map.journey-wal"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_log_that_is_missing_is_told(with_log: Path, read_only: bool) -> None:
    Path(f"{with_log}-wal").unlink()
    with JourneyFile.open(with_log, read_only=read_only) as file:
        assert len(file.history) == 3
        (remark,) = file.remarks
    assert "it may be older than it looks" in remark


@pytest.fixture
def broken_off(closed: Path, tmp_path: Path) -> Path:
    """A file as a power cut leaves it: half of a transaction on the disk, and the journal to take it back."""
    copy = tmp_path / "after" / "map.journey"
    copy.parent.mkdir()
    with closing(sqlite3.connect(closed, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("begin immediate")
        connection.execute("update card set note = 'half'")
        connection.execute("insert into blob values (?, zeroblob(100000))", ("0" * 64,))
        for suffix in ("", "-journal"):
            shutil.copy(f"{closed}{suffix}", f"{copy}{suffix}")
        connection.execute("rollback")
    assert copy.read_bytes() != closed.read_bytes()
    return copy


def test_what_was_broken_off_is_taken_back(broken_off: Path) -> None:
    with JourneyFile.open(broken_off) as file:
        assert file.history[-1].label == "Write edit 2"
    assert list(broken_off.parent.iterdir()) == [broken_off]


def test_what_was_broken_off_is_seen_as_before_where_nothing_may_be_written(broken_off: Path) -> None:
    before = broken_off.read_bytes()
    with JourneyFile.open(broken_off, read_only=True) as file:
        assert file.history[-1].label == "Write edit 2"
        assert file.document().next_undo is not None
        assert file.recall(3).label == "Write edit 2"
        assert [remark for remark in file.remarks if "broken off" in remark] == list(file.remarks) != []
    assert broken_off.read_bytes() == before
    assert Path(f"{broken_off}-journal").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_journal_of_another_file_is_not_let_into_this_one(
    broken_off: Path, tmp_path: Path, read_only: bool
) -> None:
    other = broken_off.with_name("other.journey")
    JourneyFile.create(other, a_map().records()).close()
    shutil.move(f"{broken_off}-journal", f"{other}-journal")
    before = other.read_bytes()
    with pytest.raises(FileBusy, match=r"“other.journey-journal” lies beside .* does not belong to it"):
        JourneyFile.open(other, read_only=read_only)
    assert other.read_bytes() == before
    assert Path(f"{other}-journal").exists()


def test_a_damaged_file_with_a_journal_is_left_as_it_is(broken_off: Path) -> None:
    spoilt = bytearray(broken_off.read_bytes())
    spoilt[8192:12288] = spoilt[40960:45056] = bytes(4096)
    broken_off.write_bytes(spoilt)
    with pytest.raises(FileDamaged):
        opened(broken_off)
    assert broken_off.read_bytes() == spoilt


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
