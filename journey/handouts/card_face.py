"""The face of a card to cut: its kind, its text as large as it can be, its code, where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey.drawing import Block, Box, Image, Mark, Path
from journey.handouts.styles import LABEL, SMALL, SMALL_STRONG, style
from journey.handouts.voice import Voice
from journey.layout.legend import kind_word
from journey.layout.outlines import circle, glyph
from journey.layout.sizes import Style
from journey.layout.typeset import column, height, single, text_at
from journey.model import Asset, CardKind
from journey.text import Line
from resources.words import _

_PAD = 5.0
_BAR = 2.6
_SIGN = 3.9
KIND, CODE = style(10.5, 600), style(13.0, 700)
"""What a card is, and the code by which it finds its way back from the wall into the file."""
_KINDS = (KIND, SMALL_STRONG, LABEL)
"""What a card is, smaller where that is long in two languages."""
_HEAD = KIND.leading + 2.6
_FOOT_ROOM = SMALL.leading + 1.0
_TEXTS = tuple(style(points, 500, 1.24) for points in (24.0, 20.0, 17.0, 14.5, 13.0, 11.5, 10.0, 9.0))
"""How the text of a card may be set: as large as fits."""
_PICTURE = 0.5
"""The most of a card's height that its picture takes."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a card; ``told`` is where it comes from and how it reaches the customer."""

    kind: str
    text: str
    code: str = ""
    told: str = ""
    record: str = ""
    starred: bool = False
    picture: Asset | None = None


def blank_card(kind: str, voice: Voice, size: tuple[float, float]) -> Block:
    """A card to write on."""
    return Block(*size, tuple(_ground(Face(kind, ""), voice, size)))


def filled_cards(face: Face, voice: Voice, size: tuple[float, float]) -> list[Block]:
    """A card with its text; where it has no room even in the smallest size, it goes on on further cards."""
    w, h = size
    picture, taken = _picture(face, size)
    room, high = w - _BAR - 2 * _PAD, h - 2 * _PAD - _HEAD - _FOOT_ROOM - taken
    text = face.text.strip() or ("" if face.picture else "–")
    fitting = (one for one in _TEXTS if _fits(voice.lines(text, room, one), one, high))
    used = next(fitting, _TEXTS[-1])
    lines = voice.lines(text, room, used)
    many = max(1, int(high / used.leading + 0.001))
    parts = [lines[start : start + many] for start in range(0, len(lines), many)] or [()]
    return [
        _card(face, voice, size, (part, used, taken), picture, (place + 1, len(parts)))
        for place, part in enumerate(parts)
    ]


def _fits(lines: Sequence[Line], used: Style, high: float) -> bool:
    """Whether lines have room; a long word is not hyphenated only to be larger."""
    parted = any(line.text.endswith("-") for line in lines) and used.size > _TEXTS[4].size
    return height(lines, used) <= high + 0.01 and not parted


def _card(
    face: Face,
    voice: Voice,
    size: tuple[float, float],
    told: tuple[Sequence[Line], Style, float],
    picture: Sequence[Mark],
    number: tuple[int, int],
) -> Block:
    lines, used, taken = told
    x, room = _BAR + _PAD, size[0] - _BAR - 2 * _PAD
    marks = [*_ground(face, voice, size), *picture]
    marks += column(lines, x, _PAD + _HEAD + taken, room, used, "ink")
    counted = _("{page} of {pages}").format(page=number[0], pages=number[1]) if number[1] > 1 else ""
    foot = voice.facts([fact for fact in (counted, face.told) if fact], room, SMALL, 1)
    marks += column(foot, x, size[1] - _PAD - SMALL.leading + 1.2, room, SMALL, "muted")
    return Block(*size, tuple(marks), face.record)


def _ground(face: Face, voice: Voice, size: tuple[float, float]) -> list[Mark]:
    """The card's colour, its kind at the top left, its star and code at the top right."""
    w, h = size
    x, accent = _BAR + _PAD, f"{face.kind}.accent"
    marks: list[Mark] = [
        Box(0.0, 0.0, w, h, f"{face.kind}.tint"),
        Box(0.0, 0.0, _BAR, h, accent),
        glyph(face.kind, x, _PAD + (KIND.leading - _SIGN) / 2, _SIGN, accent),
    ]
    right = w - _PAD
    if face.code:
        code = single(face.code, CODE, voice.language)
        right -= code.width * CODE.size
        marks.append(text_at(code, right, _PAD - (CODE.leading - KIND.leading) / 2, CODE, accent))
        right -= 2.0
    if face.starred:
        r = 2.4
        right -= 2 * r
        y = _PAD + KIND.leading / 2
        star = glyph("star", right + r - 1.6, y - 1.6, 3.2, "on_gold")
        marks += [Path(circle(right + r, y, r), fill="gold"), star]
        right -= 2.0
    return [*marks, *_kind_line(face.kind, voice, x + _SIGN + 1.6, right, accent)]


def _kind_line(kind: str, voice: Voice, left: float, right: float, accent: str) -> Iterator[Mark]:
    """What a card is: in two languages as large as they fit, in the first where both never do."""
    both, room = voice.says(lambda: _kind(kind)), right - left
    style = next((one for one in _KINDS if len(voice.lines(both, room, one)) == 1), None)
    lines = voice.at_most(both if style else _kind(kind), room, style or KIND, 1)
    down = (KIND.leading - (style or KIND).leading) / 2
    yield from column(lines, left, _PAD + down, room, style or KIND, accent)


def _picture(face: Face, size: tuple[float, float]) -> tuple[list[Mark], float]:
    """A card's picture under its head, and the room it takes."""
    if (picture := face.picture) is None:
        return [], 0.0
    room = size[0] - _BAR - 2 * _PAD
    most = size[1] - 2 * _PAD - _HEAD - _FOOT_ROOM if not face.text.strip() else size[1] * _PICTURE
    tall = min(room * picture.height / max(picture.width, 1), most)
    return [Image(_BAR + _PAD, _PAD + _HEAD, room, tall, picture.id)], tall + 2.0


def _kind(kind: str) -> str:
    return _("Step") if kind == "step" else kind_word(CardKind(kind))
