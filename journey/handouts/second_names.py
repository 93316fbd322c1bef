"""The lanes' own names in a second language beside the first: ours, not those that people gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journey.handouts.voice import Voice
from journey.model import Lane, MapData, Record, map_of
from resources.templates import PRESETS, lane_title, template
from resources.words import speaking


def with_second_names(map_data: MapData, second: str) -> MapData:
    """The map with our names of lanes followed by those in a second language; as it is without one.

    To be asked in the map's language.
    """
    names = second_names(Voice(map_data.workshop.language, second))
    if not names:
        return map_data

    def records() -> Iterator[Record]:
        for record in map_data.records():
            if isinstance(record, Lane) and record.title in names:
                yield replace(record, title=f"{record.title} / {names[record.title]}")
            else:
                yield record

    return map_of(records())


def second_names(voice: Voice) -> dict[str, str]:
    """What the second language calls our lanes, by what the language being spoken calls them."""
    if not voice.second:
        return {}
    with speaking(voice.second):
        theirs = _names()
    return {ours: other for ours, other in zip(_names(), theirs, strict=True) if ours != other}


def _names() -> list[str]:
    """Every name that we give a lane, always in the same order."""
    of_presets = [lane.title for preset in PRESETS for lane in template(preset).lanes]
    return [*of_presets, *(lane_title(kind) for kind in _OTHERS)]


_OTHERS = (
    "actors",
    "storyboard",
    "physical",
    "measures",
    "policies",
    "gains",
    "questions",
    "actions",
    "notes",
)
"""Kinds of lanes that no preset begins with."""
