"""How much a merge brings in."""

from __future__ import annotations

from collections.abc import Callable

from journey.comparing import Fate
from journey.merging.merge import Merge
from journey.model import SHAPES, Asset
from journey.model.naming import how_many
from journey.plain import sort_of
from resources.words import _

Counts = dict[str, dict[str, int]]
"""How many records of each sort, by what becomes of them."""


def counts(merged: Merge) -> Counts:
    """How many records of each sort are added to my copy, changed and removed, without pictures."""
    counted: Counts = {str(fate): {} for fate in Fate}
    for touch in merged.change("").touches:
        fate = Fate.ADDED if touch.before is None else Fate.REMOVED if touch.after is None else Fate.CHANGED
        if not isinstance(touch.record, Asset):
            of_fate, sort = counted[fate], sort_of(touch.record)
            of_fate[sort] = of_fate.get(sort, 0) + 1
    return counted


def incoming(merged: Merge) -> list[str]:
    """What comes into my copy, a line for each of what becomes of it: “Added: 12 cards, 2 steps”."""
    counted = counts(merged)
    lines = []
    for fate, words in _FATES.items():
        told = [
            how_many(shape.name, counted[fate][shape.name]) for shape in SHAPES if shape.name in counted[fate]
        ]
        if told:
            lines.append(words().format(what=", ".join(told)))
    return lines


_FATES: dict[Fate, Callable[[], str]] = {
    Fate.ADDED: lambda: _("Added: {what}"),
    Fate.CHANGED: lambda: _("Changed: {what}"),
    Fate.REMOVED: lambda: _("Removed: {what}"),
}
