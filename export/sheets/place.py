"""Where a row of a sheet belongs: its stage and step, or the lane that it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from export.sheets.card_cells import STAGE_CELLS, STEP_CELLS, lane_kind_read, place_number
from export.sheets.columns import is_yes
from export.sheets.draft import JourneyDraft, StepDraft
from export.sheets.reading import Reading
from export.sheets.sheet import SheetRow
from journey.clean import one_line
from journey.model import CardKind, LaneKind
from journey.model.fields import TEXT_LIMIT
from resources.errors import Fault
from resources.words import _

CARD_LIMIT = 20_000
"""Cards, and steps, that a sheet may bring to one map."""
SKELETON = frozenset({"journey", "stage", "stage_no", "phase", "step", "step_no", "card_no"})
ABOUT_A_LANE = frozenset({"journey", "lane", "lane_no", "lane_kind", "hidden"})


def has_content(row: SheetRow) -> bool:
    """Tell whether a row says more than where it stands."""
    return bool(row.cards or row.strange or row.fields.keys() - SKELETON)


def is_about_a_lane(row: SheetRow) -> bool:
    """Tell whether a row says nothing but a lane's title, kind and place."""
    return not row.cards and not row.strange and row.fields.keys() <= ABOUT_A_LANE


def is_adrift(reading: Reading, row: SheetRow) -> bool:
    """Tell whether a row names no place, though this sheet's rows do or an empty row parts it from others."""
    named = row.fields.keys() & {"stage", "stage_no", "step", "step_no"} or _is_its_own_step(reading, row)
    return has_content(row) and not named and (row.apart or reading.sheet.repeats)


def take_lane(reading: Reading, fields: Mapping[str, str]) -> None:
    """Add the lane that a row tells of; a row that only names the journey tells of none."""
    if not fields.keys() - {"journey"}:
        return
    title = one_line(fields.get("lane", ""))[:TEXT_LIMIT]
    told = lane_kind_read(fields.get("lane_kind", ""), title)
    number = place_number(fields.get("lane_no", ""))
    lane = reading.lane(number, title, told or LaneKind.NOTES, known=told is not None)
    if is_yes(fields.get("hidden", "")):
        reading.draft.lanes[number, title, lane.kind].record = replace(lane, hidden=True)


def go_to_place(reading: Reading, row: SheetRow) -> StepDraft | None:
    """Go to the stage and step of a row; blank cells mean those of the row above, None is nowhere yet."""
    fields, draft = row.fields, reading.draft
    if "stage" in fields or "stage_no" in fields:
        draft.at_stage(place_number(fields.get("stage_no", "")), reading.title(fields.get("stage", "")))
    if "step" in fields or "step_no" in fields:
        number, title = place_number(fields.get("step_no", "")), fields.get("step", "")
        draft.at_step(number, reading.title(title))
    elif _is_its_own_step(reading, row):
        draft.at_step(None, reading.title(_touchpoint(row)))
    elif draft.step is None and draft.stage is not None and has_content(row):
        draft.at_step(None, draft.stage.record.title)
    _expect_room(draft)
    return draft.step


def _is_its_own_step(reading: Reading, row: SheetRow) -> bool:
    """Tell whether a row's touchpoint is its step: where the sheet has no column for steps."""
    return bool(_touchpoint(row)) and "step" not in reading.sheet.meanings


def _touchpoint(row: SheetRow) -> str:
    return next((text for kind, text in row.cards if kind == CardKind.TOUCHPOINT), "")


def _expect_room(draft: JourneyDraft) -> None:
    if max(len(draft.steps), len(draft.cards)) > CARD_LIMIT:
        sentence = _("The sheet has more than {limit} cards or steps. Nothing was imported; divide it.")
        raise Fault(sentence.format(limit=CARD_LIMIT))


def amend_skeleton(reading: Reading, fields: Mapping[str, str], step: StepDraft) -> list[str]:
    """Give the stage its phase and the step its minutes; what does not fit is given back, as for a note."""
    values, left = reading.values(fields, STEP_CELLS)
    if values:
        step.record = replace(step.record, **values)
    return left + amend_stage(reading, fields)


def amend_stage(reading: Reading, fields: Mapping[str, str]) -> list[str]:
    """Give the stage its phase; what does not fit is given back, as for a note."""
    values, left = reading.values(fields, STAGE_CELLS)
    if values and reading.draft.stage is not None:
        reading.draft.stage.record = replace(reading.draft.stage.record, **values)
    return left
