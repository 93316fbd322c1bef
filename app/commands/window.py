"""`reisekart open`: the window on a file, or the start screen. `reisekart FILE` is the same."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command
from resources.errors import Fault
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
    """Show the window until it is closed. Raises Fault where it cannot be shown, or for want of the file."""
    from app.screen import expect_screen

    try:
        expect_screen()
    except Fault:
        if file is not None:
            _expect_file(file)
        raise
    from app.plain_imports import import_plainly
    from journey.collecting import uncollected

    import_plainly()
    with uncollected():
        # Nearly all that importing makes stays: looking through it for garbage takes a tenth as long again.
        from app.program import run
    run(file)


def _expect_file(file: Path) -> None:
    """Raise Fault if the file is none of ours: that is told before anything else is."""
    from app.opening import is_foreign, opened

    if not is_foreign(file) or not file.is_file():
        opened(file)
