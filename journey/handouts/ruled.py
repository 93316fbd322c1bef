"""Room to write: lines with a word before them, and empty lines."""

from __future__ import annotations

from collections.abc import Sequence

from journey.drawing import Block, Box, Line, Mark
from journey.handouts.flow import stacked
from journey.handouts.styles import HEADING, LABEL, SMALL
from journey.handouts.voice import Voice
from journey.layout.typeset import column, single, text_at
from resources.words import _

WRITING, TIGHT = 8.0, 7.0
"""Between lines that somebody writes on by hand, mm; where there is little room."""
_RULE = 0.25
_GAP = 5.0
_FEWEST = 3
"""Lines of notes that are worth a heading."""


def ruled(width: float, lines: int, apart: float = WRITING) -> Block:
    """Empty lines to write on, so many mm apart."""
    rules = tuple(
        Line(0.0, (place + 1) * apart, width, (place + 1) * apart, "muted", _RULE, (0.1, 1.0))
        for place in range(lines)
    )
    return Block(width, lines * apart + 0.6, rules)


def notes(voice: Voice, width: float, tall: float) -> Block | None:
    """Room to write under a heading, so many mm high; None where that is little."""
    heading = voice.block(voice.says(lambda: _("Notes")), width, HEADING)
    lines = int((tall - heading.h) / WRITING)
    return stacked([heading, ruled(width, lines)]) if lines >= _FEWEST else None


def named_lines(voice: Voice, words: Sequence[str], width: float) -> Block:
    """Lines side by side, each with a word before it that says what to write."""
    w = (width - _GAP * (len(words) - 1)) / len(words)
    marks: list[Mark] = []
    for place, word in enumerate(words):
        x = place * (w + _GAP)
        line = voice.at_most(word, w * 0.72, SMALL, 1)
        taken = max((one.width for one in line), default=0.0) * SMALL.size + 2.0
        base = WRITING + 0.4
        marks += column(line, x, base - SMALL.leading + 0.5, w * 0.72, SMALL, "muted")
        marks.append(Line(x + taken, base, x + w, base, "muted", _RULE))
    return Block(width, WRITING + 1.0, tuple(marks))


def scale(voice: Voice, marks_at: Sequence[str], words: tuple[str, str]) -> Block:
    """Boxes to tick in a row, each with what it means under it, between two words."""
    side, apart = 5.0, 14.0
    low, high = (single(word, SMALL, voice.language) for word in words)
    x = low.width * SMALL.size + 5.0
    top = (side - SMALL.leading) / 2
    marks: list[Mark] = [text_at(low, 0.0, top, SMALL, "muted")]
    for place, mark in enumerate(marks_at):
        at = x + place * apart
        marks.append(Box(at, 0.0, side, side, "surface", "ink", 0.3, 0.8))
        line = single(mark, LABEL, voice.language)
        marks.append(text_at(line, at + (side - line.width * LABEL.size) / 2, side + 0.6, LABEL, "muted"))
    end = x + (len(marks_at) - 1) * apart + side + 4.0
    marks.append(text_at(high, end, top, SMALL, "muted"))
    return Block(end + high.width * SMALL.size, side + 0.6 + LABEL.leading, tuple(marks))
