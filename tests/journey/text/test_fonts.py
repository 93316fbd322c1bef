"""Which fonts the map is set in and what they have."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
import uharfbuzz

from journey.text import (
    CAP_HEIGHT,
    WEIGHTS,
    font_data,
    font_units,
    postscript_name,
    shape,
    shaping_font,
    unsupported,
)
from journey.text.clusters import clusters
from journey.text.fonts import family_for, plain_characters


def advance(font: str, letter: str) -> int:
    shaper = shaping_font(font)
    return int(shaper.get_glyph_h_advance(shaper.get_nominal_glyph(ord(letter))))


def test_the_same_font_is_the_same_bytes_even_when_made_anew() -> None:
    first = font_data("Inter-600")
    font_data.cache_clear()
    assert font_data("Inter-600") == first
    assert font_data("Inter-600") is font_data("Inter-600")


def test_each_weight_is_a_font_of_its_own_without_axes() -> None:
    widths = [advance(f"Inter-{weight}", "m") for weight in WEIGHTS]
    assert widths == sorted(set(widths))
    assert not any(uharfbuzz.Face(font_data(f"Inter-{weight}")).axis_infos for weight in WEIGHTS)


def test_a_weight_beyond_what_a_family_has_is_its_heaviest() -> None:
    assert font_data("NotoSansThai-900") == font_data("NotoSansThai-700")


def test_capitals_are_as_high_as_the_font_says() -> None:
    shaper, em = shaping_font("Inter-400"), font_units("Inter-400")
    assert em == 2048
    assert shaper.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT) == CAP_HEIGHT * em


@pytest.mark.parametrize("name", ["Helvetica-400", "Inter", "Inter-bold", "", "../Inter-400"])
def test_a_font_that_is_not_ours_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        font_data(name)
    with pytest.raises(KeyError):
        postscript_name(name)


def test_a_pdf_can_name_each_font_by_family_and_weight() -> None:
    assert postscript_name("NotoSansArabic-700") == "NotoSansArabic-700"


def test_inter_has_the_letters_of_the_north_and_not_those_of_arabic() -> None:
    assert {family_for(letter) for letter in "æøåäöÆØÅÄÖéüß€–“”’"} == {"Inter"}
    assert family_for("م") == "NotoSansArabic"


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("سلام", "NotoSansArabic-500"),
        ("שלום", "NotoSansHebrew-500"),
        ("हिन्दी", "NotoSansDevanagari-500"),
        ("สวัสดี", "NotoSansThai-500"),
        ("ქართული", "NotoSansGeorgian-500"),
        ("Россия", "Inter-500"),
        ("👨\u200d👩\u200d👧\u200d👦", "NotoEmoji-500"),
        ("👍🏽", "NotoEmoji-500"),
        ("🇳🇴", "NotoEmoji-500"),
        ("1\ufe0f\u20e3", "NotoEmoji-500"),
        ("⭐", "NotoEmoji-500"),
        ("✓", "Inter-500"),
        ("→", "Inter-500"),
    ],
)
def test_what_inter_lacks_is_drawn_by_the_font_that_has_it(text: str, font: str) -> None:
    (run,) = shape(text, 500).runs
    assert run.font == font
    assert run.text == text
    assert 0 not in run.glyphs
    assert unsupported(text) == ()


def test_an_emoji_of_several_characters_is_one_glyph_of_one_cluster() -> None:
    (run,) = shape("👨\u200d👩\u200d👧\u200d👦").runs
    assert len(run.glyphs) == 1
    assert run.clusters == (0,)


def test_a_symbol_is_an_emoji_only_when_asked_for() -> None:
    fonts = [shape(text).runs[0].font for text in ("⚠", "⚠\ufe0f", "⚓", "⚓\ufe0e")]
    assert fonts == ["Inter-400", "NotoEmoji-400", "NotoEmoji-400", "NotoSansSymbols-400"]


def test_a_character_that_no_font_has_is_named_and_drawn_as_a_visible_box() -> None:
    text = "a\U00013000b\U00013000\uf8ff c"
    assert unsupported(text) == ("\U00013000", "\uf8ff")
    boxes = [run for run in shape(text).runs if 0 in run.glyphs]
    assert [run.text for run in boxes] == ["\U00013000", "\U00013000\uf8ff"]
    box = shaping_font(boxes[0].font).get_glyph_extents(0)
    assert box.width > 0
    assert box.height != 0
    assert boxes[1].advance == 2 * boxes[0].advance > 0


def test_a_letter_keeps_its_font_when_a_mark_on_it_has_none() -> None:
    runs = shape("e\U000101fd").runs
    assert unsupported("e\U000101fd") == ("\U000101fd",)
    assert [(run.font, 0 in run.glyphs) for run in runs] == [("Inter-400", False), ("NotoSans-400", True)]


def test_japanese_has_letters_where_the_extra_font_is_installed() -> None:
    pytest.importorskip("manimgx_fonts_cjk")
    (run,) = shape("日本語", 600).runs
    assert run.font == "NotoSansCJK-600"
    assert run.advance == 3
    assert "CFF " in shaping_font(run.font).face.table_tags


def test_japanese_is_named_as_missing_where_the_extra_font_is_not_installed() -> None:
    if find_spec("manimgx_fonts_cjk"):
        pytest.skip("the extra font is installed")
    assert unsupported("日本") == ("日", "本")


def test_plain_characters_are_set_as_they_would_be_if_nobody_knew_they_are_plain() -> None:
    plain = sorted(plain_characters())
    assert set("Blåbærsyltetøy,Ölands-größe:50%ş") <= set(plain)
    assert clusters("".join(plain)) == plain
    assert {family_for(character) for character in plain} == {"Inter"}
