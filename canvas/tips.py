"""Words of a map in a tooltip, which Qt would otherwise read for tags."""

from __future__ import annotations

from html import escape


def plain_tip(words: str) -> str:
    """What makes Qt show these words as they are: it obeys tags, and fetches what they name."""
    return f"<p>{escape(words)}</p>".replace("\n", "<br>") if "<" in words else words
