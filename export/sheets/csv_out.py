"""One journey as a sheet, one row a card, that a spreadsheet shows and `export.sheets.csv_in` reads back.

What comes back equal, but for ids and ranks: the journey's title; the stages with their phases, the steps
with their minutes, the lanes with their kinds and whether they are hidden, all in order; the cards in the
order of their cells with all fields but the picture; owners, by name, with their roles; the feelings of
each persona, by name; the personas that look at the journey; the links within the journey; the measures.
Texts and titles count as edits tidy them: trimmed, titles and names on one line. What a sheet does not
hold: pictures, sources of knowledge, actions, verdicts and votes, the other fields of the workshop, the
journey, its personas and owners. The JSON holds everything.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from export.sheets.cells import TAGS, harmless, number_written, packed
from export.sheets.link_cell import card_names, links_written
from export.sheets.measure_cell import measures_written
from export.sheets.owner_cell import owners_written
from journey.model import (
    Card,
    Feeling,
    Grid,
    Journey,
    JourneyPersona,
    Lane,
    Link,
    MapData,
    Measure,
    Owner,
    Ownership,
    Persona,
    Stage,
    Step,
)

HEADINGS = (
    *("journey", "stage", "step", "lane", "kind", "code", "text", "channel", "owner", "involved"),
    *("feeling", "word", "persona", "moment_of_truth", "contact", "severity", "evidence", "status"),
    *("value", "effort", "cost", "gain", "tags", "note", "links", "measures", "span", "phase", "minutes"),
    *("wait_minutes", "lane_kind", "hidden", "stage_no", "step_no", "lane_no", "card_no"),
)
NUMBERS = frozenset(
    {"feeling", "severity", "value", "effort", "cost", "gain", "span", "minutes", "wait_minutes"}
)
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row needs to know."""

    map_data: MapData
    grid: Grid
    decimal: str
    names: Mapping[str, str]
    """Cards as links name them, by id."""
    numbers: Mapping[str, int]
    """Places of stages, steps, lanes and cards from 1, by id."""

    def number(self, value: float | None) -> str:
        return number_written(value, self.decimal)


def write_csv(map_data: MapData, journey: str, separator: str = ";") -> str:
    """Give a journey as CSV text, beginning with the byte-order mark that spreadsheets ask for.

    Between ; numbers have a decimal comma, as where that separator is usual; else a point. No cell can be
    taken for a formula (see `export.sheets.cells`). Lines end as RFC 4180 says; write the text as it is.
    """
    sheet = _sheet(map_data, journey, "," if separator == ";" else ".")
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.DictWriter(text, HEADINGS, restval="", delimiter=separator)
    writer.writeheader()
    title = map_data.of(Journey)[journey].title
    for cells in _rows(sheet):
        writer.writerow(_guarded({"journey": title, **cells}))
    return text.getvalue()


def _guarded(cells: Cells) -> Cells:
    return {name: cell if name in NUMBERS else harmless(cell) for name, cell in cells.items()}


def _sheet(map_data: MapData, journey: str, decimal: str) -> _Sheet:
    grid = map_data.grid(journey)
    cards = [card for step in grid.steps for lane in grid.lanes for card in _cell(map_data, lane, step)]
    ordered = (grid.stages, grid.steps, grid.lanes, cards)
    numbers = {record.id: place for records in ordered for place, record in enumerate(records, start=1)}
    return _Sheet(map_data, grid, decimal, card_names(cards), numbers)


def _cell(map_data: MapData, lane: Lane, step: Step) -> tuple[Card, ...]:
    return map_data.of(Card).by("lane", "step").get((lane.id, step.id), ())


def _rows(sheet: _Sheet) -> Iterator[Cells]:
    """Give the rows: lanes, personas without a feeling, then each step with its feelings and its cards."""
    yield from (_lane_cells(sheet, lane) for lane in sheet.grid.lanes)
    yield from ({"persona": persona} for persona in _personas(sheet))
    for stage in sheet.grid.stages:
        for step in sheet.grid.steps_of(stage.id):
            yield from _step_rows(sheet, stage, step)


def _lane_cells(sheet: _Sheet, lane: Lane) -> Cells:
    hidden = "yes" if lane.hidden else ""
    return _lane_name(sheet, lane) | {"hidden": hidden}


def _lane_name(sheet: _Sheet, lane: Lane) -> Cells:
    return {"lane": lane.title, "lane_kind": str(lane.kind), "lane_no": str(sheet.numbers[lane.id])}


def _personas(sheet: _Sheet) -> list[str]:
    """Give the names of those who look at the journey, in order."""
    seen = sheet.map_data.of(JourneyPersona).by("journey").get(sheet.grid.journey, ())
    return [sheet.map_data.of(Persona)[one.persona].name for one in seen]


def _step_rows(sheet: _Sheet, stage: Stage, step: Step) -> Iterator[Cells]:
    place = {
        "stage": stage.title,
        "stage_no": str(sheet.numbers[stage.id]),
        "step": step.title,
        "step_no": str(sheet.numbers[step.id]),
    }
    first, *others = _feelings(sheet, step) or [{}]
    times = {"minutes": sheet.number(step.minutes), "wait_minutes": sheet.number(step.wait_minutes)}
    yield place | {"phase": str(stage.phase)} | times | first
    yield from (place | feeling for feeling in others)
    for lane in sheet.grid.lanes:
        for card in _cell(sheet.map_data, lane, step):
            yield place | _lane_name(sheet, lane) | _card_cells(sheet, card)


def _feelings(sheet: _Sheet, step: Step) -> list[Cells]:
    """Give the cells of each feeling at a step, that of no persona first, then by name."""
    personas = sheet.map_data.of(Persona)
    at_step = sheet.map_data.of(Feeling).by("step").get(step.id, ())
    told = [(one, personas[one.persona].name if one.persona else "") for one in at_step]
    return [
        {"feeling": sheet.number(one.score), "word": one.word, "persona": name}
        for one, name in sorted(told, key=lambda pair: (pair[1], pair[0].id))
    ]


def _card_cells(sheet: _Sheet, card: Card) -> Cells:
    return _words(card) | _numbers(sheet, card) | _around(sheet, card)


def _words(card: Card) -> Cells:
    return {
        "kind": str(card.kind),
        "code": card.code,
        "text": card.text,
        "channel": card.channel,
        "moment_of_truth": "yes" if card.moment_of_truth else "",
        "contact": str(card.contact),
        "evidence": str(card.evidence),
        "status": str(card.status),
        "tags": packed(card.tags, TAGS),
        "note": card.note,
    }


def _numbers(sheet: _Sheet, card: Card) -> Cells:
    return {
        "severity": sheet.number(card.severity or None),
        "value": sheet.number(card.value),
        "effort": sheet.number(card.effort),
        "cost": sheet.number(card.cost),
        "gain": sheet.number(card.gain),
        "span": sheet.number(card.span),
        "card_no": str(sheet.numbers[card.id]),
    }


def _around(sheet: _Sheet, card: Card) -> Cells:
    """Give the cells of what belongs to a card: owners, links, measures."""
    of = sheet.map_data.of
    names = {owner.id: owner.name for owner in of(Owner)}
    owner, involved = owners_written(of(Ownership).by("card").get(card.id, ()), names)
    links = of(Link).by("source").get(card.id, ())
    measures = of(Measure).by("card").get(card.id, ())
    return {
        "owner": owner,
        "involved": involved,
        "links": links_written(links, sheet.names),
        "measures": measures_written(measures, sheet.decimal),
    }
