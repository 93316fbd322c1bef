"""The panel beside a printed map: who it is about, what it says, what will be done, how much is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journey.drawing import Block, Box, Colour, Image, Layer, Mark, Path
from journey.finding import Finding, Severity
from journey.layout import sizes
from journey.layout.aims import aim_of
from journey.layout.colours import ink_on
from journey.layout.days import spoken_day
from journey.layout.foot import chip_line
from journey.layout.outlines import chip, circle, glyph
from journey.layout.reading import Reader
from journey.layout.typeset import broken, column, height, single
from journey.layout.view import Beside
from journey.model import Action, ActionStatus, Measure, Owner, Persona
from resources.words import _, in_quotes

_BAR = 2.0
_INDENT = 7.0
_PAD = 4.5
SEVERITY_COLOURS: dict[Severity, Colour] = {
    Severity.PROBLEM: "pain_point.accent",
    Severity.WARNING: "backstage_process.accent",
    Severity.NOTE: "muted",
}
"""The colour of a finding's bar."""

Section = tuple[Block | None, tuple[Block, ...]]
"""A heading (None: none) and what stands under it."""


def sections(read: Reader, beside: Beside) -> Iterator[Section]:
    """The panel's sections that have something to say, from the top down."""
    language = read.view.language
    if people := tuple(_persona(one, language) for one in read.personas()):
        yield None, people
    if beside.says:
        yield _heading(_("What the map says"), language), tuple(_says(one, language) for one in beside.says)
    told = tuple(one for at_step in read.measures().values() for one in at_step)
    if actions := tuple(
        _action(one, told, read) for one in read.actions() if one.status is not ActionStatus.DROPPED
    ):
        yield _heading(_("What we will do"), language), actions
    if beside.cards:
        yield _heading(_("What we know"), language), (_known(beside, language),)


def _heading(words: str, language: str) -> Block:
    line = single(words.upper(), sizes.PANEL_HEAD, language)
    h = sizes.PANEL_HEAD.leading + 2.4
    return Block(sizes.PANEL, h, tuple(column([line], 0.0, 0.0, sizes.PANEL, sizes.PANEL_HEAD, "muted")))


def _persona(persona: Persona, language: str) -> Block:
    r = sizes.PORTRAIT / 2
    x = sizes.PORTRAIT + 7.0
    room = sizes.PANEL - x
    told: list[tuple[str, sizes.Style, Colour]] = [
        (persona.name, sizes.PANEL_STRONG, "ink"),
        (persona.segment, sizes.PANEL_TEXT, "ink"),
        (persona.background or persona.needs, sizes.PANEL_SMALL, "muted"),
        (in_quotes(persona.quote) if persona.quote else "", sizes.PANEL_SMALL, "quote.accent"),
    ]
    marks: list[Mark] = [Path(circle(r, r, r), "step.tint", "step.accent", 0.7)]
    if persona.portrait is not None:
        side = sizes.PORTRAIT - 1.0
        marks.append(Image(0.5, 0.5, side, side, persona.portrait, side / 2))
    else:
        marks.append(glyph("actor", r - 11.5, r - 11.5, 23.0, persona.colour))
    top = 0.0
    for words, style, colour in told:
        lines = broken(words, room, style, language)
        marks += column(lines, x, top, room, style, colour)
        top += height(lines, style)
    return Block(sizes.PANEL, max(top, sizes.PORTRAIT), tuple(marks), persona.id)


def _says(finding: Finding, language: str) -> Block:
    room = sizes.PANEL - _INDENT
    lines = broken(finding.message, room, sizes.PANEL_TEXT, language)
    h = max(height(lines, sizes.PANEL_TEXT) + 4.0, 16.0)
    top = (h - height(lines, sizes.PANEL_TEXT)) / 2
    bar = Box(0.0, 0.0, _BAR, h, SEVERITY_COLOURS[finding.severity], layer=Layer.FINDINGS)
    words = column(lines, _INDENT, top, room, sizes.PANEL_TEXT, "ink", Layer.FINDINGS)
    return Block(sizes.PANEL, h, (bar, *words), finding.records[0] if finding.records else "")


def _action(action: Action, told: Sequence[Measure], read: Reader) -> Block:
    language = read.view.language
    owner = read.map.of(Owner).get(action.owner)
    room = sizes.PANEL - 2 * _PAD - 7.0
    title = broken(action.title, room, sizes.PANEL_TEXT, language)
    facts = [
        owner.name if owner else _("nobody yet"),
        spoken_day(action.due),
        aim_of(action, told, read.map, language),
    ]
    below = " · ".join(fact for fact in facts if fact)
    x = _PAD + 7.0 + (chip_line(owner)[1] + 2.4 if owner else 0.0)
    small = broken(below, sizes.PANEL - _PAD - x, sizes.PANEL_SMALL, language)
    small_top = 3.4 + height(title, sizes.PANEL_TEXT) + 0.6
    h = small_top + height(small, sizes.PANEL_SMALL) + 3.4
    marks: list[Mark] = [
        Box(0.0, 0.0, sizes.PANEL, h, "surface", "hairline", 0.5, sizes.RADIUS),
        glyph("idea", _PAD, 3.4 + 2.2, 4.8, "idea.accent"),
        *column(title, _PAD + 7.0, 3.4, room, sizes.PANEL_TEXT, "ink"),
        *column(small, x, small_top, room, sizes.PANEL_SMALL, "muted" if owner else "pain_point.accent"),
    ]
    if owner:
        line, width = chip_line(owner)
        place = small_top + (sizes.PANEL_SMALL.leading - sizes.CHIP_HEIGHT) / 2
        marks += chip(line, _PAD + 7.0, place, width, owner.colour, ink_on(owner.colour), filled=True)
    return Block(sizes.PANEL, h, tuple(marks), action.id)


def _known(beside: Beside, language: str) -> Block:
    share = beside.backed / beside.cards
    said = _("{backed} of {cards} cards rest on evidence").format(backed=beside.backed, cards=beside.cards)
    words = " · ".join(part for part in (said, beside.sources) if part)
    lines = broken(words, sizes.PANEL, sizes.PANEL_TEXT, language)
    bar = 5.0
    marks: list[Mark] = [Box(0.0, 0.0, sizes.PANEL, bar, "hairline", radius=bar / 2)]
    if share > 0:
        marks.append(Box(0.0, 0.0, max(share * sizes.PANEL, bar), bar, "step.accent", radius=bar / 2))
    marks += column(lines, 0.0, bar + 2.4, sizes.PANEL, sizes.PANEL_TEXT, "ink")
    return Block(sizes.PANEL, bar + 2.4 + height(lines, sizes.PANEL_TEXT), tuple(marks))
