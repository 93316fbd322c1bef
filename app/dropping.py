"""Files that are dragged onto a window, to be opened or imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.opening import is_foreign
from app.pressing import PressingWindow

JOURNEY = ".journey"


def paths_of(dragged: QMimeData) -> list[Path]:
    """The files that are ours or can be imported."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return [path for path in paths if is_foreign(path) or path.suffix.lower() == JOURNEY]


class DropWindow(PressingWindow):
    """A window that a file can be dropped onto; ``opened`` asks for it."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file that can be opened or imported may be dropped here."""
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped, when the drop is over: this window goes when another one comes."""
        path = paths_of(event.mimeData())[0]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.opened.emit(path))
