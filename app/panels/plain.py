"""A label for words out of a file: they are shown as they stand, tags and all."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from canvas.tips import plain_tip

_MOST, _FIRST, _LAST = 48, 30, 16
"""How many letters a word may have, as a label breaks lines between words only, and how many are left of one
that has more.
"""
_LONG = re.compile(rf"[^\s/\\]{{{_MOST + 1},}}")


class PlainLabel(QLabel):
    """A label that obeys no tag, and so never fetches what one names. A word that no line has room for, as
    the name of a file may be, is left out in its middle; the tooltip has it all.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Say something else."""
        shown = shortened(words)
        super().setText(shown)
        self.setToolTip(plain_tip(words) if shown != words else "")


def shortened(words: str) -> str:
    """These words, of which none is longer than a line has room for."""
    return _LONG.sub(lambda found: cut_short(found[0]), words)


def cut_short(words: str) -> str:
    """The beginning and the end of words that are longer than such a word."""
    return words if len(words) <= _MOST else f"{words[:_FIRST]}…{words[-_LAST:]}"
