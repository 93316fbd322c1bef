"""Entries that several prints list: a card in its colours, a line with a sign, a measure against its goal."""

from __future__ import annotations

from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Colour, Layer, Mark, Path
from journey.handouts.styles import BODY, BODY_STRONG, LABEL, SMALL, SMALL_STRONG, STRONG
from journey.handouts.telling import action_status, decided, dotted
from journey.handouts.voice import Voice
from journey.layout.days import spoken_day
from journey.layout.legend import kind_word
from journey.layout.numbers import amount, misses_goal, number
from journey.layout.outlines import circle, glyph
from journey.layout.typeset import column, height, single, text_at
from journey.model import Action, Card, CardKind, Measure
from resources.words import _, _n

_PAD, _PAD_TOP = 3.0, 1.7
_ACCENT = 1.4
_SIGN = 3.2
_VALUE, _WIDE = 17.0, 120.0
"""The room of a measure's number, and the width above which its goal has more than enough."""
_INDENT = 5.6
_MOST_LINES = 24
"""A text with more lines goes on in a piece of its own, so that it can go on another page."""


def heading(voice: Voice, words: str, width: float, colour: Colour = "muted") -> Block:
    """A small heading in capitals."""
    block = voice.block(words.upper(), width, LABEL, colour)
    return Block(width, block.h + 0.6, block.marks)


def signed_line(
    voice: Voice, kind: str, text: str, below: str, width: float, record: str = ""
) -> list[Block]:
    """A text behind the sign of its kind, and smaller what else there is to say of it; long ones in parts."""
    room = width - _INDENT
    lines = voice.lines(text or "–", room, BODY)
    blocks: list[Block] = []
    for start in range(0, len(lines), _MOST_LINES):
        part = lines[start : start + _MOST_LINES]
        marks: list[Mark] = [*column(part, _INDENT, 0.0, room, BODY, "ink")]
        if start == 0:
            marks.append(glyph(kind, 0.2, (BODY.leading - _SIGN) / 2, _SIGN, f"{kind}.accent"))
        blocks.append(Block(width, height(part, BODY), tuple(marks), record))
    if below:
        small = voice.lines(below, room, SMALL)
        words = tuple(column(small, _INDENT, 0.0, room, SMALL, "muted"))
        blocks.append(Block(width, height(small, SMALL) + 0.4, words, record))
    return blocks


def action_entry(reading: Reading, voice: Voice, width: float, action: Action) -> list[Block]:
    """An action: what it is, who does it by when, what it should move, how far it has come."""
    facts = (*decided(action, reading, voice.language), action_status(action.status))
    below = dotted((kind_word(CardKind.ACTION), *facts))
    return signed_line(voice, "action", action.title, below, width, action.id)


def card_entry(voice: Voice, card: Card, facts: str, width: float) -> list[Block]:
    """A card in the tint of its kind, with its code and its star; a long text in several blocks."""
    left = _ACCENT + _PAD
    corner, taken = _corner(voice, card, width)
    room = width - left - _PAD - taken
    lines = voice.lines(card.text or _("a card without text"), room, STRONG)
    parts = [lines[start : start + _MOST_LINES] for start in range(0, len(lines), _MOST_LINES)]
    blocks: list[Block] = []
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        small = voice.lines(facts, width - left - _PAD, SMALL) if last else ()
        below = _PAD_TOP + height(part, STRONG) + 0.3
        tall = below + height(small, SMALL) + (_PAD_TOP if last else 0.0)
        marks: list[Mark] = [
            Box(0.0, 0.0, width, tall, f"{card.kind}.tint"),
            Box(0.0, 0.0, _ACCENT, tall, f"{card.kind}.accent"),
            *column(part, left, _PAD_TOP, room, STRONG, "ink"),
            *column(small, left, below, width - left - _PAD, SMALL, "muted"),
            *(corner if place == 0 else ()),
        ]
        blocks.append(Block(width, tall, tuple(marks), card.id))
    return blocks


def _corner(voice: Voice, card: Card, width: float) -> tuple[list[Mark], float]:
    """A card's star and code at its top right, and the room they take."""
    marks: list[Mark] = []
    right = width - _PAD
    if card.code:
        code = single(card.code, SMALL_STRONG, voice.language)
        right -= code.width * SMALL_STRONG.size
        marks.append(text_at(code, right, _PAD_TOP + 0.4, SMALL_STRONG, f"{card.kind}.accent"))
        right -= 2.0
    if card.moment_of_truth:
        r = 2.1
        right -= 2 * r
        middle = _PAD_TOP + STRONG.leading / 2
        marks.append(Path(circle(right + r, middle, r), fill="gold"))
        marks.append(glyph("star", right + r - 1.4, middle - 1.4, 2.8, "on_gold"))
        right -= 2.0
    return marks, width - _PAD - right


def measure_entry(voice: Voice, measure: Measure, width: float) -> Block:
    """A measure, its number, its goal, and where the number comes from; red where it misses its goal."""
    language = voice.language
    at = width * (0.62 if width > _WIDE else 0.68)
    name = voice.lines(measure.name, at - _INDENT - _VALUE, BODY)
    told = _("not measured") if measure.value is None else amount(measure.value, measure.kind, language)
    value = single(told, BODY_STRONG, language)
    colour = "pain_point.accent" if misses_goal(measure) else "ink"
    aim = (
        _("goal {goal}").format(goal=amount(measure.goal, measure.kind, language))
        if measure.goal is not None
        else ""
    )
    goal = voice.lines(aim, width - at - 3.0, BODY)
    source = voice.lines(_source(measure, language), width - _INDENT, SMALL)
    below = max(height(name, BODY), height(goal, BODY), BODY.leading)
    marks: tuple[Mark, ...] = (
        glyph("measure", 0.2, (BODY.leading - _SIGN) / 2, _SIGN, "measure.accent", Layer.MEASURES),
        *column(name, _INDENT, 0.0, at - _INDENT - _VALUE, BODY, "ink", Layer.MEASURES),
        text_at(value, at - value.width * BODY_STRONG.size, 0.0, BODY_STRONG, colour, Layer.MEASURES),
        *column(goal, at + 3.0, 0.0, width - at - 3.0, BODY, "muted", Layer.MEASURES),
        *column(source, _INDENT, below, width - _INDENT, SMALL, "muted", Layer.MEASURES),
    )
    return Block(width, below + height(source, SMALL), marks, measure.id)


def _source(measure: Measure, language: str) -> str:
    """How many answered, how sure the number is, when and where it was taken."""
    answers = (
        _n("{n} answer", "{n} answers", measure.answers).format(n=number(measure.answers, language))
        if measure.answers
        else ""
    )
    between = ""
    if measure.low is not None and measure.high is not None:
        low, high = (amount(value, measure.kind, language) for value in (measure.low, measure.high))
        between = _("between {low} and {high}").format(low=low, high=high)
    return dotted((answers, between, spoken_day(measure.date), measure.source))
