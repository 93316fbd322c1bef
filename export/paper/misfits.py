"""What is said where a map does not fit the paper that was asked for."""

from __future__ import annotations

from math import ceil, floor

from export.paper.papers import LONGEST, ROLLS
from journey.layout.numbers import number
from resources.errors import Fault
from resources.words import _, spoken


class TooLarge(Fault):
    """At the scale that was asked for a drawing does not fit; ``readable_from_m`` says how it would."""

    def __init__(self, sentence: str, readable_from_m: float) -> None:
        """Keep the sentence, and from how far the smallest text could be read where it fits."""
        super().__init__(sentence)
        self.readable_from_m = readable_from_m


def no_room(w: float, h: float, margin: float) -> Fault:
    """What is said where a paper is all margin."""
    return Fault(
        _(
            "A margin of {margin} mm leaves too little of a paper of {w} × {h} mm. Nothing was written. "
            "Choose a smaller margin or a larger paper."
        ).format(margin=f"{margin:g}", w=f"{w:g}", h=f"{h:g}")
    )


def too_large(w: float, h: float, scale: float, largest: float, read_from: float) -> TooLarge:
    """Say of a map that is w x h mm with its margins what would fit: a smaller scale, a roll, or a sheet.

    It fits at the scale ``largest``, and can then be read from so many metres.
    """
    said = _(
        "At scale {scale} the map with its margins is {w} × {h} mm and does not fit this paper. "
        "Nothing was written. It fits at scale {largest}, which can be read from {metres} m{otherwise}."
    )
    sentence = said.format(
        scale=number(scale, spoken(), 2),
        w=f"{w:.0f}",
        h=f"{h:.0f}",
        largest=_at_most(largest, 2),
        metres=_at_most(read_from, 1 if read_from >= 0.1 else 2),
        otherwise=_otherwise(ceil(w), ceil(h)),
    )
    return TooLarge(sentence, read_from)


def _at_most(value: float, decimals: int) -> str:
    """A number cut after so many decimals: what is said to fit must fit when it is typed."""
    return number(floor(value * 10**decimals) / 10**decimals, spoken(), decimals)


def _otherwise(w: int, h: int) -> str:
    """Say on which roll or sheet a map of so many mm has room; nothing where none is so large."""
    if roll := next((wide for wide in ROLLS if wide >= min(w, h)), None):
        sentence = _(", or on {length} mm of a roll {width} mm wide")
        return sentence.format(length=max(w, h), width=f"{roll:g}")
    if max(w, h) <= LONGEST:
        return _(", or on a paper of {size}").format(size=f"{w}x{h}mm")
    return ""
