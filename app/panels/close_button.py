"""The little cross that closes a bar or the drawer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from app.icons import icon
from app.sizes import SMALL_ICON, px
from resources.theme import Theme
from resources.words import _


def close_button(theme: Theme, closes: Callable[[], object]) -> QToolButton:
    """A button of this look that closes what it stands in."""
    made = QToolButton()
    made.setObjectName("plain")
    made.setIcon(icon("close", theme, "muted", px(SMALL_ICON)))
    made.setIconSize(QSize(px(SMALL_ICON), px(SMALL_ICON)))
    made.setAccessibleName(_("Close"))
    made.setToolTip(_("Close (Esc)"))
    made.clicked.connect(closes)
    return made
