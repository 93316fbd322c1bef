"""A sheet for each owner: their touchpoints in order, with all that they need to know to answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.drawing import Block, Drawing
from journey.handouts.asked import Asked
from journey.handouts.duties import Duties, HandOver, Stop, duties_of, owners_in
from journey.handouts.entries import action_entry, card_entry, heading, measure_entry, signed_line
from journey.handouts.flow import Piece
from journey.handouts.owner_head import owner_head, running_head
from journey.handouts.ruled import notes
from journey.handouts.sections import FIRST_GAP, STEP_GAP, beside, columns, halves, section
from journey.handouts.step_side import step_side, titled_step
from journey.handouts.styles import BODY, SMALL, STRONG
from journey.handouts.telling import dotted, measures_of
from journey.handouts.upright import Upright, upright
from journey.handouts.voice import Say, Voice
from journey.layout.legend import kind_word
from journey.layout.typeset import column, height
from journey.model import (
    Action,
    Card,
    CardKind,
    Contact,
    Knowledge,
    MapData,
    Owner,
    OwnershipRole,
    Step,
)
from resources.words import _


def owner_sheets(
    map_data: MapData, journey: str, asked: Asked, owner: str | None = None
) -> tuple[Drawing, ...]:
    """The sheets of one owner by id, or of all with a part in the journey; in the language being spoken.

    No sheet where the journey has no owners. Raises KeyError if there is no such journey, Fault for a paper
    that is too small.
    """
    made = upright(map_data, journey, asked)
    wanted = [one for one in owners_in(made.reading) if owner in (None, one.id)]
    return tuple(page for one in wanted for page in _sheet(made, one))


def _sheet(made: Upright, owner: Owner) -> tuple[Drawing, ...]:
    reading, voice, w = made.reading, made.voice, made.width
    duties = duties_of(reading, owner)
    heads = owner_head(reading, voice, w, duties), running_head(reading, voice, w, owner)
    pieces = _pieces(reading, voice, w, duties)
    return made.pages(owner.name, owner.id, heads, pieces, lambda tall: notes(voice, w, tall))


def _pieces(reading: Reading, voice: Voice, width: float, duties: Duties) -> Iterator[Piece]:
    yield from _passing(voice, width, duties)
    yield section(voice, lambda: _("Touchpoints"), width)
    if not duties.stops:
        said = _("No touchpoint of this journey has {owner} as its owner.").format(owner=duties.owner.name)
        yield Piece(voice.block(said, width, BODY, "muted"))
    for place, stop in enumerate(duties.stops):
        yield from _stop(reading, voice, width, stop, STEP_GAP if place else FIRST_GAP)
    yield from _others(reading, voice, width, duties.others)
    yield from _shares(reading, voice, width, duties)
    if duties.actions:
        yield section(voice, lambda: _("More actions"), width)
        yield from _actions(reading, voice, width, duties.actions)


def _passing(voice: Voice, width: float, duties: Duties) -> Iterator[Piece]:
    """From whom the owner takes over and to whom it goes on, side by side."""
    w, x = halves(width)
    gets = _hand_overs(voice, w, lambda: _("Takes over from"), duties.gets)
    gives = _hand_overs(voice, w, lambda: _("Hands over to"), duties.gives)
    if gets and gives:
        for place in range(max(len(gets), len(gives))):
            left = gets[place] if place < len(gets) else Block(w, 0.0, ())
            right = gives[place] if place < len(gives) else Block(w, 0.0, ())
            yield Piece(right, gap=1.6, x=x, keep=place == 0, beside=left)
    else:
        for place, block in enumerate(gets or gives):
            yield Piece(block, gap=1.6, keep=place == 0)


def _hand_overs(voice: Voice, width: float, say: Say, found: Iterable[HandOver]) -> list[Block]:
    of_other: dict[str, list[HandOver]] = {}
    for one in found:
        of_other.setdefault(one.other.id, []).append(one)
    blocks = [_hand_over(voice, width, ones) for ones in of_other.values()]
    return [heading(voice, voice.says(say), width), *blocks] if blocks else []


def _hand_over(voice: Voice, width: float, ones: list[HandOver]) -> Block:
    """Another owner, and between which cards responsibility passes."""
    who = voice.lines(ones[0].other.name, width, STRONG)
    between = [
        _("between {before} and {after}").format(before=name(one.last), after=name(one.first)) for one in ones
    ]
    lines = voice.lines("\n".join(between), width, SMALL)
    top = height(who, STRONG)
    marks = (*column(who, 0.0, 0.0, width, STRONG, "ink"), *column(lines, 0.0, top, width, SMALL, "muted"))
    return Block(width, top + height(lines, SMALL), marks, ones[0].other.id)


def _stop(reading: Reading, voice: Voice, width: float, stop: Stop, gap: float) -> Iterator[Piece]:
    """A step at the left, so far below what stands above it, and at the right what the owner has there."""
    side, x, w = columns(width)
    again = titled_step(voice, side, stop.number, stop.step)
    step = step_side(reading, voice, side, stop)
    yield from beside(_at_stop(reading, voice, w, stop), x, step, gap, again)


def _at_stop(reading: Reading, voice: Voice, width: float, stop: Stop) -> Iterator[Piece]:
    """The touchpoints of a step with their measures, then what else there is about it."""
    for card in stop.touchpoints:
        yield from _entry(card_entry(voice, card, card_facts(card), width), 4.0)
        for measure in measures_of(reading.map, card):
            yield Piece(measure_entry(voice, measure, width), gap=1.4)
    yield from _around(voice, width, stop.around)
    yield from _actions(reading, voice, width, stop.actions)


def _entry(blocks: Sequence[Block], gap: float) -> Iterator[Piece]:
    """The blocks of an entry under one another; what is said below a text never stands without its end."""
    for place, block in enumerate(blocks):
        yield Piece(block, gap=0.0 if place else gap, keep=place == len(blocks) - 2)


def card_facts(card: Card) -> str:
    """How a card reaches the customer, whether the contact need be, how well it is known."""
    contact = _("preventable contact") if card.contact is Contact.PREVENTABLE else ""
    known = _("a guess so far") if card.evidence is Knowledge.GUESS else ""
    return dotted((card.channel, contact, known))


def _around(voice: Voice, width: float, cards: Iterable[Card]) -> Iterator[Piece]:
    """Pains, gaps, questions, gains and ideas, those of a kind under one another."""
    kinds = (CardKind.PAIN_POINT, CardKind.GAP, CardKind.QUESTION, CardKind.GAIN, CardKind.IDEA)
    for card in sorted(cards, key=lambda one: kinds.index(one.kind)):
        yield from _entry(signed_line(voice, str(card.kind), card.text, _weight(card), width, card.id), 1.2)


def _weight(card: Card) -> str:
    """What a card of judgement weighs, and its code."""
    value = _("value {value}").format(value=card.value) if card.value is not None else ""
    effort = _("effort {effort}").format(effort=card.effort) if card.effort is not None else ""
    pain = kind_word(card.kind)
    if card.kind is CardKind.PAIN_POINT and card.severity:
        pain = _("{kind}, severity {severity} of 3").format(kind=pain, severity=card.severity)
    return dotted((pain, value, effort, card.code))


def _actions(reading: Reading, voice: Voice, width: float, actions: Iterable[Action]) -> Iterator[Piece]:
    for action in actions:
        yield from _entry(action_entry(reading, voice, width, action), 1.2)


def _others(reading: Reading, voice: Voice, width: float, cards: Iterable[Card]) -> Iterator[Piece]:
    """What else the owner answers for, by kind."""
    of_kind: dict[CardKind, list[Card]] = {}
    for card in cards:
        of_kind.setdefault(card.kind, []).append(card)
    if of_kind:
        yield section(voice, lambda: _("Also answers for"), width)
    for kind in (one for one in CardKind if one in of_kind):
        yield from _listed(reading, voice, width, kind_word(kind), of_kind[kind])


def _shares(reading: Reading, voice: Voice, width: float, duties: Duties) -> Iterator[Piece]:
    """The cards in which the owner has another part."""
    of_role: dict[OwnershipRole, list[Card]] = {}
    for role, card in duties.shares:
        of_role.setdefault(role, []).append(card)
    if of_role:
        yield section(voice, lambda: _("Takes part in"), width)
    for role in (one for one in OwnershipRole if one in of_role):
        yield from _listed(reading, voice, width, role_word(role), of_role[role])


def _listed(
    reading: Reading, voice: Voice, width: float, words: str, cards: Iterable[Card]
) -> Iterator[Piece]:
    """Cards under a small heading at the left, each with its step."""
    side, x, w = columns(width)
    steps = reading.map.of(Step)
    pieces: list[Piece] = []
    for card in cards:
        below = dotted((steps[card.step].title, card.code))
        pieces += _entry(signed_line(voice, str(card.kind), card.text, below, w, card.id), 1.4)
    yield from beside(pieces, x, voice.block(words, side, SMALL, "muted"))


def role_word(role: OwnershipRole) -> str:
    """An owner's part in a card, in the language being spoken."""
    return {
        OwnershipRole.ACCOUNTABLE: _("answers for it"),
        OwnershipRole.RESPONSIBLE: _("does it"),
        OwnershipRole.CONSULTED: _("is asked"),
        OwnershipRole.INFORMED: _("is told"),
    }[role]
