"""Texts as lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journey.clean import clean
from journey.text import break_lines, line_count, shape
from journey.text.breakpoints import hyphenation
from journey.text.clusters import clusters
from journey.text.fonts import WEIGHTS, Weight

COMPOUND = "Kundereisekartleggingsarbeidsgruppe"


def texts(text: str, width: float, language: str = "nb") -> list[str]:
    return [line.text for line in break_lines(text, width, 400, language)]


def test_a_text_breaks_at_spaces_and_they_vanish() -> None:
    lines = texts("Kunden ringer og spør om prisen", 8)
    assert lines == ["Kunden ringer", "og spør om", "prisen"]


def test_a_line_takes_as_many_words_as_fit() -> None:
    text = "Kunden ringer kundeservice og spør om prisen på rør, men får ikke svar før neste dag."
    lines = break_lines(text, 9)
    assert len(lines) > 4
    for line, following in pairwise(lines):
        assert shape(f"{line.text} {following.text.split()[0]}").width > 9


def test_a_text_as_wide_as_the_line_is_one_line() -> None:
    text = "Kunden ringer og spør om prisen på rør"
    (line,) = break_lines(text, shape(text).width)
    assert line.runs == shape(text).runs
    assert line.width == shape(text).width


def test_newlines_and_blank_lines_between_stay() -> None:
    assert texts("en\r\n\nto\n", 20) == ["en", "", "to"]


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\x00", "\ufeff"])
def test_a_text_without_anything_to_see_has_no_lines(text: str) -> None:
    assert break_lines(text, 10) == ()


def test_a_compound_that_fits_on_no_line_is_hyphenated_in_its_language() -> None:
    lines = texts(f"Vår {COMPOUND} møtes", 8)
    assert lines[0].startswith("Vår Kunde")
    assert all(line.endswith("-") for line in lines[:2])
    assert "".join(line.removesuffix("-") for line in lines).replace(" ", "") == f"Vår{COMPOUND}møtes"


def test_a_word_that_fits_on_a_line_of_its_own_is_not_hyphenated() -> None:
    assert texts("Vår kartlegging møtes", 6) == ["Vår", "kartlegging", "møtes"]


@pytest.mark.parametrize("language", ["nb", "nb-NO", "nn", "no", "sv", "sv-SE", "da", "en", "en-GB", "de"])
def test_there_are_hyphens_for_the_languages_of_the_north_and_their_neighbours(language: str) -> None:
    assert "-" in texts("organisationsadministration", 8, language)[0]


@pytest.mark.parametrize("language", ["xx", "tlh", "fi"])
def test_a_long_word_in_a_language_without_patterns_is_parted_without_hyphens(language: str) -> None:
    lines = texts(COMPOUND, 8, language)
    assert len(lines) > 1
    assert "".join(lines) == COMPOUND


def test_a_word_is_not_parted_where_a_hyphen_would_change_its_spelling() -> None:
    assert hyphenation("könnyebben", "hu") == (7,)


@pytest.mark.parametrize("language", ["", "ÆØÅ", "-", "_", "nb/../x"])
def test_what_is_no_language_at_all_counts_as_english(language: str) -> None:
    assert texts(COMPOUND, 8, language) == texts(COMPOUND, 8, "en")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Salg og hand-off", 7, ["Salg og hand-", "off"]),
        ("kundeservice/butikk", 7, ["kundeservice/", "butikk"]),
        ("Kunde—leverandør", 6, ["Kunde—", "leverandør"]),
        ("Ring 22-33-44-55", 7, ["Ring", "22-33-44-55"]),
        ("mange 24/7", 4, ["mange", "24/7"]),
        ("Send en e-post", 5, ["Send en", "e-post"]),
        ("pris 10–12", 4, ["pris", "10–12"]),
        ("til\u00a0deg og\u00a0meg", 4, ["til\u00a0deg", "og\u00a0meg"]),
        ("ab\u3000cd", 2, ["ab", "cd"]),
        ("日本です。Kunde", 4.5, ["日本です。", "Kunde"]),
    ],
)
def test_a_line_may_end_inside_a_word_only_where_a_reader_expects_it(
    text: str, width: float, lines: list[str]
) -> None:
    assert texts(text, width) == lines


def test_an_address_is_parted_without_a_hyphen_that_would_be_read_as_part_of_it() -> None:
    address = "https://kundereise.example/administrasjonsgrensesnitt?id=kartleggingsarbeidsgruppe"
    lines = texts(address, 9)
    assert "".join(lines) == address
    assert "-" not in "".join(lines)


def test_japanese_breaks_between_characters_but_never_before_a_full_stop() -> None:
    text = "日本語のテキストです。これは「試験」です。"
    for width in (2, 3, 4, 5):
        lines = texts(text, width, "ja")
        assert "".join(lines) == text
        assert len(lines) >= 3
        assert not any(line[0] in "。」ー" or line[-1] == "「" for line in lines)


def test_two_thousand_letters_without_a_space_are_parted() -> None:
    word = "ab" * 1000
    lines = break_lines(word, 8, language="xx")
    assert "".join(line.text for line in lines) == word
    assert all(7 < line.width <= 8 for line in lines[:-1])


def test_an_emoji_of_several_characters_is_never_parted() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    assert texts(family * 5, 3) == [family * 2, family * 2, family]


def test_a_line_narrower_than_a_letter_takes_one_letter_each() -> None:
    assert texts("rør på", 0) == ["r", "ø", "r", "p", "å"]


def test_control_characters_in_a_text_leave_no_trace() -> None:
    dirty, tidy = break_lines("kun\u00adden\x00 \u202eringer", 20), break_lines("kunden ringer", 20)
    assert dirty[0].runs == tidy[0].runs


def test_the_words_of_a_broken_text_are_shared_with_all_other_texts() -> None:
    lines = break_lines("kunden ringer kunden", 5)
    assert lines[0].runs[0] is lines[2].runs[0] is shape("kunden").runs[0]


INSERTED_OR_UNSEEN = "- \u200b\u00a0\u1680\u202f\u2007\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def seen_letters(text: str) -> str:
    return "".join(clean(text).replace("\u200b", "").split())


SCRIPTS = st.characters(codec=None) | st.sampled_from(
    "aøi -–/.,אבجم12()日本。「हि्นी👩🔧🏽\u200d\ufe0f\u3000\u200b\n"
)


@given(
    st.text(SCRIPTS, max_size=200), st.floats(0, 40), st.sampled_from(WEIGHTS), st.sampled_from(["nb", "en"])
)
@example("administrasjonsgrensesnitt " * 3 + COMPOUND, 4.0, 400, "nb")
@example("אב " + COMPOUND + " גד", 4.0, 400, "nb")
def test_no_line_is_too_wide_and_no_letter_is_lost(
    text: str, width: float, weight: Weight, language: str
) -> None:
    lines = break_lines(text, width, weight, language)
    assert all(line.width <= width or len(clusters(line.text)) == 1 for line in lines)
    letters = iter("".join(line.text for line in lines))
    for letter in seen_letters(text):
        found = next(letters)
        while found != letter and found in INSERTED_OR_UNSEEN:
            found = next(letters)
        assert found == letter


@given(
    st.text(SCRIPTS, max_size=200) | st.text(st.sampled_from("aim -/\n"), max_size=80),
    st.floats(0, 40),
    st.sampled_from(WEIGHTS),
    st.sampled_from(["nb", "en"]),
)
@example("en to\n\ntre fire", 2.0, 400, "nb")
@example("e-post og kunde-service", 4.0, 400, "nb")
def test_lines_are_counted_as_they_are_broken(text: str, width: float, weight: Weight, language: str) -> None:
    assert line_count(text, width, weight, language) == len(break_lines(text, width, weight, language))


def test_a_text_just_as_wide_as_the_line_counts_as_one() -> None:
    text = "Kunden ringer og spør om prisen på rør"
    width = shape(text).width
    assert line_count(text, width) == 1
    assert line_count(text, width - 1e-9) == 2
