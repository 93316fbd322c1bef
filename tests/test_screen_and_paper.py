"""The screen and the paper show the same: two painters, one drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import get_args

import numpy
import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from canvas import paint as screen
from export.paper import paint as paper
from export.paper import svg_marks
from journey.drawing import Box, Drawing, Image, Line, Mark, Path, Text, flat, moved
from resources.theme import load_theme
from tests.export.paper.printed import full_size, letters_of, marks_drawing, sample_pictures, sample_sheet

DOTS_A_MILLIMETRE = 2.5
LIMIT = 35.0

Dots = numpy.ndarray

# Qt reads no font before there is an application.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def on_screen(qapp: object) -> Dots:
    return seen(sample_sheet())


def seen(drawing: Drawing) -> Dots:
    """The drawing as the screen shows it."""

    def paint(painter: QPainter) -> None:
        painter.scale(_dots(drawing.w) / drawing.w, _dots(drawing.h) / drawing.h)
        screen.paint_drawing(drawing, painter, load_theme(), lambda asset: sample_pictures(asset)[0])

    return shown(drawing, paint)


def shown(drawing: Drawing, paint: Callable[[QPainter], None]) -> Dots:
    """What is painted on white paper as large as a drawing."""
    w, h = _dots(drawing.w), _dots(drawing.h)
    image = QImage(w, h, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()
    rows = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(h, image.bytesPerLine())
    return rows[:, : 3 * w].reshape(h, w, 3).astype(float)


def _dots(side: float) -> int:
    return round(side * DOTS_A_MILLIMETRE)


def printed(drawing: Drawing) -> Dots:
    """The drawing's PDF as pdfium shows it."""
    w, h = _dots(drawing.w), _dots(drawing.h)
    page = pypdfium2.PdfDocument(full_size(drawing, sample_pictures))[0]
    bitmap = pypdfium2.PdfBitmap.new_native(w, h, pypdfium2.raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, w, h)
    flags = pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER
    pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, w, h, 0, flags)
    return bitmap.to_numpy().astype(float)


def difference(one: Dots, other: Dots) -> float:
    """The largest difference of the means of squares of 8 x 8 dots, of 255."""
    h, w = (side // 8 * 8 for side in one.shape[:2])
    squares = (one - other)[:h, :w].reshape(h // 8, 8, w // 8, 8, 3).mean(axis=(1, 3))
    return float(abs(squares).max())


def with_a_line_moved(drawing: Drawing, down: float) -> Drawing:
    """The drawing with one of its dark lines of text moved, as one flat block."""
    marks = [mark for _record, mark in flat(drawing.blocks())]
    place = next(at for at, mark in enumerate(marks) if isinstance(mark, Text) and mark.colour == "ink")
    marks[place] = moved(marks[place], 0.0, down)
    return marks_drawing(*marks, w=drawing.w, h=drawing.h)


def test_a_whole_map_looks_the_same_on_screen_and_on_paper(on_screen: Dots) -> None:
    assert difference(on_screen, printed(sample_sheet())) <= LIMIT


def test_the_comparison_sees_one_line_that_is_a_millimetre_too_low(on_screen: Dots) -> None:
    assert difference(on_screen, printed(with_a_line_moved(sample_sheet(), 0.0))) <= LIMIT
    assert difference(on_screen, printed(with_a_line_moved(sample_sheet(), 1.0))) > LIMIT


@pytest.mark.parametrize(
    "mark",
    [
        Box(10.0, 10.0, 60.0, 40.0, "touchpoint.tint", "ink", 1.0, 8.0),
        Box(10.0, 10.0, 60.0, 4.0, None, "ink", 1.0, 8.0),
        Box(10.0, 10.0, 60.0, 40.0, None, "ink", 1.2, 6.0, (6.0, 3.0)),
        Box(10.0, 10.0, 60.0, 40.0, None, "ink", 1.2, 0.0, (6.0, 3.0, 2.0, 3.0)),
        Line(10.0, 10.0, 90.0, 60.0, "ink", 2.0),
        Line(10.0, 10.0, 90.0, 60.0, "ink", 2.0, (0.01, 4.0)),
        Line(10.0, 10.0, 90.0, 60.0, "ink", 8.0, (20.0, 10.0)),
        Path((("M", 20.0, 20.0), ("L", 80.0, 20.0), ("L", 20.0, 60.0)), None, "ink", 4.0),
        Path((("M", 20.0, 20.0), ("C", 80.0, 0.0, 80.0, 90.0, 20.0, 60.0), ("Z",)), "gap.tint", "ink", 1.0),
    ],
    ids=lambda mark: type(mark).__name__,
)
def test_every_shape_looks_the_same_on_screen_and_on_paper(mark: Mark) -> None:
    drawing = marks_drawing(mark)

    assert difference(seen(drawing), seen(marks_drawing())) > LIMIT
    assert difference(seen(drawing), printed(drawing)) <= LIMIT


def test_a_line_on_paper_stands_where_the_layout_put_it() -> None:
    drawing = sample_sheet()
    starts = defaultdict(list)
    letters = letters_of(full_size(drawing, sample_pictures))
    for place, letter in enumerate(letters):
        starts[letter.character].append(place)

    lines = [mark for _record, mark in flat(drawing.blocks()) if isinstance(mark, Text)]
    assert len(lines) > 150
    for line in lines:
        run = line.line.runs[-1]
        end = line.x + (line.width - (run.advance - run.xs[-1]) * line.size)
        assert any(
            _near(letters[place].x, line.x)
            and _near(letters[place].y, line.y)
            and "".join(one.character for one in letters[place : place + len(line.text)]) == line.text
            and _near(letters[place + len(line.text) - 1].x, end)
            for place in starts[line.text[0]]
        ), line.text


def _near(one: float, other: float) -> bool:
    return abs(one - other) < 0.1


@pytest.mark.parametrize("painter", [screen.paint, paper.paint, svg_marks.svg_of])
def test_every_sort_of_mark_can_be_painted(painter: object) -> None:
    marks = set(get_args(Mark))

    assert marks == {Box, Line, Path, Text, Image}
    assert marks <= set(painter.registry)
