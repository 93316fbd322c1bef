"""Texts that run from right to left, and both ways at once."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from journey.text import Line, break_lines, shape
from journey.text.direction import embedding_levels, visual_order


def seen(line: Line) -> str:
    """Return the text as it stands from left to right, letter by letter, brackets turned as they look."""
    return "".join(turned(run.text[::-1]) if run.rtl else run.text for run in line.runs)


def turned(text: str) -> str:
    return text.translate(str.maketrans("()[]", ")(]["))


@pytest.mark.parametrize(
    ("text", "from_left"),
    [
        ("אבג", "גבא"),
        ("אב גד", "דג בא"),
        ("kunde אב גד ringer", "kunde דג בא ringer"),
        ("אב kunde ringer גד", "דג kunde ringer בא"),
        ("אב 10 גד", "דג 10 בא"),
        ("אב 10 20", "20 10 בא"),
        ("abc (אב) def", "abc (בא) def"),
        ("אב kunde (ab) גד", "דג kunde (ab) בא"),
        ("אב (גד (kunde) הו) ab", "ab (וה (kunde) דג) בא"),
        ("אב!", "!בא"),
        ("אב12", "12בא"),
        ("abc אב 12", "abc 12 בא"),
        ("سلام kunde", "kunde مالس"),
    ],
)
def test_the_runs_stand_as_they_are_read(text: str, from_left: str) -> None:
    line = shape(text)
    assert seen(line) == from_left
    assert line.text == text


@given(st.text("abאבج 1٢(),.-[]!%+/", min_size=1, max_size=20))
@example("אב kunde (ab) גד")
@example("א" + "(" * 63 + "a" + ")" * 63 + "b")
@example("א" + "(" * 64 + "a" + ")" * 64 + "b")
def test_letters_stand_where_the_other_implementation_of_the_standard_puts_them(text: str) -> None:
    levels = embedding_levels(text)
    assert "".join(visual_order(text, levels)) == get_display(text)


def test_a_bracket_in_a_text_from_right_to_left_is_turned() -> None:
    turned = [run for run in shape("אב (גד)").runs if run.text == "("]
    assert [run.glyphs for run in turned] == [shape(")").runs[0].glyphs]


def test_a_line_says_which_way_its_paragraph_runs() -> None:
    assert shape("אב kunde").rtl
    assert not shape("kunde אב").rtl
    assert [line.rtl for line in break_lines("kunde\nאב kunde", 20)] == [False, True]


def test_arabic_letters_join() -> None:
    alone = [shape(letter).runs[0].glyphs[0] for letter in "سلم"]
    (word,) = shape("سلم").runs
    assert word.rtl
    assert not set(word.glyphs) & set(alone)


def test_each_line_of_a_broken_text_is_put_in_order_by_itself() -> None:
    lines = break_lines("אב גד kunde 10 הו זח", 4)
    assert len(lines) > 2
    assert " ".join(line.text for line in lines) == "אב גד kunde 10 הו זח"
    assert seen(lines[0]) == "דג בא"


def test_the_first_part_of_a_parted_word_stands_beside_the_word_before() -> None:
    lines = break_lines("אב kundeservice/butikk", 9)
    assert [line.text for line in lines] == ["אב kundeservice/", "butikk"]
    assert seen(lines[0]) == "kundeservice/ בא"


def test_what_cannot_be_seen_runs_the_way_of_what_stands_before() -> None:
    assert embedding_levels("a אב\u200bגד") == (0, 0, 1, 1, 1, 1, 1)


def test_a_word_from_right_to_left_has_the_same_width_broken_as_shaped() -> None:
    text = "אב גד kunde 10 הו"
    (line,) = break_lines(text, shape(text).width)
    assert line.width == shape(text).width
    assert line.runs == shape(text).runs
