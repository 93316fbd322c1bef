"""Cleaning: what may stand in a text before anybody stores, measures or draws it."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Controls, soft hyphen, bidirectional marks that reorder other people's text, deprecated format characters,
# interlinear annotations, the byte-order mark, noncharacters and lone surrogates.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def clean(text: str) -> str:
    """Return the text as the map keeps it: composed (NFC), each line ended by a bare newline.

    Tabs become spaces; control characters, soft hyphens, bidirectional overrides and isolates, byte-order
    marks and lone surrogates go. Cleaning a clean text changes nothing.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def one_line(text: str) -> str:
    """Return the cleaned text on one line, blanks at its ends gone and runs of blanks made one."""
    return " ".join(clean(text).split())


def is_clean(text: str) -> bool:
    """Return whether cleaning would leave the text as it is."""
    return clean(text) == text
