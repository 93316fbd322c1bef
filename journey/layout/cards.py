"""One card as marks: edge and tint by kind and evidence, text, what stands at its foot, its badges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from journey.drawing import Block, Box, Colour, Image, Later, Layer, Mark, Path, Text
from journey.layout import sizes
from journey.layout.foot import Foot, foot_marks, set_foot
from journey.layout.outlines import accent, circle, glyph
from journey.layout.typeset import broken, column, height, single
from journey.model import Asset, Card, CardKind, CardStatus, Knowledge, Measure, Owner
from journey.text import Line

EDGE_DASH: dict[Knowledge, tuple[float, ...]] = {
    Knowledge.RESEARCHED: (),
    Knowledge.PARTLY: (3.0, 1.0, 0.5, 1.0),
    Knowledge.TOLD: (2.0, 1.2),
    Knowledge.GUESS: (0.45, 1.15),
}
_CUT = 5.0
_UNDER_CODE = 0.75


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card shows: itself and what other records say at it."""

    card: Card
    owner: Owner | None
    involved: tuple[Owner, ...]
    measures: tuple[Measure, ...]
    found: bool
    picture: Asset | None
    language: str
    code: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class SetCard:
    """A card whose text is broken into lines: it needs ``height`` mm at least at its ``width``."""

    face: Face
    width: float
    lines: tuple[Line, ...]
    foot: Foot
    picture_height: float
    height: float


def card_width(span: int) -> float:
    """The width of a card over some steps."""
    return span * sizes.column() - sizes.GUTTER


def set_card(face: Face) -> SetCard:
    """Break a card's text for its width, and measure it."""
    card = face.card
    width = card_width(card.span)
    room = width - _text_left(face) - right_of_text(card)
    lines = broken(card.text, room, sizes.CARD_TEXT, face.language)
    foot = set_foot(face.card, face.owner, face.involved, face.measures, face.language, width)
    picture = _picture_height(face, width)
    needed = sizes.PAD_TOP + picture + height(lines, sizes.CARD_TEXT) + sizes.FOOT_GAP + foot.height
    return SetCard(face, width, lines, foot, picture, max(sizes.CARD_MIN, needed + sizes.PAD_BOTTOM))


def card_block(setting: SetCard, tall: float) -> Block:
    """The card's marks, stretched to the height of its neighbours; made when they are asked for."""
    card = setting.face.card
    layer = Layer.PAINS if card.kind is CardKind.PAIN_POINT else None
    return Block(setting.width, tall, Later(partial(_marks, setting, tall)), card.id, layer)


def _marks(setting: SetCard, tall: float) -> tuple[Mark, ...]:
    face, card, w = setting.face, setting.face.card, setting.width
    top = sizes.PAD_TOP + setting.picture_height
    room = w - _text_left(face) - right_of_text(card)
    return (
        *_ground(card, w, tall),
        *_picture(setting),
        *column(setting.lines, _text_left(face), top, room, sizes.CARD_TEXT, "ink"),
        *foot_marks(setting.foot, f"{card.kind}", w, tall),
        *_badges(face, w),
        *_code(face, tall),
    )


def _text_left(face: Face) -> float:
    return sizes.ACCENT + sizes.PAD_LEFT + (2.4 if face.found else 0.0)


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


def _picture(setting: SetCard) -> list[Mark]:
    if (picture := setting.face.picture) is None:
        return []
    x, room = sizes.ACCENT + sizes.PAD_RIGHT, _picture_room(setting.face, setting.width)
    return [Image(x, sizes.PAD_TOP, room, setting.picture_height - 2.0, picture.id)]


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
