"""An open map and what the window needs of it: the document, the journey in view, what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.days import dated
from app.findings import Findings
from app.shown import Shown
from canvas.map_editor import MapEditor
from canvas.stage import State
from canvas.touched import go_to_touched
from journey.document import Document
from journey.model import Asset, Change, Journey, MapData, Refused
from resources.errors import Fault
from resources.theme import Theme
from resources.words import _
from storage import JourneyFile
from storage.pen import nothing

_LOOK = 500
"""Milliseconds between two looks whether the disk still answers, while something waits for it."""


class Desk(QObject):
    """One file being edited. Panels know the desk and nothing of one another.

    ``changed`` comes after every edit, with the Change; ``journey_changed`` when another journey is in view;
    ``selection_changed`` with every other selection; ``said`` with a sentence for the status line and whether
    it tells of something refused;
    ``map_wanted`` when something is done that needs the map on view;
    ``saved`` with what the file's state is, in a few words, and whether all is well; ``troubled`` with what
    is wrong with it, in a sentence and a word for its kind; ``moved`` when it was renamed meanwhile.
    ``shown`` is the map that is looked at, which may be another than that which is edited.
    ``pictures`` is the folder the last picture was chosen in, None before the first.
    """

    patience = 1.0
    """Seconds that one who leaves waits for the disk, once for what is unsaved and once for the closing."""

    changed = Signal(object)
    journey_changed = Signal()
    selection_changed = Signal()
    map_wanted = Signal()
    said = Signal(str, bool)
    saved = Signal(str, bool)
    troubled = Signal(str, str)
    moved = Signal()
    _written = Signal(int)
    _put_aside = Signal()
    _failed = Signal(str, str)
    _followed = Signal()

    def __init__(self, file: JourneyFile, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.document: Document = file.document()
        if file.read_only:
            self.document.lock(_why_locked(file))
        self.pictures: Path | None = None
        self.editor = MapEditor(self.document, self.map.journeys()[0].id, theme)
        self.findings = Findings(lambda: (self.map, self.journey.id), self)
        self.changed.connect(self.findings.look_at_rest)
        self.journey_changed.connect(self.findings.look)
        self.shown = Shown(self.editor, self.findings, self)
        self._unwatch = self.document.watch(self._after)
        self.editor.selection_changed.connect(self.selection_changed)
        self.shown.said.connect(self.said)
        # The file speaks on its own thread; signals bring its words to ours.
        self._written.connect(self._tell_saved)
        self._put_aside.connect(self._tell_state)
        self._failed.connect(self._tell_trouble)
        self._followed.connect(self.moved)
        file.on_saved = self._written.emit
        file.on_put_aside = self._put_aside.emit
        file.on_trouble = self._failed.emit
        file.on_moved = lambda _path: self._followed.emit()
        # What is taken up when a file is opened is being written already.
        self._trouble = file.fault.kind if file.fault is not None else ""
        self._said = ""
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        if file.unsaved:
            self._looks.start()

    @property
    def map(self) -> MapData:
        """The map as it is now."""
        return self.document.map

    @property
    def journey(self) -> Journey:
        """The journey in view."""
        return self.map.of(Journey)[self.editor.journey]

    @property
    def path(self) -> Path:
        """The file."""
        return self.file.path

    @property
    def trouble(self) -> str:
        """A word for what is wrong with the file; empty while all is well."""
        return self._trouble

    @property
    def state(self) -> str:
        """What the file's state is, in a few words."""
        if self.file.read_only:
            return _("Read only")
        if not self.file.unsaved:
            return self._nothing_waits()
        if not self._trouble:
            return _("Saving …")
        if self._trouble == "silent":
            return (
                _("Saved on this computer, waiting for the disk")
                if self.file.is_safe
                else _("Not saved, waiting for the disk")
            )
        return _("Saved on this computer, not in the file") if self.file.is_safe else _("Not saved")

    def _nothing_waits(self) -> str:
        if not self._trouble:
            return _("Saved")
        return (
            _("The file is not there")
            if self._trouble in ("gone", "away")
            else _("The file is not as it was")
        )

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the records selected."""
        return self.editor.selected

    def picture(self, asset: str) -> bytes:
        """A picture of the map; nothing where it is gone, though a print worked out before still shows it."""
        found = self.map.of(Asset).get(asset)
        return found.data if found is not None else b""

    def attempt(self, make: Callable[[], Change]) -> bool:
        """Carry an edit out; if it is refused, the status line says why and nothing happened."""
        return self.editor.attempt(make)

    def undo(self) -> None:
        """Take the last step back, say which it was and go to what it touched, unless a text is open."""
        self._step(self.document.undo, _("Undone: {step}"))

    def redo(self) -> None:
        """Bring the last step that was undone back, in the same way; where there is none, words given up."""
        if self.editor.may_take_up:
            self.editor.take_up()
            return
        self._step(self.document.redo, _("Redone: {step}"))

    def select(self, records: Iterable[str]) -> None:
        """Select records, the first of which comes into view."""
        self.editor.select(records)

    def show_journey(self, journey: str) -> None:
        """Bring another journey into view."""
        if journey != self.editor.journey:
            self.editor.show_journey(journey)
            self.journey_changed.emit()

    def hold(self, state: State) -> None:
        """Take something from the palette into the hand, over the map."""
        self.map_wanted.emit()
        self.editor.hold(state)

    def leave(self) -> JourneyFile:
        """Finish what is being written and let go of the file, which stays open for another desk."""
        self.editor.close_document()
        self._unwatch()
        self.findings.leave()
        self.shown.leave()
        self._looks.stop()
        file = self.file
        # Its threads may outlive this desk where a disk does not answer.
        file.on_saved = file.on_put_aside = file.on_trouble = file.on_moved = nothing
        return file

    def close(self) -> None:
        """Finish what is being written and close the file. Raises Fault if edits could not be written, or
        where the disk does not answer: then closing goes on by itself.
        """
        self.leave().close(self.patience)

    def _step(self, go: Callable[[], object], words: str) -> None:
        entry = self.document.next_undo if go == self.document.undo else self.document.next_redo
        carried_out: list[Change] = []
        unwatch = self.document.watch(carried_out.append)
        try:
            go()
        except (Refused, Fault) as refused:
            self.said.emit(refused.sentence, True)
        else:
            # The map does not run away from under a text that is open.
            for change in carried_out if not self.editor.editing else ():
                go_to_touched(self.editor, change)
            self.said.emit(words.format(step=dated(entry) if entry else ""), False)
        finally:
            unwatch()

    def _after(self, change: Change) -> None:
        self.saved.emit(_("Saving …"), not self._trouble)
        self._looks.start()
        self.changed.emit(change)
        if any(isinstance(touch.record, Journey) for touch in change.touches):
            self.journey_changed.emit()

    def _tell_saved(self, revision: int) -> None:
        self._trouble = self._said = ""
        if revision >= self.document.revision:
            now = datetime.now().strftime("%H:%M")
            self.saved.emit(_("Saved {time}").format(time=now), True)

    def _tell_state(self) -> None:
        if self._trouble:
            self.saved.emit(self.state, False)
            self._look()

    def _look(self) -> None:
        """Say what is waited for where a disk neither takes edits nor fails, and when they are safe."""
        if not self.file.unsaved:
            self._looks.stop()
        elif (fault := self.file.fault) is not None and fault.sentence != self._said:
            self._tell_trouble(fault.sentence, fault.kind)

    def _tell_trouble(self, sentence: str, kind: str) -> None:
        self._trouble, self._said = kind, sentence
        self.saved.emit(self.state, False)
        self.troubled.emit(sentence, kind)


def _why_locked(file: JourneyFile) -> str:
    """Why a file that can only be read takes no edits, and what can be done."""
    if file.newer:
        return _("A newer version of Reisekart made this file: bring this one up to date to edit it.")
    return _("This file can only be read here. Save a copy to edit it.")
