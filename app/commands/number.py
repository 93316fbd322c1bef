"""Numbers as people type them: with a decimal point or a decimal comma."""

from __future__ import annotations

from collections.abc import Callable

import click

from export.lengths import length_typed
from resources.words import _


def length_between(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a length in mm, or with its unit; a usage error for any other text."""
    otherwise = _("“{text}” is no length from {least} to {most} mm.")
    return lambda text: _between(least, most, text, length_typed, otherwise)


def number_between(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a number between two others, both allowed; a usage error for any other text."""
    otherwise = _("“{text}” is no number from {least} to {most}.")
    return lambda text: _between(least, most, text, _number, otherwise)


def _between(
    least: float, most: float, text: str, read: Callable[[str], float | None], otherwise: str
) -> float:
    """What the text says; the usage error ``otherwise`` if that is nothing, or not between."""
    value = read(str(text))
    if value is None or not least <= value <= most:
        raise click.BadParameter(otherwise.format(text=text, least=f"{least:g}", most=f"{most:g}"))
    return value


def _number(typed: str) -> float | None:
    try:
        return float(typed.strip().replace(",", "."))
    except ValueError:
        return None
