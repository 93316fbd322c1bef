"""Papers by name: the sheets and rolls that printers take, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from export.lengths import length_typed, size_typed
from resources.errors import Fault
from resources.words import _

PAPERS: dict[str, tuple[float, float]] = {
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "ANSI-A": (215.9, 279.4),
    "ANSI-B": (279.4, 431.8),
    "ANSI-C": (431.8, 558.8),
    "ANSI-D": (558.8, 863.6),
    "ANSI-E": (863.6, 1117.6),
    "ARCH-A": (228.6, 304.8),
    "ARCH-B": (304.8, 457.2),
    "ARCH-C": (457.2, 609.6),
    "ARCH-D": (609.6, 914.4),
    "ARCH-E": (914.4, 1219.2),
    "ARCH-E1": (762.0, 1066.8),
}
"""Width and height of each sheet, upright."""

ROLLS = (610.0, 914.0, 1067.0, 1118.0)
"""The widths that rolls are sold in."""

LONGEST = 5000.0
"""The longest page that every reader shows in its true size; PDF itself ends at 14,400 points."""
SHORTEST = 10.0
_ROLL = "roll:"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright or as it was given, or a roll: its width in mm and no height."""

    name: str
    width: float
    height: float | None

    @staticmethod
    def parse(name: str) -> Paper:
        """Return the paper called "A1", "ARCH-D" or "Arch D", "420x297mm", "roll:36in"; else raise Fault."""
        wanted = "".join(name.casefold().split())
        for known, (width, height) in PAPERS.items():
            if known.casefold().replace("-", "") == wanted.replace("-", ""):
                return Paper(known, width, height)
        if (size := size_typed(wanted)) is not None:
            return _checked(Paper(name.strip(), *size))
        roll = length_typed(wanted.removeprefix(_ROLL)) if wanted.startswith(_ROLL) else None
        if roll is None:
            raise _unknown(name)
        return _checked(Paper(name.strip(), roll, None))


def _checked(paper: Paper) -> Paper:
    """Return the paper if it is one that a file can hold."""
    edges = (paper.width, paper.width if paper.height is None else paper.height)
    if min(edges) < SHORTEST or max(edges) > LONGEST:
        raise Fault(
            _(
                "{name} cannot be made: a side of a paper, and the width of a roll, is {least} to {most} mm. "
                "Nothing was written. Choose another size; what is longer goes on a roll, in panels."
            ).format(name=paper.name, least=f"{SHORTEST:g}", most=f"{LONGEST:g}")
        )
    return paper


def _unknown(name: str) -> Fault:
    return Fault(
        _(
            "There is no paper called “{name}”. Nothing was written. Choose one of {names}, "
            "a size like 420x297mm or a roll like roll:914mm."
        ).format(name=name, names=", ".join(PAPERS))
    )
