"""A print of upright pages about one journey: what is read for it, how it speaks, what is on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journey.analysis.reading import Reading, read
from journey.drawing import Block, Drawing
from journey.handouts.asked import Asked, Format, format_of
from journey.handouts.flow import Piece
from journey.handouts.page import About, paged
from journey.handouts.telling import sheet_facts
from journey.handouts.voice import Voice
from journey.model import MapData


@dataclass(frozen=True, slots=True)
class Upright:
    """What a print is made with."""

    reading: Reading
    voice: Voice
    form: Format
    asked: Asked

    @property
    def width(self) -> float:
        """The width between the margins, mm."""
        return self.form.across

    def pages(
        self,
        title: str,
        record: str,
        heads: tuple[Block, Block],
        pieces: Iterable[Piece],
        rest: Callable[[float], Block | None] = lambda _tall: None,
    ) -> tuple[Drawing, ...]:
        """Pages that say at their foot which map they are of, as `paged` makes them."""
        about = About(title, sheet_facts(self.reading, self.asked.day), record, self.asked.stamp)
        return paged(self.form, self.voice, about, heads, pieces, rest)


def upright(map_data: MapData, journey: str, asked: Asked) -> Upright:
    """What a print of a journey is made with.

    Raises KeyError if there is no such journey, Fault for a paper that is too small.
    """
    voice = Voice(map_data.workshop.language, asked.second)
    return Upright(read(map_data, journey), voice, format_of(asked, lying=False), asked)
