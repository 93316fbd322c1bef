"""What the rows of a sheet are read with: the sheet, the journey so far, who was met, and the remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from export.notices import quoted
from export.sheets.card_cells import Read
from export.sheets.draft import JourneyDraft
from export.sheets.owner_cell import People
from export.sheets.owner_commas import Commas
from export.sheets.remarks import Remarks
from export.sheets.sheet import Sheet
from journey.clean import one_line
from journey.model import Lane, LaneKind
from journey.model.fields import TEXT_LIMIT
from resources.words import _


@dataclass(slots=True)
class Reading:
    """A sheet being read; ``scale`` turns its scores into those from -2 to 2, ``commas`` part owners."""

    sheet: Sheet
    draft: JourneyDraft
    people: People
    remarks: Remarks
    scale: Scale
    commas: Commas

    def title(self, text: str) -> str:
        """Give a title on one line, cut with a remark if it is longer than a title may be."""
        line = one_line(text)
        if len(line) > TEXT_LIMIT:
            sentence = _("A title is too long; its first {limit} characters were kept: “{text}”")
            self.remarks.say(sentence.format(limit=TEXT_LIMIT, text=quoted(line)))
        return line[:TEXT_LIMIT]

    def lane(self, number: float | None, title: str, kind: LaneKind, *, known: bool) -> Lane:
        """Give the lane of a row; remark a new one of which nothing in the row says what it is for."""
        if not known and title and (number, title, kind) not in self.draft.lanes:
            sentence = _("“{lane}” is no lane that is known here; it became a lane for notes.")
            self.remarks.say(sentence.format(lane=quoted(title)))
        return self.draft.lane(number, title, kind)

    def values(
        self, fields: Mapping[str, str], cells: Mapping[str, Read]
    ) -> tuple[dict[str, Any], list[str]]:
        """Read those of a row's cells that are asked for; those that do not fit are listed, as for a note."""
        values, left = dict[str, Any](), list[str]()
        for name in (name for name in cells if name in fields):
            value = cells[name](fields[name])
            if value is None:
                left.append(self.unfit(name, fields[name]))
            else:
                values[name] = value
        return values, left

    def unfit(self, name: str, text: str) -> str:
        """Remark that a cell does not fit its column; gives the cell as it is kept in a note."""
        heading = self.sheet.headings.get(name, name)
        sentence = _("“{text}” does not fit the column “{column}”; it was kept in a note.")
        self.remarks.say(sentence.format(text=quoted(text), column=quoted(heading)))
        return f"{heading}: {text}"


@dataclass(frozen=True, slots=True)
class Scale:
    """What the scores of a sheet lie between: its lowest stands for -2, its highest for 2."""

    low: float = -2
    high: float = 2

    def score(self, told: float) -> float:
        """Turn a score of the sheet into one from -2 to 2, with one decimal unless the scale is ours."""
        if (self.low, self.high) == (-2, 2):
            return told
        return round((told - self.low) / (self.high - self.low) * 4 - 2, 1)
