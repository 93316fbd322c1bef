"""How output reaches the terminal or another program: harmlessly, or not at all with a sentence why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

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


@contextmanager
def output_finds_room() -> Iterator[None]:
    """Raise Fault where what is printed inside the block cannot be written; nothing more is printed then."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody reads any more, which is their right
    except OSError as wrong:
        _forget_output()
        reason = wrong.strerror or str(wrong)
        raise Fault(_("The output could not be written: {reason}.").format(reason=reason)) from None


def _forget_output() -> None:
    """Send what still waits to be written nowhere: at its end Python would try again, and complain itself."""
    with suppress(OSError, ValueError):
        place = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, place)
        os.close(nowhere)


def _put(output: str | bytes) -> None:
    with output_finds_room():
        click.echo(output, nl=False)
