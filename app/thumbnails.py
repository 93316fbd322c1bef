"""Small pictures of maps, painted by the painter of the canvas: for files that were open and for presets."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage, QPainter

from app.desk import Desk
from app.recent import picture_of
from app.sizes import THUMBNAIL
from canvas.paint import Pictures, colour_of, paint_drawing
from journey.drawing import Drawing
from resources.theme import Theme

_FIRST = 1_000
"""Milliseconds until a file that was opened has its picture: first it shall be shown."""
_RESTING = 3_000
"""Milliseconds without an edit after which the picture of a file is made anew."""
_SHARP = 2
"""Pixels of the picture for one of the screen."""
_TITLE = "Title"
"""Where a picture says what it is of, as its format knows it."""
LEAST = 0.3
"""Pixels a map millimetre has at least: of a large map the beginning is shown."""


def thumbnail(drawing: Drawing, theme: Theme, pictures: Pictures, least: float = LEAST) -> QImage:
    """A drawing, or as much of it as fits at ``least`` pixels a millimetre, as a small picture."""
    w, h = THUMBNAIL
    picture = QImage(QSize(w, h) * _SHARP, QImage.Format.Format_RGB32)
    picture.fill(colour_of(theme, "paper"))
    scale = max(min(w / max(drawing.w, 1.0), h / max(drawing.h, 1.0)), least) * _SHARP
    across, down = picture.width() / scale, picture.height() / scale
    painter = QPainter(picture)
    painter.translate(max(0.0, (picture.width() - drawing.w * scale) / 2), 0.0)
    painter.scale(scale, scale)
    paint_drawing(drawing, painter, theme, pictures, (across, down))
    painter.end()
    return picture


def no_thumbnail(theme: Theme) -> QImage:
    """What stands for a map whose picture is not known: empty paper."""
    w, h = THUMBNAIL
    picture = QImage(QSize(w, h) * _SHARP, QImage.Format.Format_RGB32)
    picture.fill(colour_of(theme, "paper"))
    return picture


def title_of(picture: QImage) -> str:
    """The title of the map that a kept picture is of, empty if it is not known."""
    return picture.text(_TITLE)


def keep_picture(desk: Desk, theme: Theme) -> None:
    """Keep what a file looks like, and the title of its map; where that cannot be done there is none."""
    if (drawing := desk.editor.drawing) is not None:
        # A drawing may still show what the map has not any more: it is laid out after the edit.
        picture = thumbnail(drawing, theme, desk.picture)
        picture.setText(_TITLE, desk.map.journeys()[0].title)
        path = picture_of(desk.path)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(path))


def keep_pictures(window: QObject, desk: Desk, theme: Theme) -> None:
    """Keep a picture whenever the hands rest, for a window that may not come to close itself."""
    rest = QTimer(window, singleShot=True, interval=_RESTING)
    rest.timeout.connect(lambda: keep_picture(desk, theme))
    desk.changed.connect(lambda _change: rest.start())
    QTimer.singleShot(_FIRST, window, lambda: keep_picture(desk, theme))
