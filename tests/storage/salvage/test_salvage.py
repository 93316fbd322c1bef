"""What can be had from a damaged file comes back in a new one; nothing is said to be proved that is not."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey.model import check_all
from storage import FileFault, JourneyFile, NameTaken
from storage.backups import BackupKind, folder_of, keep_backup
from storage.salvage import repair_file
from storage.salvage.finding import found_in
from storage.salvage.pages import INTERIOR, Pages
from tests.storage.maps import everything
from tests.storage.newer import made_newer
from tests.storage.salvage.conftest import Repair
from tests.storage.salvage.damaging import PAGE, edit, forged, share, whole, without


def test_a_whole_file_comes_back_whole_with_its_history(repair: Repair) -> None:
    data, expected = whole()
    repaired = repair(data)
    assert repaired.map == expected
    assert (repaired.proved, repaired.steps, repaired.lines) == (True, 61, ())
    assert repaired.sentences()[0].startswith("Everything came back, and is proved")
    with JourneyFile.open(repaired.path) as file:
        while file.document().next_undo is not None:
            file.document().undo()
        assert file.map == everything()


def test_a_file_without_its_first_page_comes_back_whole(repair: Repair) -> None:
    data, expected = whole()
    repaired = repair(without(data, 1))
    assert repaired.map == expected
    assert repaired.proved


def test_what_one_page_held_mostly_comes_back_from_the_history(repair: Repair) -> None:
    data, expected = whole()
    pages = range(1, len(data) // PAGE + 1, 5)
    shares = [share(repair(without(data, page)).map, expected) for page in pages]
    assert sum(shares) / len(shares) > 0.97
    assert min(shares) > 0.5


@pytest.mark.parametrize(("lost", "least"), [(5, 0.85), (20, 0.5)])
def test_much_of_a_file_comes_back_though_many_pages_are_gone(
    repair: Repair, lost: int, least: float
) -> None:
    (data, expected), chance = whole(), random.Random(3)
    pages = range(1, len(data) // PAGE + 1)
    shares = [share(repair(without(data, *chance.sample(pages, lost))).map, expected) for _ in range(8)]
    assert sum(shares) / len(shares) > least


def test_the_beginning_of_a_file_that_was_cut_off_comes_back(repair: Repair) -> None:
    data, expected = whole()
    repaired = repair(data[: len(data) * 3 // 4])
    assert share(repaired.map, expected) > 0.25
    assert not repaired.proved
    assert repaired.lines[0] == "Did not come back: 43 cards."
    assert any("begins without one" in line for line in repaired.sentences())


def test_no_flipped_bit_is_believed_and_most_are_turned_back(repair: Repair) -> None:
    (data, expected), chance = whole(), random.Random(5)
    told = [place for place, byte in enumerate(data) if byte]
    proved = 0
    for place in chance.sample(told, 25):
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        repaired = repair(bytes(flipped))
        proved += repaired.proved
        assert not repaired.proved or repaired.map == expected, place
        assert share(repaired.map, expected) > 0.9
    assert proved > 15


def test_a_letter_that_one_bit_changed_is_as_it_was(repair: Repair) -> None:
    data, expected = whole()
    repaired = repair(data.replace("Kari 客".encode(), "Kari 山".encode()))
    assert repaired.map != expected
    assert not repaired.proved
    repaired = repair(data.replace("Kari 客".encode(), "Kasi 客".encode()))
    assert repaired.map == expected
    assert "Was damaged, and is as it was again: 1 persona (“Kari 客”)." in repaired.lines


def test_pages_that_changed_places_are_told_apart(repair: Repair) -> None:
    (data, expected), chance = whole(), random.Random(6)
    for _ in range(8):
        one, other = chance.choice((0, chance.randrange(1, 20))), chance.randrange(20, len(data) // PAGE)
        pages = [data[place : place + PAGE] for place in range(0, len(data), PAGE)]
        pages[one], pages[other] = pages[other], pages[one]
        assert share(repair(b"".join(pages)).map, expected) > 0.95


@pytest.mark.parametrize("content", [b"", b"title: Not ours\n", b"\x89PNG\r\n\x1a\n" * 500, bytes(9000)])
def test_where_there_is_nothing_nothing_is_made(tmp_path: Path, content: bytes) -> None:
    path, target = tmp_path / "empty.journey", tmp_path / "made.journey"
    path.write_bytes(content)
    with pytest.raises(FileFault):
        repair_file(path, target)
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_made_in_the_place_of_a_file(tmp_path: Path) -> None:
    path, target = tmp_path / "broken.journey", tmp_path / "there.journey"
    path.write_bytes(whole()[0])
    target.write_bytes(b"mine")
    with pytest.raises(NameTaken):
        repair_file(path, target)
    assert target.read_bytes() == b"mine"


def test_noise_never_breaks_a_repair(tmp_path: Path) -> None:
    (data, expected), chance = whole(), random.Random(8)
    for number in range(12):
        noisy = bytearray(data)
        for _ in range(2 ** chance.randrange(12)):
            noisy[chance.randrange(len(noisy))] = chance.randrange(256)
        path, target = tmp_path / f"{number}.journey", tmp_path / f"{number} repaired.journey"
        path.write_bytes(noisy)
        try:
            repaired = repair_file(path, target)
        except FileFault:
            continue
        check_all(repaired.map)
        assert not repaired.proved or repaired.map == expected


def test_a_backup_gives_back_what_no_later_step_touched(repair: Repair, tmp_path: Path) -> None:
    data, expected = whole()
    path = tmp_path / "before.journey"
    with JourneyFile.create(path, everything().records()) as file:
        image, document = file.image(), file.document_id
        now = datetime(2026, 5, 1, tzinfo=UTC)
        keep_backup(image, folder_of(document, tmp_path / "data"), 0, BackupKind.OPENED, now)
        for number in range(3):
            file.document().do(edit(file.map, number))
        expected = file.map
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("select rootpage from sqlite_schema where name = 'persona'").fetchone()
    repaired = repair(without(data, root))
    assert repaired.map == expected
    assert repaired.proved
    assert "Came back from a backup: 1 persona (“Kari 客”)." in repaired.lines
    assert repaired.backup is not None
    assert repaired.backup.revision == 0


def test_what_is_lost_is_put_back_from_a_backup_even_where_the_history_has_gaps(
    repair: Repair, tmp_path: Path
) -> None:
    path = tmp_path / "gaps.journey"
    with JourneyFile.create(path, everything().records()) as file:
        now = datetime(2026, 5, 1, tzinfo=UTC)
        folder = folder_of(file.document_id, tmp_path / "data")
        keep_backup(file.image(), folder, 0, BackupKind.OPENED, now)
        for number in range(3):
            file.document().do(edit(file.map, number))
        expected = file.map
    repaired = repair(
        forged(path, "delete from entry where number = 2", "delete from persona", "delete from journey")
    )
    assert repaired.map == expected
    assert any(
        line.startswith("Came back from a backup: ") and "1 persona" in line for line in repaired.lines
    )
    assert repaired.stood_in == ()


def test_what_was_broken_off_is_taken_back_before_a_repair(repair: Repair, tmp_path: Path) -> None:
    data, expected = whole()
    path = tmp_path / "broken.journey"
    path.write_bytes(data)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = 1")
        connection.execute("begin immediate")
        connection.execute("update card set note = 'half'")
        connection.execute("insert into blob values (?, zeroblob(100000))", ("0" * 64,))
        half = path.read_bytes()
        shutil.copy(f"{path}-journal", tmp_path / "kept")
        connection.execute("rollback")
    shutil.move(tmp_path / "kept", f"{path}-journal")
    assert repair(half).map == expected
    assert Path(f"{path}-journal").exists()


def pages_of_table(data: bytes, table: str) -> set[int]:
    """The pages that a table's rows stand on; none of these is so long that it would need another."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        (root,) = connection.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()
    pages = Pages(data, PAGE)
    return {root, *(pages.children(root) if pages.kind(root) == INTERIOR else ())}


@pytest.mark.parametrize("scribble", [lambda _chance: b"\xff" * 6000, lambda chance: chance.randbytes(6000)])
def test_what_is_written_over_some_pages_takes_nothing_from_the_others(
    scribble: Callable[[random.Random], bytes],
) -> None:
    (data, _expected), chance = whole(), random.Random(11)
    sound = found_in(data)
    pages = {name: pages_of_table(data, name) for name in ("meta", "entry", "blob")}
    for _ in range(16):
        place = chance.randrange(PAGE, len(data) - 6000)
        damaged = found_in(data[:place] + scribble(chance) + data[place + 6000 :])
        hit = set(range(place // PAGE + 1, (place + 5999) // PAGE + 2))
        if not hit & pages["meta"]:
            assert damaged.document == sound.document
        if not hit & pages["blob"]:
            assert damaged.pictures == sound.pictures
        for name in pages:
            if not hit & pages[name]:
                assert damaged.carved.rows[name] == sound.carved.rows[name]


def test_of_a_newer_file_it_is_said_that_not_all_came_back(path: Path, repair: Repair) -> None:
    data, expected = whole()
    path.write_bytes(data)
    made_newer(path)
    repaired = repair(path.read_bytes())
    assert repaired.map == expected
    assert not repaired.proved
    assert "what only that version knows did not come with it" in repaired.missing[-1]
