"""Selected cards as other programs and this one can take them: words, a table, and all fields."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from canvas.stage import Stage
from journey.model import Asset, Card, Link, Ownership, Record
from journey.plain import sort_of, to_plain

OWN = "application/x-reisekart-cards+json"
"""The media type of cards with all fields."""

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Copied:
    """Cards for the clipboard: ``text`` with tabs between columns, ``table`` as HTML, ``own`` as JSON."""

    text: str
    table: str
    own: str


def copied(stage: Stage, cards: Iterable[str]) -> Copied:
    """These cards, lane by lane from the left; a lane takes as many rows as its fullest cell has cards."""
    chosen = _in_order(stage, cards)
    rows = _rows(stage, chosen)
    return Copied(_tabbed(rows), _table(rows), json.dumps(_own(stage, chosen), ensure_ascii=False))


def cells_of(text: str) -> Rows:
    """A text as rows of cells: tabs part cells, quotes hold tabs and line ends, as spreadsheets write it."""
    if "\t" not in text:
        return [[_bare(line)] for line in text.splitlines() if line.strip()]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=False)
    return [[cell.strip() for cell in row] for row in rows]


def _bare(line: str) -> str:
    """A line without the mark of a list."""
    line = line.strip()
    return line[2:].strip() if line[:2] in ("- ", "• ", "* ", "– ") else line


def _in_order(stage: Stage, cards: Iterable[str]) -> list[Card]:
    rows = {lane.id: place for place, (_top, _bottom, lane) in enumerate(stage.places.rows)}
    column = stage.map.grid(stage.journey).column
    table = stage.map.of(Card)
    found = [table[card] for card in dict.fromkeys(cards) if card in table]
    return sorted(found, key=lambda c: (rows.get(c.lane, 0), column.get(c.step, 0), c.rank, c.id))


def _rows(stage: Stage, cards: Sequence[Card]) -> Rows:
    column = stage.map.grid(stage.journey).column
    columns = [column[card.step] for card in cards]
    first, width = min(columns, default=0), max(columns, default=0) - min(columns, default=0) + 1
    rows: Rows = []
    for lane in dict.fromkeys(card.lane for card in cards):
        cells: list[list[str]] = [[] for _column in range(width)]
        for card in cards:
            if card.lane == lane:
                cells[column[card.step] - first].append(card.text)
        rows += [[cell[i] if i < len(cell) else "" for cell in cells] for i in range(max(map(len, cells)))]
    return rows


def _tabbed(rows: Rows) -> str:
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")


def _table(rows: Rows) -> str:
    """The table, in a form that word processors and spreadsheets both take; line ends stay in their cell."""
    lines = "".join("<tr>" + "".join(f"<td>{_cell(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f'<meta charset="utf-8"><table>{lines}</table>'


def _cell(text: str) -> str:
    return html.escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')


def _own(stage: Stage, cards: Sequence[Card]) -> dict[str, Any]:
    """All that is copied with cards: where they stand beside one another, links, owners, pictures."""
    rows = {lane.id: place for place, (_top, _bottom, lane) in enumerate(stage.places.rows)}
    column = stage.map.grid(stage.journey).column
    ids = {card.id for card in cards}
    links = [link for link in stage.map.of(Link) if {link.source, link.target} <= ids]
    owners = [one for card in cards for one in stage.map.of(Ownership).by("card").get(card.id, ())]
    shown = dict.fromkeys(card.picture for card in cards if card.picture)
    pictures = [stage.map.of(Asset)[picture] for picture in shown]
    others: list[Record] = [*links, *owners, *pictures]
    return {
        "cards": [to_plain(card) for card in cards],
        "places": [[rows.get(card.lane, 0), column.get(card.step, 0)] for card in cards],
        "others": [[sort_of(one), to_plain(one)] for one in others],
    }
