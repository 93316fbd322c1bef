"""What a print was asked to be like: its paper, what is left out, a second language for its labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from journey.drawing import Block
from resources.errors import Fault
from resources.words import _, speaking

Orientation = Literal["auto", "portrait", "landscape"]

LEAST: tuple[float, float] = (140.0, 190.0)
"""The smallest paper that a handout is set for, mm: about A5."""
A4: tuple[float, float] = (210.0, 275.0)
"""The smallest paper for what must stand on one page: A4, or Letter."""
_DESIGNED_FOR = 210.0
"""The short side of the paper for which sizes of text are meant; on a larger paper everything grows."""


STAMP, BELOW = 12.0, 5.0
"""The side of the code on a sheet, and how far it reaches into the white edge at the bottom, mm."""
_FOOT, _ABOVE = 7.2, 2.4


class Hidden(StrEnum):
    """What a print can leave out."""

    QUOTES = "quotes"
    NAMES = "names"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True)
class Asked:
    """The paper in mm, what is hidden, the second language (BCP 47, empty: none) of the product's own labels.

    ``day`` is the ISO day the map was last edited, or empty. ``stamp`` is the code that leads from a sheet
    back to the file, ``reader`` the language in which faults are told.
    """

    width: float = 210.0
    height: float = 297.0
    orientation: Orientation = "auto"
    hide: frozenset[Hidden] = frozenset()
    second: str = ""
    day: str = ""
    stamp: Block | None = None
    reader: str = "en"

    def fault(self, say: Callable[[], str]) -> Fault:
        """A fault told to the one who asked, not in the language of the map."""
        with speaking(self.reader):
            return Fault(say())


@dataclass(frozen=True, slots=True)
class Format:
    """A page of ``w`` x ``h`` mm as it is designed, printed ``scale`` times as large.

    ``margin`` is its white edge, ``foot`` what its foot takes with the air above it.
    """

    w: float
    h: float
    scale: float
    margin: float
    foot: float

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.w - 2 * self.margin


def format_of(asked: Asked, *, lying: bool, least: tuple[float, float] = LEAST) -> Format:
    """The page for a print that usually lies on its long side, or does not.

    Raises Fault for a paper that is too small for one.
    """
    short, long = sorted((asked.width, asked.height))
    if short < least[0] or long < least[1]:
        raise asked.fault(
            lambda: _(
                "This print needs a paper of at least {w} × {h} mm. Nothing was written. Choose a larger one."
            ).format(w=f"{least[0]:g}", h=f"{least[1]:g}")
        )
    scale = max(1.0, short / _DESIGNED_FOR)
    margin = 11.0 if short / scale > LEAST[1] else 10.0
    flat = asked.orientation == "landscape" or (asked.orientation == "auto" and lying)
    w, h = (long, short) if flat else (short, long)
    return Format(w / scale, h / scale, scale, margin, STAMP - BELOW + _ABOVE if asked.stamp else _FOOT)
