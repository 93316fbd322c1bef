"""A map from a sheet: one row a card, or one row a step with a column for each kind of card.

Blank stage and step cells mean those of the row above. A cell that fits no field is kept in the note of its
card, and every row that could not be used is told by its line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from export.encoding import decode_with_notices
from export.notices import Imported, Notice
from export.sheets.columns import column_named
from export.sheets.draft import JourneyDraft, give_codes, records_of
from export.sheets.feeling_cells import SCALES, scale_of
from export.sheets.link_cell import draw_links
from export.sheets.owner_cell import People
from export.sheets.owner_commas import Commas
from export.sheets.reading import Reading, Scale
from export.sheets.remarks import Remarks
from export.sheets.row import take_row
from export.sheets.sheet import Sheet, SheetRow, read_sheet
from journey.clean import one_line
from journey.ids import new_id
from journey.model import Journey, Record, Workshop, check_all, map_of
from journey.model.fields import LONG_TEXT_LIMIT, TEXT_LIMIT
from journey.rank import spread
from resources.errors import Fault
from resources.words import _, spoken


def read_csv(data: bytes | str, name: str, language: str | None = None) -> Imported:
    """Give the map that a sheet tells of; ``name`` is its journey's title where the sheet has none.

    Without a language the map is in that of the sheet's headings, else in the one being spoken.
    Separators are ; or , or tab. Raises Fault if the sheet has no rows, no column for a stage, step or
    touchpoint, or is too large.
    """
    text, notices = (data.removeprefix("\ufeff"), ()) if isinstance(data, str) else decode_with_notices(data)
    sheet = read_sheet(text)
    remarks, people, scale = Remarks(), People(), scale_of(sheet)
    commas = Commas.of(*([row.fields.get(name, "") for row in sheet.rows] for name in ("owner", "involved")))
    language = language or sheet.language or spoken()
    drafts: list[JourneyDraft] = []
    for title, rows in _by_journey(sheet, name):
        drafts.append(JourneyDraft(Journey(id=new_id(), title=title), language))
        _take(Reading(sheet, drafts[-1], people, remarks, scale, commas), rows)
    records = _records(drafts, people, sheet)
    check_all(map_of(records))
    told = (*sheet.notices, *_of_scale(scale), *commas.notices(), *remarks.all())
    return Imported(records, (*notices, *told))


def _by_journey(sheet: Sheet, name: str) -> list[tuple[str, list[SheetRow]]]:
    """Group the rows by journey; a blank cell means the journey of the row above."""
    usual = _title_above(sheet) or one_line(name) or _("Imported journey")
    rows: dict[str, list[SheetRow]] = {}
    title = ""
    for row in sheet.rows:
        title = one_line(row.fields.get("journey", "")) or title
        rows.setdefault(title, []).append(row)
    if "" in rows and len(rows) > 1:
        first = next(one for one in rows if one)
        rows[first] = rows.pop("") + rows[first]
    return [((title or usual)[:TEXT_LIMIT], of_journey) for title, of_journey in rows.items()]


def _title_above(sheet: Sheet) -> str:
    """Give the first text over the headings, without the words “Customer journey:” before it."""
    for cell in sheet.above:
        word, _colon, title = cell.partition(":")
        if column_named(word) != "journey":
            return one_line(cell)
        if title.strip():
            return one_line(title)
    return ""


def _take(reading: Reading, rows: Iterable[SheetRow]) -> None:
    """Write a journey down from its rows."""
    for row in rows:
        take_row(reading, row)
    draft = reading.draft
    if not draft.steps and not draft.stages:
        raise Fault(_("No row of the sheet names a stage or a step. Nothing was imported."))
    for stage in draft.stages.values():
        if not stage.steps:
            draft.at_stage(stage.number, stage.record.title)
            draft.at_step(None, stage.record.title)
    _clamp_spans(reading)
    draw_links(draft, reading.remarks)
    if "code" not in reading.sheet.meanings:
        give_codes(draft)


def _clamp_spans(reading: Reading) -> None:
    """Let no card reach past the last step of its journey."""
    steps = reading.draft.ordered_steps
    room = {step.record.id: len(steps) - place for place, step in enumerate(steps)}
    for card in reading.draft.cards:
        if card.record.span > room[card.record.step]:
            reading.remarks.line = card.line
            reading.remarks.say(_("The card reached past the last step and was made shorter."))
            card.record = replace(card.record, span=room[card.record.step])


def _records(drafts: list[JourneyDraft], people: People, sheet: Sheet) -> tuple[Record, ...]:
    """Make the records of all journeys; what stood over the headings is in the notes of the first."""
    notes = "\n".join(sheet.above)[:LONG_TEXT_LIMIT] if len(sheet.above) > 1 else ""
    drafts[0].record = replace(drafts[0].record, notes=notes)
    for draft, rank in zip(drafts, spread(len(drafts)), strict=True):
        draft.record = replace(draft.record, rank=rank)
    workshop = Workshop(id=new_id(), title=drafts[0].record.title, language=drafts[0].language)
    of_journeys = (record for draft in drafts for record in records_of(draft))
    return (workshop, *people.records(), *of_journeys)


def _of_scale(scale: Scale) -> list[Notice]:
    if scale == SCALES[0]:
        return []
    sentence = _("The feelings lie between {low} and {high}; they were brought to the scale from -2 to 2.")
    return [Notice(0, sentence.format(low=f"{scale.low:g}", high=f"{scale.high:g}"))]
