"""Pictures on paper: how large they are, and where they stand when they are fitted into a rectangle."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.utils import ImageReader

from journey.drawing import Image

Pictures = Callable[[str], tuple[bytes, str]]
"""The bytes and the media type of a picture by the id of its asset."""


def read_picture(data: bytes) -> ImageReader:
    """Return a picture as ReportLab reads it; raise OSError for bytes that are none."""
    return ImageReader(BytesIO(data))


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a picture in pixels; raise OSError for bytes that are none."""
    w, h = read_picture(data).getSize()
    return int(w), int(h)


def fitted(mark: Image, wide: float, tall: float) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a picture of so many pixels in the middle of its mark."""
    scale = min(mark.w / wide, mark.h / tall)
    w, h = wide * scale, tall * scale
    return mark.x + (mark.w - w) / 2, mark.y + (mark.h - h) / 2, w, h
