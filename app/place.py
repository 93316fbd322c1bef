"""Where a window stands on the screen and how large it is, as words that can be kept."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow


def place_of(window: QMainWindow) -> str:
    """The place of a window as Qt writes it, in base 64."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def put_at(window: QMainWindow, place: str) -> None:
    """Put a window where one was; where it likes if ``place`` is empty or makes no sense to Qt."""
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode()))
