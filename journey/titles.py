"""What a map is called as a whole: by its workshop, or by its journey where nobody titled the workshop."""

from __future__ import annotations

from journey.model import MapData
from resources.words import LANGUAGES, _, speaking


def title_of(map_data: MapData) -> str:
    """The title of the workshop, or of the first journey that has one of its own; empty without any."""
    titles = (map_data.workshop.title, *(one.title for one in map_data.journeys()))
    unsaid = {"", *_placeholders()}
    return next((title for title in titles if title.strip() not in unsaid), "")


def _placeholders() -> set[str]:
    """What new maps are called until somebody titles them, in each language they may have begun in."""
    found = set()
    for language in LANGUAGES:
        with speaking(language):
            found.add(_("Untitled journey"))
    return found
