"""`reisekart new`: a fresh map in a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command, force_option, path_argument
from app.commands.saying import say
from resources.templates import PRESETS
from resources.words import _, spoken


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "new",
        _new,
        [
            path_argument("file"),
            click.Option(["--title"], help=_("What the map is called; otherwise as the file is.")),
            click.Option(
                ["--preset"],
                type=click.Choice(PRESETS),
                default=PRESETS[0],
                show_default=True,
                help=_("The lanes and stages to begin with."),
            ),
            click.Option(
                ["--language"],
                metavar="TAG",
                help=_("Language of the map, as nb or en-GB; otherwise that of the messages."),
            ),
            force_option(_("Replace the file if it is there already.")),
        ],
        _(
            "Make a journey file to begin with.\n\n"
            "It has the stages and lanes of a preset and one step in each stage, in the language of the map."
        ),
        [
            "reisekart new claim.journey",
            'reisekart new kunde.journey --title "Skade hjemme" --preset full-map --language nb',
        ],
    )


def _new(file: Path, title: str | None, preset: str, language: str | None, force: bool) -> None:
    from app.commands.keeping import expect_journey_name, keep
    from app.commands.tally import tally
    from journey.clean import one_line
    from journey.edits import new_workshop

    expect_journey_name(file)
    fresh = new_workshop(one_line(title or file.stem), language or spoken(), preset)
    keep(file, fresh.records(), force)
    say(_("Made {file}: {tally}").format(file=file, tally=tally(fresh)))
