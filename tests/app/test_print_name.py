"""A print is called as somebody named it, and ends as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.print_name import print_path, with_ending

MAP = Path("/maps/claim.journey")


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("wall.pdf", "/maps/wall.pdf"),
        ("wall", "/maps/wall.pdf"),
        ("wall.PDF", "/maps/wall.pdf"),
        ("wall 1.2", "/maps/wall 1.2.pdf"),
        ("wall.pdf2,5", "/maps/wall.pdf2,5.pdf"),
        ("wall.svg", "/maps/wall.pdf"),
        ("/else/where.pdf", "/else/where.pdf"),
        ("deeper/../wall.pdf", "/maps/wall.pdf"),
        ("~nobody-at-all/wall.pdf", "/maps/~nobody-at-all/wall.pdf"),
        (" ", "/maps/claim.pdf"),
        ("/", "/claim.pdf"),
        ("prints/", "/maps/prints/claim.pdf"),
        ("..", "/claim.pdf"),
        ("deeper/..", "/maps/claim.pdf"),
        ("wall.", "/maps/wall.pdf"),
    ],
)
def test_a_print_lies_beside_the_map_and_has_its_ending(named: str, meant: str) -> None:
    assert print_path(named, MAP, ".pdf") == Path(meant)


def test_another_format_takes_the_ending_of_the_first() -> None:
    assert with_ending(Path("mine.pdf"), ".svg") == Path("mine.svg")
    assert with_ending(Path("/"), ".svg") == Path("/")
