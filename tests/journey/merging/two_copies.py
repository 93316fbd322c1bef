"""Two copies of one map, each edited at random."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journey.ids import counted
from journey.model import MapData, Refused
from tests.busy_map import a_busy_map
from tests.choice import Choice
from tests.edits_at_random import EDITS

Copies = tuple[MapData, MapData, MapData]
"""What both began as, and each of them."""


def edited(
    start: MapData, prefix: str, names: list[str], draw: Callable[[st.SearchStrategy[Any]], Any]
) -> MapData:
    """A map after edits of these names on whatever stands in it; ids of what is new begin with the prefix."""
    for number, name in enumerate(names):
        with counted(f"{prefix}{number}-"):
            try:
                start = start.apply(EDITS[name](Choice(start, draw)))
            except Refused:
                continue
    return start


@st.composite
def copies(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Copies:
    """Two copies of the busy map, with up to a dozen edits in each."""
    names = st.lists(st.sampled_from(sorted(EDITS)), max_size=12)
    base = a_busy_map()
    return base, edited(base, "m", draw(names), draw), edited(base, "t", draw(names), draw)
