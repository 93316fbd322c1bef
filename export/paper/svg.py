"""The map as an SVG: the same marks, glyphs as outlines, and what they say as titles that can be searched."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from export.paper.outline_code import number
from export.paper.pages import as_it_is
from export.paper.pictures import Pictures
from export.paper.report import Report, long_cards
from export.paper.svg_marks import SvgInk, svg_of
from export.target import write_file
from journey.drawing import Drawing, Placed, Text
from resources.theme import load_theme


def write_svg(drawing: Drawing, target: Path, *, pictures: Pictures, scale: float = 1.0) -> Report:
    """Write a drawing as one SVG, ``scale`` mm a map mm; the same drawing gives the same bytes.

    Raises Fault if the file cannot be written; then the old one is as it was.
    """
    text, report = make_svg(drawing, pictures=pictures, scale=scale)
    write_file(target, text.encode("utf-8"))
    return report


def make_svg(drawing: Drawing, *, pictures: Pictures, scale: float = 1.0) -> tuple[str, Report]:
    """Return the file that `write_svg` writes, and what there is to say about it."""
    ink = SvgInk(load_theme("light"), pictures)
    blocks = [_block(placed, ink) for placed in drawing.blocks()]
    w, h = number(drawing.w), number(drawing.h)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang={quoteattr(drawing.language)} '
        f'width="{number(drawing.w * scale)}mm" height="{number(drawing.h * scale)}mm" viewBox="0 0 {w} {h}" '
        'stroke-linecap="round" stroke-linejoin="round">',
        f"<title>{escape(drawing.title)}</title>",
        f"<defs>{''.join(ink.definitions.values())}</defs>",
        f'<rect width="{w}" height="{h}" fill="white"/>',
        *blocks,
        "</svg>\n",
    ]
    return "\n".join(parts), _report(drawing, ink, scale)


def _block(placed: Placed, ink: SvgInk) -> str:
    block = placed.block
    said = "\n".join([mark.text for mark in block.marks if isinstance(mark, Text)])
    title = f"<title>{escape(said)}</title>" if said else ""
    marks = "\n".join([svg_of(mark, ink) for mark in block.marks])
    return f'<g transform="translate({number(placed.x)} {number(placed.y)})">{title}{marks}</g>'


def _report(drawing: Drawing, ink: SvgInk, scale: float) -> Report:
    plan = as_it_is(drawing, scale)
    return Report(
        pages=tuple((page.w, page.h) for page in plan.pages),
        smallest_text_pt=plan.smallest_text_pt,
        readable_from_m=plan.readable_from_m,
        missing=tuple(ink.missing),
        long_cards=tuple(long_cards(drawing)),
        unreadable=tuple(ink.unreadable),
    )
