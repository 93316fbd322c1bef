"""Marks are moved and scaled whole, and a drawing gives its parts and marks in order."""

from __future__ import annotations

import pytest

from journey.drawing import (
    Block,
    Box,
    Drawing,
    Image,
    Layer,
    Line,
    Mark,
    Part,
    PartName,
    Path,
    Placed,
    Text,
    flat,
    has_flat_ends,
    moved,
    scaled,
)
from journey.later import Later, LaterWords
from journey.layout import View, layout
from journey.text import shape
from tests.busy_map import a_busy_map

WORD = shape("Calls")
MARKS: tuple[Mark, ...] = (
    Box(1, 2, 30, 4, "ink", "muted", 0.5, 2, (3.0, 1.0), Layer.OWNERS),
    Line(1, 2, 3, 4, "ink", 0.5, (3.0, 1.0), Layer.GRID),
    Path(
        (("M", 1.0, 2.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("Z",)),
        "ink",
        "muted",
        0.5,
        (3.0,),
        Layer.LINKS,
    ),
    Text(1, 2, 5.8, WORD, "ink", Layer.FEELINGS),
    Image(1, 2, 30, 4, "photo", 2),
)


def _numbers(mark: Mark) -> list[float]:
    """The places and lengths of a mark: x, y, x, y ... and its widths."""
    match mark:
        case Line():
            return [mark.x1, mark.y1, mark.x2, mark.y2, mark.stroke_width, *mark.dash]
        case Path():
            return [*(float(v) for s in mark.segments for v in s[1:]), mark.stroke_width, *mark.dash]
        case Text():
            return [mark.x, mark.y, mark.size, mark.width]
        case Box():
            return [mark.x, mark.y, mark.w, mark.h, mark.radius, mark.stroke_width, *mark.dash]
        case Image():
            return [mark.x, mark.y, mark.w, mark.h, mark.radius]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
def test_a_scaled_mark_is_larger_in_everything(mark: Mark) -> None:
    (larger,) = scaled(Block(30, 4, (mark,)), 2).marks
    assert _numbers(larger) == pytest.approx([2 * number for number in _numbers(mark)])
    assert larger.layer is mark.layer


def test_a_scaled_block_keeps_its_record() -> None:
    larger = scaled(Block(30, 4, MARKS, "card"), 1.5)
    assert (larger.w, larger.h, larger.record, len(larger.marks)) == (45, 6, "card", len(MARKS))


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
def test_a_moved_mark_is_the_same_elsewhere(mark: Mark) -> None:
    there = moved(mark, 10, 20)
    assert there != mark
    assert [a - b for a, b in zip(_numbers(there), _numbers(mark), strict=True)][:2] == [10, 20]
    back = moved(there, -10, -20)
    assert _numbers(back) == pytest.approx(_numbers(mark))
    assert type(back) is type(mark)


def test_every_point_of_a_path_moves() -> None:
    path = moved(MARKS[2], 10, 20)
    assert isinstance(path, Path)
    assert path.segments == (("M", 11.0, 22.0), ("C", 11.0, 22.0, 13.0, 24.0, 15.0, 26.0), ("Z",))


def test_a_text_tells_what_it_says_and_how_wide_it_is() -> None:
    text = Text(0, 0, 10, WORD, "ink")
    assert text.text == "Calls"
    assert text.width == pytest.approx(10 * WORD.width)


def test_short_dashes_and_dots_have_round_ends_and_long_ones_flat() -> None:
    assert has_flat_ends((3.0, 1.0, 2.0, 1.0))
    assert not has_flat_ends((3.0, 1.0, 0.5, 1.0))
    assert not has_flat_ends(())


def test_a_drawing_gives_its_parts_by_name_and_its_marks_in_order_and_in_place() -> None:
    first, second = Block(1, 1, MARKS[:1], "a"), Block(1, 1, MARKS[1:2], "b")
    body = Part(PartName.BODY, 0, 0, 9, 9, ((Placed(10, 20, first),), (Placed(0, 0, second),)))
    rail = Part(PartName.RAIL, 0, 0, 9, 9, ((Placed(5, 5, first),),))
    drawing = Drawing(9, 9, (body, rail))
    assert drawing.part(PartName.RAIL) is rail
    assert drawing.part(PartName.TITLE) is None
    assert [one.block.record for one in drawing.blocks()] == ["a", "b", "a"]
    assert list(flat(body.blocks)) == [("a", moved(MARKS[0], 10, 20)), ("b", MARKS[1])]


def test_marks_that_come_later_are_made_once_and_only_when_somebody_asks() -> None:
    made: list[int] = []

    def make() -> tuple[Mark, ...]:
        made.append(1)
        return (Box(0.0, 0.0, 1.0, 1.0), Line(0.0, 0.0, 1.0, 1.0, "ink", 1.0))

    marks = Block(1.0, 1.0, Later(make)).marks
    assert made == []
    assert [type(mark) for mark in marks] == [Box, Line]
    assert (len(marks), type(marks[1]), len(marks[:1])) == (2, Line, 1)
    assert made == [1]


def test_of_a_drawing_that_nobody_looks_at_no_card_has_marks() -> None:
    drawing = layout(a_busy_map(), View("journey"))
    cards = [placed.block.marks for placed in drawing.blocks() if isinstance(placed.block.marks, Later)]
    assert cards
    assert not any(marks.made for marks in cards)
    assert all(len(marks) for marks in cards)
    assert all(marks.made for marks in cards)


def test_a_card_is_seen_from_afar_without_making_its_words() -> None:
    drawing = layout(a_busy_map(), View("journey"))
    cards = [placed.block.marks for placed in drawing.blocks() if isinstance(placed.block.marks, LaterWords)]
    shapes = [[mark for mark in marks.from_afar() if not isinstance(mark, Text)] for marks in cards]
    assert cards
    assert not any(marks.made for marks in cards)
    assert shapes == [[mark for mark in marks if not isinstance(mark, Text | Image)] for marks in cards]
