"""One card as marks: edge and tint by kind and evidence, text, what stands at its foot, its badges."""

from __future__ import annotations

from typing import NamedTuple

from journey.drawing import Block, Box, Colour, Image, Layer, Mark, Path, Text
from journey.later import LaterWords
from journey.layout import sizes
from journey.layout.foot import Foot, foot_marks, set_foot
from journey.layout.outlines import accent, circle, glyph
from journey.layout.typeset import broken, broken_height, column, single
from journey.model import Asset, Card, CardKind, CardStatus, Knowledge, Measure, Owner

EDGE_DASH: dict[Knowledge, tuple[float, ...]] = {
    Knowledge.RESEARCHED: (),
    Knowledge.PARTLY: (3.0, 1.0, 0.5, 1.0),
    Knowledge.TOLD: (2.0, 1.2),
    Knowledge.GUESS: (0.45, 1.15),
}
_CUT = 5.0
_UNDER_CODE = 0.75


class Face(NamedTuple):
    """Everything a card shows: itself and what other records say at it.

    A plain tuple, because there are many.
    """

    card: Card
    owner: Owner | None
    involved: tuple[Owner, ...]
    measures: tuple[Measure, ...]
    found: bool
    picture: Asset | None
    language: str
    code: str = ""


class SetCard:
    """A card that is measured: it needs ``height`` mm at least."""

    __slots__ = ("_block", "_foot", "_width", "face", "height")

    def __init__(self, face: Face, width: float, foot: Foot, height: float) -> None:
        self.face, self.height = face, height
        self._width, self._foot = width, foot
        self._block: Block | None = None

    def block(self, tall: float) -> Block:
        """The card's marks, stretched to the height of its neighbours; made when they are asked for.

        The very same as long as the height is.
        """
        if self._block is None or self._block.h != tall:
            card = self.face.card
            layer = Layer.PAINS if card.kind is CardKind.PAIN_POINT else None
            marks = LaterWords(_marks, _shapes, self.face, self._width, self._foot, tall)
            self._block = Block(self._width, tall, marks, card.id, layer)
        return self._block


def card_width(span: int) -> float:
    """The width of a card over some steps."""
    return span * sizes.column() - sizes.GUTTER


def set_card(face: Face) -> SetCard:
    """Measure a card; its text is broken into lines when its marks are made."""
    card = face.card
    width = card_width(card.span)
    text = broken_height(card.text, _text_room(face, width), sizes.CARD_TEXT, face.language)
    foot = set_foot(card, face.owner, face.involved, face.measures, face.language, width)
    needed = sizes.PAD_TOP + _picture_height(face, width) + text + sizes.FOOT_GAP + foot.height
    return SetCard(face, width, foot, max(sizes.CARD_MIN, needed + sizes.PAD_BOTTOM))


def _marks(face: Face, w: float, foot: Foot, tall: float) -> tuple[Mark, ...]:
    card, picture, room = face.card, _picture_height(face, w), _text_room(face, w)
    lines = broken(card.text, room, sizes.CARD_TEXT, face.language)
    return (
        *_ground(card, w, tall),
        *_picture(face, w, picture),
        *column(lines, _text_left(face), sizes.PAD_TOP + picture, room, sizes.CARD_TEXT, "ink"),
        *foot_marks(foot, f"{card.kind}", w, tall),
        *_badges(face, w),
        *_code(face, tall),
    )


def _shapes(face: Face, w: float, foot: Foot, tall: float) -> tuple[Mark, ...]:
    """The marks without the card's text."""
    return *_ground(face.card, w, tall), *foot_marks(foot, f"{face.card.kind}", w, tall), *_badges(face, w)


def _text_left(face: Face) -> float:
    return sizes.ACCENT + sizes.PAD_LEFT + (2.4 if face.found else 0.0)


def _text_room(face: Face, width: float) -> float:
    return width - _text_left(face) - right_of_text(face.card)


def right_of_text(card: Card) -> float:
    """What stays free of text at a card's right edge, mm: more where a badge stands there."""
    marked = card.moment_of_truth or card.status is not CardStatus.OPEN
    return sizes.PAD_RIGHT + (2 * sizes.BADGE - 1.2 if marked else 0.0)


def _picture_room(face: Face, width: float) -> float:
    """How wide a card's picture may be: a cut corner must not cut it."""
    right = right_of_text(face.card) if face.card.status is CardStatus.REJECTED else sizes.PAD_RIGHT
    return width - sizes.ACCENT - sizes.PAD_RIGHT - right


def _picture_height(face: Face, width: float) -> float:
    if (picture := face.picture) is None:
        return 0.0
    return min(_picture_room(face, width) * picture.height / picture.width, 40.0) + 2.0


def _picture(face: Face, width: float, tall: float) -> list[Mark]:
    if (picture := face.picture) is None:
        return []
    x, room = sizes.ACCENT + sizes.PAD_RIGHT, _picture_room(face, width)
    return [Image(x, sizes.PAD_TOP, room, tall - 2.0, picture.id)]


def _ground(card: Card, w: float, h: float) -> list[Mark]:
    tint, edge = f"{card.kind}.tint", f"{card.kind}.edge"
    dash = EDGE_DASH[card.evidence]
    stroke: Colour = f"{card.kind}.accent" if dash else edge
    strip = Path(accent(h), fill=f"{card.kind}.accent")
    if card.status is CardStatus.REJECTED:
        return [Path(_cut_corner(w, h), tint, stroke, sizes.EDGE, dash), strip]
    ground: list[Mark] = [Box(0.0, 0.0, w, h, tint, stroke, sizes.EDGE, sizes.RADIUS, dash), strip]
    return ground + (_hatching(w, h) if card.kind is CardKind.GAP else [])


def _cut_corner(w: float, h: float) -> tuple[tuple[str | float, ...], ...]:
    corner = max(_CUT, 2 * sizes.BADGE)
    return (("M", 0.0, 0.0), ("L", w - corner, 0.0), ("L", w, corner), ("L", w, h), ("L", 0.0, h), ("Z",))


def _hatching(w: float, h: float) -> list[Mark]:
    """Slanting lines along the right edge: the sign of a gap, which text never reaches."""
    x = w - sizes.PAD_RIGHT + 0.4
    slant = w - 0.5 - x
    rows = int((h - 2 * sizes.RADIUS - slant) / 2.2)
    strokes: list[tuple[str | float, ...]] = []
    for row in range(max(rows, 0) + 1):
        y = sizes.RADIUS + slant + row * 2.2
        strokes += [("M", x, y), ("L", w - 0.5, y - slant)]
    return [Path(tuple(strokes), stroke="gap.accent", stroke_width=0.35)]


def _badges(face: Face, w: float) -> list[Mark]:
    marks: list[Mark] = []
    r = sizes.BADGE
    if face.card.moment_of_truth:
        marks += [
            Path(circle(w - r + 0.9, r - 0.9, r), fill="gold"),
            _sign("star", w - r + 0.9, r - 0.9, "on_gold"),
        ]
    elif face.card.status is CardStatus.APPROVED:
        marks.append(_sign("tick", w - r - 0.6, r + 0.6, "gain.accent"))
    if face.found:
        ring = Path(
            circle(r - 1.1, r - 1.1, r - 0.4), "surface", "pain_point.accent", 0.55, (), Layer.FINDINGS
        )
        marks += [ring, _sign("finding", r - 1.1, r - 1.1, "pain_point.accent", Layer.FINDINGS)]
    return marks


def _code(face: Face, tall: float) -> list[Mark]:
    """The short code below the sign, in the edge that is free on every card."""
    if not face.code:
        return []
    line = single(face.code, sizes.CODE_TEXT, "en")
    x = sizes.ACCENT + sizes.PAD_LEFT
    return [Text(x, tall - _UNDER_CODE, sizes.CODE_TEXT.size, line, "muted", Layer.CODES)]


def _sign(name: str, x: float, y: float, colour: Colour, layer: Layer = Layer.CARDS) -> Path:
    size = sizes.BADGE * (1.3 if name == "star" else 1.15)
    return glyph(name, x - size / 2, y - size / 2, size, colour, layer)
