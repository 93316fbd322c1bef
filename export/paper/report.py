"""What an export tells about what it wrote: sizes, legibility, and what did not come out as meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from export.paper.pages import Plan
from export.paper.pictures import fitted
from journey.drawing import Block, Drawing, Image, Layer, Text

LONG_CARD = 12
"""A card with more lines than this is better cut into two, or into a card and its details."""


FINE = 100
"""Dots an inch from which a picture does not look coarse at arm's length."""
MILLIMETRES_AN_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Report:
    """The pages written (their sizes in mm) and what their readers should know.

    ``missing`` are the characters that no font has, ``long_cards`` the texts of cards with more than
    ``LONG_CARD`` lines, ``unreadable`` the assets that could not be shown, ``cut`` the records of the cards
    that a seam between sheets runs through, ``torn`` the other texts of which one cuts a word, ``blank`` how
    many sheets are left out, ``coarse`` the dots an inch of each picture that has fewer than ``FINE``, the
    coarsest first.
    """

    pages: tuple[tuple[float, float], ...]
    smallest_text_pt: float
    readable_from_m: float
    missing: tuple[str, ...] = ()
    long_cards: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    blank: int = 0
    coarse: tuple[float, ...] = ()


def reported(
    drawings: Sequence[Drawing],
    plans: Sequence[Plan],
    missing: Iterable[str],
    unreadable: Iterable[str],
    pixels: Mapping[str, tuple[int, int]],
) -> Report:
    """Return the report of drawings written as planned, with pictures of so many pixels by their asset."""
    return Report(
        pages=tuple((page.w, page.h) for plan in plans for page in plan.pages),
        smallest_text_pt=min(plan.smallest_text_pt for plan in plans),
        readable_from_m=min(plan.readable_from_m for plan in plans),
        missing=tuple(missing),
        long_cards=tuple(dict.fromkeys(text for drawing in drawings for text in long_cards(drawing))),
        unreadable=tuple(unreadable),
        cut=tuple(record for plan in plans for record in plan.cut),
        torn=tuple(text for plan in plans for text in plan.torn),
        blank=sum(len(plan.tiles.blank) for plan in plans if plan.tiles),
        coarse=tuple(sorted(dots for dots in _dots(drawings, plans, pixels).values() if dots < FINE)),
    )


def _dots(
    drawings: Sequence[Drawing], plans: Sequence[Plan], pixels: Mapping[str, tuple[int, int]]
) -> dict[str, float]:
    """The dots an inch of each picture where it is printed largest."""
    found: dict[str, float] = {}
    for drawing, plan in zip(drawings, plans, strict=True):
        for mark in (mark for placed in drawing.blocks() for mark in placed.block.marks):
            if isinstance(mark, Image) and mark.asset in pixels:
                wide, tall = pixels[mark.asset]
                dots = wide / (fitted(mark, wide, tall)[2] * plan.scale) * MILLIMETRES_AN_INCH
                found[mark.asset] = min(dots, found.get(mark.asset, dots))
    return found


def joined(reports: Sequence[Report]) -> Report:
    """The report of one drawing whose pages were written one by one."""
    first = reports[0]
    return replace(
        first,
        pages=tuple(page for report in reports for page in report.pages),
        missing=tuple(dict.fromkeys(sign for report in reports for sign in report.missing)),
        unreadable=tuple(dict.fromkeys(asset for report in reports for asset in report.unreadable)),
    )


def long_cards(drawing: Drawing) -> list[str]:
    """Return the texts of the cards that have too many lines."""
    blocks = [placed.block for placed in drawing.blocks() if len(placed.block.marks) > LONG_CARD]
    return [text for block in blocks if block.record and (text := _long_text(block))]


def _long_text(block: Block) -> str:
    """Return the card's main text, which is what most of its lines are, if it has too many of them."""
    lines = [mark for mark in block.marks if isinstance(mark, Text) and mark.layer is Layer.CARDS]
    [(size, count)] = Counter(line.size for line in lines).most_common(1) or [(0.0, 0)]
    return " ".join(line.text for line in lines if line.size == size) if count > LONG_CARD else ""
