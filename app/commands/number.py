"""Numbers as people type them: with a decimal point or a decimal comma."""

from __future__ import annotations

from collections.abc import Callable

import click

from export.lengths import UNITS
from resources.words import _


def length_between(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a length in mm, or with its unit; a usage error for any other text."""

    def length(text: str) -> float:
        return _between(
            least, most, text, _millimetres, _("“{text}” is no length from {least} to {most} mm.")
        )

    return length


def number_between(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a number between two others, both allowed; a usage error for any other text."""

    def number(text: str) -> float:
        return _between(least, most, text, float, _("“{text}” is no number from {least} to {most}."))

    return number


def _between(least: float, most: float, text: str, read: Callable[[str], float], otherwise: str) -> float:
    """What the text says, read with a decimal point; the usage error ``otherwise`` if that is not between."""
    try:
        value = read(str(text).strip().replace(",", "."))
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise click.BadParameter(otherwise.format(text=text, least=f"{least:g}", most=f"{most:g}"))
    return value


def _millimetres(typed: str) -> float:
    unit = next((name for name in UNITS if typed.endswith(name)), "")
    return float(typed.removesuffix(unit)) * UNITS.get(unit, 1.0)
