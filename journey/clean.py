"""Which characters may stand in a map's text, and how other text is brought to that form."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, soft hyphens, byte-order marks, the bidi embeddings, overrides and isolates that
# can make text read as what it is not, halves of characters, and code points that are no characters.
_UNWANTED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0001"
)
_DROPPED = re.compile(f"[{_UNWANTED}]")
_WRONG = re.compile(f"[{_UNWANTED}\t]")


def clean(text: str) -> str:
    """The text in NFC, line ends as newlines, tabs as spaces, without control and bidi-control characters."""
    plain = _DROPPED.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return unicodedata.normalize("NFC", plain)


def one_line(text: str) -> str:
    """The cleaned text on one line, blanks at its ends gone and runs of blanks made one."""
    return " ".join(clean(text).split())


def is_clean(text: str) -> bool:
    """Whether ``clean`` would leave the text as it is."""
    return not _WRONG.search(text) and unicodedata.is_normalized("NFC", text)
