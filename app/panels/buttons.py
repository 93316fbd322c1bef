"""Buttons of panels: with words, with words as a link, with a glyph alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton

from app.icons import icon
from app.sizes import SMALL_ICON, px
from resources.theme import Theme
from resources.words import _


def button(words: str, does: object) -> QPushButton:
    """A button with words; ``does`` is what a click calls or a signal that it sends."""
    made = QPushButton(words)
    made.clicked.connect(does)
    return made


def quiet_button(words: str, does: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    made = button(words, lambda: does())
    made.setObjectName("quiet")
    made.setAccessibleName(words)
    return made


def glyph_button(glyph: str, words: str, theme: Theme) -> QToolButton:
    """A button with a small glyph, whose words are read out and shown while the pointer rests on it."""
    made = QToolButton()
    made.setObjectName("plain")
    made.setIcon(icon(glyph, theme, "muted", px(SMALL_ICON)))
    made.setIconSize(QSize(px(SMALL_ICON), px(SMALL_ICON)))
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made


def close_button(theme: Theme, closes: Callable[[], object]) -> QToolButton:
    """The cross that closes the drawer or a bar, as Escape does."""
    made = glyph_button("close", _("Close"), theme)
    made.setToolTip(_("Close (Esc)"))
    made.clicked.connect(closes)
    return made
