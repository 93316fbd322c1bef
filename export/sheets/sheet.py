"""A sheet as people fill it: which column means what, and what each row says of a card, a step or a lane."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from export.notices import Notice
from export.sheets.cells import restored
from export.sheets.columns import column_named
from export.sheets.heading_language import language_of
from export.sheets.separated import PLACES, Row, heading_row, known, rows_of
from journey.clean import clean
from journey.model import CardKind
from resources.errors import Fault
from resources.words import _, _n, in_quotes

Meaning = str | CardKind | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The filled cells of a row: fields by name, cards by kind, and those under headings nobody knows.

    ``apart``: an empty row stands above it.
    """

    line: int
    fields: dict[str, str]
    cards: tuple[tuple[CardKind, str], ...]
    strange: tuple[tuple[str, str], ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under their headings; ``above`` is what stood over the headings: a title, remarks.

    ``repeats`` tells whether rows say their step once more where the row above is of the same.

    ``headings`` tells how the sheet itself calls a field, ``language`` which language that is, if it shows.
    """

    meanings: frozenset[str | CardKind]
    rows: tuple[SheetRow, ...]
    above: tuple[str, ...]
    notices: tuple[Notice, ...]
    headings: dict[str, str]
    language: str | None
    repeats: bool = False


def read_sheet(text: str) -> Sheet:
    """Read the text of a CSV file. Raises Fault if it has no rows, or no column that tells of a step."""
    rows, notices = rows_of(text)
    top = heading_row(rows)
    if len(rows) < 2:
        raise Fault(_("The sheet needs a row of headings and rows below it. Nothing was imported."))
    headings = rows[top].cells
    if not known(headings) & PLACES or (top and len(known(headings)) == 1):
        raise Fault(_no_place(headings))
    meanings = _meanings(headings)
    read = tuple(_sheet_row(row, headings, meanings) for row in rows[top + 1 :])
    above = tuple(clean(cell) for row in rows[:top] for cell in row.cells if cell)
    strange = _strange_columns(read)
    called = {name: _heading(headings, n) for n, name in enumerate(meanings) if type(name) is str}
    filled = frozenset(m for m in meanings if m)
    told = (*notices, *strange)
    return Sheet(filled, read, above, told, called, language_of(headings), _repeats(read))


def _repeats(rows: tuple[SheetRow, ...]) -> bool:
    """Tell whether any two rows after one another name the same step; else blank cells mean that."""
    steps = [row.fields.get("step") for row in rows]
    return any(step is not None and step == following for step, following in pairwise(steps))


def _no_place(headings: tuple[str, ...]) -> str:
    met = ", ".join(in_quotes(heading[:30]) for heading in headings[:8])
    sentence = _(
        "No column is headed stage, step or touchpoint, so its rows have no place in a journey. "
        "The headings are: {headings}. Nothing was imported."
    )
    return sentence.format(headings=met)


def _meanings(headings: tuple[str, ...]) -> list[Meaning]:
    """Tell what each column means; a field that came before means nothing the second time."""
    named = [column_named(heading) for heading in headings]
    if "stage" not in named:
        named = ["stage" if meaning == "phase" else meaning for meaning in named]
    described = "text" if _is_text_described(named) else "note"
    named = [described if meaning == "description" else meaning for meaning in named]
    if "text" not in named:
        named = [CardKind.GAIN if meaning == "gain" else meaning for meaning in named]
    first = {meaning: place for place, meaning in reversed(list(enumerate(named)))}
    return [
        meaning if isinstance(meaning, CardKind) or first[meaning] == place else None
        for place, meaning in enumerate(named)
    ]


def _is_text_described(named: list[Meaning]) -> bool:
    """Tell whether a description is the text of a card: rows name a lane or kind, and no other text."""
    texts = any(meaning == "text" or isinstance(meaning, CardKind) for meaning in named)
    return not texts and bool({"lane", "lane_kind", "kind"}.intersection(named))


def _sheet_row(row: Row, headings: tuple[str, ...], meanings: list[Meaning]) -> SheetRow:
    fields: dict[str, str] = {}
    cards: list[tuple[CardKind, str]] = []
    strange: list[tuple[str, str]] = []
    for place, cell in ((place, cell) for place, cell in enumerate(row.cells) if cell):
        text = restored(clean(cell).strip())
        meaning = meanings[place] if place < len(meanings) else None
        if not text:
            continue
        if isinstance(meaning, CardKind):
            cards.append((meaning, text))
        elif meaning is not None:
            fields[meaning] = text
        else:
            strange.append((_heading(headings, place), text))
    return SheetRow(row.line, fields, tuple(cards), tuple(strange), row.apart)


def _heading(headings: tuple[str, ...], place: int) -> str:
    heading = clean(headings[place]).strip() if place < len(headings) else ""
    return heading or _("Column {number}").format(number=place + 1)


def _strange_columns(rows: tuple[SheetRow, ...]) -> list[Notice]:
    """Say which columns were not understood, each with an example."""
    examples: dict[str, str] = {}
    for row in rows:
        for heading, text in row.strange:
            examples.setdefault(heading, text)
    if not examples:
        return []
    listed = ", ".join(f"{heading[:40]} ({in_quotes(text[:40])})" for heading, text in examples.items())
    sentence = _n(
        "A column is not known; its cells were kept in the notes of the cards: {columns}",
        "{count} columns are not known; their cells were kept in the notes of the cards: {columns}",
        len(examples),
    )
    return [Notice(0, sentence.format(count=len(examples), columns=listed))]
