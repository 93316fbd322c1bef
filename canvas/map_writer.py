"""A map on the screen whose texts are edited in their place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from canvas import walking
from canvas.fonts import map_font
from canvas.inline import InlineEditor
from canvas.map_guide import MapGuide
from canvas.paint import colour_of
from canvas.panes import pane_of, panes
from canvas.places import Cell
from canvas.writing import Writing, change_of, new_step, new_text, writing_of
from journey.document import Document
from journey.drawing import Point
from journey.model import Step
from resources.theme import Theme

_LEAST = 1.6
"""Pixels a millimetre has at least in a text being edited, however far away the map is."""
_MARGIN = 6.0
"""Millimetres of the map to be seen around a text being edited."""


class MapWriter(MapGuide):
    """A map in which one text at a time is open; only finished texts become changes."""

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._writing: tuple[Writing, InlineEditor] | None = None
        super().__init__(document, journey, theme, parent)

    @property
    def editing(self) -> bool:
        """Whether a text is being written in place."""
        return self._writing is not None

    def close_document(self) -> None:
        """Stop watching; what is being written is finished."""
        self.finish_writing()
        super().close_document()

    def finish_writing(self) -> None:
        """End in-place editing as a click elsewhere would."""
        if self._writing is not None:
            self._writing[1].finish()

    def edit(self, record: str) -> None:
        """Begin editing a record's text in place."""
        if (writing := writing_of(self, record)) is not None:
            self._open(writing)

    def write(self, cell: Cell) -> None:
        """Begin a new card in a cell, or the word of the feeling there."""
        if (writing := new_text(self, cell)) is not None:
            self._cell = cell
            self._open(writing)

    def write_step(self, after: str) -> None:
        """Begin a new step after another."""
        if (writing := new_step(self, after)) is not None:
            self._open(writing)

    def in_window(self, x: float, y: float) -> Point:
        """Where a place of the body is in the window, pixels."""
        left, top = self.camera.to_pixel(x, y)
        return left / self.dpr, top / self.dpr

    def _open(self, writing: Writing) -> None:
        self.finish_writing()
        area = writing.area
        scale = max(self.camera.scale / self.dpr, _LEAST)
        w = area.w * scale * self.dpr / self.camera.scale
        self._make_room(area.x + w + _MARGIN if writing.after else 0.0)
        self.look_at(self.camera.showing(area.x, area.y, w, area.h, _MARGIN))
        font = map_font(writing.weight, writing.size * scale)
        colours = (colour_of(self.theme, writing.ground), colour_of(self.theme, writing.ink))
        field = InlineEditor(self.viewport(), writing.text, font, colours)
        field.stand(self._place_of(writing, scale), round(3.4 * scale), round(2.0 * scale))
        field.finished.connect(self._written)
        field.left.connect(self._given_back)
        self._writing = (writing, field)
        field.show()
        field.setFocus()

    def _make_room(self, reach: float) -> None:
        """Let the map be scrolled so far to the right, mm; what it shows itself can be seen anyway."""
        camera = replace(self.camera, room=max(0.0, reach - self.camera.map_w))
        self.look_at(camera.fitted(camera.x, camera.y))

    def _place_of(self, writing: Writing, scale: float) -> QRect:
        """Where the field stands, inside the window however narrow that is."""
        kind = self.places.kinds.get(writing.record or writing.after)
        place = panes(self.camera)[pane_of(kind)].to_pixels(writing.area)
        w, h = int(writing.area.w * scale), int(writing.area.h * scale)
        left = max(0, min(int(place.x() / self.dpr), self.viewport().width() - w))
        top = max(0, min(int(place.y() / self.dpr), self.viewport().height() - h))
        return QRect(left, top, w, h)

    def _written(self, text: str, key: str) -> None:
        if self._writing is None:
            return
        writing, _field = self._writing
        self._writing = None
        self._make_room(0.0)
        before = self.document.revision
        done = self.attempt(lambda: change_of(self, writing, text))
        if key:
            self.setFocus()
        if done:
            self._go_on(writing, key, changed=self.document.revision != before)

    def _go_on(self, writing: Writing, key: str, *, changed: bool) -> None:
        """After Enter and Tab writing goes on in the next cell or step; an empty new text ends it."""
        if not key or (not writing.record and not changed):
            return
        if writing.after or writing.record in self.map.of(Step):
            self._go_on_steps(writing.record or self._after(writing.after), key)
        elif writing.cell is not None:
            following = walking.next_cell(self, writing.cell, key)
            if following is not None and not writing.record:
                self.select([], following)
                self.write(following)

    def _go_on_steps(self, step: str, key: str) -> None:
        """After a step's title: Enter goes on to the next step, a new one after the last; Tab goes down."""
        steps = [one.id for one in self.map.grid(self.journey).steps]
        if key == "tab" and self.places.rows:
            lanes = [lane.id for _a, _b, lane in self.places.rows if walking.takes_cards(lane)]
            if lanes:
                self.select([], Cell(lanes[0], step))
                self.write(Cell(lanes[0], step))
        elif step == steps[-1]:
            self.select([step])
            self.write_step(step)
        else:
            self.select([steps[steps.index(step) + 1]])

    def _after(self, step: str) -> str:
        steps = [one.id for one in self.map.grid(self.journey).steps]
        return steps[steps.index(step) + 1]

    def _given_back(self) -> None:
        self._writing = None
        self._make_room(0.0)
        self.setFocus()
