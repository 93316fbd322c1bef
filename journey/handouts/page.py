"""A page of a print: its head, what stands on it and its foot, put together as a drawing in paper mm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journey.drawing import Block, Drawing, Line, Part, PartName, Passage, Placed, Target, scaled
from journey.handouts.asked import BELOW, STAMP, Format
from journey.handouts.flow import Piece, flowed
from journey.handouts.styles import FOOT
from journey.handouts.voice import Voice
from journey.layout.typeset import single, text_at
from resources.words import _

_HEAD_GAP, _REST_GAP = 6.0, 8.0
_STAMP_GAP = 4.0


@dataclass(frozen=True, slots=True)
class About:
    """What a print says of itself on each page: its title, its foot, the record it stands for, its code.

    ``seen`` says in words what is only seen.
    """

    title: str
    foot: str
    record: str = ""
    stamp: Block | None = None
    seen: tuple[Passage, ...] = ()


def paged(
    form: Format,
    voice: Voice,
    about: About,
    heads: tuple[Block, Block],
    pieces: Iterable[Piece],
    rest: Callable[[float], Block | None] = lambda _tall: None,
) -> tuple[Drawing, ...]:
    """Pieces on as many pages as they need; the first head is for the first page, the other for the rest.

    ``rest`` gives what fills the end of the last page, which is so many mm high.
    """
    first, others = heads
    room = form.h - 2 * form.margin - form.foot - _HEAD_GAP
    pages = flowed(pieces, room - first.h, room - others.h)
    end = max(one.y + one.block.h for one in pages[-1]) + _REST_GAP if pages[-1] else 0.0
    if (block := rest(room - (others if len(pages) > 1 else first).h - end)) is not None:
        pages[-1].append(Placed(0.0, end, block))
    drawings = []
    for place, blocks in enumerate(pages):
        head = others if place else first
        top = form.margin + head.h + _HEAD_GAP
        body = [Placed(form.margin + one.x, top + one.y, one.block) for one in blocks]
        placed = [Placed(form.margin, form.margin, head), *body]
        drawings.append(page(form, voice, about, placed, (place + 1, len(pages))))
    return tuple(drawings)


def page(
    form: Format, voice: Voice, about: About, placed: Sequence[Placed], number: tuple[int, int]
) -> Drawing:
    """One page with its foot, as large as its paper; ``number`` is which of how many."""
    blocks = [*placed, *_foot(form, voice, about, number)]
    target = (Target(0, about.title, about.record, 0.0, 0.0, form.w, form.h),) if number[0] == 1 else ()
    passages = (Passage(0, about.record, heading=True), *about.seen)
    drawing = Drawing(form.w, form.h, (_part(form, blocks),), target, about.title, voice.language, passages)
    return grown(drawing, form)


def grown(drawing: Drawing, form: Format) -> Drawing:
    """A page of its designed size as large as its paper."""
    k = form.scale
    if k == 1.0:
        return drawing
    blocks = [Placed(one.x * k, one.y * k, scaled(one.block, k)) for one in drawing.blocks()]
    targets = tuple(
        Target(t.level, t.title, t.record, t.x * k, t.y * k, t.w * k, t.h * k) for t in drawing.targets
    )
    part = Part(PartName.BODY, 0.0, 0.0, drawing.w * k, drawing.h * k, (tuple(blocks),))
    return replace(drawing, w=drawing.w * k, h=drawing.h * k, parts=(part,), targets=targets)


def _foot(form: Format, voice: Voice, about: About, number: tuple[int, int]) -> Iterator[Placed]:
    """The foot, and at its right end the code that leads back to the file."""
    bottom = form.h - form.margin
    if about.stamp is None:
        block = _foot_block(voice, about.foot, form.across, number)
        yield Placed(form.margin, bottom - block.h, block)
        return
    block = _foot_block(voice, about.foot, form.across - STAMP - _STAMP_GAP, number)
    top = bottom + BELOW - STAMP
    yield Placed(form.margin, top, block)
    stamp = scaled(about.stamp, STAMP / about.stamp.w)
    yield Placed(form.w - form.margin - STAMP, top, stamp)


def _foot_block(voice: Voice, words: str, width: float, number: tuple[int, int]) -> Block:
    """A hairline, what the sheet is at the left, and its number at the right where there are several."""
    told = _("{page} of {pages}").format(page=number[0], pages=number[1]) if number[1] > 1 else ""
    counted = single(told, FOOT, voice.language)
    taken = counted.width * FOOT.size
    lines = voice.at_most(words, width - taken - 8.0, FOOT, 1)
    marks = [text_at(line, 0.0, 1.6, FOOT, "muted") for line in lines]
    if told:
        marks.append(text_at(counted, width - taken, 1.6, FOOT, "muted"))
    return Block(width, 1.6 + FOOT.leading, (Line(0.0, 0.0, width, 0.0, "hairline", 0.3), *marks))


def _part(form: Format, blocks: Sequence[Placed]) -> Part:
    return Part(PartName.BODY, 0.0, 0.0, form.w, form.h, (tuple(blocks),))
