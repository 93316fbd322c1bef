"""The map being edited on the screen: texts in place, the hand and the keyboard at work."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from canvas import keyboard
from canvas.fonts import map_font
from canvas.hand import Hand
from canvas.inline import InlineEditor
from canvas.map_stage import MapStage
from canvas.places import Cell, Kind
from canvas.stage import Pointer, State
from canvas.writing import Writing, change_of, new_card, writing_of
from journey.document import Document
from resources.theme import Theme

_ARROW_KEYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class MapEditor(MapStage):
    """A map with the hand, the keyboard and in-place editing at work on it."""

    menu_asked = Signal(QPoint)

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._writing: tuple[Writing, InlineEditor] | None = None
        super().__init__(document, journey, theme, parent)
        self.hand = Hand(self)

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand."""
        return self.hand.busy

    def show_journey(self, journey: str) -> None:
        """Show another journey of the document; what is in the hand is given back."""
        self.hand.cancel()
        super().show_journey(journey)

    def close_document(self) -> None:
        """Stop watching; what is being written is finished."""
        self.finish_writing()
        super().close_document()

    def finish_writing(self) -> None:
        """End in-place editing as a click elsewhere would."""
        if self._writing is not None:
            self.viewport().setFocus()

    def edit(self, record: str) -> None:
        """Begin editing a record's text in place."""
        if (writing := writing_of(self, record)) is not None:
            self._open(writing)

    def write(self, cell: Cell) -> None:
        """Begin a new card in a cell, or the word of a feeling there."""
        lane = next(lane for _a, _b, lane in self.places.rows if lane.id == cell.lane)
        if keyboard.takes_cards(lane) and (writing := new_card(self, cell)) is not None:
            self._cell = cell
            self._open(writing)

    # In-place editing

    def _open(self, writing: Writing) -> None:
        camera, dpr = self.camera, self.viewport().devicePixelRatioF()
        self.look_at(camera.showing(writing.area.x, writing.area.y, writing.area.w, writing.area.h))
        scale = max(self.camera.scale / dpr, 1.6)
        area = self._place_of(writing, scale)
        field = InlineEditor(
            self.viewport(), area, writing.text, map_font(writing.weight, writing.size * scale)
        )
        field.setObjectName("inline")
        field.finished.connect(self._written)
        field.left.connect(self._given_back)
        self._writing = (writing, field)
        field.show()
        field.setFocus()

    def _place_of(self, writing: Writing, scale: float) -> QRect:
        camera, dpr = self.camera, self.viewport().devicePixelRatioF()
        kind = self.places.kinds.get(writing.record)
        x = 0 if kind is Kind.LANE else camera.x
        y = 0 if kind in (Kind.STAGE, Kind.STEP) else camera.y
        left, top = (writing.area.x * camera.scale - x) / dpr, (writing.area.y * camera.scale - y) / dpr
        return QRect(int(left), int(top), int(writing.area.w * scale), int(writing.area.h * scale))

    def _written(self, text: str, key: str) -> None:
        if self._writing is None:
            return
        writing, _field = self._writing
        self._writing = None
        before = self.document.revision
        done = self.attempt(lambda: change_of(self, writing, text))
        self.setFocus()
        if done:
            self._go_on(writing, key, changed=self.document.revision != before)

    def _go_on(self, writing: Writing, key: str, *, changed: bool) -> None:
        """After Enter and Tab writing goes on in the next cell; an empty new card ends it."""
        if writing.cell is None or not key or (not writing.record and not changed):
            return
        following = keyboard.next_cell(self, writing.cell, key)
        if following is not None and not writing.record:
            self.select([], following)
            self.write(following)

    def _given_back(self) -> None:
        self._writing = None
        self.setFocus()

    # Qt's own

    def pointer(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> Pointer:
        """A place in the window as the tools see it."""
        dpr = self.viewport().devicePixelRatioF()
        x, y = self.camera.to_map(at.x() * dpr, at.y() * dpr)
        held = (
            bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )
        return Pointer(x, y, at.x(), at.y(), *held)

    def hold(self, state: State) -> None:
        """Take something into the hand, as from the palette."""
        self.hand.hold(state)
        self.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button is the hand's, the right one asks for the menu, the middle one pans."""
        self.finish_writing()
        pointer = self.pointer(event.position().toPoint(), event.modifiers())
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(pointer)
        elif event.button() is Qt.MouseButton.RightButton:
            hit = self.places.hit(pointer.x, pointer.y)
            if hit.record and hit.record not in self._selected:
                self.select([hit.record], hit.cell)
            elif not hit.record:
                self.select([], hit.cell)
            self.menu_asked.emit(event.globalPosition().toPoint())
        else:
            self.pan_from(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand follows; at the edge of the window the map comes along."""
        if self.panning:
            self.pan_to(event.position())
            return
        at = event.position().toPoint()
        if self.hand.busy:
            self.scroll_at_edge(at)
        self.hand.move(self.pointer(at, event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self.panning:
            self.pan_end()
        elif event.button() is Qt.MouseButton.LeftButton:
            self.hand.release(self.pointer(event.position().toPoint(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there."""
        self.hand.double(self.pointer(event.position().toPoint(), event.modifiers()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, carry with Shift, open with Enter, write by typing."""
        way = _ARROW_KEYS.get(Qt.Key(event.key()))
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if way is not None and plain:
            (keyboard.carry if shifted else keyboard.walk)(self, way)
        elif event.key() == Qt.Key.Key_Escape:
            self.hand.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_selected()
        elif event.text() in ("+", "-") and keyboard.feel(self, 0.5 if event.text() == "+" else -0.5):
            return
        elif plain and event.text().isprintable() and event.text().strip() and not self._selected:
            self._type(event)
        else:
            super().keyPressEvent(event)

    def _open_selected(self) -> None:
        if self._selected:
            self.edit(self._selected[0])
        elif self._cell is not None:
            self.write(self._cell)

    def _type(self, event: QKeyEvent) -> None:
        """Typing on an empty cell starts a card with what is typed."""
        if self._cell is not None:
            self.write(self._cell)
            if self._writing is not None:
                self._writing[1].insertPlainText(event.text())
