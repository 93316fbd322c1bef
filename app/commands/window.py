"""`reisekart open`: the window on a file, or the start screen. `reisekart FILE` is the same."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command
from resources.words import _

NAME = "open"


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        NAME,
        show_window,
        [click.Argument(["file"], type=click.Path(path_type=Path), required=False, metavar="[FILE]")],
        _(
            "Open the editor.\n\n"
            "Without a file it shows the start screen. A Mermaid, CSV or JSON file becomes a journey file "
            "beside it, which is opened. “reisekart FILE” and “reisekart” alone do the same."
        ),
        ["reisekart open claim.journey", "reisekart open checkout.mmd"],
    )


def show_window(file: Path | None = None) -> None:
    """Show the window until it is closed. Raises Fault where it cannot be shown."""
    from app.screen import expect_screen

    expect_screen()
    from app.windows import run

    run(file)
