"""`reisekart demo`: a sample workshop to look at, and everything made of it."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command, force_option
from app.commands.saying import say
from app.commands.window import show_window
from resources.words import _

FOLDER = Path("reisekart-demo")


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "demo",
        _demo,
        [
            click.Argument(["folder"], type=click.Path(path_type=Path), default=FOLDER, metavar="[DIR]"),
            click.Option(
                ["--no-window"],
                is_flag=True,
                help=_("Write the files only. Without a screen no window is opened in any case."),
            ),
            force_option(_("Make the journey file anew, even if somebody has worked in it.")),
        ],
        _(
            "Make a sample workshop, check it and print its wall.\n\n"
            "The map is “Water damage at home”; the files go to a folder, ./reisekart-demo if none is named. "
            "A journey file that is there already is kept as it is; the print is made anew. Then the window "
            "opens on the map, if there is a screen."
        ),
        ["reisekart demo", "reisekart demo ~/maps --no-window"],
    )


def _demo(folder: Path, no_window: bool, force: bool) -> None:
    from app.commands.demonstration import SAMPLE, demonstrate
    from app.screen import somebody_watches

    for line in demonstrate(folder, force):
        say(line)
    if not no_window and somebody_watches():
        show_window(folder / f"{SAMPLE}.journey")
