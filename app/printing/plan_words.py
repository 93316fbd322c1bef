"""What is said of the ways to print a map: what each takes, from where it can be read, and what is wrong."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from app.printing.naming import name_of
from app.printing.wall import metres, points
from app.printing.wishes import Wishes
from export.paper.measuring import Reading
from export.paper.papers import Paper
from export.paper.planning import Proposal, Wanted
from journey.layout.numbers import number
from journey.model import MapData
from journey.quoting import quoted
from resources.words import _, _n, spoken

_MOST_NAMED = 3
EYES = 1550.0
"""How high the middle of a map hangs above the floor: at the eyes of those who stand, mm."""
_USUAL = Wishes()


def headline(proposal: Proposal) -> str:
    """What it takes: “2.94 m of 914 mm roll”, “12 sheets A3”."""
    count = len(proposal.pieces)
    if proposal.way == "page":
        return _("One sheet {paper}").format(paper=proposal.paper.name)
    if proposal.way == "sheets":
        sheets = _n("{n} sheet {paper}", "{n} sheets {paper}", count)
        return sheets.format(n=count, paper=proposal.paper.name)
    length, width = _metres(proposal.sheet[0]), f"{proposal.sheet[1]:g}"
    if count == 1:
        return _("{length} m of {width} mm roll").format(length=length, width=width)
    said = _n(
        "{n} length of {width} mm roll, up to {length} m",
        "{n} lengths of {width} mm roll, up to {length} m",
        count,
    )
    return said.format(n=count, width=width, length=length)


def size_line(proposal: Proposal) -> str:
    """How large it hangs on the wall."""
    return _("{w} × {h} m on the wall").format(w=_metres(proposal.w), h=_metres(proposal.h))


def hanging(proposal: Proposal) -> str:
    """What hangs on the wall, and how high."""
    high = _metres(max(EYES, proposal.h / 2))
    return _("{what} · its middle hangs {high} m above the floor").format(what=headline(proposal), high=high)


def facts(proposal: Proposal, map_data: MapData) -> Iterator[str]:
    """From where it can be read, and how the map is laid out for it."""
    said = _("Cards {points} pt, readable from {cards} m; steps from {steps} m, title from {title} m")
    reads = proposal.reads
    yield said.format(
        points=points(proposal.points),
        cards=metres(reads.cards),
        steps=metres(reads.steps),
        title=metres(reads.title),
    )
    columns = _("Columns {column} mm wide").format(column=f"{proposal.shape.column * proposal.scale:.0f}")
    if proposal.limit:
        name = name_of(map_data, proposal.limit)
        columns += " · " + _("{card} makes the map as high as it is").format(card=name)
    yield columns


def warnings(proposal: Proposal, wanted: Wanted, map_data: MapData) -> Iterator[str]:
    """What is too small, too long or cut, and that the wall allows no more."""
    asked = wanted.reading
    if proposal.too_small:
        said = _n(
            "{n} card is too small to be read from {metres} m",
            "{n} cards are too small to be read from {metres} m",
            len(proposal.too_small),
        )
        yield said.format(n=len(proposal.too_small), metres=metres(asked.cards))
    for name, wish, real in _others(asked, proposal.reads):
        yield _("{what} can be read from {real} m, not from {wish} m").format(
            what=name, real=metres(real), wish=metres(wish)
        )
    if proposal.too_long:
        said = _n("{n} card is too long: {names}", "{n} cards are too long: {names}", len(proposal.too_long))
        yield said.format(n=len(proposal.too_long), names=names_of(map_data, proposal.too_long))
    if proposal.cut:
        said = _n("A seam cuts {n} card: {names}", "Seams cut {n} cards: {names}", len(proposal.cut))
        yield said.format(n=len(proposal.cut), names=names_of(map_data, proposal.cut))
    if proposal.torn:
        said = _n(
            "A seam cuts {n} text that stands on no card: {names}",
            "Seams cut {n} texts that stand on no card: {names}",
            len(proposal.torn),
        )
        yield said.format(n=len(proposal.torn), names=_enumerated(map(quoted, proposal.torn)))


def _others(asked: Reading, real: Reading) -> Iterator[tuple[str, float, float]]:
    if asked.steps > real.steps * 1.0001:
        yield _("Steps"), asked.steps, real.steps
    if asked.title > real.title * 1.0001:
        yield _("The title"), asked.title, real.title


def names_of(map_data: MapData, records: Sequence[str]) -> str:
    """The first of some cards and steps by name."""
    return _enumerated(name_of(map_data, record) for record in records)


def _enumerated(names: Iterable[str]) -> str:
    """The first of some names."""
    first = list(islice(names, _MOST_NAMED + 1))
    return ", ".join(first[:_MOST_NAMED]) + (" …" if len(first) > _MOST_NAMED else "")


def export_line(file: str, wishes: Wishes) -> str:
    """The command that prints as somebody wishes, as it is typed."""
    words = ["reisekart", "export", shlex.quote(file), "-o", "wall.pdf"]
    words += ["--sheets", wishes.sheets] if wishes.sheets else ["--paper", wishes.paper]
    words += ["--scale", f"{wishes.scale:g}"]
    words += [] if wishes.orientation == "auto" else [f"--{wishes.orientation}"]
    for name in ("column", "panel", "margin", "overlap"):
        if (value := getattr(wishes, name)) != getattr(_USUAL, name):
            words += [f"--{name}", value if isinstance(value, str) else f"{value:g}"]
    if wishes.journey not in (None, "1"):
        words += ["--journey", str(wishes.journey)]
    return " ".join(words)


def paper_word(paper: Paper) -> str:
    """What a paper is called in the window."""
    if paper.height is None:
        return _("Roll {width} mm").format(width=f"{paper.width:g}")
    return paper.name


def _metres(length: float) -> str:
    """A length in mm, in metres to the centimetre."""
    return number(length / 1000, spoken(), 2)
