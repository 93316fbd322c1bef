"""Whole drawings as they were found good, a mark a line; what moves is seen in the difference."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey.drawing import PartName
from journey.finding import Finding, Severity
from journey.layout import View, layout
from journey.model import MapData
from tests.journey.layout import small_maps
from tests.journey.layout.drawn import written

_FOUND = (Finding("unowned", Severity.PROBLEM, ("line",), "Nobody answers."),)
_MAPS: dict[str, tuple[Callable[[], MapData], View]] = {
    "empty": (small_maps.untitled, View("j")),
    "small": (small_maps.small, View("j", findings=_FOUND)),
    "wide-spans": (small_maps.wide_spans, View("j")),
    "long-texts": (small_maps.long_texts, View("j", "nb")),
    "nordic": (small_maps.nordic, View("j", "sv")),
    "several-personas": (small_maps.several_personas, View("j")),
}


@pytest.mark.parametrize("name", _MAPS)
def test_drawings_stay_as_they_are(name: str, golden: Callable[[str, str], None]) -> None:
    made, view = _MAPS[name]
    golden(f"drawing-{name}.txt", written(layout(made(), view)))


def test_what_stands_around_a_printed_map_stays_as_it_is(golden: Callable[[str, str], None]) -> None:
    drawing = layout(small_maps.furnished(), View("j", findings=_FOUND, beside=small_maps.beside()))
    around = {PartName.TITLE, PartName.PANEL, PartName.LEGEND}
    golden("drawing-paper.txt", written(drawing, around))
