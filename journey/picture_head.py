"""What the first bytes of a picture tell, read before anything of it is decoded."""

from __future__ import annotations

from dataclasses import dataclass

MOST_DOTS = 64_000_000
"""Dots of a picture that is decoded: more than cameras of telephones take, and few enough for a laptop."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_WITHOUT_SIZE = frozenset({0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class PictureHead:
    """What sort of picture it is, and its size in dots."""

    media_type: str
    width: int
    height: int

    @property
    def bearable(self) -> bool:
        """Whether it may be decoded."""
        return 0 < self.width * self.height <= MOST_DOTS


def picture_head(data: bytes) -> PictureHead | None:
    """The head of a PNG or JPEG picture; None for anything else, whatever it is called."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return PictureHead("image/png", _number(data, 16, 4), _number(data, 20, 4))
    if data.startswith(_JPEG):
        return _jpeg_head(data)
    return None


def bearable_head(data: bytes) -> PictureHead | None:
    """The head of a picture that may be decoded, else None."""
    head = picture_head(data)
    return head if head is not None and head.bearable else None


def _jpeg_head(data: bytes) -> PictureHead | None:
    """Go from segment to segment until one tells the size."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _WITHOUT_SIZE:
            return PictureHead("image/jpeg", _number(data, place + 7, 2), _number(data, place + 5, 2))
        else:
            place += 2 + max(_number(data, place + 2, 2), 2)
    return None


def _number(data: bytes, place: int, length: int) -> int:
    return int.from_bytes(data[place : place + length])
