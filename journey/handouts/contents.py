"""The contents page of a set of prints: what each file is, for whom, and how it is to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey.drawing import Block, Drawing, Line, Mark
from journey.handouts.asked import Asked, format_of
from journey.handouts.flow import Piece
from journey.handouts.head import title_head
from journey.handouts.page import About, paged
from journey.handouts.styles import BODY, HEADING, SMALL, STRONG
from journey.handouts.telling import dotted
from journey.handouts.voice import Voice
from journey.layout.days import spoken_day
from journey.layout.typeset import column, height, single, text_at
from journey.model import MapData
from journey.titles import title_of
from resources.words import _, speaking

_COLOUR = "petrol"
_PAD, _TIGHT = 2.6, 1.4
"""Above and below an entry, mm; where that saves a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the set: its name in the folder, what it is and for whom, its pages and their paper."""

    file: str
    title: str
    says: str
    pages: str
    group: str = ""


def contents(
    map_data: MapData, entries: Sequence[Entry], left_out: Iterable[str], asked: Asked
) -> tuple[Drawing, ...]:
    """The page, or several, in the map's language; each entry's block stands for its file's name.

    Raises Fault for a paper that is too small.
    """
    workshop = map_data.workshop
    voice = Voice(workshop.language)
    form = format_of(asked, lying=False)
    with speaking(workshop.language):
        title = title_of(map_data) or _("The prints")
        below = dotted((_("All prints"), workshop.organisation, spoken_day(asked.day)))
        head = title_head(voice, title, below, form.across, _COLOUR)
        running = title_head(voice, _("All prints"), "", form.across, _COLOUR)
        about = About(_("Contents"), dotted((title, workshop.organisation)), stamp=asked.stamp)
        return paged(form, voice, about, (head, running), _pieces(voice, form.across, entries, left_out))


def _pieces(voice: Voice, width: float, entries: Sequence[Entry], left_out: Iterable[str]) -> Iterator[Piece]:
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            yield Piece(voice.block(group, width, HEADING), gap=5.0, keep=True)
        yield Piece(_entry(voice, entry, width, _PAD), tight=_entry(voice, entry, width, _TIGHT))
    for sentence in left_out:
        yield Piece(voice.block(sentence, width, BODY, "muted"), gap=4.0)


def _entry(voice: Voice, entry: Entry, width: float, pad: float) -> Block:
    """A file's title and use at the left, its pages at the right, its name under it."""
    pages = single(entry.pages, SMALL, voice.language)
    right = pages.width * SMALL.size
    room = width - right - 8.0
    title = voice.lines(entry.title, room, STRONG)
    says = voice.lines(entry.says, room, BODY)
    name = voice.lines(entry.file, room, SMALL)
    marks: list[Mark] = [Line(0.0, 0.0, width, 0.0, "hairline", 0.3)]
    top = pad
    for lines, style, colour in (
        (title, STRONG, "ink"),
        (says, BODY, "ink"),
        (name, SMALL, "touchpoint.accent"),
    ):
        marks += column(lines, 0.0, top, room, style, colour)
        top += height(lines, style)
    marks.append(text_at(pages, width - right, pad + 0.4, SMALL, "muted"))
    return Block(width, top + pad, tuple(marks), entry.file)
