"""The head of an owner's sheet: who it is for, whose journey it is about, and the sheet in figures."""

from __future__ import annotations

from collections.abc import Iterator

from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Colour, Mark, Path, moved
from journey.handouts.duties import Duties
from journey.handouts.styles import FIGURE, LEAD, RUNNING, SMALL, TITLES, style
from journey.handouts.telling import dotted, measures_of, persona_names, state_word
from journey.handouts.voice import Voice
from journey.initials import initials
from journey.layout.colours import ink_on
from journey.layout.numbers import misses_goal
from journey.layout.outlines import circle
from journey.layout.typeset import centred, column, height, single
from journey.model import ActionStatus, Owner, OwnerKind
from resources.words import _, _n, in_quotes

_DISC = 15.0
_INITIALS = style(15.0, 700)
_PAD = 3.4


def owner_head(reading: Reading, voice: Voice, width: float, duties: Duties) -> Block:
    """The head of the first page."""
    owner = duties.owner
    x = _DISC + 5.0
    room = width - x
    style = next((one for one in TITLES if len(voice.lines(owner.name, room, one)) == 1), TITLES[-1])
    name = voice.at_most(owner.name, room, style, 3)
    below = voice.at_most(_subtitle(reading, owner), room, LEAD, 4)
    top = height(name, style) + 0.8
    marks: list[Mark] = [
        *_disc(owner, voice),
        *column(name, x, 0.0, room, style, "ink"),
        *column(below, x, top, room, LEAD, "muted"),
    ]
    top = max(_DISC, top + height(below, LEAD)) + 4.5
    tiles = list(_figures(reading, voice, duties))
    figures = _tiles(voice, width, tiles)
    marks += [moved(mark, 0.0, top) for mark in figures.marks]
    return Block(width, top + figures.h, tuple(marks), owner.id)


def running_head(reading: Reading, voice: Voice, width: float, owner: Owner) -> Block:
    """The head of the following pages."""
    lines = voice.at_most(dotted((owner.name, reading.journey.title)), width, RUNNING, 1)
    bar = Box(0.0, RUNNING.leading + 1.2, width, 0.9, owner.colour)
    words = column(lines, 0.0, 0.0, width, RUNNING, "ink")
    return Block(width, RUNNING.leading + 2.1, (*words, bar), owner.id)


def owner_kind(kind: OwnerKind) -> str:
    """What sort of owner it is, in the language being spoken."""
    return {
        OwnerKind.TEAM: _("Team"),
        OwnerKind.ROLE: _("Role"),
        OwnerKind.PERSON: _("Person"),
        OwnerKind.PARTNER: _("Partner"),
    }[kind]


def _subtitle(reading: Reading, owner: Owner) -> str:
    """What sort of owner, in which journey, of whom, and what they want."""
    journey = reading.journey
    return dotted(
        (
            owner_kind(owner.kind),
            journey.title,
            state_word(journey),
            persona_names(reading),
            in_quotes(journey.purpose) if journey.purpose else "",
        )
    )


def _disc(owner: Owner, voice: Voice) -> list[Mark]:
    """The owner's initials in its colour."""
    r = _DISC / 2
    line = single(initials(owner), _INITIALS, voice.language)
    size = min(1.0, (_DISC - 3.0) / (line.width * _INITIALS.size)) if line.width else 1.0
    fitted = style(15.0 * size, 700) if size < 1.0 else _INITIALS
    words = centred([line], r, r - fitted.leading / 2, fitted, ink_on(owner.colour))
    return [Path(circle(r, r, r), fill=owner.colour), *words]


def _figures(reading: Reading, voice: Voice, duties: Duties) -> Iterator[tuple[str, str, Colour]]:
    """How many touchpoints, moments of truth, numbers under their goal and actions there are."""
    cards = duties.touchpoints
    if count := len(cards):
        yield (
            str(count),
            voice.says(lambda: _("touchpoint") if count == 1 else _("touchpoints")),
            "touchpoint.accent",
        )
    if moments := sum(card.moment_of_truth for card in cards):
        yield (
            str(moments),
            voice.says(lambda: _("moment of truth") if moments == 1 else _("moments of truth")),
            "ink",
        )
    told = [one for card in cards for one in measures_of(reading.map, card) if one.goal is not None]
    if told:
        missed = sum(misses_goal(one) for one in told)
        colour = "pain_point.accent" if missed else "ink"
        share = _("{some} of {all}").format(some=missed, all=len(told))
        yield (
            share,
            voice.says(lambda: _n("number short of its goal", "numbers short of their goal", len(told))),
            colour,
        )
    mine = [one for stop in duties.stops for one in stop.actions if one.owner == duties.owner.id]
    over = sum(one.status is ActionStatus.DONE for one in (*mine, *duties.actions))
    if left := len(mine) + len(duties.actions) - over:
        yield (
            str(left),
            voice.says(lambda: _n("action to see through", "actions to see through", left)),
            "idea.accent",
        )


def _tiles(voice: Voice, width: float, figures: list[tuple[str, str, Colour]]) -> Block:
    """The figures side by side on one quiet ground; nothing where there are none."""
    if not figures:
        return Block(width, 0.0, ())
    w = width / max(len(figures), 3)
    words = [voice.lines(label, w - 2 * _PAD, SMALL) for _figure, label, _colour in figures]
    tall = FIGURE.leading + max(height(lines, SMALL) for lines in words) + 2 * _PAD - 1.4
    marks: list[Mark] = [Box(0.0, 0.0, width, tall, "paper", radius=1.8)]
    for place, ((figure, _label, colour), lines) in enumerate(zip(figures, words, strict=True)):
        x = place * w + _PAD
        line = single(figure, FIGURE, voice.language)
        marks += column([line], x, _PAD - 0.8, w - 2 * _PAD, FIGURE, colour)
        marks += column(lines, x, _PAD - 0.8 + FIGURE.leading, w - 2 * _PAD, SMALL, "muted")
    return Block(width, tall, tuple(marks))
