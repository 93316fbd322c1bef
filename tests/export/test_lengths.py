"""Lengths and sizes are read as people type them."""

from __future__ import annotations

import pytest

from export.lengths import length_typed, size_typed


@pytest.mark.parametrize(
    ("text", "length"),
    [
        *(("914", 914.0), ("36in", 914.4), ("1,067 m", 1067.0), (" 2.5CM ", 25.0), ("0", 0.0)),
        *(("x", None), ("-3", None), ("1001m", None), ("9" * 400, None)),
    ],
)
def test_a_length_has_a_unit_or_is_in_millimetres(text: str, length: float | None) -> None:
    assert length_typed(text) == length


@pytest.mark.parametrize(
    ("text", "usual", "size"),
    [
        ("420x297mm", "mm", (420.0, 297.0)),
        ("420 × 297", "mm", (420.0, 297.0)),
        ("3.2 X 1,4", "m", (3200.0, 1400.0)),
        ("320x140cm", "m", (3200.0, 1400.0)),
        ("420", "mm", None),
        ("3mx2m", "mm", None),
        ("0x0", "mm", None),
        ("76x0.0001", "mm", None),
        ("76x" + "9" * 400, "mm", None),
        ("", "mm", None),
    ],
)
def test_a_size_has_one_unit_for_both_or_the_usual_one(
    text: str, usual: str, size: tuple[float, float] | None
) -> None:
    assert size_typed(text, usual) == size
