"""The measures lane: the numbers told at the cards of each step, with their goals."""

from __future__ import annotations

from journey.drawing import Block, Colour, Layer, Mark
from journey.layout import sizes
from journey.layout.memory import Memory
from journey.layout.numbers import amount, spoken_measure
from journey.layout.rows import Level, Seat, at_column
from journey.layout.typeset import broken, column, height
from journey.model import Measure
from journey.text import Line
from resources.words import _

_Set = tuple[tuple[Line, ...], sizes.Style, Colour]


def measure_levels(
    by_column: dict[int, tuple[Measure, ...]], language: str, memory: Memory
) -> tuple[Level, ...]:
    """One level, each column's numbers under one another."""
    if not by_column:
        return ()
    tall = 2.0 + max(
        sum(_height(_setting(measure, language)) for measure in told) for told in by_column.values()
    )
    blocks = tuple(
        at_column(at, 0.0, memory.of(("measures", at), _block, told, tall, language))
        for at, told in by_column.items()
    )
    return (Level(tuple(Seat("", at, at) for at in by_column), tall, blocks),)


def _setting(measure: Measure, language: str) -> list[_Set]:
    room = sizes.card() - sizes.PAD_LEFT
    text, colour = spoken_measure(measure, language)
    lines: list[_Set] = [(broken(text, room, sizes.MEASURE_STRONG, language), sizes.MEASURE_STRONG, colour)]
    if measure.goal is not None:
        goal = _("goal {goal}").format(goal=amount(measure.goal, measure.kind, language))
        lines.append((broken(goal, room, sizes.FOOT_TEXT, language), sizes.FOOT_TEXT, "muted"))
    return lines


def _height(setting: list[_Set]) -> float:
    return sum(height(lines, style) for lines, style, _colour in setting) + 1.4


def _block(told: tuple[Measure, ...], tall: float, language: str) -> Block:
    marks: list[Mark] = []
    top, room = 1.0, sizes.card() - sizes.PAD_LEFT
    for measure in told:
        for lines, style, colour in _setting(measure, language):
            marks += column(lines, sizes.PAD_LEFT, top, room, style, colour, Layer.MEASURES)
            top += height(lines, style)
        top += 1.4
    return Block(sizes.card(), tall, tuple(marks), told[0].id)
