"""How the bytes of somebody else's text file become text."""

from __future__ import annotations

import codecs

from export.notices import Notice
from resources.words import _

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """Give the text of a file without its byte-order mark; never raises, unreadable bytes become U+FFFD."""
    return decode_with_notices(data)[0]


def decode_with_notices(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Give the text of a file and, where the encoding had to be guessed, a notice saying so."""
    encoding = _marked(data) or _guessed(data)
    text = data.decode(encoding, errors="replace")
    if encoding != "cp1252":
        return text, ()
    message = _("The file is not UTF-8. It was read as Windows-1252; please check its letters.")
    return text, (Notice(0, message),)


def _marked(data: bytes) -> str:
    """Name the encoding that the byte-order mark tells, or nothing."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "")


def _guessed(data: bytes) -> str:
    """Name the likeliest encoding of bytes without a mark: Western text in UTF-16 has a NUL in most pairs."""
    pairs = len(data) // 2
    if pairs and data[1::2].count(0) * 2 > pairs:
        return "utf-16-le"
    if pairs and data[::2].count(0) * 2 > pairs:
        return "utf-16-be"
    return "utf-8" if _is_utf8(data) else "cp1252"


def _is_utf8(data: bytes) -> bool:
    """Tell whether the bytes are valid UTF-8 throughout."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
