"""How a line reaches the terminal: names of files and texts of others cannot move the cursor there."""

from __future__ import annotations

import click

from journey.clean import clean


def say(line: str, err: bool = False) -> None:
    """Print one line, without the characters that a terminal would obey; ``err`` for what went wrong."""
    click.echo(clean(line).replace("\n", " "), err=err)
