"""What a map is called as a whole: by its workshop, or by its journey where nobody titled the workshop."""

from __future__ import annotations

from functools import cache

from journey.model import MapData
from resources.words import LANGUAGES, _, speaking


def title_of(map_data: MapData) -> str:
    """The title of the workshop, or of the first journey that has one of its own; empty without any."""
    titles = (map_data.workshop.title, *(one.title for one in map_data.journeys()))
    return next((title for title in titles if title.strip() and not is_placeholder(title)), "")


def is_placeholder(title: str) -> bool:
    """Whether a title is what new maps are called until somebody titles them, in any language of ours."""
    return title.strip() in _placeholders()


@cache
def _placeholders() -> frozenset[str]:
    found = set()
    for language in LANGUAGES:
        with speaking(language):
            found.add(_("Untitled journey"))
    return frozenset(found)
