"""A step at the left of what a print tells of it: its number, its title, its stage and how it feels."""

from __future__ import annotations

from journey.analysis.reading import Reading
from journey.drawing import Block, Layer, Mark, Path
from journey.handouts.duties import Stop
from journey.handouts.styles import SMALL, SMALL_STRONG, STEP
from journey.handouts.telling import felt, personas
from journey.handouts.voice import Voice
from journey.layout.outlines import circle
from journey.layout.typeset import centred, column, height, single
from journey.model import Feeling, Stage, Step
from journey.personas import names_of

_DISC = 6.4
_POINT = 1.3


def step_side(reading: Reading, voice: Voice, width: float, stop: Stop) -> Block:
    """The step of a stop as a block of a width."""
    left = _DISC + 2.2
    room = width - left
    head = titled_step(voice, width, stop.number, stop.step)
    stage = voice.lines(reading.map.of(Stage)[stop.step.stage].title, room, SMALL)
    below = head.h + 0.4
    marks: list[Mark] = [*head.marks, *column(stage, left, below, room, SMALL, "muted")]
    below += height(stage, SMALL) + 1.2
    for feeling in stop.feelings:
        told, tall = _feeling(reading, voice, feeling, (left, below, room))
        marks += told
        below += tall
    return Block(width, below, tuple(marks), stop.step.id)


def titled_step(voice: Voice, width: float, number: int, step: Step) -> Block:
    """A step's number and title as a block of a width."""
    left = _DISC + 2.2
    room = width - left
    title = voice.lines(step.title, room, STEP)
    down = max(0.0, (_DISC - STEP.leading) / 2)
    marks: tuple[Mark, ...] = (*_disc(voice, number), *column(title, left, down, room, STEP, "ink"))
    return Block(width, max(_DISC, down + height(title, STEP)), marks, step.id)


def _disc(voice: Voice, number: int) -> list[Mark]:
    """A step's number in the colour of steps."""
    line = single(str(number), SMALL_STRONG, voice.language)
    top = (_DISC - SMALL_STRONG.leading) / 2
    words = centred([line], _DISC / 2, top, SMALL_STRONG, "on_accent")
    return [Path(circle(_DISC / 2, _DISC / 2, _DISC / 2), fill="step.accent"), *words]


def _feeling(
    reading: Reading, voice: Voice, feeling: Feeling, place: tuple[float, float, float]
) -> tuple[list[Mark], float]:
    """A feeling as a point in its colour and its words; whose it is where several feel."""
    x, top, room = place
    persona = feeling.persona or ""
    others = [one for one in personas(reading) if one.id != persona]
    whose = names_of(reading.map).get(persona, "") if others else ""
    words = f"{whose}: {felt(feeling, voice.language)}" if whose else felt(feeling, voice.language)
    indent = 2 * _POINT + 1.8
    lines = voice.lines(words, room - indent, SMALL)
    colour = f"feeling:{feeling.score:.1f}"
    middle = top + SMALL.leading / 2
    ring = Path(circle(x + _POINT, middle, _POINT), "surface", colour, 0.8, (), Layer.FEELINGS)
    return [ring, *column(lines, x + indent, top, room - indent, SMALL, "ink", Layer.FEELINGS)], (
        height(lines, SMALL) + 0.4
    )
