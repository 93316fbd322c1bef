"""The ballot for sign-off: each card not yet decided, with boxes to approve, reject or ask for evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey.analysis.evidence import CLAIMS
from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Drawing, Line, Mark
from journey.handouts.asked import Asked
from journey.handouts.flow import Piece, stacked
from journey.handouts.head import running_title, title_head
from journey.handouts.ruled import named_lines
from journey.handouts.styles import BODY, HEADING, LABEL, SMALL, SMALL_STRONG
from journey.handouts.telling import dotted, state_word
from journey.handouts.upright import upright
from journey.handouts.voice import Voice
from journey.layout.legend import kind_word
from journey.layout.outlines import glyph
from journey.layout.typeset import baseline, centred, column, height, single, text_at
from journey.model import Card, CardKind, CardStatus, MapData, Step
from journey.phases import PHASES
from resources.words import _, _n

ASKED_ABOUT = (*CLAIMS, CardKind.GAP, CardKind.IDEA, CardKind.ACTION)
"""The kinds of cards that are signed off: what is said to be so, and what is to come of it."""
_UNDECIDED = (CardStatus.OPEN, CardStatus.NEEDS_EVIDENCE)
_CODE = 13.5
_TICK = 19.0
_BOX = 4.6
_COMMENT = 0.26
"""The room for a comment, as a share of the width; none on a narrow sheet."""
_NARROW = 150.0
_LEAST = 10.5
_TOP = 1.8
_MOST_LINES = 24
_COLOUR = "gain.accent"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of the ballot begin."""

    width: float

    @property
    def comment(self) -> float:
        return self.width * _COMMENT if self.width > _NARROW else 0.0

    @property
    def ticks(self) -> float:
        return self.width - self.comment - 3 * _TICK

    @property
    def text(self) -> float:
        return self.ticks - _CODE - 3.0


def ballots(map_data: MapData, journey: str, asked: Asked) -> tuple[Drawing, ...]:
    """The ballot, to be copied for everybody who signs, in the language being spoken.

    Raises KeyError if there is no such journey, Fault for a paper that is too small.
    """
    made = upright(map_data, journey, asked)
    reading, voice, w = made.reading, made.voice, made.width
    title = voice.says(lambda: _("Sign-off"))
    running = running_title(reading, voice, title, w, _COLOUR)
    heads = _first_head(reading, voice, title, w), _with_columns(running, voice, w)
    return made.pages(title, reading.journey.id, heads, _pieces(reading, voice, w))


def asked_about(reading: Reading) -> tuple[Card, ...]:
    """The cards that are still to be decided, along the journey."""
    return tuple(card for card in reading.of(*ASKED_ABOUT) if card.status in _UNDECIDED)


def _first_head(reading: Reading, voice: Voice, title: str, width: float) -> Block:
    """The title, who signs, and the columns' names."""
    count = len(asked_about(reading))
    cards = _n("{n} card to decide", "{n} cards to decide", count).format(n=count) if count else ""
    below = dotted((reading.journey.title, state_word(reading.journey), cards))
    head = title_head(voice, title, below, width, _COLOUR, reading.journey.id)
    who = named_lines(voice, [voice.says(lambda: _("Name")), voice.says(lambda: _("Role"))], width)
    when = named_lines(voice, [voice.says(lambda: _("Date")), voice.says(lambda: _("Signature"))], width)
    form = stacked([head, who, when], 1.0)
    return _with_columns(form, voice, width) if count else form


def _with_columns(head: Block, voice: Voice, width: float) -> Block:
    """A head with the names of the columns under it."""
    at = _Columns(width)
    words = (
        voice.says(lambda: _("Approve")),
        voice.says(lambda: _("Reject")),
        voice.says(lambda: _("Needs evidence")),
    )
    names = [voice.lines(word, _TICK - 1.6, LABEL) for word in words]
    tall = max(height(lines, LABEL) for lines in names)
    marks: list[Mark] = []
    for place, lines in enumerate(names):
        top = tall - height(lines, LABEL)
        marks += centred(lines, at.ticks + (place + 0.5) * _TICK, top, LABEL, "muted")
    if at.comment:
        comment = voice.lines(voice.says(lambda: _("Comment")), at.comment - 3.0, LABEL)
        top = tall - height(comment, LABEL)
        marks += column(comment, width - at.comment + 3.0, top, at.comment - 3.0, LABEL, "muted")
    marks.append(Line(0.0, tall + 1.2, width, tall + 1.2, "ink", 0.4))
    return stacked([head, Block(width, tall + 1.6, tuple(marks))], 4.0)


def _pieces(reading: Reading, voice: Voice, width: float) -> Iterator[Piece]:
    """The cards of each stage under its name; in words that there is nothing to decide."""
    cards = asked_about(reading)
    if not cards:
        decided = any(reading.of(*ASKED_ABOUT))
        said = (
            _("Every card that could be signed off is decided already.")
            if decided
            else _("There is no card yet that could be signed off.")
        )
        yield Piece(voice.block(said, width, BODY, "muted"))
    steps = reading.map.of(Step)
    for stage in reading.grid.stages:
        here = [card for card in cards if steps[card.step].stage == stage.id]
        title = stage.title or PHASES[stage.phase]()
        again = voice.block(title, width, HEADING, "muted", stage.id)
        for place, card in enumerate(here):
            if place == 0:
                yield Piece(voice.block(title, width, HEADING, record=stage.id), gap=5.0, keep=True)
            yield from (Piece(block, above=again) for block in _rows(reading, voice, card, width))


def _rows(reading: Reading, voice: Voice, card: Card, width: float) -> Iterator[Block]:
    """A card with its code, three boxes to tick and room for a comment; a very long text goes on below."""
    at = _Columns(width)
    lines = voice.lines(card.text or _("a card without text"), at.text, BODY)
    for start in range(0, len(lines), _MOST_LINES):
        part = lines[start : start + _MOST_LINES]
        last = start + _MOST_LINES >= len(lines)
        told = dotted((kind_word(card.kind), reading.map.of(Step)[card.step].title)) if last else ""
        small = voice.lines(told, at.text, SMALL)
        below = _TOP + height(part, BODY)
        tall = max(_LEAST, below + height(small, SMALL) + _TOP) if last else below
        marks: list[Mark] = [
            *(_answers(voice, card, at) if start == 0 else ()),
            *column(part, _CODE, _TOP, at.text, BODY, "ink"),
            *column(small, _CODE, below, at.text, SMALL, "muted"),
        ]
        if last:
            marks.append(Line(0.0, tall, width, tall, "hairline", 0.3))
        yield Block(width, tall, tuple(marks), card.id)


def _answers(voice: Voice, card: Card, at: _Columns) -> Iterator[Mark]:
    """The card's sign and code, and a box for each answer."""
    accent = f"{card.kind}.accent"
    code = single(card.code, SMALL_STRONG, voice.language)
    yield glyph(str(card.kind), 0.2, _TOP + (BODY.leading - 3.0) / 2, 3.0, accent)
    yield text_at(code, 4.4, _TOP + baseline(BODY) - baseline(SMALL_STRONG), SMALL_STRONG, accent)
    for place in range(3):
        x = at.ticks + (place + 0.5) * _TICK - _BOX / 2
        yield Box(x, _TOP, _BOX, _BOX, "surface", "ink", 0.3, 0.8)
