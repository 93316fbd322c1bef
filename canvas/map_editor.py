"""The map being edited on the screen: the hand and the keyboard at work."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from canvas import carrying, keyboard, walking
from canvas.choosing import chosen_cards
from canvas.clipboard import copied
from canvas.exchange import change_from, put_on_clipboard
from canvas.hand import Hand
from canvas.hovering import Hovering
from canvas.keys import key_name, typed
from canvas.map_writer import MapWriter
from canvas.panes import pane_of, panes
from canvas.pulling import Pulling
from canvas.stage import Pointer, State
from canvas.tools import Aiming, Hover
from journey.document import Document
from journey.model import Card, Change
from resources.theme import Theme
from resources.words import _n


class MapEditor(MapWriter):
    """A map with the hand, the keyboard and in-place editing at work on it.

    ``menu_asked`` asks for a menu for what is selected, ``owner_asked`` for an owner for the selected cards,
    both with a place on the screen; ``keys_asked`` for the list of keys.
    """

    menu_asked = Signal(QPoint)
    owner_asked = Signal(QPoint)
    keys_asked = Signal()

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, journey, theme, parent)
        self.hand = Hand(self)
        self._hovering, self._pulling = Hovering(self), Pulling(self)
        self._own_keys = {"ctrl+c": self.copy, "ctrl+x": self.cut, "ctrl+v": self.paste, "down": self.go_down}

    @property
    def dragging(self) -> bool:
        """Whether something is in the hand."""
        return self.hand.busy

    def show_journey(self, journey: str) -> None:
        """Show another journey of the document; what is in the hand is given back."""
        # In this order: who hears that nothing is selected any more must not ask for a journey that is gone.
        super().show_journey(journey)
        self.hand.cancel()

    def _changed(self, change: Change) -> None:
        super()._changed(change)
        self.hand.let_go_of_gone()

    # The clipboard

    def copy(self) -> bool:
        """Put the selected cards on the clipboard; False where there are none."""
        cards = chosen_cards(self)
        if cards:
            put_on_clipboard(copied(self, cards))
            self.say(_n("Copied {n} card", "Copied {n} cards", len(cards)).format(n=len(cards)))
        return bool(cards)

    def cut(self) -> None:
        """Put the selected cards on the clipboard and take them off the map."""
        if self.copy():
            carrying.remove(self)

    def paste(self) -> None:
        """Put what the clipboard holds on the map from the cursor on, as one step, and select it."""
        # Qt may have nothing at all there, as while another program lets go of what was on it.
        self.paste_from(QGuiApplication.clipboard().mimeData() or QMimeData())

    def paste_from(self, data: QMimeData) -> None:
        """The same with data from elsewhere, such as what is dropped on the map."""
        known = {card.id for card in self.map.of(Card)}
        if self.attempt(lambda: change_from(self, data)):
            entry = self.document.next_undo
            self.say(entry.label if entry else "")
            made = [card.id for card in self.map.of(Card) if card.id not in known]
            self.select(made or self._selected)

    def ask_owner(self) -> None:
        """Have an owner asked for beside what is selected."""
        self.owner_asked.emit(self._selected_place())

    # The mouse

    def pointer(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> Pointer:
        """A place in the window as the tools see it."""
        x, y = self.camera.to_map(at.x() * self.dpr, at.y() * self.dpr)
        held = (
            bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )
        return Pointer(x, y, at.x(), at.y(), *held)

    def hold(self, state: State) -> None:
        """Take something into the hand, as from the palette."""
        self.finish_writing()
        self.hand.hold(state)
        self.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button is the hand's, the right one asks for the menu, the middle one pans."""
        self.finish_writing()
        pointer = self.pointer(event.position().toPoint(), event.modifiers())
        left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (left and self._hovering.pans):
            self.pan_from(event.position())
        elif left and self.guide(event.position(), begins=True):
            return
        elif left:
            self.show_offer(self._hovering.offer)
            self.hand.press(pointer)
        elif event.button() is Qt.MouseButton.RightButton:
            self._ask_menu(pointer, event.globalPosition().toPoint())

    def _ask_menu(self, pointer: Pointer, at: QPoint) -> None:
        if self.hand.busy:
            self.hand.cancel()
        hit = self.places.hit(pointer.x, pointer.y)
        if hit.record and hit.record not in self._selected:
            self.select([hit.record], hit.cell)
        elif not hit.record:
            self.select([], hit.cell)
        self.menu_asked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand follows; at the edge of the window the map comes along."""
        at = event.position().toPoint()
        if self.panning:
            self.pan_to(event.position())
        elif self.guide(event.position()):
            return
        elif self.hand.busy:
            self.show_offer(None)
            self._drag(at, event.modifiers())
        else:
            self._hovering.rest(self.hand.hover(self.pointer(at, event.modifiers())))

    def _drag(self, at: QPoint, held: Qt.KeyboardModifier) -> None:
        """Move what is in the hand; at the window's edge the map goes on coming while the pointer rests."""
        self._pulling.pull(at, lambda: self._drag(at, held))
        self.hand.move(self.pointer(at, held))

    def leaveEvent(self, event: QEvent) -> None:
        """Outside the map nothing is offered."""
        self._hovering.rest(Hover())
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self.panning:
            self.pan_end()
            self._hovering.shape()
        elif event.button() is Qt.MouseButton.LeftButton and not self.guide_end():
            self.hand.release(self.pointer(event.position().toPoint(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.double(self.pointer(event.position().toPoint(), event.modifiers()))

    def give_back(self, *, keep: bool) -> None:
        """End panning and guiding; what is in the hand is given back unless it is to be kept."""
        self.guide_end()
        self.pan_end()
        self._hovering.shape()
        if not keep:
            self.hand.cancel()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key asks for the menu of what is selected; the mouse has asked when it was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self._selected_place())

    # The keyboard

    def event(self, event: QEvent) -> bool:
        """Tab goes down the map; Shift+Tab leaves it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and key_name(event) == "tab":
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the table of keys says; typing anything else writes."""
        key = key_name(event)
        if isinstance(self.hand.state, Aiming):
            self._aim(self.hand.state, key)
        elif key == "space" and not event.isAutoRepeat():
            self._hovering.pans = True
            self._hovering.shape()
        elif self.hand.busy and event.text().strip() and event.text().isprintable():
            event.accept()  # what is in the hand is meant, not what is selected
        elif keyboard.begins_title(self, typed(event)) and self._type(event):
            return
        elif not self._press(key) and not self._type(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting the space bar go ends panning."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hovering.pans = False
            self._hovering.shape()
        super().keyReleaseEvent(event)

    def _press(self, key: str) -> bool:
        """A key; False where it means nothing here."""
        if key == "esc":
            self.hand.cancel()
        elif keyboard.asks_owner(self, key):
            self.ask_owner()
        elif key in ("enter", "f2"):
            keyboard.opened(self)
        elif key in ("pageup", "pagedown"):
            page = (self.camera.view_h - self.camera.head_px) / self.camera.scale
            walking.walk_page(self, page if key == "pagedown" else -page)
        elif key == "l" and len(chosen_cards(self)) == 1:
            self.hand.hold(Aiming(self._selected[0]).begin(self))
        elif key == "shift+f10" and sys.platform != "win32":  # there Qt asks for the menu itself
            self.menu_asked.emit(self._selected_place())
        elif key in self._own_keys:
            self._own_keys[key]()
        elif key == "?":
            self.keys_asked.emit()
        else:
            return keyboard.pressed(self, key)
        return True

    def _aim(self, state: Aiming, key: str) -> None:
        if key in walking.ARROWS:
            self.hand.state = state.aim(self, key)
        elif key == "enter":
            self.hand.rest()
            state.join(self)
        elif key == "esc":
            self.hand.cancel()

    def _type(self, event: QKeyEvent) -> bool:
        """Begin writing with what is typed, or say why that cannot be."""
        if not keyboard.begins_text(typed(event)):
            return False
        keyboard.begin_text(self)
        if self._writing is not None:
            self._writing[1].insertPlainText(typed(event))
        return True

    def _selected_place(self) -> QPoint:
        """On the screen, the middle of what is selected, or of the cursor's cell."""
        found = self.places.find(self._selected[0]) if self._selected else None
        rect = found[0] if found else (self.places.cell_rect(self._cell) if self._cell else None)
        if rect is None:
            return self.viewport().mapToGlobal(self.viewport().rect().center())
        pane = panes(self.camera)[pane_of(found[1] if found else None)]
        middle = pane.to_pixels(rect).center() / self.dpr
        return self.viewport().mapToGlobal(middle.toPoint())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard here the cursor is seen."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it there is no cursor, and no panning by the space bar."""
        super().focusOutEvent(event)
        self._hovering.pans = False
        self._mark()
