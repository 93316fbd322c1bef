"""What a person at a terminal sees while something takes long; a file or another program sees nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

ERASED = "\r\x1b[K"


@contextmanager
def doing(what: str) -> Iterator[Callable[[int, int], None]]:
    """Say on a terminal what is being done, and take it away afterwards.

    The function given shows how much of it is done: so many of so many.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    click.echo(ERASED + what, nl=False, err=True)
    try:
        yield lambda done, of: click.echo(f"{ERASED}{what} {100 * done // max(of, 1)} %", nl=False, err=True)
    finally:
        click.echo(ERASED, nl=False, err=True)


def _silent(_done: int, _of: int) -> None:
    """Show nothing."""
