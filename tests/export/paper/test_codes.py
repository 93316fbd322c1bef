"""A code on a print leads back to its file, and a card's own code stands at its corner."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp

from export.paper.codes import code_block, way_back
from export.paper.papers import Paper
from export.paper.pdf import Info, make_pdf
from export.paper.spread import with_marks
from export.paper.tile_grid import Tiling
from export.paper.tiles import tile
from journey.drawing import Layer, Placed, Text
from journey.layout import Beside, View, layout
from journey.model import Card
from tests.export.paper.printed import a_drawing, full_size, sample_map, sample_pictures


def seen(data: bytes, scale: float, page: int = 0) -> list[str]:
    """What a camera reads on a page of a PDF."""
    image = pypdfium2.PdfDocument(data)[page].render(scale=scale).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("side", [10.0, 24.0])
def test_a_printed_code_is_read_back(side: float) -> None:
    text = way_back("01m80cdp8wm3zk2aekkj1a07ms", "journey-water-damage", 1234)
    data = full_size(a_drawing([Placed(20.0, 20.0, code_block(text, side))], w=80.0, h=80.0))

    assert seen(data, 300 / 72) == ["REISEKART:01M80CDP8WM3ZK2AEKKJ1A07MS:JOURNEY-WATER-DAMAGE:1234"]


def test_a_map_bears_its_code_at_its_foot() -> None:
    found, stamp = sample_map(), code_block("REISEKART:1:2:3", 24.0)
    beside = Beside(foot=("Foot",), stamp=stamp)
    drawing = layout(found, View(found.journeys()[0].id, beside=beside))

    assert seen(full_size(drawing, sample_pictures), 1.0) == ["REISEKART:1:2:3"]


def test_every_card_bears_its_own_code_inside_its_edge_where_codes_are_wanted() -> None:
    found = sample_map()
    journey = found.journeys()[0].id
    with_codes, without = (layout(found, View(journey, codes=codes)) for codes in (True, False))

    told = {
        placed.block.record: mark
        for placed in with_codes.blocks()
        for mark in placed.block.marks
        if mark.layer is Layer.CODES and isinstance(mark, Text)
    }
    shown = [card for card in found.of(Card) if card.id in told]
    assert len(shown) > 30
    assert all(told[card.id].text == card.code for card in shown)
    assert all(
        0 < told[one.block.record].y < one.block.h for one in with_codes.blocks() if one.block.record in told
    )
    assert [(one.x, one.y, one.block.h) for one in without.blocks()] == [
        (one.x, one.y, one.block.h) for one in with_codes.blocks()
    ]


def test_every_sheet_of_a_map_that_is_spread_over_several_bears_the_code() -> None:
    found, tiling = sample_map(), Tiling(page_map=False)
    drawing = layout(found, View(found.journeys()[0].id))
    sheets = with_marks(
        drawing,
        tile(drawing, Paper.parse("A3"), tiling, read_from=0.7),
        tiling,
        10.0,
        code_block("REISEKART:1:2:3", 10.0),
    )
    data, _report = make_pdf([drawing], [sheets], info=Info("x"), pictures=sample_pictures)

    assert len(sheets.pages) > 4
    for place in range(len(sheets.pages)):
        assert seen(data, 200 / 72, place) == ["REISEKART:1:2:3"]
