"""The interview guide: open questions, step by step, about what the map only guesses, with room to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journey.analysis.evidence import CLAIMS
from journey.analysis.reading import Reading
from journey.drawing import Block, Drawing
from journey.handouts.asked import Asked
from journey.handouts.flow import Piece, stacked
from journey.handouts.head import running_title, title_head
from journey.handouts.questions import Ask, StepAsks, customer_asks, guesses, staff_asks
from journey.handouts.ruled import TIGHT, WRITING, named_lines, notes, ruled, scale
from journey.handouts.sections import FIRST_GAP, STEP_GAP, beside, columns, section
from journey.handouts.step_side import titled_step
from journey.handouts.styles import BODY, SMALL, STRONG
from journey.handouts.telling import dotted, persona_names
from journey.handouts.upright import upright
from journey.handouts.voice import Say, Voice
from journey.layout.typeset import column, height
from journey.model import Card, MapData
from resources.words import _, _n

_COLOUR = "question.accent"
_LINES = 3
"""Empty lines under a question."""
_TOGETHER = 8
"""Guesses that stay on one page with their question."""
_MOST_LINES = 6


def interview_guide(map_data: MapData, journey: str, asked: Asked) -> tuple[Drawing, ...]:
    """The guide, in the language being spoken.

    Raises KeyError if there is no such journey, Fault for a paper that is too small.
    """
    made = upright(map_data, journey, asked)
    reading, voice, w = made.reading, made.voice, made.width
    title = voice.says(lambda: _("Interview guide"))
    heads = _head(reading, voice, title, w), running_title(reading, voice, title, w, _COLOUR)
    pieces = _pieces(reading, voice, w)
    return made.pages(title, reading.journey.id, heads, pieces, lambda tall: notes(voice, w, tall))


def _head(reading: Reading, voice: Voice, title: str, width: float) -> Block:
    """What it is about, and who spoke to whom."""
    count = len(guesses(reading))
    known = _("nothing on the map is only a guess") if any(reading.of(*CLAIMS)) else ""
    if count:
        known = _n("{n} card is only a guess so far", "{n} cards are only guesses so far", count).format(
            n=count
        )
    below = dotted((reading.journey.title, persona_names(reading), known))
    head = title_head(voice, title, below, width, _COLOUR, reading.journey.id)
    who = [voice.says(say) for say in (lambda: _("Spoke with"), lambda: _("Date"), lambda: _("Asked by"))]
    return stacked([head, named_lines(voice, who, width)], 1.0)


def _pieces(reading: Reading, voice: Voice, width: float) -> Iterator[Piece]:
    yield from _general(voice, width, lambda: _("To begin with"), _opening(reading))
    yield from _steps(voice, width, lambda: _("Step by step"), customer_asks(reading))
    yield from _steps(voice, width, lambda: _("For those who do the work"), staff_asks(reading))
    yield from _general(voice, width, lambda: _("In the end"), _closing())


def _opening(reading: Reading) -> tuple[Ask, ...]:
    first = Ask(lambda: _("Tell me about the last time, from the very beginning. What set it off?"))
    if not (purpose := reading.journey.purpose):
        return (first,)
    aim = Ask(lambda: _("What did you want to get done? (We think: {purpose})").format(purpose=purpose))
    return first, aim


def _closing() -> tuple[Ask, Ask]:
    return (
        Ask(lambda: _("What mattered most of all this, and what would you have us change first?")),
        Ask(lambda: _("What should we have asked? Whom else should we speak to?")),
    )


def _general(voice: Voice, width: float, say: Say, asks: tuple[Ask, ...]) -> Iterator[Piece]:
    """Questions that belong to no step, under a heading."""
    yield section(voice, say, width)
    for place, ask in enumerate(asks):
        yield from _asked(voice, ask, width, _LINES, 4.0 if place else 0.0)


def _steps(voice: Voice, width: float, say: Say, asks: Iterable[StepAsks]) -> Iterator[Piece]:
    """Steps under a heading; nothing where there are none."""
    for place, one in enumerate(asks):
        if place == 0:
            yield section(voice, say, width)
        yield from _step(voice, width, one, STEP_GAP if place else FIRST_GAP)


def _step(voice: Voice, width: float, one: StepAsks, gap: float) -> Iterator[Piece]:
    """A step at the left, so far below what stands above it, its questions at the right."""
    side, x, w = columns(width)
    step = titled_step(voice, side, one.number, one.step)
    asks = one.asks or (Ask(lambda: _("Tell me what you did here, and what happened.")),)
    pieces = [piece for ask in asks for piece in _asked(voice, ask, w, _LINES, 4.0)]
    pieces += [_feeling(voice, w)] if one.feeling else []
    yield from beside(pieces, x, step, gap, again=step)


def _asked(voice: Voice, ask: Ask, width: float, lines: int, gap: float) -> Iterator[Piece]:
    """A question, smaller what the map guesses, and lines for the answer; on one page if that has room."""
    other = voice.other(ask.question)
    second = [voice.block(other, width, BODY, "muted")] if other else []
    head = [voice.block(ask.question(), width, STRONG), *second]
    guesses = [_guess(voice, card, width) for card in ask.cards if card.text.strip()]
    parts = [[*head, *guesses[:_TOGETHER]]]
    parts += [guesses[start : start + _TOGETHER] for start in range(_TOGETHER, len(guesses), _TOGETHER)]
    *before, last = parts
    block, tight = (stacked([*last, ruled(width, lines, apart)], 0.4) for apart in (WRITING, TIGHT))
    pieces = [*(Piece(stacked(part, 0.4), keep=True) for part in before), Piece(block, tight=tight)]
    yield from (replace(piece, gap=0.4 if place else gap) for place, piece in enumerate(pieces))


def _guess(voice: Voice, card: Card, width: float) -> Block:
    """What the map says and nobody knows; the beginning of a very long text."""
    words = _("We guess: {guess}").format(guess=dotted((card.text.strip(), card.code)))
    lines = voice.at_most(words, width, SMALL, _MOST_LINES)
    return Block(width, height(lines, SMALL), tuple(column(lines, 0.0, 0.0, width, SMALL, "muted")), card.id)


def _feeling(voice: Voice, width: float) -> Piece:
    asked = voice.block(voice.says(lambda: _("How did it feel?")), width, STRONG)
    boxes = scale(voice, ("−2", "−1", "0", "+1", "+2"), (_("badly"), _("well")))
    return Piece(stacked([asked, Block(width, boxes.h, boxes.marks)], 2.0), gap=4.0)
