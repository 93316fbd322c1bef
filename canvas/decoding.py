"""Pictures from their bytes: looked at before they are decoded, and no larger than a screen can show."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from journey.picture_head import bearable_head

LONGEST_SIDE = 1600
"""Pixels of a picture's longer side; a card shows no more."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}


@lru_cache(maxsize=16)
def decoded(data: bytes, upright: bool = False) -> QImage:
    """The picture, nothing if it is neither PNG nor JPEG or has far too many dots.

    ``upright``: turned as the camera says it was held.
    """
    head = bearable_head(data)
    if head is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[head.media_type].encode()))
    reader.setAutoTransform(upright)
    size = QSize(head.width, head.height)
    if max(head.width, head.height) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def encoded(image: QImage, media_type: str) -> bytes:
    """The bytes of a picture written anew, with nothing but its dots in them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _bare(image).save(buffer, _FORMATS[media_type], 90)  # type: ignore[call-overload]  # a device and a name
    return bytes(buffer.data().data())


def _bare(image: QImage) -> QImage:
    """The picture without the texts that its file brought along, which Qt would write again."""
    form = QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    plain = image.convertToFormat(form)
    return QImage(plain.constBits(), plain.width(), plain.height(), plain.bytesPerLine(), form).copy()
