"""Pieces on pages: none too many, kept with what follows, beside one another, no last page nearly empty."""

from __future__ import annotations

from journey.drawing import Block
from journey.handouts.flow import Piece, flowed


def block(h: float, name: str = "") -> Block:
    return Block(10.0, h, (), name)


def names(pages: list[list[object]]) -> list[list[str]]:
    return [[one.block.record for one in page] for page in pages]  # type: ignore[attr-defined]


def test_pieces_fill_a_page_and_go_on_on_the_next() -> None:
    found = flowed([Piece(block(4.0, name), gap=1.0) for name in "abcd"], 9.0, 14.0)
    assert names(found) == [["a", "b"], ["c", "d"]]
    assert [one.y for one in found[1]] == [0.0, 5.0]


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    pieces = [Piece(block(5.0, "a")), Piece(block(2.0, "head"), keep=True), Piece(block(5.0, "b"))]
    assert names(flowed(pieces, 10.0, 10.0)) == [["a"], ["head", "b"]]


def test_what_is_higher_than_a_page_stands_on_one_of_its_own() -> None:
    pieces = [Piece(block(5.0, "a")), Piece(block(20.0, "b")), Piece(block(5.0, "c"))]
    assert names(flowed(pieces, 10.0, 10.0)) == [["a"], ["b"], ["c"]]


def test_the_next_one_with_something_beside_it_begins_below_that() -> None:
    pieces = [
        Piece(block(2.0, "a"), x=5.0, beside=block(8.0, "side")),
        Piece(block(2.0, "b"), x=5.0, gap=1.0),
        Piece(block(2.0, "c"), x=5.0, gap=1.0, beside=block(2.0, "next")),
    ]
    [page] = flowed(pieces, 30.0, 30.0)
    assert {one.block.record: one.y for one in page} == {"side": 0, "a": 0, "b": 3, "next": 9, "c": 9}


def test_what_stands_beside_is_said_again_on_the_next_page() -> None:
    pieces = [
        Piece(block(6.0, "a"), x=5.0, beside=block(2.0, "side")),
        Piece(block(6.0, "b"), x=5.0, again=block(2.0, "again")),
    ]
    assert names(flowed(pieces, 10.0, 10.0)) == [["side", "a"], ["again", "b"]]


def test_pieces_move_together_where_that_saves_a_page_that_would_be_nearly_empty() -> None:
    pieces = [Piece(block(20.0, str(at)), gap=5.0) for at in range(5)]
    [page] = flowed(pieces, 116.0, 116.0)
    assert [round(one.y, 1) for one in page] == [0.0, 23.9, 47.8, 71.7, 95.6]
    assert len(flowed(pieces, 95.0, 95.0)) == 2


def test_blocks_are_set_tight_only_to_save_a_page() -> None:
    pieces = [Piece(block(30.0, f"loose {at}"), tight=block(24.0, f"tight {at}")) for at in range(4)]
    assert names(flowed(pieces, 100.0, 150.0)) == [[f"tight {at}" for at in range(4)]]
    assert names(flowed(pieces, 120.0, 150.0)) == [[f"loose {at}" for at in range(4)]]
    assert names(flowed(pieces, 70.0, 70.0)) == [["loose 0", "loose 1"], ["loose 2", "loose 3"]]


def test_a_last_page_that_cannot_be_saved_gets_some_of_the_page_before() -> None:
    pieces = [Piece(block(10.0, str(at))) for at in range(21)]
    assert [len(page) for page in flowed(pieces, 100.0, 100.0)] == [10, 8, 3]


def test_what_is_kept_together_stays_so_where_pages_share() -> None:
    kept = [Piece(block(10.0, str(at)), keep=at == 8) for at in range(11)]
    assert [len(page) for page in flowed(kept, 100.0, 100.0)] == [8, 3]


def test_what_stands_above_is_said_again_where_a_page_begins_with_it() -> None:
    pieces = [Piece(block(6.0, name), above=block(2.0, "above")) for name in "ab"]
    assert names(flowed([Piece(block(3.0, "head"), keep=True), *pieces], 10.0, 10.0)) == [
        ["head", "a"],
        ["above", "b"],
    ]
