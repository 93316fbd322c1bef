"""Of a file made to deceive comes back what it holds in plain, and nothing forged."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.model import Card, Vote, removing
from storage import JourneyFile
from storage.salvage.carving import carve
from storage.salvage.pages import Pages, TooManyRows
from tests.storage.maps import everything, written
from tests.storage.salvage.conftest import Repair
from tests.storage.salvage.damaging import PAGE, forged


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after insert on card begin delete from card; end",
        "create view extra as select * from card",
        "create virtual table extra using fts5 (text)",
        "alter table card add column more text as (text || text)",
        "alter table card add column more text default 'x'",
        "create table sneaky as select * from card",
    ],
)
def test_the_plain_rows_of_a_file_made_to_deceive_come_back(
    repair: Repair, closed: Path, statement: str
) -> None:
    assert repair(forged(closed, statement)).map == everything()


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update card set text = 'x' || char(8238) || 'y' || char(0)", "what could not be read was replaced"),
        ("update card set note = hex(zeroblob(30000))", "what could not be read was replaced (Note)"),
        ("update card set cost = 9e999 where id = 'idea'", "what could not be read was replaced (Cost)"),
        ("update card set tags = '[' || replace(hex(zeroblob(9000)), '0', '[')", "(Tags)"),
        ("update card set rank = '0' where id = 'call'", "(Place in the order)"),
        ("update card set kind = 'quote' where id = 'call'", "Was fitted to where it stands: 1 card"),
        ("update card set span = 99 where id = 'call'", "Was fitted to where it stands: 1 card"),
        ("update owner set parent = 'desk' where id = 'claims'", "does so no more: 1 owner"),
        ("update link set target = source", "did not come back: 1 link"),
        ("update link set target = 'nobody'", "did not come back: 1 link"),
        ("delete from lane", "Stands in for what was lost, so that all the rest has its place: 3 lanes"),
        ("delete from step", "Stands in for what was lost, so that all the rest has its place: 5 steps"),
        ("delete from stage", "has its place: 4 stages"),
        ("delete from journey", "has its place: 2 journeys"),
        ("insert into workshop select 'more', title, '', 'en', '', '' from workshop", "twice: 1 workshop"),
        ("insert into vote values ('v', 'nobody', 'staff', 3)", "did not come back: 1 vote"),
        ("update ownership set owner = 'x' || char(10)", "did not come back: 1 owner of a card"),
    ],
)
def test_values_that_cannot_be_are_cleaned_and_told(
    repair: Repair, closed: Path, statement: str, says: str
) -> None:
    repaired = repair(forged(closed, statement))
    assert any(says in line for line in repaired.lines), repaired.lines
    assert len(repaired.map.of(Card)) == len(everything().of(Card))
    assert not repaired.proved


def test_a_card_whose_place_is_lost_keeps_its_words(repair: Repair, closed: Path) -> None:
    repaired = repair(forged(closed, "delete from lane", "delete from step", "delete from journey"))
    assert {card.text for card in repaired.map.of(Card)} == {card.text for card in everything().of(Card)}


def test_a_record_of_a_lost_step_is_as_the_last_known_step_left_it(repair: Repair, tmp_path: Path) -> None:
    path = tmp_path / "steps.journey"
    with JourneyFile.create(path, everything().records()) as file:
        for text in ("first", "second"):
            file.document().do(written(file.map, text))
    tampering = (
        "update card set kind = 'none', text = 'lost' where id = 'call'",
        "delete from entry where number = 2",
    )
    repaired = repair(forged(path, *tampering))
    assert repaired.map.of(Card)["call"].text == "second"
    assert repaired.steps == 0


def test_a_step_of_the_history_that_was_forged_is_not_believed(repair: Repair, tmp_path: Path) -> None:
    path = tmp_path / "forged.journey"
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(written(file.map, "first"))
    spoilt = forged(path, "update change set after = replace(after, 'first', 'forged')")
    repaired = repair(spoilt)
    assert repaired.map.of(Card)["call"].text == "first"
    assert (repaired.proved, repaired.steps) == (True, 0)


def test_what_was_deleted_does_not_come_back(repair: Repair, tmp_path: Path) -> None:
    path = tmp_path / "deleted.journey"
    with JourneyFile.create(path, everything().records()) as file:
        (vote,) = file.map.of(Vote)
        file.document().do(removing("Remove", [vote]))
        expected = file.map
    repaired = repair(forged(path, f"insert into vote values ('{vote.id}', 'idea', 'staff', 4)"))
    assert repaired.map == expected
    assert repaired.proved


def test_a_file_of_far_too_much_is_given_up(closed: Path, tmp_path: Path) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) "
    forged(closed, many + "insert into participant select i, 'x', '', '' from n")
    with pytest.raises(TooManyRows):
        carve(Pages(closed.read_bytes(), PAGE, room=500))


def test_many_rows_that_share_one_long_chain_of_pages_are_not_all_read(closed: Path) -> None:
    """A page of a thousand rows, each of them the same megabyte."""
    data = bytearray(forged(closed, f"insert into participant values ('p', '{'x' * 900_000}', '', '')"))
    pages = Pages(bytes(data), PAGE)
    page = next(
        one for one in range(2, len(pages)) if any(len(str(row.values)) > 800_000 for row in pages.rows(one))
    )
    start = (page - 1) * PAGE
    cell = data[start + 8 : start + 10]
    data[start + 3 : start + 5] = (900).to_bytes(2)
    data[start + 8 : start + 8 + 1800] = bytes(cell) * 900
    assert sum(len(str(row.values)) for row in Pages(bytes(data), PAGE).rows(page)) < 10_000_000
