"""What is said about a print once it is written: its size, how far it can be read, what went wrong in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from app.printing.wall import metres, points
from export.paper.report import FINE, LONG_CARD, Report
from journey.quoting import LONG_NAME, quoted
from resources.words import _, _n

_MOST_NAMED = 5


def report_lines(report: Report) -> Iterator[str]:
    """The facts of a print, a line each."""
    yield pages_words(report.pages)
    text = _("Smallest text on cards {points} pt, readable from {metres} m")
    yield text.format(points=points(report.smallest_text_pt), metres=metres(report.readable_from_m))
    yield from _sheets(report)
    if report.missing:
        names = ", ".join(_named(letter) for letter in report.missing[:_MOST_NAMED])
        said = _n(
            "{n} character that no font here has is shown as a box: {names}",
            "{n} characters that no font here has are shown as boxes: {names}",
            len(report.missing),
        )
        yield _with_more(said.format(n=len(report.missing), names=names), report.missing)
    if report.long_cards:
        yield _long(report.long_cards)
    if report.unreadable:
        said = _n(
            "{n} picture could not be read and is left out",
            "{n} pictures could not be read and are left out",
            len(report.unreadable),
        )
        yield said.format(n=len(report.unreadable))
    if report.coarse:
        said = _n(
            "{n} picture is coarse as it is printed: {dots} dots an inch; {fine} would be fine",
            "{n} pictures are coarse as they are printed: {dots} dots an inch at worst; {fine} would be fine",
            len(report.coarse),
        )
        yield said.format(n=len(report.coarse), dots=f"{report.coarse[0]:.0f}", fine=FINE)


def _sheets(report: Report) -> Iterator[str]:
    """What happened to cards and paper where a map is spread over sheets."""
    if report.cut:
        said = _n(
            "{n} card is longer than a sheet and cut by a seam: {names}",
            "{n} cards found no gap to be spared by the seams: {names}",
            len(report.cut),
        )
        names = ", ".join(report.cut[:_MOST_NAMED])
        yield _with_more(said.format(n=len(report.cut), names=names), report.cut)
    if report.torn:
        said = _n(
            "A seam cuts {n} text that stands on no card: {names}",
            "Seams cut {n} texts that stand on no card: {names}",
            len(report.torn),
        )
        names = ", ".join(quoted(text, LONG_NAME) for text in report.torn[:_MOST_NAMED])
        yield _with_more(said.format(n=len(report.torn), names=names), report.torn)
    if report.blank:
        said = _n("{n} blank sheet is left out", "{n} blank sheets are left out", report.blank)
        yield said.format(n=report.blank)


def pages_words(pages: Sequence[tuple[float, float]]) -> str:
    """How many pages there are, and how large: “1 page, 2103 × 914 mm”."""
    count = _n("{n} page", "{n} pages", len(pages)).format(n=len(pages))
    sizes = Counter(_("{w} × {h} mm").format(w=f"{w:.0f}", h=f"{h:.0f}") for w, h in pages)
    if len(sizes) == 1:
        return f"{count}, {next(iter(sizes))}"
    return f"{count}: " + ", ".join(
        f"{many} × ({size})" if many > 1 else size for size, many in sizes.items()
    )


def _named(letter: str) -> str:
    points = " ".join(f"U+{ord(one):04X}" for one in letter)
    return f"{letter} ({points})"


def _long(texts: Sequence[str]) -> str:
    said = _n(
        "{n} card has more than {most} lines: {names}",
        "{n} cards have more than {most} lines: {names}",
        len(texts),
    )
    names = ", ".join(quoted(text, LONG_NAME) for text in texts[:_MOST_NAMED])
    return _with_more(said.format(n=len(texts), most=LONG_CARD, names=names), texts)


def _with_more(said: str, named: Sequence[str]) -> str:
    return f"{said} …" if len(named) > _MOST_NAMED else said
