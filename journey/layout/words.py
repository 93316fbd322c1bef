"""Where the word of each feeling stands: near its point, clear of every curve, point and other word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey.drawing import Point
from journey.layout import sizes
from journey.layout.curve import Bezier, sampled
from journey.layout.plot import Told, middle, points_of, score_height
from journey.layout.typeset import broken, height, widest
from journey.model import Feeling
from journey.text import Line

_BESIDE = 5.0
WORD_ROOM = sizes.CARD - _BESIDE
"""How long a line of a word may be in a column of the usual width, mm."""
_CLEAR = 0.9
_APART = 2.0
"""Between the points of a curve that are looked at: what it does in between, ``_CLEAR`` makes good."""
_AWAY = (1.0, 3.0, 5.5, 8.5, 12.0)
KEY = 4.4
"""The room of the disc that says whose a word is."""
_SHELF_PAD = 1.4


@dataclass(frozen=True, slots=True)
class Word:
    """A word's lines in a rectangle.

    On the shelf ``key`` is the colour of the persona it belongs to, for a disc at the rectangle's left.
    """

    record: str
    lines: tuple[Line, ...]
    x: float
    y: float
    w: float
    h: float
    key: str | None = None


def place_words(
    told: tuple[Told, ...], curves: tuple[tuple[Bezier, ...], ...], language: str
) -> tuple[list[Word], float]:
    """Place every word, and tell how high the shelf below the plot must be (0: all found a place above)."""
    drawn = _by_column(point for curve in curves for point in sampled(curve, _APART))
    points = _by_column(point for one in told for point in points_of(one))
    taken: dict[int, list[Word]] = {}
    shelved: dict[int, list[Word]] = {}
    room = sizes.card() - _BESIDE
    for one in told:
        key = one.persona.colour if one.persona and len(told) > 1 else None
        for column, feeling in one.points:
            lines = broken(feeling.word, room, sizes.WORD_TEXT, language)
            if not lines:
                continue
            around = _Around(drawn.get(column, []), points.get(column, []), taken.setdefault(column, []))
            if (word := _free(feeling, lines, column, around)) is not None:
                taken[column].append(word)
            else:
                shelved.setdefault(column, []).append(_at(feeling, lines, middle(column), 0.0, key))
    shelf = _stacked(shelved)
    return [word for words in taken.values() for word in words] + shelf, _depth(shelf)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a word in a column must keep clear of; words are narrower than their columns."""

    curve: list[Point]
    points: list[Point]
    words: list[Word]

    def leaves_free(self, word: Word) -> bool:
        within = sizes.FEELING_ROW - word.h - 0.8 >= word.y >= 0.8
        return within and not (
            any(_touches(word, point, sizes.CURVE / 2 + _CLEAR) for point in self.curve)
            or any(_touches(word, point, sizes.POINT + sizes.MARKER / 2 + 0.4) for point in self.points)
            or any(word.y < other.y + other.h and other.y < word.y + word.h for other in self.words)
        )


def _free(feeling: Feeling, lines: tuple[Line, ...], column: int, around: _Around) -> Word | None:
    """The nearest free place above or below the point; on the hill side of the curve first."""
    x, y = middle(column), score_height(feeling.score)
    h = height(lines, sizes.WORD_TEXT)
    above = [y - sizes.POINT - away - h for away in _AWAY]
    below = [y + sizes.POINT + away for away in _AWAY]
    first, second = (above, below) if feeling.score < 0 else (below, above)
    tops = [top for pair in zip(first, second, strict=True) for top in pair]
    words = (_at(feeling, lines, x, top) for top in tops)
    return next((word for word in words if around.leaves_free(word)), None)


def _at(feeling: Feeling, lines: tuple[Line, ...], x: float, top: float, key: str | None = None) -> Word:
    w = widest(lines, sizes.WORD_TEXT)
    return Word(feeling.id, lines, x - w / 2, top, w, height(lines, sizes.WORD_TEXT), key)


def _touches(word: Word, point: Point, clear: float) -> bool:
    x, y = point
    return word.x - clear < x < word.x + word.w + clear and word.y - clear < y < word.y + word.h + clear


def _by_column(points: Iterable[Point]) -> dict[int, list[Point]]:
    found: dict[int, list[Point]] = {}
    for x, y in points:
        found.setdefault(int(x // sizes.column()), []).append((x, y))
    return found


def _stacked(shelved: dict[int, list[Word]]) -> list[Word]:
    placed: list[Word] = []
    for words in shelved.values():
        top = sizes.FEELING_ROW + _SHELF_PAD
        for word in words:
            key = KEY if word.key else 0.0
            placed.append(replace(word, x=word.x - key / 2, y=top, w=word.w + key))
            top += word.h
    return placed


def _depth(shelf: list[Word]) -> float:
    return max((word.y + word.h + _SHELF_PAD - sizes.FEELING_ROW for word in shelf), default=0.0)
