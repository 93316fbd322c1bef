"""A code on a print leads back to its file, and a card's own code stands at its corner."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp

from export.paper.codes import code_block, way_back
from journey.drawing import Layer, Placed, Text
from journey.layout import Beside, View, layout
from journey.model import Card
from tests.export.paper.printed import a_drawing, full_size, sample_map, sample_pictures


def seen(data: bytes, scale: float) -> list[str]:
    """What a camera reads on the first page of a PDF."""
    image = pypdfium2.PdfDocument(data)[0].render(scale=scale).to_pil()
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
