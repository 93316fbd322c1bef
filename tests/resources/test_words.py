"""Words in the reader's language."""

from __future__ import annotations

import pytest

from resources.words import LANGUAGES, _, _n, listed, nearest, speaking, spoken


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("nb", "nb"),
        ("nb_NO.UTF-8", "nb"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("NN-no", "nb"),
        ("sv-FI", "sv"),
        ("da-DK", "da"),
        ("fi", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        ("svx", "en"),
    ],
)
def test_a_tag_is_near_the_language_its_reader_understands(tag: str, language: str) -> None:
    assert nearest(tag) == language


def test_english_is_spoken_until_another_language_is_asked_for() -> None:
    assert spoken() == "en"
    with speaking("nn-NO") as language:
        assert language == spoken() == "nb"
        with speaking("sv"):
            assert spoken() == "sv"
        assert spoken() == "nb"
    assert spoken() == "en"


def test_the_language_comes_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), speaking("da"):
        raise ZeroDivisionError
    assert spoken() == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_nobody_translated_is_said_in_english(language: str) -> None:
    strange = "a sentence that stands in no catalogue"
    with speaking(language):
        assert _(strange) == strange
        assert _n("%d strange thing", "%d strange things", 1) == "%d strange thing"
        assert _n("%d strange thing", "%d strange things", 2) == "%d strange things"


def test_names_are_listed_as_one_reads_them() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"]) == "A, B and 2 more"
    assert listed(["A", "B", "C"], most=2) == "A and 2 more"
