"""What a map is called as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journey.handouts import Asked
from journey.handouts.contents import contents
from journey.model import Journey, Workshop, map_of
from journey.titles import title_of
from resources.words import LANGUAGES, _, speaking
from tests.builders import a_map
from tests.journey.handouts.samples import words


def titled(workshop: str, journey: str) -> str:
    """What a map with these titles is called."""
    records = []
    for record in a_map().records():
        if isinstance(record, Workshop):
            record = replace(record, title=workshop)
        elif isinstance(record, Journey):
            record = replace(record, title=journey)
        records.append(record)
    return title_of(map_of(records))


def test_a_map_is_called_as_its_workshop_is() -> None:
    assert titled("Better together", "Moving house") == "Better together"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_that_nobody_titled_goes_by_its_journey(language: str) -> None:
    with speaking(language):
        placeholder = _("Untitled journey")
    assert titled(placeholder, "Moving house") == "Moving house"
    assert titled(placeholder, placeholder) == ""
    assert titled("", "Moving house") == "Moving house"


def test_the_contents_page_goes_by_the_journey_where_nobody_titled_the_workshop() -> None:
    made = map_of(
        replace(record, title="Untitled journey") if isinstance(record, Workshop) else record
        for record in a_map().records()
    )
    said = words(contents(made, (), (), Asked()))
    assert "A journey" in said
    assert "Untitled" not in said
