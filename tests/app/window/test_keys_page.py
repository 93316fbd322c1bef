"""The page of keys in the manual is what the window’s table says.

Where a key changed, `pytest tests/app/window/test_keys_page.py --update-golden` writes the page anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest

from app.map_keys import map_keys
from app.window import Window
from tests.repository import REPOSITORY

PAGE = REPOSITORY / "docs" / "manual" / "keys.md"


def rows(window: Window) -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "In the editor `?` shows these beside the map. All that the menus can do is here, keyed or not."
    yield from ("", "![All keys beside the map](../pictures/editor-keys.png)")
    yield from table("On the map", [(f"`{key}`", words) for key, words in map_keys()])
    for menu, group in groupby(window.menus.deeds.values(), key=lambda deed: deed.menu):
        named = [(", ".join(f"`{key}`" for key in deed.keys), deed.words) for deed in group]
        yield from table(menu.replace("/", ": "), named)


def table(title: str, lines: list[tuple[str, str]]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| Key | What it does |", "|---|---|")
    yield from (f"| {key} | {words} |" for key, words in lines)


def test_every_deed_and_key_is_in_the_manual(window: Window, request: pytest.FixtureRequest) -> None:
    page = "\n".join(rows(window)) + "\n"
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page
