"""A file that was damaged in any way opens as what it was, or is told to be damaged; never as another map."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journey.model import Card, Change, MapData, replacing
from resources.errors import Fault
from storage import JourneyFile
from storage.salvage import repair_file
from tests.faults.editing_child import text_of
from tests.faults.tally import Row, Tally, judge_damage
from tests.storage.maps import everything, written

PAGE = 4096
Damage = Callable[[bytearray, bytes, random.Random], str]


def flipped(content: bytearray, _older: bytes, chance: random.Random) -> str:
    place, bit = chance.randrange(len(content)), chance.randrange(8)
    content[place] ^= 1 << bit
    return f"bit {bit} of byte {place}"


def zeroed(content: bytearray, _older: bytes, chance: random.Random) -> str:
    pages = chance.sample(range(len(content) // PAGE), chance.choice((1, 1, 5)))
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return f"pages {pages} zeroed"


def swapped(content: bytearray, _older: bytes, chance: random.Random) -> str:
    one, two = (page * PAGE for page in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[two : two + PAGE] = (
        content[two : two + PAGE],
        content[one : one + PAGE],
    )
    return f"pages at {one} and {two} swapped"


def stale(content: bytearray, older: bytes, chance: random.Random) -> str:
    page = chance.randrange(min(len(content), len(older)) // PAGE) * PAGE
    content[page : page + PAGE] = older[page : page + PAGE]
    return f"page at {page} is an older one"


def scribbled(content: bytearray, _older: bytes, chance: random.Random) -> str:
    place, length = chance.randrange(len(content)), chance.randrange(1, 600)
    content[place : place + length] = chance.randbytes(length)[: len(content) - place]
    return f"{length} bytes at {place}"


def cut(content: bytearray, _older: bytes, chance: random.Random) -> str:
    length = chance.randrange(len(content))
    del content[length:]
    return f"cut to {length}"


@pytest.mark.parametrize(
    "damage", [flipped, zeroed, swapped, stale, scribbled, cut], ids=lambda it: it.__name__
)
def test_damage_never_makes_another_map(path: Path, damage: Damage, tally: Tally, much: int) -> None:
    row = tally.row(f"damage: {damage.__name__}")
    older, whole, maps = _edited(path)
    chance = random.Random(damage.__name__)
    for image, what in _images(whole, older, damage, chance, 45 * much):
        path.write_bytes(image)
        judge_damage(row, path, maps, what)
    assert not row.bad(), row
    assert row.told, row


def test_what_is_damaged_is_repaired_or_told(path: Path, tally: Tally, much: int) -> None:
    row = tally.row("repair of all these")
    older, whole, maps = _edited(path)
    chance, back = random.Random(7), 0
    for damage in (flipped, zeroed, swapped, stale, scribbled, cut):
        for image, what in _images(whole, older, damage, chance, 10 * much):
            path.write_bytes(image)
            back += _repaired(row, path, len(maps[-1].of(Card)), what)
            assert path.read_bytes() == image
    assert not row.bad(), row
    assert back / row.runs / len(maps[-1].of(Card)) > 0.8


def _repaired(row: Row, path: Path, cards: int, what: str) -> int:
    """Repair a file; how many of its cards are in the new one, which opens and can be edited."""
    row.runs += 1
    target = path.with_name("repaired.journey")
    target.unlink(missing_ok=True)
    try:
        repair_file(path, target)
        with JourneyFile.open(target) as file:
            file.document().do(renamed_workshop(file.map))
            return min(len(file.map.of(Card)), cards)
    except Fault:
        row.told += 1
        if target.exists():
            row.blame("silent", what)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is counted
        row.blame("crashed", f"{what} {error!r}")
    return 0


def renamed_workshop(map_data: MapData) -> Change:
    """An edit that fits any map."""
    old = map_data.workshop
    return replacing("Name it", [(old, replace(old, title=old.title + "!"))])


def _edited(path: Path) -> tuple[bytes, bytes, list[MapData]]:
    """A file's bytes before and after some edits, and the maps that they made of one another."""
    older, maps = path.read_bytes(), [everything()]
    with JourneyFile.open(path) as file:
        for number in range(1, 7):
            file.document().do(written(file.map, text_of(number) + "x" * 900))
            maps.append(file.map)
        file.wait_saved()
    return older, path.read_bytes(), maps


def _images(
    whole: bytes, older: bytes, damage: Damage, chance: random.Random, count: int
) -> Iterator[tuple[bytes, str]]:
    for _time in range(count):
        content = bytearray(whole)
        what = damage(content, older, chance)
        yield bytes(content), what
