"""Which characters are never parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.text.clusters import clusters


@pytest.mark.parametrize(
    "parts",
    [
        ["a", "b", "c"],
        ["å", "x\u0323\u0307", "b"],
        ["👨\u200d👩\u200d👧", "👍🏽", "❤\ufe0f"],
        ["🇳🇴", "🇸🇪", "🇩🇰"],
        ["1\ufe0f\u20e3", "2"],
        ["🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "!"],
        ["हि", "न्दी"],
        ["กำ", "ที่"],
        ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"],
        [" ", "a"],
    ],
)
def test_what_a_reader_sees_as_one_is_one_cluster(parts: list[str]) -> None:
    assert clusters("".join(parts)) == parts


@given(st.text())
def test_clusters_joined_are_the_text_again(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))
