"""How the program looks and speaks: one's settings at work, kept with what is noted of the window."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QApplication

from app.qt_words import teach_qt
from app.settings import SYSTEM, Settings, load_settings, save_settings
from app.style import dress, theme_of
from resources.theme import Theme
from resources.words import speaking, spoken


class Manner:
    """The settings as they are, the theme they come to, and the language that is spoken meanwhile."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._usual_language = spoken()
        self._speech = ExitStack()
        self.settings = load_settings()
        self.theme: Theme = self._worn()

    def take(self, settings: Settings) -> bool:
        """Go by other settings and keep them; tells whether a window that is shown has to be made anew."""
        before, self.settings = self.settings, settings
        save_settings(settings)
        if _look(before) == _look(settings):
            return False
        self.theme = self._worn()
        return True

    def note(self, **noted: Any) -> None:
        """Note something of a window for the one that comes."""
        self.settings = replace(self.settings, **noted)

    def keep(self, **noted: Any) -> None:
        """Note something of a window, and keep it for the next time."""
        self.note(**noted)
        save_settings(self.settings)

    def leave(self) -> None:
        """Speak again as before."""
        self._speech.close()
        teach_qt(self._application)

    def _worn(self) -> Theme:
        """Dress the program and let it speak as the settings say."""
        language = self.settings.language
        self._speech.close()
        self._speech.enter_context(speaking(self._usual_language if language == SYSTEM else language))
        teach_qt(self._application)
        theme = theme_of(self.settings)
        dress(self._application, theme, self.settings.size)
        return theme


def _look(settings: Settings) -> tuple[object, ...]:
    """Those settings that a window shows all over."""
    return settings.language, settings.theme, settings.size
