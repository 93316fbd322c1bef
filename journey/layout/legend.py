"""The legend below a printed map: the signs that stand on it, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from journey.drawing import Block, Box, Layer, Line, Mark, Path, Placed
from journey.layout import sizes
from journey.layout.cards import EDGE_DASH
from journey.layout.colours import ink_on
from journey.layout.foot import chip_line
from journey.layout.links import LOOKS
from journey.layout.outlines import arrow_head, chip, circle, glyph
from journey.layout.reading import Reader
from journey.layout.typeset import broken, single, text_at
from journey.model import Card, CardKind, Knowledge, LaneKind, Link, LinkKind, Owner
from journey.text import Line as TextLine
from resources.words import _

_HIGH = 9.0
_GAP = 7.0
_SIGN = 4.2
_LONGEST = 70.0
"""How wide the name of an owner may be, mm."""


def legend(read: Reader, width: float) -> tuple[tuple[Placed, ...], float]:
    """The legend's entries in lines of a width, and how high they stand."""
    entries = [*_kinds(read), *_badges(read), *_edges(read), *_links(read), *_owners(read)]
    placed: list[Placed] = []
    x = y = 0.0
    for entry in entries:
        if x and x + entry.w > width:
            x, y = 0.0, y + _HIGH + 2.0
        placed.append(Placed(x, y, entry))
        x += entry.w + _GAP
    return tuple(placed), y + _HIGH if placed else 0.0


def kind_word(kind: CardKind) -> str:
    """What a kind of card is called, in the language being spoken."""
    return {
        CardKind.ACTOR: _("Who takes part"),
        CardKind.PICTURE: _("Picture"),
        CardKind.QUOTE: _("Quote"),
        CardKind.TOUCHPOINT: _("Touchpoint"),
        CardKind.PHYSICAL_EVIDENCE: _("Physical evidence"),
        CardKind.FRONTSTAGE_ACTION: _("Frontstage action"),
        CardKind.BACKSTAGE_PROCESS: _("Backstage process"),
        CardKind.SYSTEM: _("System"),
        CardKind.POLICY: _("Policy"),
        CardKind.PAIN_POINT: _("Pain point"),
        CardKind.GAIN: _("Gain"),
        CardKind.QUESTION: _("Question"),
        CardKind.GAP: _("Gap"),
        CardKind.IDEA: _("Idea"),
        CardKind.ACTION: _("Action"),
        CardKind.NOTE: _("Note"),
    }[kind]


def _link_word(kind: LinkKind) -> str:
    return {
        LinkKind.NEXT: _("leads to"),
        LinkKind.SUPPORTS: _("supports"),
        LinkKind.HANDS_OVER: _("hands over"),
        LinkKind.CAUSES: _("causes"),
        LinkKind.ANSWERS: _("answers"),
    }[kind]


def _knowledge_word(knowledge: Knowledge) -> str:
    return {
        Knowledge.RESEARCHED: _("researched"),
        Knowledge.PARTLY: _("partly known"),
        Knowledge.TOLD: _("told by staff"),
        Knowledge.GUESS: _("a guess"),
    }[knowledge]


def _shown(read: Reader) -> list[Card]:
    return [card for lane in read.lanes() for card in read.cards(lane)]


def _kinds(read: Reader) -> Iterable[Block]:
    used = {card.kind for card in _shown(read)}
    yield _kind_entry("step", _("Step"), read.view.language)
    for kind in CardKind:
        if kind in used:
            yield _kind_entry(str(kind), kind_word(kind), read.view.language)


def _kind_entry(kind: str, word: str, language: str) -> Block:
    line = single(word, sizes.LEGEND_TEXT, language)
    w = 13.0 + line.width * sizes.LEGEND_TEXT.size
    ground = Box(0.0, 0.0, w, _HIGH, f"{kind}.tint", radius=1.6)
    strip = Box(0.0, 0.0, 1.6, _HIGH, f"{kind}.accent", radius=0.8)
    sign = glyph(kind, 4.4, (_HIGH - _SIGN) / 2, _SIGN, f"{kind}.accent")
    return Block(w, _HIGH, (ground, strip, sign, _word(line, 10.2)))


def _badges(read: Reader) -> Iterable[Block]:
    language, middle = read.view.language, _HIGH / 2
    if any(card.moment_of_truth for card in _shown(read)):
        star = Path(circle(4.0, middle, 3.4), fill="gold")
        yield _entry(
            (star, glyph("star", 1.8, middle - 2.2, 4.4, "on_gold")), 9.4, _("moment of truth"), language
        )
    if any(card.id in read.found for card in _shown(read)):
        ring = Path(circle(4.0, middle, 3.1), "surface", "pain_point.accent", 0.55, layer=Layer.FINDINGS)
        sign = glyph("finding", 2.1, middle - 1.9, 3.8, "pain_point.accent", Layer.FINDINGS)
        yield _entry((ring, sign), 9.4, _("open finding"), language)


def _edges(read: Reader) -> Iterable[Block]:
    used = {card.evidence for card in _shown(read)}
    for knowledge in (Knowledge.RESEARCHED, Knowledge.PARTLY, Knowledge.TOLD, Knowledge.GUESS):
        if knowledge in used:
            edge = Line(0.0, _HIGH / 2, 13.0, _HIGH / 2, "ink", 0.5, EDGE_DASH[knowledge])
            yield _entry((edge,), 15.4, _knowledge_word(knowledge), read.view.language)


def _links(read: Reader) -> Iterable[Block]:
    shown = {card.id for card in _shown(read)}
    used = {link.kind for link in read.map.of(Link) if link.source in shown and link.target in shown}
    for kind in LinkKind:
        if kind in used:
            colour, dash = LOOKS[kind]
            y = _HIGH / 2
            shaft = Line(0.0, y, 10.0, y, colour, sizes.LINK, dash, Layer.LINKS)
            head = Path(arrow_head((12.0, y), (1.0, 0.0)), colour, layer=Layer.LINKS)
            yield _entry((shaft, head), 14.4, _link_word(kind), read.view.language)


def _owners(read: Reader) -> Iterable[Block]:
    """Whose initials stand on the cards, where no lane names the owners."""
    if any(lane.kind is LaneKind.OWNERS for lane in read.lanes()):
        return
    faces = [read.face(card) for card in _shown(read)]
    seen = {one.id for face in faces for one in (face.owner, *face.involved) if one}
    for owner in read.map.of(Owner):
        if owner.id in seen:
            line, w = chip_line(owner)
            top = (_HIGH - sizes.CHIP_HEIGHT) / 2
            signs = chip(line, 0.0, top, w, owner.colour, ink_on(owner.colour), filled=True)
            yield _entry(tuple(signs), w + 2.4, _named(owner, read.view.language), read.view.language)


def _named(owner: Owner, language: str) -> str:
    """An owner's name, as much of it as an entry has room for."""
    lines = broken(owner.name, _LONGEST, sizes.LEGEND_TEXT, language)
    return owner.name if len(lines) <= 1 else f"{lines[0].text}…"


def _entry(signs: tuple[Mark, ...], left: float, word: str, language: str) -> Block:
    line = single(word, sizes.LEGEND_TEXT, language)
    return Block(left + line.width * sizes.LEGEND_TEXT.size, _HIGH, (*signs, _word(line, left)))


def _word(line: TextLine, left: float) -> Mark:
    return text_at(line, left, (_HIGH - sizes.LEGEND_TEXT.leading) / 2, sizes.LEGEND_TEXT, "ink")
