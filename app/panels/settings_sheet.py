"""The settings: who edits, and language, colours and size of the interface; each counts at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.panels.choices import add_row, choice, sheet_form
from app.panels.sheet import hint
from app.settings import SIZES, SYSTEM, Settings
from journey.clean import one_line
from resources.words import _
from storage.whose import login_name

LANGUAGES = (("English", "en"), ("Norsk", "nb"), ("Svenska", "sv"), ("Dansk", "da"))
"""Each in its own words, which is how one finds one's own."""


class SettingsSheet(QWidget):
    """``settled`` tells the settings after each choice."""

    settled = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.language = choice(_("Language"), [(_("As the system"), SYSTEM), *LANGUAGES], settings.language)
        self.theme = choice(_("Colours"), _themes(), settings.theme)
        self.scale = choice(_("Size"), [(f"{100 * size:.0f} %", size) for size in SIZES], settings.size)
        self.name = QLineEdit(settings.name)
        self.name.setPlaceholderText(login_name())
        self.name.setAccessibleName(_("Your name"))
        form = sheet_form()
        add_row(form, _("Your name, as the history tells it"), self.name)
        add_row(form, _("Language of the interface"), self.language)
        add_row(form, _("Colours"), self.theme)
        add_row(form, _("Size of the interface"), self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(hint(_("Prints are in the language of the map, whatever is chosen here.")))
        column.addStretch()
        for field in (self.language, self.theme, self.scale):
            field.currentIndexChanged.connect(lambda _index: self._settle())
        self.name.editingFinished.connect(self._name)

    def go_on_from(self, before: Settings) -> None:
        """Put the keyboard into the field by which other settings than these were chosen."""
        now = self._settings
        for field, changed in (
            (self.language, now.language != before.language),
            (self.theme, now.theme != before.theme),
            (self.scale, now.size != before.size),
        ):
            if changed:
                field.setFocus()

    def _name(self) -> None:
        """Take another name; leaving the field as it was settles nothing."""
        if one_line(self.name.text()) != self._settings.name:
            self._settle()

    def _settle(self) -> None:
        self._settings = replace(
            self._settings,
            language=self.language.currentData(),
            theme=self.theme.currentData(),
            size=self.scale.currentData(),
            name=one_line(self.name.text()),
        )
        self.settled.emit(self._settings)


def _themes() -> list[tuple[str, object]]:
    return [
        (_("As the system"), SYSTEM),
        (_("Light"), "light"),
        (_("Dark"), "dark"),
        (_("High contrast"), "contrast"),
    ]
