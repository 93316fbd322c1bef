"""A document's map on the screen: laid out, shown, followed as it changes, selected from."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.ghosts import Ghosts, sides
from canvas.overlay import Marking, covered, paint_marking
from canvas.panes import pane_of
from canvas.places import Cell, PlaceReader, Places
from canvas.rect import Rect
from canvas.sheet_lines import SheetLines, paint_sheets
from canvas.stage import NOTHING, Ghost
from canvas.tools import Offer
from canvas.view import MapView
from journey.collecting import uncollected
from journey.comparing import Fate
from journey.document import Document
from journey.drawing import PartName, Point
from journey.finding import Finding
from journey.layout import Memory, View, layout
from journey.model import Asset, Card, Change, JourneyPersona, Lane, MapData, Refused, Step
from resources.theme import Theme

_READING = 0.001
"""Seconds at a time for reading what stands where, so that no frame waits for it."""
_MANY = 200
"""Rectangles above which the whole window is painted anew."""


class MapStage(MapView):
    """One journey of a document, shown; the stage that tools work on, but for editing texts in place."""

    selection_changed = Signal()
    said = Signal(str, bool)
    link_asked = Signal(str, str, QPoint)

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self._picture_of, parent)
        self.document, self.journey = document, journey
        self.findings: tuple[Finding, ...] = ()
        self._memory, self._reader = Memory(), PlaceReader(self.picture.lines)
        self._places: Places | None = None
        self._selected: tuple[str, ...] = ()
        self._cell: Cell | None = None
        self._found: tuple[str, ...] = ()
        self._fates: tuple[tuple[str, Fate], ...] = ()
        self._offer: Offer | None = None
        self._marking = Marking()
        self._sheets: SheetLines | None = None
        self._ghost, self._ghosts = NOTHING, Ghosts(self.picture)
        self.overlay = self._paint_over
        self._unwatch = document.watch(self._changed)
        self._lay_out_first()

    # The stage, as the tools see it

    @property
    def map(self) -> MapData:
        """The map as it is now."""
        return self.document.map

    @property
    def places(self) -> Places:
        """What stands where on the present drawing."""
        if self._places is None:
            assert self.drawing is not None  # laid out when made
            self._places = self._reader.read(self.drawing, self._drawn)
        return self._places

    @property
    def _drawn(self) -> MapData:
        """The map that is drawn; one that is tried out may be."""
        return self.map

    @property
    def selected(self) -> tuple[str, ...]:
        """The records selected."""
        return self._selected

    @property
    def cell(self) -> Cell | None:
        """The cell the keyboard is at."""
        return self._cell

    @property
    def persona(self) -> str | None:
        """The first persona of the journey, whose feelings are set."""
        seen = self.map.of(JourneyPersona).by("journey").get(self.journey, ())
        return seen[0].persona if seen else None

    def attempt(self, make: Callable[[], Change]) -> bool:
        """Carry an edit out; if it is refused, say why and return False."""
        try:
            self.document.do(make())
        except Refused as refused:
            self.say(refused.sentence, wrong=True)
            return False
        return True

    def do(self, change: Change) -> bool:
        """Carry a change out and say it; if it is refused, say why and return False."""
        done = self.attempt(lambda: change)
        if done:
            self.say(change.label)
        return done

    def select(self, records: Iterable[str], cell: Cell | None = None) -> None:
        """Select these records and no others, put the keyboard at that cell, and bring it into view."""
        before = (self._selected, self._cell)
        self._selected = tuple(records)
        self._cell = cell or self._cell_at(self._selected) or self._cell
        if (self._selected, self._cell) != before:
            self._reveal()
            self._mark()
            self.selection_changed.emit()

    def show_ghost(self, ghost: Ghost) -> None:
        """Show what would happen."""
        if ghost != self._ghost:
            before = sides(self._ghosts.covered(self.camera, self.places, self._ghost))
            was, self._ghost = self._ghost.fits, ghost
            after = sides(self._ghosts.covered(self.camera, self.places, ghost))
            # What is in both, such as the receiving cell, need not be painted where nothing moves over it.
            changed = before ^ after if was == ghost.fits else before | after
            self.update_pixels(QRectF(*area) for area in changed)
            self.carry(ghost != NOTHING)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say in the status line what would happen or why it cannot."""
        self.said.emit(sentence, wrong)

    def ask_link(self, source: str, target: str, at: Point) -> None:
        """Let the kind of a link be chosen where it was dropped: whoever is told makes it, as one step."""
        if self.document.locked:
            self.show_ghost(NOTHING)
            self.say(self.document.locked, wrong=True)
        else:
            place = self.viewport().mapToGlobal(QPoint(int(at[0]), int(at[1])))
            self.link_asked.emit(source, target, place)

    # What the window asks for

    def show_journey(self, journey: str) -> None:
        """Show another journey of the document."""
        self.journey, self._selected, self._cell = journey, (), None
        self._memory = Memory()
        self._lay_out_first()
        self.look_at(self.camera.fitted(0, 0))
        self.viewport().update()
        self.selection_changed.emit()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the cards that findings point at."""
        if findings != self.findings:
            lay_out = self._lay_out if self.findings else self._lay_out_first
            self.findings = findings
            lay_out()

    def show_found(self, records: tuple[str, ...]) -> None:
        """Ring what was searched for, and go to the first of it."""
        self._found = records
        if records:
            self.go_to(records[0])
        self._mark()

    @property
    def fates(self) -> tuple[tuple[str, Fate], ...]:
        """The records that are ringed by what became of them."""
        return self._fates

    def show_fates(self, fates: tuple[tuple[str, Fate], ...]) -> None:
        """Ring records by what became of them between two states of the map."""
        self._fates = fates
        self._mark()

    def go_to(self, *records: str) -> None:
        """Select records and bring the first into view."""
        self.select(records)
        self._reveal()

    def be_nowhere(self) -> None:
        """Select nothing and take the keyboard out of its cell."""
        self._selected, self._cell = (), None
        self._mark()
        self.selection_changed.emit()

    def close_document(self) -> None:
        """Stop watching."""
        self._unwatch()

    # Inside

    def show_offer(self, offer: Offer | None) -> None:
        """Show a plus at the pointer, or none."""
        if offer != self._offer:
            self._offer = offer
            self._mark()

    @property
    def sheet_lines(self) -> SheetLines | None:
        """Where the sheets of a print meet, if that is shown."""
        return self._sheets

    def show_sheets(self, lines: SheetLines | None) -> None:
        """Show where the sheets of a print meet, or no more."""
        if lines != self._sheets:
            self._sheets = lines
            self.viewport().update()

    def prepare(self) -> bool:
        """Prepare to be painted, then to be pointed at."""
        return super().prepare() and self.places.read_on(_READING)

    def scrolls_picture(self) -> bool:
        """A ghost, a plus and sheets reach over several panes, which scroll differently."""
        return self._ghost == NOTHING and self._offer is None and self._sheets is None

    def _picture_of(self, asset: str) -> bytes:
        return self.map.of(Asset)[asset].data

    def _lay_out_first(self) -> None:
        """Lay out a journey, or findings, for the first time; spare what is made the search for garbage.

        It stays, and is a lot: of 10,000 cards the search would take half a second, in the middle of
        somebody's sentence.
        """
        with uncollected():
            self._lay_out()
            gc.freeze()

    def _lay_out(self) -> None:
        view = View(self.journey, self.map.workshop.language, self.findings)
        if self._places is not None:
            self._repaint(covered(self.camera, self._places, self._marking))
        self._places = None
        self.show_drawing(layout(self._drawn, view, self._memory))
        self._mark(always=True)

    def _changed(self, change: Change) -> None:
        if self.journey not in {journey.id for journey in self.map.journeys()}:
            self.show_journey(self.map.journeys()[0].id)
            return
        self._lay_out()
        if (cell := self._cell) and not (cell.lane in self.map.of(Lane) and cell.step in self.map.of(Step)):
            self._cell = None
        here = tuple(one for one in self._selected if self.places.find(one) or self.places.line_of(one))
        if here != self._selected:
            self._selected = here
            self._mark()
        self.selection_changed.emit()

    def _cell_at(self, records: tuple[str, ...]) -> Cell | None:
        card = self.map.of(Card).get(records[0]) if records else None
        return Cell(card.lane, card.step) if card is not None else None

    def bring(self, area: Rect, part: PartName = PartName.BODY) -> None:
        """Bring a rectangle of a part into view; headers are never scrolled up or down, names never aside."""
        camera = self.camera.showing(area.x, area.y, area.w, area.h)
        aside = part not in (PartName.RAIL, PartName.CORNER)
        down = part not in (PartName.HEADERS, PartName.CORNER)
        self.look_at(camera.fitted(camera.x if aside else self.camera.x, camera.y if down else self.camera.y))

    def _reveal(self) -> None:
        found = self.places.find(self._selected[0]) if self._selected else None
        rect = found[0] if found else None
        if rect is None and not self._selected and self._cell is not None:
            rect = self.places.cell_rect(self._cell)
        if rect is not None and not self.dragging:
            self.bring(rect, pane_of(found[1] if found else None))

    def _mark(self, *, always: bool = False) -> None:
        """Have the marking painted anew where it differs."""
        # What is selected has its ring; the cell's is for where nothing is.
        cursor = self._cell if self.hasFocus() and not self._selected else None
        marking = Marking(self._selected, cursor, self._found, self._offer, self._fates)
        before, self._marking = self._marking, marking
        if always or before != self._marking:
            self._repaint(covered(self.camera, self.places, before))
            self._repaint(covered(self.camera, self.places, self._marking))

    def _repaint(self, areas: Iterable[QRectF]) -> None:
        some = list(islice(areas, _MANY + 1))
        if len(some) > _MANY:
            self.viewport().update()
        else:
            self.update_pixels(some)

    def _paint_over(self, painter: QPainter, camera: Camera) -> None:
        if self._sheets is not None:
            paint_sheets(painter, camera, self._sheets, self.theme)
        paint_marking(painter, camera, self.places, self._marking, self.theme)
        self._ghosts.paint(painter, camera, self.places, self._ghost)
