"""What it takes time to find out of a drawing that goes on paper: found when first asked for, then kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from export.paper.content import Contents, contents_of, ink_of
from export.paper.culling import Window
from export.paper.seams import Things
from export.paper.things import Wording, cards_in, things_of, wordings_of
from journey.drawing import Block, Drawing, Placed


class Known:
    """What there is to know of a drawing."""

    def __init__(self, drawing: Drawing, before: Known | None = None) -> None:
        """Look at what is in its blocks, but for those that are in the drawing known ``before`` too."""
        self._drawing = drawing
        self.contents: Contents = contents_of(drawing, before.contents if before else None)
        self.inks: dict[Block, tuple[Window, ...]] = before.inks if before else {}
        """Where the ink of each block is, once somebody asked."""

    @cached_property
    def cards(self) -> list[Placed]:
        """The cards and steps."""
        return list(cards_in(self._drawing, self.contents))

    @cached_property
    def wordings(self) -> list[Wording]:
        """The lines of words that stand on no card, the weightiest first."""
        return wordings_of(self._drawing, self.contents)

    @cached_property
    def along(self) -> Things:
        """What seams between columns of sheets had better not cross."""
        return things_of(self._drawing, self.contents, self.wordings)

    @cached_property
    def down(self) -> Things:
        """What seams between rows of sheets had better not cross."""
        return things_of(self._drawing, self.contents, self.wordings, down=True)

    @cached_property
    def smallest(self) -> float:
        """The em of the smallest text that stands on cards, or of any if none does, map mm."""
        contents = self.contents.values()
        on_cards = min((one.smallest for one in contents if one.smallest), default=0.0)
        sizes = (text.size for one in contents for text in one.texts)
        return on_cards or min(sizes, default=1.0)

    def cut(self, across: Sequence[float], down: Sequence[float]) -> tuple[str, ...]:
        """The records of the cards that a seam between columns of sheets, or between rows, runs through."""
        return tuple(
            dict.fromkeys(
                one.block.record
                for one in self.cards
                if _crosses(across, one.x, one.x + one.block.w) or _crosses(down, one.y, one.y + one.block.h)
            )
        )

    def torn(self, across: Sequence[float], down: Sequence[float]) -> tuple[str, ...]:
        """The lines that stand on no card of which a seam cuts a word."""
        return tuple(one.text for one in self.wordings if one.is_cut(across, down))

    @cached_property
    def inked(self) -> list[tuple[Placed, tuple[Window, ...]]]:
        """The blocks that are more than bare ground, and where their ink is from their corners on."""
        old = self.inks
        self.inks = {block: old.get(block) or ink_of(block) for block in self.contents}
        found = ((placed, self.inks[placed.block]) for placed in self._drawing.blocks())
        return [(placed, ink) for placed, ink in found if ink]


def _crosses(seams: Sequence[float], start: float, end: float) -> bool:
    return bisect_right(seams, start) < bisect_left(seams, end)


def smallest_text(drawing: Drawing) -> float:
    """The em of the smallest text that stands on cards, or of any if none does, map mm."""
    return Known(drawing).smallest
