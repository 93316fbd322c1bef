"""The program with windows, from its beginning to its end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.exporting import end_exports
from app.mishaps import catch_mishaps, listen_to_qt, stop_listening_to_qt
from app.previewing import end_previews
from app.tidying import begin_tidying, end_writing
from app.windows import Windows


def run(path: Path | None) -> None:
    """Show a file, or the start screen, and stay until the window is closed.

    Raises Fault for a file that cannot be opened, where somebody at a terminal can read that.
    """
    listen_to_qt()
    application = QApplication.instance() or QApplication(["reisekart"])
    assert isinstance(application, QApplication)
    application.setApplicationName("reisekart")
    application.setApplicationDisplayName("Reisekart")
    windows = Windows(application)
    catch_mishaps(windows.tell_mishap)
    begin_tidying()
    windows.begin(path, bears=not sys.stderr.isatty())
    application.exec()
    windows.leave()
    end_exports()
    end_previews()
    end_writing()
    stop_listening_to_qt()
