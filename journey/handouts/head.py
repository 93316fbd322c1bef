"""The head of a print that is no map: its title and what it is about, and a line across later pages."""

from __future__ import annotations

from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Colour, Mark
from journey.handouts.styles import LEAD, RUNNING, TITLES
from journey.handouts.telling import dotted
from journey.handouts.voice import Voice
from journey.layout.typeset import column, height


def title_head(voice: Voice, title: str, below: str, width: float, colour: Colour, record: str = "") -> Block:
    """A title under a bar of colour, as large as it fits on one line, and what the print is about."""
    style = next((one for one in TITLES if len(voice.lines(title, width, one)) == 1), TITLES[-1])
    lines = voice.at_most(title, width, style, 3)
    small = voice.at_most(below, width, LEAD, 4)
    top = 1.4 + 3.0
    under = top + height(lines, style) + 0.8
    marks: list[Mark] = [
        Box(0.0, 0.0, width, 1.4, colour),
        *column(lines, 0.0, top, width, style, "ink"),
        *column(small, 0.0, under, width, LEAD, "muted"),
    ]
    return Block(width, under + height(small, LEAD), tuple(marks), record)


def running_title(reading: Reading, voice: Voice, title: str, width: float, colour: Colour) -> Block:
    """What stands on top of the pages after the first."""
    lines = voice.at_most(dotted((title, reading.journey.title)), width, RUNNING, 1)
    bar = Box(0.0, RUNNING.leading + 1.2, width, 0.9, colour)
    return Block(width, RUNNING.leading + 2.1, (*column(lines, 0.0, 0.0, width, RUNNING, "ink"), bar))
