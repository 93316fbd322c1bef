"""Every mark has a painter, which leaves ink and what is around it as it was."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from canvas.grounds import grounds_of, sign_of
from canvas.paint import Brush, colour_of, paint, paint_drawing
from journey.drawing import Box, Image, Line, Mark, PartName, Path, Text
from journey.layout import View, layout
from journey.layout.sizes import CARD_TEXT
from journey.layout.typeset import single
from resources.theme import THEMES, load_theme
from tests.builders import a_card, a_map
from tests.busy_map import a_busy_map

pytestmark = pytest.mark.usefixtures("qapp")
THEME = load_theme()
MARKS: dict[type, Mark] = {
    Box: Box(10, 10, 30, 30, "ink"),
    Line: Line(10, 25, 40, 25, "ink", 8.0),
    Path: Path((("M", 10, 10), ("L", 40, 10), ("L", 40, 40), ("L", 10, 40), ("Z",)), fill="ink"),
    Text: Text(8, 38, 36.0, single("■", CARD_TEXT, "en"), "ink"),
    Image: Image(10, 10, 30, 30, "photo"),
}


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*THEME.rgb("ink")))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the device is a buffer, the format a name
    return bytes(buffer.data().data())


def painted(mark: Mark, picture: bytes = b"") -> QImage:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(colour_of(THEME, "paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(mark, Brush(painter, THEME, lambda _asset: picture or png(30, 30)))
    painter.end()
    return image


def inked(image: QImage) -> int:
    """How many pixels are dark."""
    return sum(QColor(image.pixel(x, y)).lightness() < 90 for x in range(50) for y in range(50))


def test_there_is_a_painter_for_every_mark_and_each_leaves_ink() -> None:
    assert set(MARKS) == set(get_args(Mark))
    for mark in MARKS.values():
        assert inked(painted(mark)) > 150, mark


def test_what_is_no_mark_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="str"):
        paint("no mark", None)  # type: ignore[arg-type]  # that is the point


def test_a_picture_keeps_its_shape_in_the_middle_of_its_mark() -> None:
    image = painted(MARKS[Image], png(60, 20))
    dark = [(x, y) for x in range(50) for y in range(50) if QColor(image.pixel(x, y)).lightness() < 90]
    assert (min(x for x, _y in dark), max(x for x, _y in dark)) == (10, 39)
    assert (min(y for _x, y in dark), max(y for _x, y in dark)) == (20, 29)


def test_a_picture_that_cannot_be_read_leaves_the_paper_as_it_is() -> None:
    assert inked(painted(MARKS[Image], b"no picture")) == 0


@pytest.mark.parametrize("name", THEMES)
def test_a_map_with_everything_is_painted_in_every_theme(name: str) -> None:
    busy = a_busy_map()
    drawing = layout(busy, View(busy.journeys()[0].id))
    image = QImage(int(drawing.w), int(drawing.h), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_drawing(drawing, painter, load_theme(name), lambda _asset: png(8, 8))
    painter.end()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(seen) > 20


def test_a_card_far_away_is_its_colours_and_its_sign() -> None:
    drawing = layout(a_map(records=[a_card("call", "touchpoints", "step-1")]), View("journey"))
    body = drawing.part(PartName.BODY)
    assert body is not None
    card = next(one for one in body.blocks if one.block.record == "call")
    grounds = dict(grounds_of(card, card.block.marks))
    assert set(grounds) == {"touchpoint.tint", "touchpoint.accent"}
    assert grounds["touchpoint.tint"].width() == pytest.approx(card.block.w)
    sign = sign_of(card)
    assert sign is not None
    colour, shape = sign
    assert colour == "touchpoint.accent"
    assert shape.boundingRect().height() > card.block.h * 0.35
    assert shape.boundingRect().center().x() == pytest.approx(card.x + card.block.w / 2)
