"""Pictures on paper: how large they are, and where they stand when they are fitted into a rectangle."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL.Image import DecompressionBombError, DecompressionBombWarning, alpha_composite
from PIL.Image import Image as PilImage
from PIL.Image import new as new_picture
from PIL.Image import open as open_picture
from reportlab.lib.utils import ImageReader

from journey.drawing import Image

Pictures = Callable[[str], tuple[bytes, str]]
"""The bytes and the media type of a picture by the id of its asset."""


def read_picture(data: bytes, opaque: bool = False) -> ImageReader:
    """Return a picture as ReportLab reads it; ``opaque``: on white, where nothing may shine through.

    Raises OSError for what is none or has far too many dots.
    """
    with catch_warnings():
        # What is large is printed; what is so large that it must be a trick is refused below.
        simplefilter("ignore", DecompressionBombWarning)
        try:
            return ImageReader(_on_white(data) if opaque else BytesIO(data))
        except DecompressionBombError as error:
            raise OSError("a picture of too many dots") from error


def _on_white(data: bytes) -> PilImage:
    with open_picture(BytesIO(data)) as picture:
        shown = picture.convert("RGBA")
    return alpha_composite(new_picture("RGBA", shown.size, "white"), shown).convert("RGB")


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a picture in pixels; raise OSError for bytes that are none."""
    w, h = read_picture(data).getSize()
    return int(w), int(h)


def fitted(mark: Image, wide: float, tall: float) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a picture of so many pixels in the middle of its mark."""
    scale = min(mark.w / wide, mark.h / tall)
    w, h = wide * scale, tall * scale
    return mark.x + (mark.w - w) / 2, mark.y + (mark.h - h) / 2, w, h
