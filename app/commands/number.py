"""Numbers as people type them: with a decimal point or a decimal comma."""

from __future__ import annotations

from collections.abc import Callable

import click

from resources.words import _


def number_between(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a number between two others, both allowed; a usage error for any other text."""

    def number(text: str) -> float:
        try:
            value = float(str(text).replace(",", "."))
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            sentence = _("“{text}” is no number from {least} to {most}.")
            raise click.BadParameter(sentence.format(text=text, least=f"{least:g}", most=f"{most:g}"))
        return value

    return number
