"""A document's map on the screen: laid out, shown, followed as it changes, selected from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.overlay import Marking, paint_marking
from canvas.places import Cell, Places, places_of
from canvas.stage import NOTHING, Ghost
from canvas.view import MapView
from journey.document import Document
from journey.drawing import Point
from journey.finding import Finding
from journey.layout import Memory, View, layout
from journey.model import Asset, Card, Change, JourneyPersona, MapData, Refused
from resources.theme import Theme


class MapStage(MapView):
    """One journey of a document, shown; the stage that tools work on, but for editing texts in place."""

    selection_changed = Signal()
    said = Signal(str, bool)
    link_asked = Signal(str, QPoint)

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self._picture, parent)
        self.document, self.journey = document, journey
        self.findings: tuple[Finding, ...] = ()
        self._memory = Memory()
        self._places: Places | None = None
        self._selected: tuple[str, ...] = ()
        self._cell: Cell | None = None
        self._found: tuple[str, ...] = ()
        self._ghost = NOTHING
        self.overlay = self._paint_over
        self._unwatch = document.watch(self._changed)
        self._lay_out()

    # The stage, as the tools see it

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand, so that the map must not move by itself."""
        return False

    @property
    def map(self) -> MapData:
        """The map as it is now."""
        return self.document.map

    @property
    def places(self) -> Places:
        """What stands where on the present drawing."""
        if self._places is None:
            assert self.drawing is not None  # laid out when made
            self._places = places_of(self.drawing, self.map)
        return self._places

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
        """Carry a change out; if it is refused, say why and return False."""
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
            self.viewport().update()
            self.selection_changed.emit()

    def show_ghost(self, ghost: Ghost) -> None:
        """Show what would happen."""
        if ghost != self._ghost:
            self._ghost = ghost
            self.viewport().update()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say in the status line what would happen or why it cannot."""
        self.said.emit(sentence, wrong)

    def ask_link(self, link: str, at: Point) -> None:
        """Let the kind of a new link be chosen where it was dropped."""
        self.select([link])
        self.link_asked.emit(link, self.viewport().mapToGlobal(QPoint(int(at[0]), int(at[1]))))

    # What the window asks for

    def show_journey(self, journey: str) -> None:
        """Show another journey of the document."""
        self.journey, self._selected, self._cell = journey, (), None
        self._memory = Memory()
        self._lay_out()
        self.look_at(self.camera.fitted(0, 0))
        self.selection_changed.emit()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the cards that findings point at."""
        if findings != self.findings:
            self.findings = findings
            self._lay_out()

    def show_found(self, records: tuple[str, ...]) -> None:
        """Ring what was searched for, and go to the first of it."""
        self._found = records
        self.viewport().update()
        if records:
            self.go_to(records[0])

    def go_to(self, record: str) -> None:
        """Select a record and bring it into view."""
        self.select([record])

    def close_document(self) -> None:
        """Stop watching."""
        self._unwatch()

    # Inside

    def _picture(self, asset: str) -> bytes:
        return self.map.of(Asset)[asset].data

    def _lay_out(self) -> None:
        view = View(self.journey, self.map.workshop.language, self.findings)
        self._places = None
        self.show_drawing(layout(self.map, view, self._memory))

    def _changed(self, change: Change) -> None:
        if self.journey not in {journey.id for journey in self.map.journeys()}:
            self.show_journey(self.map.journeys()[0].id)
            return
        self._lay_out()
        here = tuple(one for one in self._selected if self.places.kinds.get(one) or self._has(one))
        if here != self._selected:
            self._selected = here
        self.viewport().update()
        self.selection_changed.emit()

    def _has(self, record: str) -> bool:
        return any(link == record for link, _points in self.places.links)

    def _cell_at(self, records: tuple[str, ...]) -> Cell | None:
        card = self.map.of(Card).get(records[0]) if records else None
        return Cell(card.lane, card.step) if card is not None else None

    def _reveal(self) -> None:
        rect = self.places.rects.get(self._selected[0]) if self._selected else None
        if rect is None and not self._selected and self._cell is not None:
            rect = self.places.cell_rect(self._cell)
        if rect is not None and not self.dragging:
            self.look_at(self.camera.showing(rect.x, rect.y, rect.w, rect.h))

    def _paint_over(self, painter: QPainter, camera: Camera) -> None:
        marking = Marking(self._selected, self._cell if self.hasFocus() else None, self._found, self._ghost)
        paint_marking(painter, camera, self.places, marking, self.theme)
