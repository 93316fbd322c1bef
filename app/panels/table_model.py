"""The map as a table: lanes are rows, steps are columns, a cell holds what stands there, one card a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.desk import Desk
from app.panels.cell_faces import CellFace, faces_of
from app.panels.feeling_text import felt
from canvas.places import Cell
from journey import edits
from journey.layout.rail import lane_colour
from journey.model import (
    CARDS_OF_LANE,
    Card,
    CardKind,
    Change,
    Grid,
    Lane,
    LaneKind,
    Measure,
    Refused,
    Stage,
)
from resources.words import _, _n

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class MapTable(QAbstractTableModel):
    """The shown lanes and the steps of the journey in view; edits go to the document like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = self._now()
        desk.changed.connect(self._follow)
        desk.journey_changed.connect(self._follow)

    @property
    def grid(self) -> Grid:
        """The lanes and steps that are shown."""
        return self._grid

    def lane(self, row: int) -> Lane:
        """The lane of a row."""
        return self._grid.lanes[row]

    def cell(self, index: Index) -> Cell:
        """The cell of the map that a cell of the table stands for."""
        return Cell(self.lane(index.row()).id, self._grid.steps[index.column()].id)

    def cards(self, index: Index) -> tuple[Card, ...]:
        """The cards of a cell, from the top."""
        cell = self.cell(index)
        return self._desk.map.of(Card).by("lane", "step").get((cell.lane, cell.step), ())

    def place(self, cell: Cell) -> QModelIndex:
        """Where a cell of the map is; an invalid index if it is not shown."""
        rows = [lane.id for lane in self._grid.lanes]
        column = self._grid.column.get(cell.step)
        if cell.lane not in rows or column is None:
            return _NOWHERE
        return self.index(rows.index(cell.lane), column)

    def faces(self, index: Index) -> tuple[CellFace, ...]:
        """What a cell shows."""
        m, persona = self._desk.map, self._desk.editor.persona
        lane, step = self.lane(index.row()), self._grid.steps[index.column()]
        return faces_of(m, self._grid, lane, step, self.cards(index), persona)

    @property
    def titles(self) -> int:
        """The row of the steps' titles, which stand in the header; -1 where it is not shown."""
        rows = (row for row, lane in enumerate(self._grid.lanes) if lane.kind is LaneKind.STEPS)
        return next(rows, -1)

    def colour(self, row: int) -> str:
        """The token that a lane's name is coloured by."""
        return lane_colour(self.lane(row).kind)

    def stage_of(self, column: int) -> tuple[Stage, int, int]:
        """The stage of a step, with its first and its last column."""
        stages = [step.stage for step in self._grid.steps]
        first = stages.index(stages[column])
        stage = next(one for one in self._grid.stages if one.id == stages[column])
        return stage, first, first + stages.count(stage.id) - 1

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lanes."""
        return 0 if parent.isValid() else len(self._grid.lanes)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many steps."""
        return 0 if parent.isValid() else len(self._grid.steps)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Lanes at the left, steps above; with the stage for who hears the header."""
        if role not in (*_TEXTS, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.lane(section).title
        step = self._grid.steps[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.title
        stage, _first, _last = self.stage_of(section)
        return _("{step}, in the stage {stage}").format(step=step.title, stage=stage.title)

    def data(self, index: Index, role: int = 0) -> Any:
        """What stands in a cell; to write it is the first card's text."""
        if role in _TEXTS:
            return self._text(index)
        if role == Qt.ItemDataRole.EditRole:
            return self._written(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(face.heard for face in self.faces(index)) or _("empty")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that hold cards, steps or feelings can be written in, unless the map can only be read."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        lane = self.lane(index.row())
        writable = CARDS_OF_LANE[lane.kind] or lane.kind in (LaneKind.STEPS, LaneKind.FEELINGS)
        editable = writable and not self._desk.document.locked
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write into a cell: one step, or a sentence why not."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self._written(index):
            return False
        return self._desk.attempt(lambda: self._edit(index, str(value)))

    def may_add(self, index: Index) -> bool:
        """Whether another card may stand in a cell; it is said why not."""
        try:
            self._added(index, "")
        except Refused as refused:
            self._desk.said.emit(refused.sentence, True)
            return False
        return True

    def add(self, index: Index, text: str) -> bool:
        """Another card in a cell, above those that are there, as one step; none without words."""
        return bool(text.strip()) and self._desk.attempt(lambda: self._added(index, text))

    # Inside

    def _added(self, index: Index, text: str) -> Change:
        cell = self.cell(index)
        return edits.add_card(self._desk.map, cell.lane, cell.step, text, place=0)

    def _edit(self, index: Index, text: str) -> Change:
        m, lane, step = self._desk.map, self.lane(index.row()), self._grid.steps[index.column()]
        if lane.kind is LaneKind.STEPS:
            return edits.edit_step(m, step.id, title=text)
        if lane.kind is LaneKind.FEELINGS:
            return felt(m, self._desk.journey.id, step.id, self._desk.editor.persona, text)
        cards = self.cards(index)
        if cards:
            return edits.set_text(m, cards[0].id, text)
        if not text.strip():
            raise Refused(_("Nothing was written, so no card was made."))
        return edits.add_card(m, lane.id, step.id, text)

    def _written(self, index: Index) -> str:
        kind = self.lane(index.row()).kind
        if kind in (LaneKind.STEPS, LaneKind.FEELINGS):
            return self._text(index)
        cards = self.cards(index)
        return cards[0].text if cards else ""

    def _text(self, index: Index) -> str:
        return "\n".join(face.words for face in self.faces(index))

    def _described(self, index: Index) -> str:
        lane, step = self.lane(index.row()), self._grid.steps[index.column()]
        where = _("{lane}, {step}").format(lane=lane.title, step=step.title)
        count = len(self.cards(index))
        return f"{where}, {_n('{n} card', '{n} cards', count).format(n=count)}" if count > 1 else where

    def _now(self) -> Grid:
        grid = self._desk.map.grid(self._desk.journey.id)
        lanes = tuple(lane for lane in grid.lanes if not lane.hidden and lane.kind is not LaneKind.LINE)
        return Grid(grid.journey, grid.stages, grid.steps, lanes, grid.column)

    def _follow(self, change: Change | None = None) -> None:
        """Show the map as it is now; rows and columns are made anew only where they are others."""
        grid = self._now()
        if _shape(grid) == _shape(self._grid):
            self._grid = grid
            for row, first, last in self._touched(change):
                self.dataChanged.emit(self.index(row, first), self.index(row, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        else:
            self.beginResetModel()
            self._grid = grid
            self.endResetModel()

    def _touched(self, change: Change | None) -> list[tuple[int, int, int]]:
        """The rows that a change can have touched, with their first and last column: those of its cards, all
        where it touched more.
        """
        sides = [side for touch in change.touches for side in (touch.before, touch.after)] if change else []
        records = [record for record in sides if record is not None]
        cards = [record for record in records if isinstance(record, Card)]
        if not cards or len(cards) < len(records):
            return [(row, 0, self.columnCount() - 1) for row in range(self.rowCount())]
        lanes = {card.lane for card in cards} | self._telling_of(cards)
        columns = [self._grid.column[card.step] for card in cards if card.step in self._grid.column]
        rows = [row for row, lane in enumerate(self._grid.lanes) if lane.id in lanes] if columns else []
        return [(row, min(columns), max(columns)) for row in rows]

    def _telling_of(self, cards: Iterable[Card]) -> set[str]:
        """The lanes that tell of cards in others: who answers for touchpoints, and what is measured."""
        measured = self._desk.map.of(Measure).by("card")
        kinds = {LaneKind.OWNERS for card in cards if card.kind is CardKind.TOUCHPOINT}
        kinds |= {LaneKind.MEASURES for card in cards if card.id in measured}
        return {lane.id for lane in self._grid.lanes if lane.kind in kinds}


def _shape(grid: Grid) -> tuple[list[str], list[str]]:
    return [lane.id for lane in grid.lanes], [step.id for step in grid.steps]
