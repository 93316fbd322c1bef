"""The clipboard of the window system: what is put on it and what is taken from it."""

from __future__ import annotations

import atexit
from functools import cache

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage

from canvas.clipboard import OWN, Copied
from canvas.decoding import LONGEST_SIDE, encoded
from canvas.pasting import pasted_cards, pasted_picture, pasted_text
from canvas.stage import Stage
from journey.edits import picture_of
from journey.model import Asset, Change, Refused
from resources.words import _

_SMOOTH = Qt.TransformationMode.SmoothTransformation
_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that have no clipboard but their own."""


def put_on_clipboard(cards: Copied) -> None:
    """Put cards on the clipboard in every form; other programs find them there after this one has ended."""
    _clear_at_the_end()
    QGuiApplication.clipboard().setMimeData(for_clipboard(cards))


def for_clipboard(cards: Copied) -> QMimeData:
    """Cards in every form that programs may ask for."""
    data = QMimeData()
    data.setText(cards.text)
    data.setHtml(cards.table)
    data.setData(OWN, cards.own.encode())
    return data


@cache
def _clear_at_the_end() -> None:
    """Have the clipboard emptied while there is a Python yet, where nobody else could read it anyway.

    Without a screen Qt keeps what is on it beyond Python's end, and then a crash lets it go.
    """
    atexit.register(_clear)


def _clear() -> None:
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() in _SCREENLESS:
        QGuiApplication.clipboard().clear()


def change_from(stage: Stage, data: QMimeData) -> Change:
    """What pasting would do: our own cards before text, text before a picture. Raises Refused."""
    if data.hasFormat(OWN):
        return pasted_cards(stage, bytes(data.data(OWN).data()).decode("utf-8", "replace"))
    if data.hasImage() and not data.hasText():
        return pasted_picture(stage, _picture(data.imageData()))
    if data.hasText():
        return pasted_text(stage, data.text())
    raise Refused(_("The clipboard holds nothing that can be pasted here."))


def _picture(image: object) -> Asset:
    if not isinstance(image, QImage) or image.isNull():
        raise Refused(_("The picture on the clipboard cannot be read."))
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)
    return picture_of(encoded(image, "image/png"), "image/png", image.width(), image.height())
