"""A field for a number with its unit, written as the language of the window writes numbers."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from app.sizes import px
from journey.layout.numbers import number
from resources.words import spoken

_BEFORE_TEXT = 6


class NumberSpin(QDoubleSpinBox):
    """Keys and the wheel turn it by a step; a comma and a point are the same."""

    def __init__(
        self, name: str, bounds: tuple[float, float], usual: float, unit: str = "", *, step: float
    ) -> None:
        """A field of a name between bounds, with its usual number."""
        super().__init__()
        # Whatever country the machine is set up for: our own words for numbers are turned into these.
        self.setLocale(QLocale.c())
        self.setAccessibleName(name)
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setValue(usual)
        self.setSuffix(unit)
        # Its text stands where that of other fields does; style sheets say nothing of it.
        self.lineEdit().setTextMargins(px(_BEFORE_TEXT), 0, px(_BEFORE_TEXT), 0)

    def textFromValue(self, value: float) -> str:
        """The number as it is read, without zeros that say nothing."""
        return number(value, spoken(), self.decimals())

    def valueFromText(self, text: str) -> float:
        """The number that is written."""
        return super().valueFromText(_plain(text))

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether a text is a number, or may become one."""
        state, *_fixed = super().validate(_plain(text), place)
        return QValidator.State(state), text, place


def _plain(text: str) -> str:
    """A text with its number written as Qt reads it."""
    return text.replace(",", ".")
