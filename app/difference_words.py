"""How the differences of two states are counted and headed, in the window and at the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from journey.comparing import Difference, Fate, of_fate
from resources.words import _, _n


def fate_words(fate: Fate) -> str:
    """The heading over what was added, changed or removed."""
    return {Fate.ADDED: _("Added"), Fate.CHANGED: _("Changed"), Fate.REMOVED: _("Removed")}[fate]


def count_words(fate: Fate, n: int) -> str:
    """How many were added, changed or removed."""
    return {
        Fate.ADDED: _n("{n} added", "{n} added", n),
        Fate.CHANGED: _n("{n} changed", "{n} changed", n),
        Fate.REMOVED: _n("{n} removed", "{n} removed", n),
    }[fate].format(n=n)


def tally_words(differences: Sequence[Difference]) -> str:
    """How many of each there are."""
    if not differences:
        return _("Nothing differs.")
    counts = ((fate, len(of_fate(differences, fate))) for fate in Fate)
    return ", ".join(count_words(fate, n) for fate, n in counts if n)
