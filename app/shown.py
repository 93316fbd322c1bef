"""Which map is looked at: the one that is edited, or in its place one as it was, or as it would be."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.findings import Asked, Findings
from canvas.map_editor import MapEditor
from journey.finding import Finding


class Shown(QObject):
    """The canvas in the middle of the window, and what its map says.

    ``changed`` when another is shown or its findings are known, ``camera_moved`` when it is looked at from
    elsewhere, ``said`` with what it has to say and whether that tells of something refused.
    """

    changed = Signal()
    camera_moved = Signal()
    said = Signal(str, bool)

    def __init__(self, editor: MapEditor, findings: Findings, parent: QObject) -> None:
        super().__init__(parent)
        self._edited, self._now = editor, findings
        self._instead: MapEditor | None = None
        self._elsewhere = False
        self._then = Findings(self._in_view, self)
        findings.changed.connect(self.changed)
        self._then.changed.connect(self.changed)
        self._follow(editor)

    @property
    def editor(self) -> MapEditor | None:
        """The canvas that is shown; None where a map without journeys is."""
        return self._instead if self._elsewhere else self._edited

    @property
    def found(self) -> tuple[Finding, ...]:
        """What its map says, as far as that is known."""
        return (self._then if self._elsewhere else self._now).true_still

    def show_instead(self, editor: MapEditor | None) -> None:
        """Another canvas takes the place of the map that is edited; None: a map without journeys."""
        if self._elsewhere and editor is self._instead:
            return
        self._unfollow()
        self._instead, self._elsewhere = editor, True
        self._then.forget()
        if editor is not None:
            self._follow(editor)
            self._then.look_at_rest()
        self._tell()

    def show_edited(self) -> None:
        """The map that is edited is shown again."""
        if self._elsewhere:
            self._unfollow()
            self._instead, self._elsewhere = None, False
            self._then.forget()
            self._tell()

    def leave(self) -> None:
        """Look at no map any more, and wait until none is looked at."""
        self._then.leave()

    def _follow(self, editor: MapEditor) -> None:
        """Pass on what a canvas tells."""
        editor.camera_moved.connect(self.camera_moved)
        editor.said.connect(self.said)

    def _unfollow(self) -> None:
        """Pass on no more of the one that is shown instead: it may be shown once more, and told of twice."""
        if self._instead is not None:
            self._instead.camera_moved.disconnect(self.camera_moved)
            self._instead.said.disconnect(self.said)

    def _tell(self) -> None:
        self.changed.emit()
        self.camera_moved.emit()

    def _in_view(self) -> Asked:
        editor = self._instead or self._edited
        return editor.map, editor.journey
