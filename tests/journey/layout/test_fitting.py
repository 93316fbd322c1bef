"""Nothing overlaps and nothing is clipped, whatever a map holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Block, Box, Drawing, Image, Layer, PartName, Path, Text, flat
from journey.layout import View, layout, sizes
from journey.model import (
    Card,
    CardStatus,
    Journey,
    Lane,
    LaneKind,
    MapData,
    Owner,
    Record,
    Stage,
    Step,
    map_of,
)
from journey.rank import spread
from journey.text.clusters import clusters
from tests.journey.layout.drawn import ink, inside, overlap, overlapping, part_of, places, texts, whole
from tests.journey.layout.random_maps import maps, views

BADGE = 1.0
"""How far a star or a question mark may reach out of its card, mm."""


@st.composite
def drawings(draw: Any) -> tuple[MapData, Drawing]:
    made = draw(maps())
    return made, layout(made, draw(views(made)))


@given(drawings())
def test_no_card_lies_over_another(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    cards = list(places(drawing, (card.id for card in made.of(Card))))
    assert overlapping(cards) == []


@given(drawings())
def test_every_card_of_a_shown_lane_is_drawn_once_and_none_of_a_hidden_one(
    drawn: tuple[MapData, Drawing],
) -> None:
    made, drawing = drawn
    shown = sorted(card.id for card in made.of(Card) if not made.of(Lane)[card.lane].hidden)
    assert sorted(record for record, _rect in places(drawing, (card.id for card in made.of(Card)))) == shown


@given(drawings())
def test_all_that_stands_on_a_card_stands_within_it(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    for block in _blocks(drawing, {one.id for one in (*made.of(Card), *made.of(Step), *made.of(Owner))}):
        for mark in block.marks:
            room = BADGE if isinstance(mark, Path) else sizes.EDGE
            assert inside(ink(mark), whole(block), 0.0 if isinstance(mark, Text) else room), mark


@given(drawings())
def test_lines_of_text_keep_clear_of_one_another(drawn: tuple[MapData, Drawing]) -> None:
    _made, drawing = drawn
    for one in drawing.blocks():
        lines = [(mark.text, ink(mark)) for mark in texts(one.block)]
        assert overlapping(lines) == []


@given(drawings())
def test_text_keeps_clear_of_chips_and_badges(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    for block in _blocks(drawing, {card.id for card in made.of(Card)}):
        chips = [ink(mark) for mark in block.marks if isinstance(mark, Box) and mark.layer is Layer.OWNERS]
        badges = [
            ink(m)
            for m in block.marks
            if isinstance(m, Path) and (m.fill == "gold" or m.layer is Layer.FINDINGS)
        ]
        for mark in texts(block):
            if mark.layer is not Layer.OWNERS:
                assert not any(overlap(ink(mark), other) for other in chips + badges), mark.text
        assert overlapping((str(at), chip) for at, chip in enumerate(chips)) == []


@given(drawings())
def test_text_is_as_large_as_its_style_but_for_a_sign_wider_than_its_place(
    drawn: tuple[MapData, Drawing],
) -> None:
    styles = {style.size for style in vars(sizes).values() if isinstance(style, sizes.Style)}
    for one in drawn[1].blocks():
        assert {mark.size for mark in texts(one.block) if len(clusters(mark.text)) > 1} <= styles


@given(drawings())
def test_pictures_keep_clear_of_the_cut_corner_of_a_rejected_card(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    rejected = {card.id for card in made.of(Card) if card.status is CardStatus.REJECTED}
    for block in _blocks(drawing, rejected):
        cut = block.w - 2 * sizes.BADGE
        for mark in block.marks:
            if isinstance(mark, Image):
                assert mark.x + mark.w - mark.y <= cut


@given(drawings())
def test_every_mark_of_a_part_lies_within_the_part(drawn: tuple[MapData, Drawing]) -> None:
    _made, drawing = drawn
    for part in drawing.parts:
        room = (part.x, part.y, part.x + part.w, part.y + part.h)
        assert inside(room, (0.0, 0.0, drawing.w, drawing.h))
        for _record, mark in flat(part.blocks):
            assert inside(ink(mark), room), (part.name, mark)


@given(drawings())
def test_every_block_holds_its_marks_so_that_painters_can_leave_out_what_is_not_seen(
    drawn: tuple[MapData, Drawing],
) -> None:
    _made, drawing = drawn
    for one in drawing.blocks():
        for mark in one.block.marks:
            assert inside(ink(mark), whole(one.block), sizes.ARROW), (one.block.record, mark)


@given(drawings())
def test_rows_stand_under_one_another_and_hold_their_names(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    lanes = [lane.id for lane in made.of(Lane)]
    rows = list(places(drawing, lanes, PartName.RAIL))
    assert overlapping(rows) == []
    for one in part_of(drawing, PartName.RAIL).blocks:
        for mark in texts(one.block):
            assert inside(ink(mark), whole(one.block)), mark.text


@given(drawings())
def test_cards_stand_in_the_row_of_their_lane(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    rows = dict(places(drawing, (lane.id for lane in made.of(Lane)), PartName.RAIL))
    for record, rect in places(drawing, (card.id for card in made.of(Card))):
        row = rows[made.of(Card)[record].lane]
        assert row[1] <= rect[1] - BADGE
        assert rect[3] <= row[3]


@given(drawings())
def test_headers_stand_over_their_columns(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    column = made.grid("j").column
    steps = dict(places(drawing, column, PartName.HEADERS))
    for record, rect in steps.items():
        assert rect[0] == sizes.RAIL + column[record] * sizes.COLUMN + sizes.GUTTER / 2
    for record, rect in places(drawing, (card.id for card in made.of(Card))):
        card = made.of(Card)[record]
        assert rect[0] == steps[card.step][0]
        assert rect[2] == pytest.approx(rect[0] + card.span * sizes.COLUMN - sizes.GUTTER)
    for record, rect in places(drawing, (stage.id for stage in made.of(Stage)), PartName.HEADERS):
        own = [steps[step.id] for step in made.grid("j").steps_of(record)]
        assert rect[0] <= own[0][0]
        assert own[-1][2] <= rect[2] + sizes.GUTTER


@given(drawings())
def test_headers_keep_clear_of_one_another(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    records = [one.id for one in (*made.of(Stage), *made.of(Step))]
    assert overlapping(places(drawing, records, PartName.HEADERS)) == []


@given(drawings())
def test_words_of_a_stage_stay_within_its_point(drawn: tuple[MapData, Drawing]) -> None:
    made, drawing = drawn
    for block in _blocks(drawing, {stage.id for stage in made.of(Stage)}):
        _stays_within_its_point(block)


@pytest.mark.parametrize("letter", "il.jrt")
def test_the_first_and_last_line_of_a_tall_stage_stay_within_its_point(letter: str) -> None:
    records = [Journey(id="j", title=""), Stage(id="g", journey="j", title=letter * 2000)]
    drawing = layout(map_of([*records, Step(id="s", stage="g", title="")]), View("j"))
    (block,) = _blocks(drawing, {"g"})
    _stays_within_its_point(block)


@pytest.mark.parametrize("steps", [0, 1, 40])
def test_journeys_of_any_length_are_drawn(steps: int) -> None:
    records: list[Record] = [Journey(id="j", title="")]
    records += [Stage(id="g", journey="j", title="")] if steps else []
    records += [Step(id=f"s{at}", stage="g", title="", rank=rank) for at, rank in enumerate(spread(steps))]
    records += [
        Lane(id=kind, journey="j", kind=kind, title="", rank=rank)
        for kind, rank in zip(LaneKind, spread(len(LaneKind)), strict=True)
    ]
    drawing = layout(map_of(records), View("j"))
    assert drawing.w == sizes.RAIL + steps * sizes.COLUMN


def _stays_within_its_point(block: Block) -> None:
    for mark in texts(block):
        left, top, right, bottom = ink(mark)
        for y in (top, bottom):
            edge = sizes.STAGE_POINT * (1 - abs(y - block.h / 2) / (block.h / 2))
            assert edge <= left
            assert right <= block.w - sizes.STAGE_POINT + edge


def _blocks(drawing: Drawing, records: set[str]) -> list[Block]:
    return [one.block for one in drawing.blocks() if one.block.record in records]
