"""Pictures on paper: how large they are, and where they stand when they are fitted into a rectangle."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL.Image import Image as PilImage
from PIL.Image import alpha_composite
from PIL.Image import new as new_picture
from PIL.Image import open as open_picture
from reportlab.lib.utils import ImageReader

from journey.drawing import Image
from journey.picture_head import bearable_head

Pictures = Callable[[str], tuple[bytes, str]]
"""The bytes and the media type of a picture by the id of its asset."""


def read_picture(data: bytes, opaque: bool = False) -> ImageReader:
    """Return a picture as ReportLab reads it; ``opaque``: on white, where nothing may shine through.

    Raises OSError for what is none or has far too many dots.
    """
    if bearable_head(data) is None:
        raise OSError("no PNG or JPEG, or one of far too many dots")
    return ImageReader(_on_white(data) if opaque else BytesIO(data))


def _on_white(data: bytes) -> PilImage:
    with open_picture(BytesIO(data)) as picture:
        shown = picture.convert("RGBA")
    return alpha_composite(new_picture("RGBA", shown.size, "white"), shown).convert("RGB")


def fitted(mark: Image, wide: float, tall: float) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a picture of so many pixels in the middle of its mark."""
    scale = min(mark.w / wide, mark.h / tall)
    w, h = wide * scale, tall * scale
    return mark.x + (mark.w - w) / 2, mark.y + (mark.h - h) / 2, w, h
