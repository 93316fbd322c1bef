"""The export set: every print of a file in one folder, with good names and a contents page."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from app.opening import Opened, journey_called
from app.printing.audience import USUAL_PAPER, Print
from app.printing.doing import Doing
from app.printing.handouts import NothingToPrint, for_audience, print_handout
from app.printing.prints import Printed, info_of, pictures_of, print_pdf
from app.printing.report import pages_words
from app.printing.wishes import Wishes
from export.folder import whole_folder
from export.paper.pages import Lead, Plan, as_it_is
from export.paper.pdf import write_pdf
from journey.analysis.reading import read
from journey.clean import one_line
from journey.drawing import Drawing
from journey.handouts import Asked
from journey.handouts.contents import Entry, contents
from journey.handouts.duties import owners_in
from journey.model import Journey
from resources.words import _, _n, speaking

_LONGEST_NAME = 60
_AT_A_DESK = 0.7
"""From how far sheets of an office printer are read, metres: for a wall there is the whole map."""
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


@dataclass(frozen=True, slots=True)
class _Print:
    """A print of the set: its file without the ending, what it is, for whom, and how it is wished for."""

    file: str
    title: str
    says: str
    wishes: Wishes
    group: str = ""


def publish_set(
    opened: Opened, target: Path, wishes: Wishes, doing: Doing, *, replace_old: bool = False
) -> Iterator[str]:
    """Write every print into a folder, all or none of them; gives lines for the user.

    Raises Fault if it cannot be written, or if there is such a folder already and it may not be replaced.
    """
    prints = _prints(opened, wishes)
    entries: list[Entry] = []
    empty: list[str] = []
    with whole_folder(target, replace=replace_old) as folder:
        for place, one in enumerate(prints):
            file = folder / f"{one.file}.pdf"
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                printed = _printed(opened, file, one.wishes, _numbered(doing, one, place, len(prints)))
            except NothingToPrint:
                empty.append(one.title)
                continue
            with speaking(opened.map.workshop.language):
                pages = pages_words(printed.report.pages)
            entries.append(Entry(f"{one.file}.pdf", one.title, one.says, pages, one.group))
        _write_contents(opened, wishes, folder, entries, empty)
    yield _wrote(len(entries) + 1, target)
    yield from (_nothing_of(title) for title in empty)


def _numbered(doing: Doing, one: _Print, place: int, count: int) -> Doing:
    """Tell which print of how many is being made."""

    def told(what: str) -> AbstractContextManager[Callable[[int, int], None]]:
        said = _("{title} ({number} of {count}): {what}")
        return doing(said.format(title=one.title, number=place + 1, count=count, what=what))

    return told


def _printed(opened: Opened, target: Path, wishes: Wishes, doing: Doing) -> Printed:
    if wishes.audience.what != "map":
        return print_handout(opened, target, wishes, doing)
    return print_pdf(for_audience(opened, wishes.audience), target, wishes, doing)


def _wrote(count: int, folder: Path) -> str:
    said = _n("Wrote {n} file into {folder}", "Wrote {n} files into {folder}", count)
    return said.format(n=count, folder=folder)


def _nothing_of(title: str) -> str:
    return _("{title}: there is nothing to print yet.").format(title=title)


def _write_contents(
    opened: Opened, wishes: Wishes, folder: Path, entries: Sequence[Entry], empty: Sequence[str]
) -> None:
    """Write the contents page, on which a click opens a print."""
    day = opened.edited.date().isoformat() if opened.edited else ""
    with speaking(opened.map.workshop.language):
        left_out = [_nothing_of(title) for title in empty]
        name = _("00 Contents")
    drawings = contents(opened.map, entries, left_out, Asked(day=day))
    files = {entry.file for entry in entries}
    plans = [_with_leads(drawing, files) for drawing in drawings]
    info = info_of(for_audience(opened, wishes.audience), opened.map.journeys()[0], wishes.archive)
    target = folder / f"{name}.pdf"
    write_pdf(drawings, plans, target, info=info, pictures=pictures_of(opened.map))


def _with_leads(drawing: Drawing, files: Container[str]) -> Plan:
    """A page on which each entry leads to its file."""
    plan = as_it_is(drawing)
    leads = tuple(
        Lead(one.x, one.y, one.block.w, one.block.h, one.block.record)
        for one in drawing.blocks()
        if one.block.record in files
    )
    return replace(plan, pages=(replace(plan.pages[0], leads=leads),))


def _prints(opened: Opened, wishes: Wishes) -> list[_Print]:
    """Every print of the journeys that are wished for, each journey's in a folder if there are several."""
    first = journey_called(opened.map, wishes.journey)
    chosen = opened.map.journeys() if wishes.every else (first,)
    found: list[_Print] = []
    with speaking(opened.map.workshop.language):
        for journey in chosen:
            folder = f"{file_name(journey.title)}/" if len(chosen) > 1 else ""
            number = str(opened.map.journeys().index(journey) + 1)
            mine = replace(wishes, journey=number, every=False)
            group = journey.title if folder else ""
            found += [
                replace(one, file=folder + one.file, group=group)
                for one in _of_journey(opened, journey, mine)
            ]
    return found


def _of_journey(opened: Opened, journey: Journey, wishes: Wishes) -> Iterator[_Print]:
    """The prints of one journey, in the order of their numbers."""

    def made(what: Print, owner: str | None = None) -> Wishes:
        audience = replace(wishes.audience, what=what, owner_id=owner)
        return replace(wishes, paper=USUAL_PAPER[what], audience=audience)

    whole = made("map")
    yield _Print(
        *(_("01 The whole map"), _("The whole map"), _("For the wall, on one sheet or a roll.")), whole
    )
    sheets = replace(whole, sheets="A3", read_from=_AT_A_DESK)
    says = _("The same map for the office printer: sheets to hang side by side.")
    yield _Print(_("02 The map on A3 sheets"), _("The map on A3 sheets"), says, sheets)
    says = _("For those who work on one part of the journey: a sheet for each stage.")
    yield _Print(_("03 Stages"), _("Stage by stage"), says, made("stages"))
    says = _("For the board: the journey in small, what matters most and what is to be decided.")
    yield _Print(_("04 One page for the board"), _("One page for the board"), says, made("board"))
    yield from _of_owners(opened, journey, made)
    says = _("For the next interviews: open questions about what is only guessed.")
    yield _Print(_("06 Interview guide"), _("Interview guide"), says, made("interview"))
    says = _("For the next workshop: every card of the map, to cut out.")
    yield _Print(_("07 Cards to cut"), _("Cards to cut"), says, made("cards"))
    says = _("For the next workshop: the empty lanes in true size, for sticky notes.")
    yield _Print(_("08 Blank wall"), _("Blank wall"), says, made("template"))
    says = _("For those who decide: approve, reject or ask for evidence, card by card.")
    yield _Print(_("09 Ballot for sign-off"), _("Ballot for sign-off"), says, made("ballots"))


def _of_owners(opened: Opened, journey: Journey, made: Callable[..., Wishes]) -> Iterator[_Print]:
    """A file for each owner, named after it."""
    taken: set[str] = set()
    shown = for_audience(opened, made("owners").audience).map
    for owner in owners_in(read(shown, journey.id)):
        name = _not_taken(file_name(owner.name), taken)
        file = _("05 Owners/{owner}").format(owner=name)
        wishes = made("owners", owner.id)
        yield _Print(file, _("Sheet for {owner}").format(owner=owner.name), "", wishes)


def _not_taken(name: str, taken: set[str]) -> str:
    """A name that no other file has, whatever the system makes of capitals."""
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name} {number}", number + 1
    taken.add(found.casefold())
    return found


def file_name(text: str) -> str:
    """A text as the name of a file that every system takes."""
    plain = "".join(letter for letter in one_line(text).translate(_FORBIDDEN) if letter.isprintable())
    return plain[:_LONGEST_NAME].strip(" .") or "–"
