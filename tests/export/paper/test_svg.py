"""An SVG is well formed, shows the marks, and says every text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from export.paper.svg import make_svg, write_svg
from journey.drawing import Drawing, Image, Line, Text
from tests.export.paper.printed import (
    a_drawing,
    marks_drawing,
    no_pictures,
    sample_pictures,
    sample_sheet,
    texts_drawing,
)
from tests.test_screen_and_paper import LIMIT, Dots, difference, seen, shown

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = ['Blåbær <&> "så"', "مرحبا", "नमस्ते", "😀 ok"]


def test_every_text_is_in_a_title() -> None:
    text, _report = make_svg(sample_sheet(), pictures=sample_pictures)
    tree = ElementTree.fromstring(text.encode("utf-8"))
    said = [line for title in tree.iter(f"{SVG}title") for line in (title.text or "").split("\n")]
    written = [
        mark.text
        for placed in sample_sheet().blocks()
        for mark in placed.block.marks
        if isinstance(mark, Text)
    ]

    assert said[0] == sample_sheet().title
    assert sorted(said[1:]) == sorted(written)


def test_letters_that_mean_something_in_xml_are_written_safely(tmp_path: Path) -> None:
    write_svg(texts_drawing(TEXTS), tmp_path / "map.svg", pictures=no_pictures)
    tree = ElementTree.parse(tmp_path / "map.svg")

    assert [title.text for title in tree.iter(f"{SVG}title")][1:] == TEXTS


def test_every_glyph_that_is_used_is_defined_once() -> None:
    text, _report = make_svg(sample_sheet(), pictures=sample_pictures)
    tree = ElementTree.fromstring(text.encode("utf-8"))
    defined = [one.get("id") for definitions in tree.iter(f"{SVG}defs") for one in definitions]
    used = {use.get("href", "")[1:] for use in tree.iter(f"{SVG}use")}

    assert len(defined) == len(set(defined))
    assert used <= set(defined)
    assert len(used) > 50


def test_it_is_as_large_as_asked() -> None:
    text, report = make_svg(a_drawing([], 300.0, 200.0), pictures=no_pictures, scale=0.5)
    tree = ElementTree.fromstring(text.encode("utf-8"))

    assert (tree.get("width"), tree.get("height"), tree.get("viewBox")) == ("150mm", "100mm", "0 0 300 200")
    assert report.pages == ((150.0, 100.0),)


@pytest.mark.usefixtures("qapp")
def test_it_looks_as_the_screen_does() -> None:
    drawing = texts_drawing(TEXTS)
    screen = seen(drawing)

    assert difference(screen, _rendered(drawing)) <= LIMIT
    assert difference(screen, _rendered(texts_drawing([*TEXTS[:3], "other"]))) > LIMIT


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("dash", [(), (0.01, 14.0), (20.0, 10.0)])
def test_strokes_end_as_they_do_on_screen(dash: tuple[float, ...]) -> None:
    drawing = marks_drawing(Line(10.0, 10.0, 90.0, 60.0, "ink", 8.0, dash))

    assert difference(seen(drawing), _rendered(drawing)) <= LIMIT


def test_a_picture_is_inside_the_file_and_one_that_cannot_be_read_is_reported() -> None:
    drawing = marks_drawing(Image(0.0, 0.0, 9.0, 9.0, "broken"), Image(0.0, 9.0, 20.0, 10.0, "portrait", 3.0))
    portrait = next(
        mark.asset
        for placed in sample_sheet().blocks()
        for mark in placed.block.marks
        if isinstance(mark, Image)
    )
    text, report = make_svg(
        drawing,
        pictures=lambda asset: (b"nothing", "image/png") if asset == "broken" else sample_pictures(portrait),
    )
    [image] = ElementTree.fromstring(text.encode("utf-8")).iter(f"{SVG}image")

    assert image.get("href", "").startswith("data:image/")
    assert image.get("clip-path", "").removeprefix("url(#").removesuffix(")") in text
    assert report.unreadable == ("broken",)


def _rendered(drawing: Drawing) -> Dots:
    """The drawing's SVG as Qt shows it."""
    text, _report = make_svg(drawing, pictures=no_pictures)

    def paint(painter: QPainter) -> None:
        QSvgRenderer(text.encode("utf-8")).render(painter)

    return shown(drawing, paint)
