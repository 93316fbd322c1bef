"""What an export tells about what it wrote: sizes, legibility, and what did not come out as meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from export.paper.pages import Plan
from journey.drawing import Block, Drawing, Layer, Text

LONG_CARD = 12
"""A card with more lines than this is better cut into two, or into a card and its details."""


@dataclass(frozen=True, slots=True)
class Report:
    """The pages written (their sizes in mm) and what their readers should know.

    ``missing`` are the characters that no font has, ``long_cards`` the texts of cards with more than
    ``LONG_CARD`` lines, ``unreadable`` the assets that could not be shown, ``cut`` the records of the cards
    that a seam between sheets runs through, ``blank`` how many sheets are left out.
    """

    pages: tuple[tuple[float, float], ...]
    smallest_text_pt: float
    readable_from_m: float
    missing: tuple[str, ...] = ()
    long_cards: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    blank: int = 0


def reported(
    drawings: Sequence[Drawing], plans: Sequence[Plan], missing: Iterable[str], unreadable: Iterable[str]
) -> Report:
    """Return the report of drawings written as planned."""
    return Report(
        pages=tuple((page.w, page.h) for plan in plans for page in plan.pages),
        smallest_text_pt=min(plan.smallest_text_pt for plan in plans),
        readable_from_m=min(plan.readable_from_m for plan in plans),
        missing=tuple(missing),
        long_cards=tuple(dict.fromkeys(text for drawing in drawings for text in long_cards(drawing))),
        unreadable=tuple(unreadable),
        cut=tuple(record for plan in plans if plan.tiles for record in plan.tiles.cut),
        blank=sum(len(plan.tiles.blank) for plan in plans if plan.tiles),
    )


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
