"""A journey's feelings in small: curves in a quiet frame, stars at moments of truth, steps named below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journey.analysis.moments import moments_of_truth
from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Colour, Layer, Line, Mark, Passage, Path, Point
from journey.handouts.styles import BODY, SMALL
from journey.handouts.telling import felt
from journey.handouts.voice import Voice
from journey.layout.curve import halves, monotone
from journey.layout.outlines import circle, glyph
from journey.layout.plot import Told, told_of
from journey.layout.typeset import centred, column, height, single, text_at
from journey.model import Feeling, Step
from journey.personas import names_of, within
from journey.phases import PHASES
from journey.text import Line as TextLine
from resources.words import _

_TOP, _BOTTOM, _KEYED = 8.0, 4.4, 8.0
"""From the frame to where the curve may reach: room for a star above it, and for a key below it."""
_POINT = 1.9
_STAR = 4.4
_MOST_LINES = 4
_NARROWEST = 15.0
"""The column under which steps are no longer named one by one, mm."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (2.6, 1.5), (0.3, 1.5), (4.0, 1.2, 0.3, 1.2))


def curves_of(reading: Reading) -> tuple[Told, ...]:
    """The curve of each persona, in the order the journey names them; those of nobody first."""
    return told_of(reading.map, reading.grid)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things stand in the frame."""

    count: int
    width: float
    tall: float
    bottom: float

    def x(self, column: int) -> float:
        return (column + 0.5) * self.width / self.count

    def y(self, score: float) -> float:
        return _TOP + (2 - score) / 4 * (self.tall - _TOP - self.bottom)

    def at(self, column: int, feeling: Feeling) -> Point:
        return self.x(column), self.y(feeling.score)


def curve_block(reading: Reading, voice: Voice, width: float, tall: float) -> Block:
    """The frame with the curves, ``tall`` mm high, and a key in it where there are several."""
    curves = curves_of(reading)
    keyed = sum(curve.persona is not None for curve in curves) > 1
    plot = _Plot(max(len(reading.grid.steps), 1), width, tall, _KEYED if keyed else _BOTTOM)
    middle = plot.y(0.0)
    marks: list[Mark] = [
        Box(0.0, 0.0, width, tall, "paper", "hairline", 0.2, 2.2, layer=Layer.GRID),
    ]
    if curves:
        marks.append(Line(2.5, middle, width - 2.5, middle, "muted", 0.2, (0.3, 1.2), Layer.GRID))
    alone = len(curves) == 1
    placed = [[plot.at(column, one) for column, one in curve.points] for curve in curves]
    for place, (curve, points) in enumerate(zip(curves, placed, strict=True)):
        marks += _lines(curve, points, alone, place)
    for curve, points in zip(curves, placed, strict=True):
        marks += _points(curve, points)
    marks += _stars(reading, curves, plot)
    marks += _key(reading, curves, voice, tall) if keyed else []
    return Block(width, tall, tuple(marks), curve_record(reading))


def curve_record(reading: Reading) -> str:
    """What the curve's block stands for."""
    return f"{reading.journey.id} feelings"


def curve_passage(reading: Reading, language: str) -> Passage:
    """The curves in words: each step with its score and word."""
    steps = reading.map.of(Step)
    told = []
    curves = curves_of(reading)
    names = names_of(reading.map)
    for curve in curves:
        scores = "; ".join(f"{steps[one.step].title} {felt(one, language)}" for _at, one in curve.points)
        if curve.persona is None:
            told.append(_("Feelings: {scores}").format(scores=scores))
        else:
            name = within(names[curve.persona.id])
            told.append(_("What {persona} feels: {scores}").format(persona=name, scores=scores))
    return Passage(1, curve_record(reading), alternate=" ".join(told) or no_curve_words())


def _key(reading: Reading, curves: Sequence[Told], voice: Voice, tall: float) -> list[Mark]:
    """Whose curve is whose, along the bottom of the frame."""
    marks: list[Mark] = []
    x, top = 4.0, tall - SMALL.leading - 1.0
    names = names_of(reading.map)
    for place, curve in enumerate(curves):
        if curve.persona is not None:
            line = single(names[curve.persona.id], SMALL, voice.language)
            y, dash = top + SMALL.leading / 2, _DASHES[place % len(_DASHES)]
            marks.append(Line(x, y, x + 8.0, y, curve.persona.colour, 0.8, dash, Layer.FEELINGS))
            marks.append(text_at(line, x + 10.0, top, SMALL, "muted"))
            x += 16.0 + line.width * SMALL.size
    return marks


def names_block(reading: Reading, voice: Voice, width: float) -> Block:
    """The steps' titles under the curve, in the middle of their columns; stages where they have no room."""
    steps = reading.grid.steps
    wide = width / max(len(steps), 1)
    style = BODY if wide >= 1.7 * _NARROWEST else SMALL
    told = [voice.at_most(step.title, wide - 2.4, style, _MOST_LINES) for step in steps]
    torn = any(_is_torn(step.title, lines) for step, lines in zip(steps, told, strict=True))
    if wide < _NARROWEST or torn:
        return _stage_names(reading, voice, width, wide)
    marks: list[Mark] = []
    tall = 0.0
    for place, lines in enumerate(told):
        marks += centred(lines, (place + 0.5) * wide, 0.0, style, "ink")
        tall = max(tall, height(lines, style))
    return Block(width, tall, tuple(marks))


def _is_torn(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether a line ends within a word of a text, and not at a hyphen."""
    words = set(text.split())
    ends = [line.text.split()[-1] for line in lines[:-1] if line.text.strip()]
    return any(end not in words and not end.endswith("-") for end in ends)


def _stage_names(reading: Reading, voice: Voice, width: float, wide: float) -> Block:
    """The stages under the steps that they hold, each on a line of its own width."""
    marks: list[Mark] = []
    left = tall = 0.0
    for stage in reading.grid.stages:
        room = len(reading.grid.steps_of(stage.id)) * wide
        title = stage.title or PHASES[stage.phase]()
        marks.append(Line(left + 0.6, 0.0, left + room - 0.6, 0.0, "muted", 0.4))
        if room > _NARROWEST:
            lines = voice.at_most(title, room - 2.4, SMALL, _MOST_LINES)
            marks += column(lines, left + 0.6, 1.0, room - 2.4, SMALL, "ink")
            tall = max(tall, height(lines, SMALL))
        left += room
    return Block(width, tall + 1.0, tuple(marks))


def no_curve_words() -> str:
    """What stands where the curve would be."""
    return _("No feelings have been marked yet.")


def _lines(curve: Told, points: Sequence[Point], alone: bool, place: int) -> list[Mark]:
    marks: list[Mark] = []
    scores = [feeling.score for _column, feeling in curve.points]
    for index, bezier in enumerate(monotone(points)):
        pieces = halves(bezier, 3) if alone else (bezier,)
        for part, piece in enumerate(pieces):
            between = (part + 0.5) / len(pieces)
            colour: Colour = curve.persona.colour if curve.persona else "muted"
            if alone:
                colour = f"feeling:{scores[index] + (scores[index + 1] - scores[index]) * between:.1f}"
            dash = () if alone else _DASHES[place % len(_DASHES)]
            path = (("M", *piece[0]), ("C", *piece[1], *piece[2], *piece[3]))
            marks.append(Path(path, None, colour, 1.1, dash, Layer.FEELINGS))
    return marks


def _points(curve: Told, points: Sequence[Point]) -> list[Mark]:
    return [
        Path(circle(x, y, _POINT), "surface", f"feeling:{feeling.score:.1f}", 0.9, (), Layer.FEELINGS)
        for (x, y), (_column, feeling) in zip(points, curve.points, strict=True)
    ]


def _stars(reading: Reading, curves: Sequence[Told], plot: _Plot) -> list[Mark]:
    """A star over the point of each moment of truth; at the top where there are several curves."""
    marks: list[Mark] = []
    for at in sorted({reading.columns(card).start for card in moments_of_truth(reading)}):
        scores = [one.score for curve in curves for column, one in curve.points if column == at]
        y = plot.y(max(scores, default=0.0))
        top = y - _POINT - _STAR - 0.6 if len(curves) == 1 else 1.2
        marks.append(glyph("star", plot.x(at) - _STAR / 2, top, _STAR, "gold"))
    return marks
