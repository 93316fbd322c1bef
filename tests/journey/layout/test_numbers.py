"""Numbers, days, durations and initials as people write them."""

from __future__ import annotations

import pytest

from journey.initials import initials
from journey.layout.colours import ink_on
from journey.layout.days import spoken_day
from journey.layout.numbers import amount, duration, misses_goal, number, signed, spoken_measure
from journey.model import Measure, MeasureKind, Owner
from resources.words import speaking


@pytest.mark.parametrize(
    ("value", "english", "norwegian"),
    [
        (0, "0", "0"),
        (-0.04, "0", "0"),
        (31.0, "31", "31"),
        (-44.25, "−44.2", "−44,2"),
        (1234567.5, "1,234,567.5", "1\u202f234\u202f567,5"),
        (100, "100", "100"),
    ],
)
def test_numbers_follow_the_language(value: float, english: str, norwegian: str) -> None:
    assert number(value, "en") == number(value, "en-GB") == english
    assert number(value, "nb") == number(value, "sv-FI") == norwegian


@pytest.mark.parametrize(("score", "words"), [(1.5, "+1,5"), (-2.0, "−2"), (0.0, "0")])
def test_a_score_shows_its_sign(score: float, words: str) -> None:
    assert signed(score, "nb") == words


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (MeasureKind.NPS, 31, "+31"),
        (MeasureKind.NPS, -44, "−44"),
        (MeasureKind.NPS, 0, "0"),
        (MeasureKind.PERCENT, 82, "82%"),
        (MeasureKind.MINUTES, 7, "7 min"),
        (MeasureKind.COUNT, 9, "9"),
    ],
)
def test_amounts_carry_their_sign_and_unit(kind: MeasureKind, value: float, words: str) -> None:
    assert amount(value, kind, "en") == words


def test_a_percentage_stands_apart_from_its_sign_in_the_north() -> None:
    assert amount(82, MeasureKind.PERCENT, "da") == "82\u00a0%"


@pytest.mark.parametrize(
    ("kind", "value", "goal", "misses"),
    [
        (MeasureKind.NPS, -1, None, True),
        (MeasureKind.NPS, 1, None, False),
        (MeasureKind.CSAT, -1, None, False),
        (MeasureKind.NPS, 31, 40, True),
        (MeasureKind.CES, 5, 5, False),
        (MeasureKind.MINUTES, 9, 5, True),
        (MeasureKind.MONEY, 4, 5, False),
        (MeasureKind.NPS, None, 40, False),
    ],
)
def test_a_measure_misses_its_goal_on_the_wrong_side(
    kind: MeasureKind, value: float | None, goal: float | None, misses: bool
) -> None:
    measure = Measure(id="m", card="c", name="M", kind=kind, value=value, goal=goal)
    assert misses_goal(measure) is misses
    if value is not None:
        assert spoken_measure(measure, "en")[1] == ("pain_point.accent" if misses else "touchpoint.accent")


def test_a_measure_without_a_number_is_named_in_a_low_voice() -> None:
    assert spoken_measure(Measure(id="m", card="c", name="NPS"), "en") == ("NPS", "muted")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (7, "7 min"),
        (59.96, "60 min"),
        (60, "1 hour"),
        (90, "1.5 hours"),
        (1440, "1 day"),
        (9 * 1440, "9 days"),
        (14 * 1440, "2 weeks"),
        (2.5 * 7 * 1440, "2.5 weeks"),
        (600, "10 hours"),
    ],
)
def test_durations_are_told_in_the_unit_that_says_them_well(minutes: float, words: str) -> None:
    assert duration(minutes, "en") == words


def test_days_are_spoken_in_the_language_spoken() -> None:
    assert spoken_day("2027-03-01") == "1 March 2027"
    assert spoken_day("") == ""
    with speaking("nb"):
        assert spoken_day("2027-03-01") == "1. mars 2027"


@pytest.mark.parametrize(
    ("colour", "ink"),
    [("#000000", "light_ink"), ("#FFFFFF", "dark_ink"), ("#2A62C9", "light_ink"), ("#FFE08A", "dark_ink")],
)
def test_ink_can_be_read_on_the_colours_people_choose(colour: str, ink: str) -> None:
    assert ink_on(colour) == ink


@pytest.mark.parametrize(
    ("name", "own", "shown"),
    [
        ("Contact centre", "", "CC"),
        ("claims", "", "C"),
        ("Contractor network Oslo", "", "CNO"),
        ("Claims", "Cl", "Cl"),
        ("Claims", "  ", "C"),
        ("Claims", "ABCDEFG", "ABCD"),
        ("", "", "?"),
        ("👩🏽‍❤️‍💋‍👨🏿 crew", "", "C"),
        ("👩🏽‍❤️‍💋‍👨🏿 🏠", "", "👩🏽‍❤️‍💋‍👨🏿🏠"),
        ("Å", "", "Å"),
    ],
)
def test_chips_show_initials_or_the_first_letters_of_a_name(name: str, own: str, shown: str) -> None:
    assert initials(Owner(id="o", name=name, initials=own)) == shown
