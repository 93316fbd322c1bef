"""A PNG has exactly the dots that were asked for, and not more than a program can open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from export.paper.pages import plan
from export.paper.papers import Paper
from export.paper.png import MOST_MEGAPIXELS, write_png
from journey.drawing import Box
from resources.errors import Fault
from tests.export.paper.printed import marks_drawing, no_pictures, texts_drawing


@pytest.mark.parametrize(
    ("paper", "dpi", "size"),
    [("A4", 72.0, (842, 595)), ("A3", 100.0, (1654, 1169)), ("123.4x99mm", 96.0, (466, 374))],
)
def test_a_picture_has_exactly_its_size(
    tmp_path: Path, paper: str, dpi: float, size: tuple[int, int]
) -> None:
    drawing = marks_drawing(Box(0.0, 0.0, 200.0, 100.0, "#FF0000"))
    target = tmp_path / "map.png"
    files, _report = write_png(
        [drawing], [plan(drawing, Paper.parse(paper))], target, dpi=dpi, pictures=no_pictures
    )
    picture = QImage(str(target))

    assert files == (target,)
    assert (picture.width(), picture.height()) == size
    assert picture.dotsPerMeterX() == pytest.approx(dpi / 0.0254, abs=1)
    assert picture.pixelColor(size[0] // 2, size[1] // 2).name() == "#ff0000"
    assert picture.pixelColor(1, 1).name() == "#ffffff"


def test_each_page_is_a_picture_of_its_own(tmp_path: Path) -> None:
    drawing = texts_drawing(["a"])
    planned = plan(drawing, Paper.parse("A4"))
    files, report = write_png(
        [drawing, drawing], [planned, planned], tmp_path / "map.png", dpi=20.0, pictures=no_pictures
    )

    assert [file.name for file in files] == ["map-1.png", "map-2.png"]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert len(report.pages) == 2


def test_too_many_dots_are_refused_naming_what_would_do(tmp_path: Path) -> None:
    drawing = texts_drawing(["a"])
    planned = plan(drawing, Paper.parse("A0"))

    with pytest.raises(Fault, match="Choose at most 508 dpi") as told:
        write_png([drawing], [planned], tmp_path / "map.png", dpi=600.0, pictures=no_pictures)

    assert "28087 × 19866" in told.value.sentence
    assert MOST_MEGAPIXELS >= 46.81 / 600 * 508 * 33.11 / 600 * 508 * 360_000 / 1e6
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("dpi", [0.0, -5.0, float("nan"), float("inf")])
def test_no_dots_are_refused(tmp_path: Path, dpi: float) -> None:
    drawing = texts_drawing(["a"])

    with pytest.raises(Fault, match="must be more than 0"):
        write_png(
            [drawing], [plan(drawing, Paper.parse("A4"))], tmp_path / "a.png", dpi=dpi, pictures=no_pictures
        )
