"""The wall planner: what there is to plan with, the ways it proposes, each on the wall, and its export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.panels.export_run import ExportRun, opened_at
from app.panels.path_field import PathField
from app.panels.plain import PlainLabel
from app.panels.scrolling import scrolling
from app.panels.wall_fields import WallFields
from app.panels.wall_picture import Hung, WallPicture
from app.planning import Answer, Planner
from app.print_name import print_path, with_ending
from app.printing.plan_words import facts, headline, size_line, warnings
from app.printing.planner import wishes_for
from app.printing.wall import metres
from app.printing.wishes import Wishes
from app.recent import from_home
from app.sizes import GAP, INSPECTOR_WIDTH, MARGIN, px
from export.paper.planning import Proposal
from resources.theme import Theme
from resources.words import _

_MOST_SHOWN = 20
_ENDING = ".pdf"
_EXPORT_WIDTH, _BELOW = 264, 200


class WallPlanner(QWidget):
    """Plans live while numbers are edited; nothing waits for it.

    ``left`` when somebody wants the map back, ``shown`` with cards that somebody wants to see there,
    ``chosen`` with what is chosen and the drawing of it.
    """

    left = Signal()
    shown = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, kept: Mapping[str, Any]) -> None:
        """Plans the journey in view, from what was kept of the fields the last time on."""
        super().__init__()
        self.setObjectName("planner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.fields, self.list = WallFields(), QListWidget()
        self.fields.recall(kept)
        self.picture = WallPicture(theme, desk.picture)
        self.said, self.warned = PlainLabel(), PlainLabel()
        self.target = PathField()
        self.target.setText(from_home(desk.path.with_name(f"{desk.path.stem}-wall.pdf")))
        self.run = ExportRun(desk, _("Save the PDF"))
        self._see = QPushButton(_("Show these cards"))
        self.answer: Answer | None = None
        self._picked: tuple[str, str] | None = None
        self._furnish()
        self.planner = Planner(opened_at(desk), desk.journey, self)
        self.planner.answered.connect(self._show_answer)
        self.fields.changed.connect(self._ask)
        self.list.currentRowChanged.connect(self._pick)
        self.run.wanted.connect(self.begin)
        self._see.clicked.connect(self.show_cards)
        self._ask()

    @property
    def proposal(self) -> Proposal | None:
        """What is chosen."""
        row = self.list.currentRow()
        if self.answer is None or not 0 <= row < len(self.answer.proposals):
            return None
        return self.answer.proposals[row]

    def wishes(self) -> Wishes | None:
        """What an export of the chosen proposal asks for."""
        if self.proposal is None or self.answer is None:
            return None
        journey = str(self._desk.map.journeys().index(self._desk.journey) + 1)
        wishes = wishes_for(self.proposal, self.answer.asked.wanted, journey)
        return replace(wishes, each_its_file=bool(wishes.sheets) and self.fields.each.isChecked())

    def begin(self) -> None:
        """Write the file of what is chosen."""
        if (wishes := self.wishes()) is not None:
            self._desk.editor.finish_writing()
            target = print_path(self.target.text(), self._desk.path, _ENDING)
            self.target.setText(from_home(target))
            self.run.begin(opened_at(self._desk), target, wishes)

    def follow(self) -> None:
        """The map, or which journey is in view, has changed: plan anew."""
        self.planner.show(opened_at(self._desk), self._desk.journey)

    def close_plans(self) -> None:
        """Stop planning."""
        self.planner.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the map."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.planner.ask(self.fields.asked())

    def _show_answer(self, answer: Answer) -> None:
        """List the proposals, the best being chosen unless somebody chose another of them before."""
        self.answer = answer
        self.list.blockSignals(True)
        self.list.clear()
        for proposal in answer.proposals:
            self.list.addItem(_item(proposal))
        rows = [row for row, one in enumerate(answer.proposals) if _kind(one) == self._picked]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(False)
        self._show_chosen()

    def _pick(self) -> None:
        """Somebody chose a proposal."""
        if (proposal := self.proposal) is not None:
            self._picked = _kind(proposal)
        self._show_chosen()

    def _show_chosen(self) -> None:
        proposal, answer = self.proposal, self.answer
        if proposal is None or answer is None:
            self.picture.hang(None)
            self._tell([_("Nothing of this paper fits that wall.")] if answer and answer.complete else [], [])
            return
        wanted, m = answer.asked.wanted, self._desk.map
        drawing = answer.drawings[proposal.shape]
        self.picture.hang(Hung(wanted.wall, proposal, drawing))
        self.said.setProperty("short", not proposal.keeps)
        self.said.style().polish(self.said)
        self._tell([size_line(proposal), *facts(proposal, m)], list(warnings(proposal, wanted, m)))
        self._see.setVisible(bool(_concerned(proposal)))
        self.chosen.emit((proposal, drawing))

    def _tell(self, facts_told: list[str], warned: list[str]) -> None:
        self.said.setText("\n".join(facts_told))
        self.warned.setText("\n".join(warned))
        self.warned.setVisible(bool(warned))
        self._see.hide()

    def show_cards(self) -> None:
        """Ask for the map with the cards on it that something is wrong with."""
        if (proposal := self.proposal) is not None:
            self.shown.emit(_concerned(proposal))

    def _choose_place(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the PDF"), self.target.text(), "*.pdf")
        if name:
            self.target.setText(from_home(with_ending(Path(name), _ENDING)))

    def _furnish(self) -> None:
        self.list.setAccessibleName(_("Ways to print it"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said.setObjectName("keeps")
        self.warned.setObjectName("warns")
        self.target.setAccessibleName(_("File to write"))
        for label in (self.said, self.warned):
            label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addLayout(self._right(), 1)

    def _left(self) -> QWidget:
        side = QWidget()
        side.setObjectName("panel")
        side.setFixedWidth(px(INSPECTOR_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, px(MARGIN), 0, 0)
        title = PlainLabel(_("Print the wall"))
        title.setObjectName("wall")
        title.setContentsMargins(px(MARGIN), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(scrolling(self.fields, _("What to plan with")), 1)
        return side

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        column.setSpacing(px(MARGIN))
        column.addWidget(self.picture, 1)
        area = QWidget()
        # What was written is told here: the picture stays as large as it was.
        area.setFixedHeight(px(_BELOW))
        below = QHBoxLayout(area)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(MARGIN))
        below.addWidget(self.list, 3)
        below.addWidget(scrolling(self._told(), _("Print the wall")), 3)
        below.addWidget(self._scrolled_export())
        column.addWidget(area)
        return column

    def _told(self) -> QWidget:
        self._see.setObjectName("quiet")
        return _stacked(self.said, self.warned, self._see)

    def _scrolled_export(self) -> QWidget:
        area = QWidget()
        area.setFixedWidth(px(_EXPORT_WIDTH))
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        back = QPushButton(_("Back to the map"))
        back.setObjectName("offer")
        back.clicked.connect(self.left)
        column.addWidget(scrolling(self._export(), _("Save the PDF")), 1)
        column.addWidget(back)
        return area

    def _export(self) -> QWidget:
        place = QPushButton(_("Another place …"))
        place.setObjectName("offer")
        place.clicked.connect(self._choose_place)
        return _stacked(self.target, place, self.run)


def _stacked(*widgets: QWidget) -> QWidget:
    """Widgets one under another, at the top of what room there is."""
    area = QWidget()
    column = QVBoxLayout(area)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(GAP))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return area


def _item(proposal: Proposal) -> QListWidgetItem:
    """A proposal as one line of the list: whether it keeps what was asked, and what it takes."""
    sign = "✓" if proposal.keeps else "!"
    reads = _("from {metres} m").format(metres=metres(proposal.reads.cards))
    made = QListWidgetItem(f"{sign}  {headline(proposal)} · {reads}")
    kept = _("Keeps what was asked.") if proposal.keeps else _("Cannot be read from as far as was asked.")
    made.setToolTip(kept)
    made.setData(Qt.ItemDataRole.AccessibleDescriptionRole, kept)
    return made


def _kind(proposal: Proposal) -> tuple[str, str]:
    """What tells a proposal from the others, however long a length of a roll is."""
    strips = proposal.way == "strips"
    return proposal.way, f"{proposal.sheet[1]:g}" if strips else proposal.paper.name


def _concerned(proposal: Proposal) -> tuple[str, ...]:
    """The cards that something is wrong with; where all are too small there is none to be shown."""
    few = proposal.too_small if len(proposal.too_small) <= _MOST_SHOWN else ()
    return tuple(dict.fromkeys((*proposal.too_long, *proposal.cut, *few)))
