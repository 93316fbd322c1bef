"""Merging another copy into the map that is open: what joins the files, the panel and the map."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.desk import Desk
from app.dropping import JOURNEY
from app.panels.drawer import Drawer
from app.panels.merge_panel import MergePanel
from app.panels.notice import NoticeBar, Offer
from app.panels.past_view import PastView
from app.same_file import expect_another
from journey.merging import Merge, Side, merge, shown_as
from journey.model import Journey, MapData, Record, Refused
from resources.errors import Fault
from resources.theme import Theme
from resources.words import _
from storage import JourneyFile
from storage.conflicted import conflicted_copies
from storage.merged_copy import do_merge
from storage.shared_history import Shared, shared_history

_MATTER = "merge"
_REST = 800
"""Milliseconds after a map was opened before it is looked what lies beside it."""
_SETTLE = 300
"""Milliseconds without an edit before it is worked out again what would come of a merge."""


@dataclass(slots=True)
class _Other:
    """The other copy, which is closed again, and what was chosen so far."""

    name: str
    map: MapData
    shared: Shared
    choices: dict[str, Side] = field(default_factory=dict)


class Merging:
    """Shows what another copy brings in, and brings it in as one step. Nothing of it is modal."""

    def __init__(
        self,
        desk: Desk,
        drawer: Drawer,
        notice: NoticeBar,
        middle: QStackedWidget,
        palette: QWidget,
        theme: Theme,
    ) -> None:
        self._desk, self._drawer, self._notice = desk, drawer, notice
        self._middle, self._palette, self._theme = middle, palette, theme
        self._other: _Other | None = None
        self._merge: Merge | None = None
        self._panel: MergePanel | None = None
        self._view: PastView | None = None
        self._soon = QTimer(desk, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self._work_out)
        QTimer.singleShot(_REST, desk, self.look_beside)
        drawer.closed.connect(self.leave)
        desk.changed.connect(lambda _change: self._edited())

    def look_beside(self) -> None:
        """Offer to merge a conflicted copy that a program which keeps folders alike laid beside the file."""
        for other in conflicted_copies(self._desk.file)[:1]:
            said = _("“{other}” lies beside this map: a copy in which something else was done.")
            self.offer(other, said.format(other=other.name))

    def choose(self) -> None:
        """Let another copy be chosen."""
        folder = str(self._desk.path.parent)
        title = _("Merge with another copy")
        name, _filter = QFileDialog.getOpenFileName(self._middle, title, folder, f"*{JOURNEY}")
        if name:
            self.begin(Path(name))

    def begin(self, other: Path) -> None:
        """Show what a copy would bring in, or say why it cannot be merged."""
        self.leave()
        self._desk.editor.finish_writing()
        try:
            self._other = self._read(other)
        except Fault as fault:
            self._notice.tell(_MATTER, fault.sentence)
            return
        self._notice.withdraw(_MATTER)
        self._panel = panel = MergePanel(other.name, self._theme)
        panel.chosen.connect(self.take)
        panel.looked.connect(self._look_at)
        panel.previewed.connect(self._preview)
        panel.carried_out.connect(self.carry_out)
        panel.destroyed.connect(lambda: self._gone(panel))
        self._work_out()
        self._drawer.show_panel(_("Merge with another copy"), panel)

    def offer(self, other: Path, sentence: str) -> None:
        """Say something about another copy, and offer to merge it, where nothing else is being said."""
        if not self._notice.about:
            self._notice.tell(_MATTER, sentence, (Offer(_("Merge …"), lambda: self.begin(other)),))

    def take(self, key: str, side: Side) -> None:
        """Follow a copy in one conflict."""
        if self._other is not None:
            self._other.choices[key] = side
            self._work_out()

    def carry_out(self) -> None:
        """Bring it in as one step, which undo takes back."""
        if self._other is None:
            return
        self._desk.editor.finish_writing()
        self._work_out()
        name, shared, merged = self._other.name, self._other.shared, self._merge
        assert merged is not None
        label = _("Merge with “{file}”").format(file=name)
        version = _("Before merging with “{file}”").format(file=name)
        self._drawer.put_away()
        try:
            do_merge(self._desk.file, merged.change(label), version, shared.upto)
        except (Refused, Fault) as wrong:
            self._desk.said.emit(wrong.sentence, True)
        else:
            self._desk.said.emit(label, False)

    def leave(self) -> None:
        """Show the map as it is again, and forget the other copy."""
        self._soon.stop()
        self._put_away()
        self._other = self._merge = self._panel = None

    def _read(self, path: Path) -> _Other:
        sentence = _("“{file}” is the map that is open. Choose another copy of it.")
        expect_another(path, self._desk.path, sentence.format(file=path.name))
        with JourneyFile.open(path, read_only=True) as theirs:
            return _Other(path.name, theirs.map, shared_history(self._desk.file, theirs))

    def _work_out(self) -> None:
        """Work out what would come of it, and show that."""
        other, panel = self._other, self._panel
        if other is None or panel is None:
            return
        self._soon.stop()
        self._merge = merge(other.shared.base, self._desk.map, other.map, other.choices)
        panel.show_merge(self._merge, other.shared.theirs_since, not self._desk.document.locked)
        if self._view is not None:
            self._preview(True)

    def _gone(self, panel: MergePanel) -> None:
        """Leave when something else takes the panel's place."""
        if panel is self._panel:
            self.leave()

    def _edited(self) -> None:
        if self._panel is not None:
            self._soon.start()

    def _look_at(self, record: Record) -> None:
        """Bring a record into view, on the map that shows it."""
        assert self._merge is not None
        shown = self._desk.map if self._view is None else self._merge.map
        if record.id not in shown.of(type(record)):
            self._desk.said.emit(_("This is not on the map that is shown."), True)
            return
        subject, journey = shown_as(shown, record)
        self._show_journey(journey)
        if self._view is None:
            self._desk.select([subject.id])
        elif self._view.editor is not None:
            self._view.editor.go_to(subject.id)

    def _show_journey(self, journey: str) -> None:
        """Bring a journey into view, on the map as it would be too."""
        if journey in (self._desk.journey.id, ""):
            return
        if journey in self._desk.map.of(Journey):
            self._desk.show_journey(journey)
        if self._view is not None:
            self._preview(True)

    def _preview(self, wanted: bool) -> None:
        """Show the map as it would be, in the place of the map as it is, with rings round what comes in."""
        seen = (self._view and self._view.editor) or self._desk.editor
        camera = seen.camera
        self._put_away()
        if not wanted or self._merge is None:
            return
        self._view = view = PastView(
            self._merge.map,
            self._desk.journey.id,
            _("The map as it would be after merging"),
            self._theme,
            _("This is the map as it would be. Merge, or go back to now, to edit."),
        )
        view.left.connect(self._go_back)
        self._middle.addWidget(view)
        self._middle.setCurrentWidget(view)
        self._palette.setEnabled(False)
        if view.editor is not None:
            coming = self._merge.change("").touches
            view.editor.show_found(tuple(it.record.id for it in coming if it.after is not None))
            view.editor.look_at(replace(view.editor.camera, x=camera.x, y=camera.y, scale=camera.scale))

    def _go_back(self) -> None:
        if self._panel is not None:
            self._panel.preview.setChecked(False)

    def _put_away(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.close_map()
            self._middle.removeWidget(view)
            view.deleteLater()
            self._middle.setCurrentWidget(self._desk.editor)
            self._palette.setEnabled(True)
