"""The feelings lane: a curve for each persona through its points, and a word at each point."""

from __future__ import annotations

from dataclasses import dataclass

from journey.drawing import Block, Box, Layer, Line, Mark, Path, Placed
from journey.layout import sizes
from journey.layout.curve import Bezier, clipped, halves, monotone
from journey.layout.outlines import circle
from journey.layout.plot import Told, middle, points_of, score_at, score_height, within
from journey.layout.typeset import centred
from journey.layout.words import KEY, Word, place_words
from journey.model import Feeling

_STRIPS = 24
_MARKERS = ("round", "square", "diamond", "triangle")
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 2.4), (0.4, 2.2), (6.0, 2.0, 0.4, 2.0))


@dataclass(frozen=True, slots=True)
class FeelingRow:
    """The lane's blocks from its top, and its height."""

    placed: tuple[Placed, ...]
    height: float


def feeling_row(told: tuple[Told, ...], columns: int, language: str) -> FeelingRow:
    """Draw the curves; words that find no free place near their point stand on a shelf below.

    Points before the first column or after the last are not drawn, but the curves run as through them.
    """
    w = columns * sizes.column()
    curves = tuple(clipped(monotone(points_of(one)), 0.0, w) for one in told)
    here = tuple(within(one, columns) for one in told)
    words, shelf = place_words(here, curves, language)
    tall = sizes.FEELING_ROW + shelf
    placed = [Placed(0.0, 0.0, _ground(columns, tall))]
    for place, (one, curve) in enumerate(zip(told, curves, strict=True)):
        placed.append(Placed(0.0, 0.0, _curve_block(one, curve, place, len(told) == 1)))
    for place, one in enumerate(here):
        placed += [_point_block(one, column, feeling, place) for column, feeling in one.points]
    placed += [_word_block(word) for word in words]
    return FeelingRow(tuple(placed), tall)


def _ground(columns: int, tall: float) -> Block:
    """The pale band from good to bad: each strip reaches to the bottom, so that no seam shows between."""
    w, plot = columns * sizes.column(), sizes.FEELING_ROW
    strips: list[Mark] = []
    for strip in range(_STRIPS):
        y = plot * strip / _STRIPS
        score = 2 - 4 * strip / (_STRIPS - 1)
        strips.append(Box(0.0, y, w, plot - y, f"feeling_band:{score:.2f}", layer=Layer.GRID))
    zero = score_height(0.0)
    rule = Line(0.0, zero, w, zero, "muted", 0.3, (0.6, 2.0))
    return Block(w, tall, (*strips, rule))


def _curve_block(one: Told, curve: tuple[Bezier, ...], place: int, alone: bool) -> Block:
    pieces: list[Mark] = []
    for bezier in curve:
        for piece in halves(bezier, 3) if alone else (bezier,):
            colour = _tone(piece) if alone else _persona_colour(one)
            path = (("M", *piece[0]), ("C", *piece[1], *piece[2], *piece[3]))
            dash = () if alone else _DASHES[place % len(_DASHES)]
            pieces.append(Path(path, None, colour, sizes.CURVE, dash, Layer.FEELINGS))
    right = curve[-1][3][0] if curve else 0.0
    return Block(right, sizes.FEELING_ROW, tuple(pieces), one.persona.id if one.persona else "")


def _tone(piece: Bezier) -> str:
    return f"feeling:{score_at((piece[0][1] + piece[3][1]) / 2):.1f}"


def _persona_colour(one: Told) -> str:
    return one.persona.colour if one.persona else "muted"


def _point_block(one: Told, column: int, feeling: Feeling, place: int) -> Placed:
    r = sizes.POINT
    colour = f"feeling:{feeling.score:.1f}"
    outline = _marker(_MARKERS[place % len(_MARKERS)], r)
    mark = Path(outline, "surface", colour, sizes.MARKER, (), Layer.FEELINGS)
    block = Block(2 * r, 2 * r, (mark,), feeling.id)
    return Placed(middle(column) - r, score_height(feeling.score) - r, block)


def _marker(shape: str, r: float) -> tuple[tuple[str | float, ...], ...]:
    if shape == "round":
        return circle(r, r, r)
    side = 0.86 * r
    corners = {
        "square": ((r - side, r - side), (r + side, r - side), (r + side, r + side), (r - side, r + side)),
        "diamond": ((r, 0.0), (2 * r, r), (r, 2 * r), (0.0, r)),
        "triangle": ((r, 0.0), (2 * r, 1.8 * r), (0.0, 1.8 * r)),
    }[shape]
    return (("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",))


def _word_block(word: Word) -> Placed:
    middle = (word.w + (KEY if word.key else 0.0)) / 2
    marks: list[Mark] = list(centred(word.lines, middle, 0.0, sizes.WORD_TEXT, "ink", Layer.FEELINGS))
    if word.key is not None:
        marks.append(Path(circle(1.2, sizes.WORD_TEXT.leading / 2, 1.2), word.key, layer=Layer.FEELINGS))
    return Placed(word.x, word.y, Block(word.w, word.h, tuple(marks), word.record))
