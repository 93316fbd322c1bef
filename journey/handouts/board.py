"""The one page for the board: the journey in small, three moments of truth, three gaps, three actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey.analysis.evidence import coverage, coverage_sentence
from journey.analysis.reading import Reading, read
from journey.drawing import Block, Box, Colour, Drawing, Mark, Placed
from journey.handouts.asked import A4, Asked, Format, Hidden, format_of
from journey.handouts.choosing import MOST, Point, decisions, gaps, moments, numbers
from journey.handouts.page import About, page
from journey.handouts.small_curve import curve_block, curve_passage, curves_of, names_block, no_curve_words
from journey.handouts.styles import BODY, BODY_STRONG, HEADING, LEAD, LEAD_STRONG, SMALL, TITLES
from journey.handouts.telling import (
    dotted,
    persona_names,
    personas,
    sheet_facts,
    state_word,
)
from journey.handouts.voice import Say, Voice
from journey.layout.days import spoken_day
from journey.layout.sizes import Style
from journey.layout.typeset import column, height, widest
from journey.model import MapData
from journey.text import Line
from resources.words import _, in_quotes

_GAP = 4.7
_UNDER_CURVE = 2.6
_BETWEEN = 6.0
"""Between the three columns."""
_CARD_GAP = 2.0
_PAD = 3.2
_BAR = 1.1
_CARD = 15.0
_HEADINGS = (HEADING, LEAD_STRONG, BODY_STRONG)
"""The styles of the columns' headings, of which the largest is taken that leaves each on one line."""
_LOWEST, _HIGHEST, _TALLEST = 25.0, 0.27, 0.4
"""How high the curve may be: mm at least, shares of the page at most, and where there is little else."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A column of the board: heading, the colour over it, its points, what is said where there are none."""

    heading: str
    colour: Colour
    points: tuple[Point, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What stands on the board beside the curve, and how high the rows of points are."""

    head: Block
    under: Block
    told: tuple[_Told, ...]
    rows: tuple[float, ...]
    lines: int
    band: Block

    def room(self, form: Format) -> float:
        """How high the curve may be on a page."""
        taken = (
            self.head.h + self.under.h + _UNDER_CURVE + _columns_height(self.rows) + self.band.h + 3 * _GAP
        )
        return form.h - 2 * form.margin - form.foot - taken


def board(map_data: MapData, journey: str, asked: Asked) -> tuple[Drawing, ...]:
    """The page, in the language being spoken; always one: on it long texts end in an ellipsis.

    Raises KeyError if the map has no such journey, Fault for a paper that is too small.
    """
    reading = read(map_data, journey)
    voice = Voice(map_data.workshop.language, asked.second)
    form = format_of(asked, lying=True, least=A4)
    pieces = _pieces(reading, voice, form, asked)
    known = ", ".join(coverage(map_data, journey).sources)
    sources = _("Sources: {sources}").format(sources=known) if known else ""
    told = dotted((sheet_facts(reading, ""), sources))
    about = About(
        reading.journey.title,
        told,
        reading.journey.id,
        asked.stamp,
        (curve_passage(reading, voice.language),),
    )
    return (page(form, voice, about, _placed(pieces, reading, voice, form), (1, 1)),)


def _pieces(reading: Reading, voice: Voice, form: Format, asked: Asked) -> _Pieces:
    """Everything but the curve, its texts as long as leaves the curve its room."""
    w = form.across
    head = _head(reading, voice, w, asked.day)
    under = names_block(reading, voice, w)
    told = _told(reading, voice)
    band = Block(w, 0.0, ()) if Hidden.MEASURES in asked.hide else _band(reading, voice, w)
    for lines in (3, 2, 1):
        rows = _rows(told, voice, w, lines)
        pieces = _Pieces(head, under, told, rows, lines, band)
        if pieces.room(form) >= _LOWEST:
            break
    return pieces


def _placed(pieces: _Pieces, reading: Reading, voice: Voice, form: Format) -> list[Placed]:
    """The blocks on the page; what the curve does not take goes to the rows of points."""
    x, w = form.margin, form.across
    room, felt = pieces.room(form), bool(curves_of(reading))
    tall = max(_LOWEST, min(room, _HIGHEST * form.h if felt else _LOWEST))
    more = min(max(0.0, room - tall) / len(pieces.rows), 6.0)
    rows = tuple(row + more for row in pieces.rows)
    if felt:
        tall = max(tall, min(room - more * len(rows), _TALLEST * form.h))
    placed = [Placed(x, form.margin, pieces.head)]
    top = form.margin + pieces.head.h + _GAP
    placed.append(Placed(x, top, _curve(reading, voice, w, tall)))
    top += tall + _UNDER_CURVE
    placed.append(Placed(x, top, pieces.under))
    placed += _columns(pieces, rows, voice, (x, top + pieces.under.h + _GAP, w))
    bottom = form.h - form.margin - form.foot - pieces.band.h
    return [*placed, Placed(x, bottom, pieces.band)]


def _head(reading: Reading, voice: Voice, width: float, day: str) -> Block:
    """The title, and under it who it is about, what they want, and how much of it is known."""
    journey = reading.journey
    title, style = _title(journey.title, voice, width)
    known = coverage(reading.map, journey.id)
    facts = (
        _people(reading),
        in_quotes(journey.purpose) if journey.purpose else "",
        state_word(journey),
        spoken_day(day),
        coverage_sentence(replace(known, sources=())) if known.cards else "",
    )
    lines = voice.at_most(dotted(facts), width, LEAD, 2)
    top = height(title, style) + 1.6
    marks: list[Mark] = list(column(title, 0.0, 0.0, width, style, "ink"))
    marks += column(lines, 0.0, top, width, LEAD, "muted")
    return Block(width, top + height(lines, LEAD), tuple(marks), journey.id)


def _people(reading: Reading) -> str:
    """Who it is about: one persona with its segment, several by their names."""
    people = personas(reading)
    if len(people) == 1:
        return ", ".join(filter(None, (people[0].name.strip(), people[0].segment)))
    return persona_names(reading)


def _title(title: str, voice: Voice, width: float) -> tuple[Sequence[Line], Style]:
    """A title in the largest style in which it stands on one line, or the smallest on two."""
    for style in TITLES:
        if len(lines := voice.lines(title, width, style)) == 1:
            return lines, style
    return voice.at_most(title, width, TITLES[1], 2), TITLES[1]


def _curve(reading: Reading, voice: Voice, width: float, tall: float) -> Block:
    block = curve_block(reading, voice, width, tall)
    if curves_of(reading):
        return block
    words = voice.lines(no_curve_words(), width - 12.0, BODY)
    said = column(words, 6.0, (tall - height(words, BODY)) / 2, width, BODY, "muted")
    return Block(width, tall, (*block.marks, *said), block.record)


def _told(reading: Reading, voice: Voice) -> tuple[_Told, ...]:
    language = voice.language
    truths, hurts, plans = moments(reading, language), gaps(reading, language), decisions(reading, language)
    return (
        _Told(
            _heading(voice, truths, lambda: _("Three moments of truth"), lambda: _("Moments of truth")),
            "gold",
            truths,
            _("No moment of truth has been named yet."),
        ),
        _Told(
            _heading(voice, hurts, lambda: _("Three gaps"), lambda: _("Gaps")),
            "pain_point.accent",
            hurts,
            _("The map shows no gap, pain point or drop in feeling."),
        ),
        _Told(
            _heading(voice, plans, lambda: _("Three actions"), lambda: _("Actions")),
            "idea.accent",
            plans,
            _("Nothing has been decided yet."),
        ),
    )


def _heading(voice: Voice, points: Sequence[Point], three: Say, some: Say) -> str:
    """A column's heading; in two languages it says no number, for which there is no room."""
    return voice.says(three if len(points) == MOST and not voice.second else some)


def _column_width(width: float) -> float:
    return (width - 2 * _BETWEEN) / 3


def _point_lines(
    point: Point, voice: Voice, width: float, lines: int
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    room = width - 2 * _PAD
    title = voice.at_most(point.title, room, LEAD_STRONG, lines)
    return title, voice.facts(point.facts, room, SMALL, 2 if lines < 3 else 3)


def _rows(told: Sequence[_Told], voice: Voice, width: float, lines: int) -> tuple[float, ...]:
    """How high each row of points is: as high as the highest in it."""
    w = _column_width(width)
    rows = [_CARD]
    for one in told:
        for place, point in enumerate(one.points):
            title, facts = _point_lines(point, voice, w, lines)
            tall = height(title, LEAD_STRONG) + height(facts, SMALL) + 2 * _PAD - 0.6
            rows[place : place + 1] = [max(tall, rows[place] if place < len(rows) else _CARD)]
    return tuple(rows)


def _columns_height(rows: Sequence[float]) -> float:
    return _BAR + 2.6 + HEADING.leading + 2.8 + sum(rows) + _CARD_GAP * (len(rows) - 1)


def _columns(
    pieces: _Pieces, rows: Sequence[float], voice: Voice, place: tuple[float, float, float]
) -> Iterator[Placed]:
    """The three columns from a place of some width: a coloured bar, a heading, the points."""
    left, top, width = place
    w = _column_width(width)
    fitting = (
        one for one in _HEADINGS if all(len(voice.lines(it.heading, w, one)) == 1 for it in pieces.told)
    )
    style = next(fitting, _HEADINGS[-1])
    for at, told in enumerate(pieces.told):
        x = left + at * (w + _BETWEEN)
        heading = voice.at_most(told.heading, w, style, 1)
        bar = Box(0.0, 0.0, w, _BAR, told.colour)
        words = column(heading, 0.0, _BAR + 2.6, w, style, "ink")
        yield Placed(x, top, Block(w, _BAR + 2.6 + HEADING.leading, (bar, *words)))
        y = top + _BAR + 2.6 + HEADING.leading + 2.8
        for point, row in zip(told.points, rows, strict=False):
            yield Placed(x, y, _point(point, voice, w, row, pieces.lines))
            y += row + _CARD_GAP
        if not told.points:
            yield Placed(x, y, voice.block(told.empty, w, BODY, "muted"))


def _point(point: Point, voice: Voice, width: float, tall: float, lines: int) -> Block:
    title, facts = _point_lines(point, voice, width, lines)
    room, below = width - 2 * _PAD, _PAD - 0.6 + height(title, LEAD_STRONG) + 0.4
    marks: tuple[Mark, ...] = (
        Box(0.0, 0.0, width, tall, "paper", radius=1.6),
        *column(title, _PAD, _PAD - 0.6, room, LEAD_STRONG, "ink"),
        *column(facts, _PAD, below, room, SMALL, "muted"),
    )
    return Block(width, tall, marks, point.record)


def _band(reading: Reading, voice: Voice, width: float) -> Block:
    """What will show whether it worked: numbers, where they stand and where they should go."""
    told = numbers(reading, voice.language)
    if not told:
        said = _("No number has a goal yet: choose one that will show whether it worked.")
        return voice.block(said, width, BODY, "muted")
    lead = voice.says(lambda: _("How we will know"))
    room = width - 2 * _PAD - 2.0
    heading = voice.at_most(f"{lead}:", room / 2, LEAD_STRONG, 1)
    x = _PAD + 1.0 + widest(heading, LEAD_STRONG) + 3.0
    lines = voice.facts(told, width - _PAD - 1.0 - x, LEAD, 2)
    tall = height(lines, LEAD) + 2 * _PAD - 0.6
    marks: tuple[Mark, ...] = (
        Box(0.0, 0.0, width, tall, "petrol", radius=1.8),
        *column(heading, _PAD + 1.0, _PAD - 0.3, room, LEAD_STRONG, "on_petrol"),
        *column(lines, x, _PAD - 0.3, width - _PAD - x, LEAD, "on_petrol"),
    )
    return Block(width, tall, marks)
