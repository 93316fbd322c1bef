"""How output reaches the terminal or another program: harmlessly, or not at all with a sentence why."""

from __future__ import annotations

from contextlib import suppress

import click

from journey.clean import clean
from resources.errors import Fault
from resources.words import _


def say(line: str) -> None:
    """Print one line, without the characters that a terminal would obey. Raises Fault if it cannot be."""
    _put(_harmless(line) + "\n")


def say_data(text: str) -> None:
    """Print text for other programs as it is, in UTF-8 whatever the terminal has. Raises Fault as above."""
    _put(text.encode())


def complain(sentence: str) -> None:
    """Say what went wrong, where errors are told; if nobody can be told, that is that."""
    with suppress(OSError):
        click.echo(_harmless(sentence), err=True)


def _harmless(line: str) -> str:
    """Show what no terminal can: names of files may hold line breaks, escapes and bytes that are no text."""
    return clean(line.encode("utf-8", "replace").decode()).replace("\n", " ")


def _put(output: str | bytes) -> None:
    try:
        click.echo(output, nl=False)
    except BrokenPipeError:
        raise  # nobody reads any more, which is their right
    except OSError as wrong:
        reason = wrong.strerror or str(wrong)
        raise Fault(_("The output could not be written: {reason}.").format(reason=reason)) from None
