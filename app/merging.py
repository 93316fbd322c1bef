"""Merging another copy into the map that is open: what joins the files, the panel and the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.desk import Desk
from app.dropping import JOURNEY
from app.errand import Errand
from app.merge_preview import MergePreview
from app.panels.drawer import Drawer
from app.panels.merge_panel import MergePanel
from app.panels.notice import NoticeBar, Offer
from app.same_file import expect_another
from journey.merging import Merge, Side, merge
from journey.model import MapData, Record, Refused
from resources.errors import Fault
from resources.theme import Theme
from resources.words import _
from storage import JourneyFile
from storage.conflicted import conflicted_copies
from storage.merged_copy import do_merge
from storage.moment import Moment
from storage.shared_history import Shared, shared_history

_MATTER = "merge"
_REST = 800
"""Milliseconds after a map was opened before it is looked what lies beside it."""
_SETTLE = 300
"""Milliseconds without an edit before it is worked out again what would come of a merge, from the other copy
as it was read or, after an undo, read anew."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the other copy, which is closed again."""

    map: MapData
    shared: Shared


@dataclass(slots=True)
class _Other:
    """The other copy, and what was chosen so far. ``read`` is None while it is being read; ``usual`` is
    followed where nothing was chosen.
    """

    path: Path
    usual: Side = Side.MINE
    choices: dict[str, Side] = field(default_factory=dict)
    read: _Read | None = None


def _read(path: Path, now: Moment) -> _Read:
    """What another copy holds, and what it shares with the file as it was at a moment. Raises Fault."""
    sentence = _("“{file}” is the map that is open. Choose another copy of it.")
    expect_another(path, now.path, sentence.format(file=path.name))
    with JourneyFile.open(path, read_only=True) as theirs:
        return _Read(theirs.map, shared_history(now, theirs.moment()))


class Merging:
    """Shows what another copy brings in, and brings it in as one step. Nothing of it is modal, and files are
    read beside the window.
    """

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
        self._middle, self._theme = middle, theme
        self._as_merged = MergePreview(desk, middle, palette, theme, self._go_back)
        self._other: _Other | None = None
        self._merge: Merge | None = None
        self._panel: MergePanel | None = None
        self._reading: Errand | None = None
        self._looking: Errand | None = None
        self._soon = QTimer(desk, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self._follow)
        self._rest = QTimer(desk, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look_beside)
        self._rest.start()
        drawer.closed.connect(self._forget)
        desk.changed.connect(lambda _change: self._edited())

    def look_beside(self) -> None:
        """Offer to merge a conflicted copy that a program which keeps folders alike laid beside the file."""
        now = self._desk.file.moment()
        self._looking = errand = Errand(lambda: conflicted_copies(now), "look beside")
        errand.done.connect(self._offer_first)
        errand.start()

    def choose(self) -> None:
        """Let another copy be chosen."""
        folder = str(self._desk.path.parent)
        title = _("Merge with another copy")
        name, _filter = QFileDialog.getOpenFileName(self._middle, title, folder, f"*{JOURNEY}")
        if name:
            self.begin(Path(name))

    def begin_with_own(self, other: Path) -> None:
        """Show what a copy with the edits that were made here would bring in; those are followed."""
        self.begin(other, Side.THEIRS)

    def begin(self, other: Path, usual: Side = Side.MINE) -> None:
        """Show what a copy would bring in, once it is read, or say why it cannot be merged."""
        self._forget()
        self._desk.editor.finish_writing()
        self._notice.withdraw(_MATTER)
        self._other = _Other(other, usual)
        self._panel = panel = MergePanel(other.name, self._theme, usual)
        panel.chosen.connect(self.take)
        panel.looked.connect(self._look_at)
        panel.previewed.connect(self._preview)
        panel.carried_out.connect(self.carry_out)
        panel.given_up.connect(self._drawer.put_away)
        panel.destroyed.connect(lambda: self._gone(panel))
        self._drawer.show_panel(_("Merge with another copy"), panel)
        self._read()

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
        self._desk.editor.finish_writing()
        self._work_out()
        if self._other is None or self._other.read is None or self._merge is None:
            return
        name, upto = self._other.path.name, self._other.read.shared.upto
        label = _("Merge with “{file}”").format(file=name)
        version = _("Before merging with “{file}”").format(file=name)
        change = self._merge.change(label)
        self._drawer.put_away()
        try:
            do_merge(self._desk.file, change, version, upto)
        except (Refused, Fault) as wrong:
            self._desk.said.emit(wrong.sentence, True)
        else:
            self._desk.said.emit(label, False)

    def leave(self) -> None:
        """Show the map as it is again, and look at no other copy any more."""
        self._rest.stop()
        if self._looking is not None:
            self._looking.drop()
        self._forget()

    def _forget(self) -> None:
        """Show the map as it is again, and forget the other copy, even while that is being read."""
        self._soon.stop()
        self._as_merged.put_away()
        self._drop_read()
        self._other = self._merge = self._panel = None

    def _offer_first(self, beside: tuple[Path, ...]) -> None:
        for other in beside[:1] if self._panel is None else ():
            said = _("“{other}” lies beside this map: a copy in which something else was done.")
            self.offer(other, said.format(other=other.name))

    def _read(self) -> None:
        """Read the other copy, beside the window."""
        if self._other is None or self._panel is None:
            return
        self._panel.show_reading()
        path, now = self._other.path, self._desk.file.moment()
        said = _("Reading “{file}” was broken off by something unexpected. Nothing was changed.")
        self._reading = errand = Errand(lambda: _read(path, now), "merge", said.format(file=path.name))
        errand.done.connect(self._take_in)
        errand.failed.connect(self._tell)
        errand.start()

    def _drop_read(self) -> None:
        """Let go of what was read of the other copy, or is being read."""
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        if self._other is not None:
            self._other.read = None

    def _take_in(self, read: _Read) -> None:
        if self._other is not None:
            self._other.read = read
            self._work_out()

    def _tell(self, sentence: str) -> None:
        """Say why it cannot be merged."""
        self._drawer.put_away()
        self._notice.tell(_MATTER, sentence)

    def _work_out(self) -> None:
        """Work out what would come of it, and show that."""
        other, panel = self._other, self._panel
        if other is None or panel is None or other.read is None:
            return
        self._soon.stop()
        shared = other.read.shared
        self._merge = merge(shared.base, self._desk.map, other.read.map, other.choices, other.usual)
        panel.show_merge(self._merge, shared.theirs_since, self._desk.document.locked)
        if self._as_merged.shown:
            self._as_merged.show(self._merge)

    def _gone(self, panel: MergePanel) -> None:
        """Leave when something else takes the panel's place."""
        if panel is self._panel:
            self._forget()

    def _edited(self) -> None:
        """Follow the map. Undo may take back an earlier merge, and then the copies met earlier than that."""
        if self._panel is None:
            return
        if self._desk.file.history[-1].undoes is not None:
            self._drop_read()
            self._panel.show_reading()
        self._soon.start()

    def _follow(self) -> None:
        """Work out what would come of it now, when nothing was done for a moment."""
        if self._reading is None:
            self._read()
        else:
            self._work_out()

    def _look_at(self, record: Record) -> None:
        assert self._merge is not None
        self._as_merged.look_at(self._merge, record)

    def _preview(self, wanted: bool) -> None:
        """Show the map as it would be, or as it is."""
        if wanted and self._merge is not None:
            self._as_merged.show(self._merge)
        else:
            self._as_merged.put_away()

    def _go_back(self) -> None:
        if self._panel is not None:
            self._panel.preview.setChecked(False)
