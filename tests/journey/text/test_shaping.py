"""Words as glyphs."""

from __future__ import annotations

import random

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from journey.text import GlyphRun, Line, shape, shaping_font, unsupported
from journey.text.fonts import WEIGHTS, Weight
from journey.text.shaping import Words

WORDS = (
    "Kunden ringer kundeservice og spør om prisen på rør men får ikke svar før neste dag To Ta VA AV AWAY "
    "“Hvorfor? fi ffi office Tilbud (pris) 1.250,– 10:30 24/7 e-post hand-off R&D kl. 9–16 50% Åpner Ærlig "
    "Øyvind Yt Får svar? Tj. över kärlek på plötsligt; købet sker i dag! WiFi P. L’Avenue T. Ty. fly ffl"
)


def whole_line_units(text: str, weight: Weight) -> int:
    """Return the width of a line shaped in one go, without our words."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "nb"
    uharfbuzz.shape(shaping_font(f"Inter-{weight}"), buffer)
    return sum(position.x_advance for position in buffer.glyph_positions or ())


def five_hundred_lines() -> list[str]:
    chance = random.Random(1)
    return [" ".join(chance.choices(WORDS.split(), k=chance.randint(2, 14))) for _ in range(500)]


def test_words_and_spaces_add_up_to_exactly_the_line_shaped_in_one_go() -> None:
    for text in five_hundred_lines():
        assert shape(text, 400, "nb").width * 2048 == whole_line_units(text, 400), text


@pytest.mark.parametrize("weight", WEIGHTS)
def test_in_bold_only_the_space_after_a_stop_is_wider_and_that_by_a_thirtieth(weight: Weight) -> None:
    for text in five_hundred_lines():
        excess = shape(text, weight, "nb").width * 2048 - whole_line_units(text, weight)
        stops = text.count(". ") + text.count(", ")
        assert 0 <= excess <= stops * 2048 / 30, text


def test_letters_that_would_gape_are_kerned() -> None:
    assert shape("AV").width < shape("A").width + shape("V").width


def test_letters_that_belong_together_in_the_font_become_one_sign() -> None:
    arrow, hyphen = shape("->").runs[0], shape("-").runs[0]
    assert arrow.glyphs[0] != hyphen.glyphs[0]
    assert arrow.glyphs[-1] == shape("→").runs[0].glyphs[-1]


@pytest.mark.parametrize(
    ("apart", "whole"),
    [("a\u030a", "å"), ("A\u0308", "Ä"), ("o\u0308", "ö"), ("e\u0301", "é"), ("O\u0338", "O\u0338")],
)
def test_a_letter_looks_the_same_however_it_was_typed(apart: str, whole: str) -> None:
    assert shape(apart).runs[0] is shape(whole).runs[0]


def test_the_same_word_is_the_same_run_in_every_line() -> None:
    first, second = shape("kunden får svar"), shape("svar får kunden")
    assert first.runs[0] is second.runs[-1]
    assert first.runs[1] is first.runs[3]
    assert shape("kunden", 600).runs[0] is not first.runs[0]


def test_a_run_tells_where_each_glyph_stands_and_which_letters_it_means() -> None:
    (run,) = shape("Rør").runs
    assert run.text == "Rør"
    assert run.clusters == (0, 1, 2)
    assert run.xs[0] == 0
    assert list(run.xs) == sorted({*run.xs})
    assert run.xs[2] < run.advance
    assert not any(run.ys)
    assert not run.rtl


def test_a_mark_stands_over_its_letter_and_a_second_one_over_the_first() -> None:
    (run,) = shape("x\u0302\u0301").runs
    assert run.clusters == (0, 0, 0)
    assert 0 < run.xs[1] < run.advance
    assert run.ys[0] == run.ys[1] == 0 < run.ys[2]


def test_what_cannot_be_seen_has_no_glyph() -> None:
    (run,) = shape("a\u200bb\u200d").runs
    assert (len(run.glyphs), run.clusters) == (2, (0, 2))


def test_spaces_stay_as_they_are_in_a_line_that_is_not_broken() -> None:
    assert shape(" a  b ").text == " a  b "
    space = shape(" ").width
    assert shape(" a  b ").width == pytest.approx(4 * space + shape("a").width + shape("b").width)


def test_nothing_is_an_empty_line() -> None:
    assert (shape("").runs, shape("").width, shape("").text) == ((), 0.0, "")


def test_a_line_end_in_a_title_is_a_space() -> None:
    assert shape("to\nlinjer").text == "to linjer"


@pytest.mark.parametrize(
    "language", ["xx", "no", "nb-NO", "zh-Hant-TW", "", "ÆØÅ", "\x00", "\ud800", "a" * 300]
)
def test_any_language_will_do(language: str) -> None:
    for text in ("Kundereise", "אבג kunde"):
        assert shape(text, 400, language).width == shape(text).width


def ink(line: Line) -> list[tuple[GlyphRun, int]]:
    return [(run, glyph) for run in line.runs for glyph in run.glyphs]


@given(st.text(st.characters(codec=None)), st.sampled_from(WEIGHTS))
def test_any_text_has_glyphs_or_is_said_to_lack_them(text: str, weight: Weight) -> None:
    line = shape(text, weight)
    assert bool(unsupported(text)) == any(glyph == 0 for _, glyph in ink(line))
    assert line.width == pytest.approx(sum(run.advance for run in line.runs), abs=1e-6)
    for run in line.runs:
        assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)
        assert all(0 <= index < len(run.text) for index in run.clusters)
        assert list(run.clusters) == sorted(run.clusters, reverse=run.rtl)


def test_words_that_were_shaped_are_not_kept_for_ever() -> None:
    words = Words(400, "en")
    for number in range(20_100):
        assert words[str(number)].text == str(number)
    assert 0 < len(words) <= 20_000
    assert words[" "] is words.space
