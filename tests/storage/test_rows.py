"""Records as rows, and the hashes the digest is summed from."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from journey.document import Entry
from journey.model import Asset, Card, Change, Record, Step, Touch
from storage.log import blobs_of, change_of, entry_hash, told
from storage.rows import ROWS, blob_name, cells_hash, record_hash
from tests import record_strategies
from tests.builders import a_card


def pictures_of(*records: Record | None) -> dict[str, bytes]:
    return {blob_name(record.data): record.data for record in records if isinstance(record, Asset)}


@given(record_strategies.records())
def test_any_record_comes_back_from_its_row(record: Record) -> None:
    rows = ROWS[type(record)]
    assert list(rows.records([rows.cells(record)], pictures_of(record), {})) == [record]


def test_an_id_that_many_records_point_at_is_kept_once() -> None:
    rows, known = ROWS[Card], dict[str, str]()
    cells = [rows.cells(a_card(card, "touchpoints", "step-1")) for card in ("call", "visit")]
    read = [tuple("".join(one) if isinstance(one, str) else one for one in row) for row in cells]
    call, visit = rows.records(read, {}, known)
    assert isinstance(call, Card)
    assert isinstance(visit, Card)
    assert call.lane is visit.lane
    assert call.step is visit.step


@given(record_strategies.records())
def test_any_record_that_comes_or_goes_comes_back_from_the_history(record: Record) -> None:
    for touch in (Touch(None, record), Touch(record, None)):
        change = Change("Edit", (touch,))
        rows = told(change)
        assert blobs_of(rows) == set(pictures_of(record))
        assert change_of("Edit", rows, pictures_of(record)) == change


@given(record_strategies.of_sort(Card), record_strategies.of_sort(Card))
def test_any_change_of_a_card_comes_back_from_the_history(before: Record, after: Record) -> None:
    change = Change("Edit", (Touch(before, replace(after, id=before.id)),))
    assert change_of("Edit", told(change), {}) == change


def test_the_history_tells_only_the_fields_that_differ_after() -> None:
    before = a_card("call", "touchpoints", "step-1")
    (row,) = told(Change("Edit", (Touch(before, replace(before, text="new", value=3)),)))
    assert row.after == '{"text":"new","value":3}'


def test_a_whole_number_of_minutes_hashes_as_the_file_will_give_it_back() -> None:
    step = Step(id="s", stage="a", title="S", minutes=3)
    assert record_hash(step) == record_hash(replace(step, minutes=3.0))
    assert record_hash(replace(step, minutes=0.0)) == record_hash(replace(step, minutes=-0.0))


def test_any_cell_that_differs_gives_another_hash() -> None:
    cells = ("id", "text", None, 1, 1.5, "")
    others = [
        ("id", "text", None, 1, 1.5, "None"),
        ("id", "tex", "t", 1, 1.5, ""),
        ("id", "text", None, 0, 1.5, ""),
    ]
    assert len({cells_hash("card", one) for one in (cells, *others)} | {cells_hash("step", cells)}) == 5


def test_hashes_are_those_of_every_file_out_there() -> None:
    assert f"{cells_hash('card', ('æ', 1, None, 1.5)):016x}" == "4255460016b93c30"
    rows = told(Change("Edit", (Touch(None, a_card("call", "touchpoints", "step-1")),)))
    assert entry_hash(Entry(1, "Edit", at="2026-01-01T00:00:00+00:00"), "uid", rows) == "84d577b45c7030e2"


def test_whose_edit_it_was_is_proved_where_it_is_told() -> None:
    told_by = [Entry(1, "Edit"), Entry(1, "Edit", who="Kari"), Entry(1, "Edit", device="Kari")]
    assert len({entry_hash(entry, "uid", ()) for entry in told_by}) == 3
