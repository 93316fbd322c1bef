"""How each mark is written in SVG; knows colours and shapes, nothing of journeys."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import singledispatch
from xml.sax.saxutils import quoteattr

from export.paper.glyph_outlines import glyph_path
from export.paper.outline_code import number
from export.paper.pictures import Pictures, fitted
from journey.drawing import Box, Image, Line, Mark, Path, Text, has_flat_ends
from journey.picture_head import bearable_head
from journey.text import font_units, unsupported
from resources.theme import Theme, as_hex


@dataclass(slots=True)
class SvgInk:
    """The colours and pictures of one file, and the glyphs and clips that its definitions must have."""

    theme: Theme
    pictures: Pictures
    definitions: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    unreadable: dict[str, None] = field(default_factory=dict)

    def define(self, key: str, make: Callable[[str], str]) -> str:
        """Return a key, having noted what it stands for when it is new."""
        if key not in self.definitions:
            self.definitions[key] = make(key)
        return key

    def colour(self, token: str) -> str:
        """Return a colour as SVG writes it."""
        return as_hex(self.theme.rgb(token))

    def style(self, mark: Box | Path | Line) -> str:
        """Return the attributes of a fill and a stroke."""
        fill = None if isinstance(mark, Line) else mark.fill
        written = f'fill="{self.colour(fill) if fill else "none"}"'
        if mark.stroke is None:
            return written
        written += f' stroke="{self.colour(mark.stroke)}" stroke-width="{number(mark.stroke_width)}"'
        if has_flat_ends(mark.dash):
            written += ' stroke-linecap="butt"'
        if mark.dash:
            written += f' stroke-dasharray="{" ".join(map(number, mark.dash))}"'
        return written


@singledispatch
def svg_of(mark: Mark, ink: SvgInk) -> str:
    """Return one mark as an element. Raises NotImplementedError for what is no mark."""
    raise NotImplementedError(type(mark).__name__)


@svg_of.register
def _box(mark: Box, ink: SvgInk) -> str:
    round_corners = f' rx="{number(mark.radius)}"' if mark.radius else ""
    return f"<rect {_rectangle(mark.x, mark.y, mark.w, mark.h)}{round_corners} {ink.style(mark)}/>"


@svg_of.register
def _line(mark: Line, ink: SvgInk) -> str:
    return (
        f'<line x1="{number(mark.x1)}" y1="{number(mark.y1)}" x2="{number(mark.x2)}" y2="{number(mark.y2)}" '
        f"{ink.style(mark)}/>"
    )


@svg_of.register
def _path(mark: Path, ink: SvgInk) -> str:
    data = "".join(
        [f"{kind}{' '.join([number(float(value)) for value in places])}" for kind, *places in mark.segments]
    )
    return f'<path d="{data}" {ink.style(mark)}/>'


@svg_of.register
def _text(mark: Text, ink: SvgInk) -> str:
    """Place the glyphs' outlines; the text itself is in the title of the block."""
    groups: list[str] = []
    x = 0.0
    for run in mark.line.runs:
        if 0 in run.glyphs:
            ink.missing.update(dict.fromkeys(unsupported(run.text)))
        units = font_units(run.font)
        uses = [
            f'<use href="#{_glyph(run.font, glyph, ink)}" x="{number(dx * units)}"{_rise(dy * units)}/>'
            for glyph, dx, dy in zip(run.glyphs, run.xs, run.ys, strict=True)
            if glyph_path(run.font, glyph)
        ]
        if uses:
            scale = f"{mark.size / units:.8g}"
            moved = f"matrix({scale} 0 0 -{scale} {number(mark.x + x * mark.size)} {number(mark.y)})"
            groups.append(f'<g transform="{moved}">{"".join(uses)}</g>')
        x += run.advance
    return f'<g fill="{ink.colour(mark.colour)}">{"".join(groups)}</g>'


@svg_of.register
def _image(mark: Image, ink: SvgInk) -> str:
    data, _told = ink.pictures(mark.asset)
    head = bearable_head(data)
    if head is None:
        ink.unreadable[mark.asset] = None
        return ""
    place = fitted(mark, head.width, head.height)
    where = _rectangle(*place)
    clip = ""
    if mark.radius:
        shape = f'<rect {where} rx="{number(mark.radius)}"/>'
        key = f"clip{'-'.join(map(number, (*place, mark.radius)))}"
        clip = f' clip-path="url(#{ink.define(key, lambda key: _clip(key, shape))})"'
    source = f"data:{head.media_type};base64,{b64encode(data).decode('ascii')}"
    return f"<image {where}{clip} href={quoteattr(source)}/>"


def _glyph(font: str, glyph: int, ink: SvgInk) -> str:
    return ink.define(f"{font}-{glyph}", lambda key: f'<path id="{key}" d="{glyph_path(font, glyph)}"/>')


def _clip(key: str, shape: str) -> str:
    return f'<clipPath id="{key}">{shape}</clipPath>'


def _rise(units: float) -> str:
    return f' y="{number(units)}"' if units else ""


def _rectangle(x: float, y: float, w: float, h: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
