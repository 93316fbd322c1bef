"""Cards to cut, as large as sticky notes: those of the map or blank ones, by kind, with cut lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from journey.analysis.reading import Reading, read
from journey.drawing import Block, Drawing, Line, Mark, Part, PartName, Placed, Target
from journey.handouts.asked import Asked
from journey.handouts.card_face import Face, blank_card, filled_cards
from journey.handouts.telling import dotted
from journey.handouts.voice import Voice
from journey.model import CARDS_OF_LANE, Asset, CardKind, LaneKind, MapData, Step
from resources.words import _

STEP = "step"
"""What a step is called among the kinds of cards."""
NOTE: tuple[float, float] = (76.0, 76.0)
"""The usual sticky note, mm."""
SMALLEST = 40.0
"""The shortest side of a card, mm."""
_EDGE = 8.0
"""What printers leave white at the edge of a sheet, with room for the ends of the cut lines."""
_TICK = 5.0
_LINE, _DASH = 0.18, (2.0, 1.6)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of paper with so many cards across and down in its middle."""

    w: float
    h: float
    across: int
    down: int
    card: tuple[float, float]

    @property
    def corner(self) -> tuple[float, float]:
        """Where the first card stands."""
        return (self.w - self.across * self.card[0]) / 2, (self.h - self.down * self.card[1]) / 2


def card_sheets(
    map_data: MapData,
    journey: str,
    asked: Asked,
    size: tuple[float, float] = NOTE,
    *,
    blank: bool = False,
    kinds: Collection[str] = (),
) -> tuple[Drawing, ...]:
    """Sheets of cards of a size in mm and of some kinds (none named: all), in the language being spoken.

    Filled ones come by kind and along the journey, and blank ones of the last kind fill the last sheet; of
    blank ones alone there is a sheet of each kind. Raises KeyError if there is no such journey, Fault for
    cards that are too small or larger than the paper.
    """
    reading = read(map_data, journey)
    voice = Voice(map_data.workshop.language, asked.second)
    sheet = _sheet(asked, size)
    many = sheet.across * sheet.down
    wanted = [kind for kind in _kinds(reading) if not kinds or kind in kinds]
    if blank:
        cards = [blank_card(kind, voice, size) for kind in wanted for _again in range(many)]
    else:
        faces = [face for kind in wanted for face in _faces(reading, kind)]
        cards = [block for face in faces for block in filled_cards(face, voice, size)]
        cards += [
            blank_card(face.kind, voice, size) for face in faces[-1:] for _more in range(-len(cards) % many)
        ]
    starts = range(0, len(cards), many)
    return tuple(_drawn(sheet, reading, cards[start : start + many], start) for start in starts)


def _sheet(asked: Asked, size: tuple[float, float]) -> _Sheet:
    """The sheet as it holds the most cards, or as it was asked to lie."""
    short, long = sorted((asked.width, asked.height))
    ways = {"portrait": ((short, long),), "landscape": ((long, short),)}.get(
        asked.orientation, ((short, long), (long, short))
    )
    sheets = [_filled(w, h, size) for w, h in ways]
    best = max(sheets, key=lambda sheet: sheet.across * sheet.down)
    if min(size) < SMALLEST or best.across * best.down == 0:
        raise asked.fault(
            lambda: _(
                "A card of {w} × {h} mm cannot be printed on this paper: its sides must be at least {least} "
                "mm, and it must leave {edge} mm of the paper free all round. Nothing was written."
            ).format(w=f"{size[0]:g}", h=f"{size[1]:g}", least=f"{SMALLEST:g}", edge=f"{_EDGE:g}")
        )
    return best


def _filled(w: float, h: float, size: tuple[float, float]) -> _Sheet:
    across, down = int((w - 2 * _EDGE) // size[0]), int((h - 2 * _EDGE) // size[1])
    return _Sheet(w, h, max(across, 0), max(down, 0), size)


def _kinds(reading: Reading) -> Iterator[str]:
    """The kinds of cards that the journey's lanes take, in the order of the lanes; each once."""
    told = dict[str, None]()
    for lane in reading.grid.lanes:
        if lane.kind is LaneKind.STEPS:
            told[STEP] = None
        told.update(dict.fromkeys(map(str, CARDS_OF_LANE[lane.kind])))
    yield from told


def _faces(reading: Reading, kind: str) -> Iterator[Face]:
    """The journey's cards of a kind."""
    steps = reading.map.of(Step)
    if kind == STEP:
        for number, step in enumerate(reading.grid.steps, start=1):
            yield Face(STEP, step.title, code=str(number), record=step.id)
        return
    for card in reading.of(CardKind(kind)):
        told = dotted((steps[card.step].title, card.channel))
        picture = reading.map.of(Asset).get(card.picture)
        yield Face(kind, card.text, card.code, told, card.id, card.moment_of_truth, picture)


def _drawn(sheet: _Sheet, reading: Reading, cards: Sequence[Block], start: int) -> Drawing:
    """One sheet with its cards and the lines to cut along."""
    left, top = sheet.corner
    w, h = sheet.card
    placed = [
        Placed(left + place % sheet.across * w, top + place // sheet.across * h, block)
        for place, block in enumerate(cards)
    ]
    rows = -(-len(cards) // sheet.across)
    lines = Block(sheet.w, sheet.h, tuple(_cuts(sheet, rows)))
    title = _("Cards of {journey}").format(journey=reading.journey.title)
    target = (Target(0, title, reading.journey.id, 0.0, 0.0, sheet.w, sheet.h),) if start == 0 else ()
    blocks = (*placed, Placed(0.0, 0.0, lines))
    part = Part(PartName.BODY, 0.0, 0.0, sheet.w, sheet.h, (blocks,))
    return Drawing(sheet.w, sheet.h, (part,), target, title, reading.map.workshop.language)


def _cuts(sheet: _Sheet, rows: int) -> Iterator[Mark]:
    """Lines to cut along, across the whole sheet and a little beyond the cards."""
    left, top = sheet.corner
    right, bottom = left + sheet.across * sheet.card[0], top + rows * sheet.card[1]
    for place in range(sheet.across + 1):
        x = left + place * sheet.card[0]
        yield Line(x, top - _TICK, x, bottom + _TICK, "muted", _LINE, _DASH)
    for place in range(rows + 1):
        y = top + place * sheet.card[1]
        yield Line(left - _TICK, y, right + _TICK, y, "muted", _LINE, _DASH)
