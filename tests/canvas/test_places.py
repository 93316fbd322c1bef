"""What stands at a place of the map, and where a record stands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from canvas.places import Cell, Kind, PlaceReader, places_of
from canvas.rect import Rect
from journey import edits
from journey.drawing import PartName
from journey.later import Later
from journey.layout import Memory, View, layout
from journey.model import Feeling, LaneKind, Link, Measure, Owner, Ownership
from tests.builders import a_card, a_map

LANES = (LaneKind.STEPS, LaneKind.FEELINGS, LaneKind.TOUCHPOINTS, LaneKind.OWNERS, LaneKind.SYSTEMS)
MAP = a_map(
    lanes=LANES,
    records=[
        a_card("call", "touchpoints", "step-1"),
        a_card("visit", "touchpoints", "step-2", span=2),
        a_card("crm", "systems", "step-4"),
        Feeling(id="calm", journey="journey", step="step-1", word="calm"),
        Owner(id="claims", name="Claims"),
        Ownership(id="own", card="call", owner="claims"),
        Link(id="link", source="crm", target="call", label="late"),
        Measure(id="nps", card="call", name="NPS", value=3),
    ],
)
PLACES = places_of(layout(MAP, View("journey")), MAP)


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("call", Kind.CARD),
        ("step-3", Kind.STEP),
        ("stage-2", Kind.STAGE),
        ("systems", Kind.LANE),
        ("steps", Kind.CORNER),
        ("calm", Kind.FEELING),
        ("claims", Kind.OWNER),
    ],
)
def test_what_stands_in_the_middle_of_a_thing_is_found_there(record: str, kind: Kind) -> None:
    rect = PLACES.rects[record]
    hit = PLACES.hit(rect.x + rect.w / 2, rect.y + rect.h / 2)
    assert (hit.kind, hit.record, PLACES.kinds[record]) == (kind, record, kind)


def test_reading_makes_no_marks_and_can_be_done_a_little_at_a_time() -> None:
    drawing = layout(MAP, View("journey"))
    places = places_of(drawing, MAP)
    turns = 1
    while not places.read_on(0.0):
        turns += 1
    body = drawing.part(PartName.BODY)
    assert body is not None
    assert turns == len(body.groups)
    assert places.rects["crm"] == PLACES.rects["crm"]
    later = [one.block.marks for one in body.blocks if isinstance(one.block.marks, Later)]
    assert later
    assert not any(marks.made for marks in later)


def test_a_wide_card_is_found_in_each_of_its_columns() -> None:
    rect = PLACES.rects["visit"]
    cells = {PLACES.hit(rect.x + rect.w * at, rect.y + 3).cell for at in (0.1, 0.9)}
    assert cells == {Cell("touchpoints", "step-2"), Cell("touchpoints", "step-3")}


def test_a_link_is_found_along_its_line_and_at_its_label() -> None:
    (x1, y1), (x2, y2) = PLACES.line_of("link")[:2]
    assert PLACES.hit((x1 + x2) / 2 + 0.8, (y1 + y2) / 2).record == "link"
    body = layout(MAP, View("journey")).part(PartName.BODY)
    assert body is not None
    *_line, label = [placed for placed in body.blocks if placed.block.record == "link"]
    assert PLACES.hit(label.x + label.block.w / 2, label.y + label.block.h / 2).record == "link"


def test_an_empty_cell_and_the_ground_outside() -> None:
    cell = PLACES.cell_rect(Cell("systems", "step-1"))
    assert cell is not None
    hit = PLACES.hit(cell.x + 5, cell.y + cell.h - 2)
    assert (hit.kind, hit.cell) == (Kind.CELL, Cell("systems", "step-1"))
    assert PLACES.hit(9000.0, cell.y + 1).kind is Kind.NOTHING
    assert PLACES.hit(100.0, 9000.0).kind is Kind.NOTHING
    assert PLACES.cell_rect(Cell("systems", "nowhere")) is None


def test_columns_meet_and_rows_meet() -> None:
    for these in (PLACES.columns, PLACES.rows):
        for one, other in pairwise(these):
            assert one[1] == pytest.approx(other[0])


def test_a_rectangle_names_the_cards_it_touches_from_the_top_left() -> None:
    assert PLACES.cards_in(Rect(0, 0, 5000, 5000)) == ["call", "visit", "crm"]
    assert PLACES.cards_in(PLACES.rects["crm"]) == ["crm"]
    assert PLACES.cards_in(Rect(0, 0, 10, 10)) == []


def test_unknown_records_stand_nowhere() -> None:
    assert PLACES.rects.get("nobody") is None
    assert "nobody" not in PLACES.kinds
    assert PLACES.line_of("nobody") == ()
    assert len(PLACES.rects) == len(set(PLACES.rects))


def test_after_an_edit_only_the_groups_that_changed_are_read_again() -> None:
    memory, reader = Memory(), PlaceReader()
    before = reader.read(layout(MAP, View("journey"), memory), MAP)
    assert before.rects["crm"]
    edited = MAP.apply(edits.set_text(MAP, "call", "called"))
    after = reader.read(layout(edited, View("journey"), memory), edited)
    assert after.rects["crm"] is before.rects["crm"]
    assert after.rects["call"] is not before.rects["call"]
