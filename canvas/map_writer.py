"""A map on the screen whose texts are edited in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from canvas.beginning import feeling_in, new_text
from canvas.given_up import GivenUp
from canvas.going_on import GoingOn
from canvas.inline import InlineEditor, Look, Setting
from canvas.map_guide import MapGuide
from canvas.paint import colour_of
from canvas.panes import panes
from canvas.places import Cell
from canvas.rect import Rect
from canvas.stage import NOTHING, Ghost
from canvas.stamps import is_small
from canvas.texts import writing_of
from canvas.writing import Letters, Writing, nowhere
from journey.document import Document
from journey.drawing import Block, PartName, Point
from journey.model import CardKind, Change, MapData, Refused
from resources.theme import Theme

_LEAST = 1.6
"""Pixels a millimetre has at least in a text being edited, however far away the map is."""
_PALE = 0.6
"""How opaque the hint is that stands where nothing is written yet."""
_MARGIN = 6.0
"""Millimetres of the map to be seen around a text being edited."""


class MapWriter(MapGuide):
    """A map in which one text at a time is open; only finished texts become changes.

    ``redo_changed`` tells that words were given up with Escape, which redo brings back, or does no more.
    """

    redo_changed = Signal()

    def __init__(self, document: Document, journey: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._writing: tuple[Writing, InlineEditor] | None = None
        self._going_on = GoingOn(self)
        self._tried: MapData | None = None
        self._given_up: GivenUp | None = None
        super().__init__(document, journey, theme, parent)
        # Before anybody else hears of it: what redo means is asked then.
        self.selection_changed.connect(self._forget_given_up)

    @property
    def editing(self) -> bool:
        """Whether a text is being written in place."""
        return self._writing is not None

    def select(self, records: Iterable[str], cell: Cell | None = None) -> None:
        """Select these records; elsewhere the steps that were written are a run no more."""
        super().select(records, cell)
        self._going_on.selected(self._selected)

    def show_journey(self, journey: str) -> None:
        """Show another journey; what is being written in this one is finished first."""
        self.finish_writing()
        super().show_journey(journey)

    def go_down(self) -> None:
        """The down arrow; after steps were written it goes under where that began, to what is empty."""
        self._going_on.down()

    def close_document(self) -> None:
        """Stop watching; what is being written is finished."""
        self.finish_writing()
        super().close_document()

    def try_out(self, change: Change | None) -> None:
        """Show the map as a change would make it, or as it is; nothing is done."""
        if change is not None or self._tried is not None:
            self._tried = None if change is None else self.map.apply(change)
            self._lay_out()

    @property
    def _drawn(self) -> MapData:
        return self.map if self._tried is None else self._tried

    def _changed(self, change: Change) -> None:
        # Where the place that was made for a new thing is now, only the new map tells.
        meanwhile, journey = self._put_trial_away(), self.journey
        self._tried = self._given_up = None
        super()._changed(change)
        if meanwhile is not None and journey == self.journey:
            self._try_anew(*meanwhile)

    @property
    def may_take_up(self) -> bool:
        """Whether words were given up with Escape, nothing was done since, and nothing else can be redone."""
        return self._given_up is not None and self.document.next_redo is None

    def take_up(self) -> None:
        """Write the words that were given up after all, and select what they are of."""
        if self._given_up is not None and self.may_take_up:
            self._given_up.take_up(self)

    def finish_writing(self) -> None:
        """End in-place editing as a click elsewhere would."""
        if self._writing is not None:
            self._writing[1].finish()

    def edit(self, record: str) -> None:
        """Begin editing a record's text in place."""
        assert self.drawing is not None  # laid out when made
        self.begin(writing_of(self, self.drawing, record))

    def write(self, cell: Cell, kind: CardKind | None = None) -> None:
        """Begin a card in a cell, of its lane's usual kind unless told, or the word of the feeling there."""
        if (known := feeling_in(self, cell)) is not None:
            self.edit(known.id)
            return
        writing = new_text(self, cell, kind)
        if writing is not None:
            self._cell = cell
        self.begin(writing)

    def begin(self, writing: Writing | None) -> None:
        """Open a text, as of something that is made when it is finished; say why if it may not be made, or
        the map can only be read.
        """
        if self.document.locked or writing is None:
            self.say(self.document.locked or nowhere(), wrong=True)
            return
        self.finish_writing()
        try:
            if not writing.record:
                self.map.apply(writing.change(""))
        except Refused as refused:
            self.say(refused.sentence, wrong=True)
        else:
            self._open(writing)

    def in_window(self, x: float, y: float) -> Point:
        """Where a place of the body is in the window, pixels."""
        left, top = self.camera.to_pixel(x, y)
        return left / self.dpr, top / self.dpr

    def _open(self, writing: Writing) -> None:
        if self._given_up is not None:
            self._forget_given_up()
            self.redo_changed.emit()
        self.try_out(writing.trial)
        area, letters = writing.area, writing.letters
        scale = max(self.camera.scale / self.dpr, _LEAST)
        self._make_room(0.0 if writing.record else area.x + area.w * self._larger(scale) + _MARGIN)
        larger = self._larger(scale)
        self.bring(Rect(area.x, area.y, area.w * larger, area.h), writing.part)
        self.show_ghost(Ghost(bar=writing.bar))
        field = InlineEditor(self.viewport(), writing.text, self._look(writing), ends_down=writing.fresh)
        place = self._place_of(writing, scale)
        at = self._letters_in_window(letters, writing.part)
        start = self._in_window(area.x, area.y, writing.part)
        within = QPointF(start.x() - int(start.x()), start.y() - int(start.y()))
        aside = (at - start) * larger + within
        style = letters.style
        setting = (letters.room * scale, style.size * scale, style.leading * scale)
        field.stand(place, Setting(aside.x(), aside.y(), *setting))
        field.finished.connect(self._written)
        field.left.connect(self._given_back)
        self._writing = (writing, field)
        field.show()
        field.setFocus()

    def _look(self, writing: Writing) -> Look:
        style, ink = writing.letters.style, colour_of(self.theme, writing.ink)
        pale = QColor(ink)
        pale.setAlphaF(_PALE)
        edge = None if writing.record else colour_of(self.theme, "focus")
        ground = colour_of(self.theme, writing.ground)
        return Look(style.weight, ground, ink, pale, writing.letters.centred, writing.hint, edge)

    def _larger(self, scale: float) -> float:
        """How much larger than the map a text is edited, where the map is too small to read."""
        return scale * self.dpr / self.camera.scale

    def _make_room(self, reach: float) -> None:
        """Let the map be scrolled so far to the right, mm; what it shows itself can be seen anyway."""
        camera = replace(self.camera, room=max(0.0, reach - self.camera.map_w))
        self.look_at(camera.fitted(camera.x, camera.y))

    def _in_window(self, x: float, y: float, part: PartName) -> QPointF:
        """Where a place of a part of the drawing is in the window."""
        return panes(self.camera)[part].to_pixels(Rect(x, y, 0.0, 0.0)).topLeft() / self.dpr

    def _letters_in_window(self, letters: Letters, part: PartName) -> QPointF:
        """Where a text begins in the window: blocks that are copied stand on whole device pixels."""
        home, s = letters.home, self.camera.scale
        x, y = home.x * s, home.y * s
        if is_small(Block(home.w, home.h, ()), s):
            x, y = round(x), round(y)
        pane = panes(self.camera)[part]
        at = QPointF(x - pane.x, y - pane.y) + QPointF(letters.x - home.x, letters.baseline - home.y) * s
        return at / self.dpr

    def _place_of(self, writing: Writing, scale: float) -> QRect:
        """Where the field stands, inside the window however narrow that is."""
        place = self._in_window(writing.area.x, writing.area.y, writing.part)
        w, h = int(writing.area.w * scale), int(writing.area.h * scale)
        left = max(0, min(int(place.x()), self.viewport().width() - w))
        top = max(0, min(int(place.y()), self.viewport().height() - h))
        return QRect(left, top, w, h)

    def _written(self, text: str, key: str) -> None:
        if self._writing is None:
            return
        writing, _field = self._writing
        self._close()
        finished: list[Change] = []

        def change() -> Change:
            finished.append(_finished(writing, text, key))
            return finished[0]

        done = self.attempt(change)
        if key:
            self.setFocus()
        if done:
            made = [touch.record.id for touch in finished[0].touches[:1]]
            if made:
                self.say(finished[0].label)
            self._going_on.go_on(writing, key, made[0] if made and not writing.record else writing.record)

    def _given_back(self, text: str) -> None:
        """Escape: what nobody had written before is kept, an edit is given back."""
        if self._writing is None:
            return
        writing = self._writing[0]
        dropped = bool(text.strip()) and text != writing.text
        if writing.fresh and dropped:
            self._written(text, "esc")
            return
        self._close()
        self.setFocus()
        if not dropped:
            self.say("")  # what is said of something that was to be made is over
        else:
            self._given_up = GivenUp(writing, text)
            self.redo_changed.emit()
            self.say(self._given_up.told(kept=self.may_take_up))

    def _forget_given_up(self) -> None:
        self._given_up = None

    def _put_trial_away(self) -> tuple[Callable[[], Writing | None], str] | None:
        """Close a text that has its place on trial: how to begin it anew, and what was written."""
        if self._writing is None or self._writing[0].anew is None:
            return None
        anew, text = self._writing[0].anew, self._writing[1].put_away()
        self._writing = None
        return anew, text

    def _try_anew(self, anew: Callable[[], Writing | None], text: str) -> None:
        self.begin(anew())
        if self._writing is not None:
            self._writing[1].insertPlainText(text)

    def _close(self) -> None:
        """No text is open any more."""
        self._writing = None
        self.show_ghost(NOTHING)
        self.try_out(None)
        self._make_room(0.0)


def _finished(writing: Writing, text: str, key: str) -> Change:
    """What a finished text changes: nothing where nothing was written, as by a click elsewhere, of something
    nobody put there.
    """
    wanted = writing.stays or (writing.wanted and key)
    return writing.change(text) if writing.record or wanted or text.strip() else Change("", ())
