"""What fills the end of a stage's sheet: what the map says of it, what will be done, room for notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journey.analysis.digest import summary
from journey.analysis.reading import Reading
from journey.drawing import Block, Box, Layer, moved
from journey.finding import Finding
from journey.handouts.entries import action_entry, heading
from journey.handouts.flow import stacked
from journey.handouts.ruled import notes
from journey.handouts.sections import halves
from journey.handouts.styles import BODY
from journey.handouts.telling import OVER, by_due
from journey.handouts.voice import Voice
from journey.layout.panel import SEVERITY_COLOURS
from journey.layout.typeset import column, height
from journey.model import Action, Feeling, Stage
from resources.words import _

_GAP = 2.2
_BAR, _INDENT = 1.0, 4.0
_NOTES_GAP = 7.0


def marked_block(reading: Reading, voice: Voice, width: float, marked: Sequence[Finding]) -> Block | None:
    """What the question marks on a map mean, those of a kind in one sentence; None where there are none."""
    said = [_said(voice, width, one) for one in _in_short(reading, marked)]
    return stacked([_heading(voice, width), *said], _GAP) if said else None


def stage_rest(
    reading: Reading,
    voice: Voice,
    stage: Stage,
    findings: tuple[Sequence[Finding], Sequence[Finding]],
    room: tuple[float, float],
) -> Block | None:
    """A block no wider and no higher than some room in mm; None where there is nothing to say in it.

    ``findings`` are those marked on the map, which are told in any case, and the others of the whole journey,
    the gravest first. What else has no room is left out.
    """
    width, tall = room
    told = _told(reading, voice, stage, findings, room)
    free = tall - (told.h + _NOTES_GAP if told else 0.0)
    written = notes(voice, width, free)
    blocks = [one for one in (told, written) if one is not None]
    return stacked(blocks, _NOTES_GAP) if blocks else None


def _told(
    reading: Reading,
    voice: Voice,
    stage: Stage,
    findings: tuple[Sequence[Finding], Sequence[Finding]],
    room: tuple[float, float],
) -> Block | None:
    """What the map says at the left, what will be done at the right; one of them where there is no other."""
    here = _records(reading, stage)
    marked = _in_short(reading, findings[0])
    others = _in_short(reading, [one for one in findings[1] if one.records[0] in here])
    actions = list(_actions(reading, here))
    width, x = halves(room[0]) if marked or others else (room[0], 0.0)
    must = marked_block(reading, voice, width, findings[0])
    done = [stacked(action_entry(reading, voice, width, one)) for one in actions]
    right = _column(heading(voice, voice.says(lambda: _("What we will do")), width), done, room[1])
    if right is None or (must and must.h > room[1]):
        width, right = room[0], None
    said = [_said(voice, width, one) for one in (*marked, *others)]
    left = _column(_heading(voice, width), said, room[1])
    if left is None or right is None:
        return left or right
    marks = (*left.marks, *(moved(mark, x, 0.0) for mark in right.marks))
    return Block(room[0], max(left.h, right.h), marks)


def _records(reading: Reading, stage: Stage) -> set[str]:
    """The steps of a stage, their cards and what is felt there."""
    here = {step.id for step in reading.grid.steps_of(stage.id)}
    felt = reading.map.of(Feeling).by("journey").get(reading.journey.id, ())
    cards = {card.id for card in reading.cards.values() if card.step in here}
    return here | cards | {one.id for one in felt if one.step in here}


def _in_short(reading: Reading, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return summary(findings, reading.map, len(findings))


def _heading(voice: Voice, width: float) -> Block:
    return heading(voice, voice.says(lambda: _("What the map says")), width)


def _column(head: Block, blocks: Iterable[Block], tall: float) -> Block | None:
    """Blocks under a heading, as many as have room; None where not even one has."""
    kept = [head]
    used = head.h
    for block in blocks:
        if used + _GAP + block.h > tall + 1e-6:
            break
        kept.append(block)
        used += _GAP + block.h
    return stacked(kept, _GAP) if len(kept) > 1 else None


def _said(voice: Voice, width: float, finding: Finding) -> Block:
    """A finding behind a bar in the colour of how grave it is."""
    lines = voice.lines(finding.message, width - _INDENT, BODY)
    tall = height(lines, BODY)
    bar = Box(0.0, 0.4, _BAR, tall - 0.8, SEVERITY_COLOURS[finding.severity], layer=Layer.FINDINGS)
    words = column(lines, _INDENT, 0.0, width - _INDENT, BODY, "ink", Layer.FINDINGS)
    return Block(width, tall, (bar, *words), finding.records[0])


def _actions(reading: Reading, here: set[str]) -> Iterator[Action]:
    """What is still to be done about some cards, by the day it is due."""
    found = [one for one in reading.map.of(Action) if one.card in here and one.status not in OVER]
    yield from sorted(found, key=by_due)
