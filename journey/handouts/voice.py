"""The words of a print: the map's language, and a second one beside it for the product's own labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journey.drawing import Block, Colour, Mark
from journey.layout.sizes import Style
from journey.layout.typeset import broken, column, height
from journey.text import Line
from resources.words import speaking

Say = Callable[[], str]
"""Gives a label in the language being spoken."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The language (BCP 47) that texts are broken in, and the second language of labels, or empty."""

    language: str
    second: str = ""

    def says(self, say: Say) -> str:
        """A label; with a second language “Touchpoints / Kontaktpunkter”."""
        first, other = say(), self.other(say)
        return f"{first} / {other}" if other else first

    def other(self, say: Say) -> str:
        """A label in the second language; empty without one, or where it says the same."""
        if not self.second:
            return ""
        with speaking(self.second):
            other = say()
        return "" if other == say() else other

    def lines(self, text: str, width: float, style: Style) -> tuple[Line, ...]:
        """A text's lines in a width."""
        return broken(text, width, style, self.language)

    def block(self, text: str, width: float, style: Style, colour: Colour = "ink", record: str = "") -> Block:
        """A text as a block of its own, flush left."""
        lines = self.lines(text, width, style)
        marks: tuple[Mark, ...] = tuple(column(lines, 0.0, 0.0, width, style, colour))
        return Block(width, height(lines, style), marks, record)

    def at_most(self, text: str, width: float, style: Style, most: int) -> tuple[Line, ...]:
        """A text's lines, ended with an ellipsis at a word where there would be more than ``most``."""
        lines = self.lines(text, width, style)
        if len(lines) <= most:
            return lines
        words = " ".join(line.text for line in lines[:most]).split(" ")
        while len(lines) > most and words:
            lines = self.lines(" ".join(words).rstrip(" ,.;:·–-") + "…", width, style)
            words.pop()
        return lines[:most]

    def facts(self, facts: Sequence[str], width: float, style: Style, most: int) -> tuple[Line, ...]:
        """Facts with dots between them on at most so many lines: the last are left out before one is cut."""
        told = [fact for fact in facts if fact]
        while len(told) > 1 and len(self.lines(" · ".join(told), width, style)) > most:
            told.pop()
        return self.at_most(" · ".join(told), width, style, most)
