"""What brings the panels and the table view: part of the View menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

from app.actions.deed import Deed
from resources.words import _


class Beside(Protocol):
    """What stands beside the map, and in its place."""

    def begin(self, name: str) -> None:
        """Show a side panel and put the keyboard into it."""

    def finish(self) -> None:
        """Finish what is being written in a side panel."""


class Turning(Protocol):
    """What shows the map or the table."""

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""

    def turn(self) -> None:
        """Show the table in place of the map, or the map again."""

    def show_map(self) -> None:
        """Show the map."""


def panel_deeds(side: Beside, turning: Turning) -> list[Deed]:
    """The table view and each of the side panels."""
    menu = _("View")
    named = (
        ("inspector", _("Inspector"), ("Ctrl+I",)),
        ("personas", _("Personas"), ()),
        ("owners", _("Owners"), ()),
        ("measures", _("Measures"), ()),
        ("evidence", _("Evidence"), ()),
        ("findings", _("Findings"), ()),
        ("wall", _("From the wall"), ()),
    )
    table = Deed(
        *("table", menu, _("Table"), ("Ctrl+T",), turning.turn), on=lambda: turning.as_table, parted=True
    )
    panels = [
        Deed(name, menu, words, keys, partial(side.begin, name), parted=name == "inspector")
        for name, words, keys in named
    ]
    return [table, *panels]


def finished_first(deeds: Iterable[Deed], finish: Callable[[], object]) -> Iterator[Deed]:
    """The same deeds, each after what is being written in a panel is finished."""
    return (replace(deed, does=partial(_in_turn, finish, deed.does)) for deed in deeds)


def on_the_map(deeds: Iterable[Deed], turning: Turning) -> Iterator[Deed]:
    """The same deeds; those that write into the map, or drop something on it, show it first."""
    for deed in deeds:
        writes = deed.menu.partition("/")[0] == _("Insert") or deed.name == "write"
        yield replace(deed, does=partial(_in_turn, turning.show_map, deed.does)) if writes else deed


def _in_turn(first: Callable[[], object], then: Callable[[], object], *_told: object) -> None:
    first()
    then()
