"""`reisekart restore`: a copy of a file in which the map is what it was in one of its versions."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command, force_option, output_option, path_argument
from app.commands.saying import say
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "restore",
        _restore,
        [
            path_argument("file"),
            click.Argument(["version"], metavar="VERSION"),
            output_option(_("The journey file to make.")),
            force_option(_("Replace the journey file if it is there already.")),
        ],
        _(
            "Make a copy of a journey file in which the map is what it was in a version.\n\n"
            "VERSION is its name or number (reisekart versions lists them), a change of the history as @14, "
            "or another file, such as a backup. The copy keeps the whole history; going back is its last "
            "change, which can be undone. The file itself stays as it is."
        ),
        [
            'reisekart restore claim.journey "Before lunch" -o claim-before-lunch.journey',
            "reisekart restore claim.journey @14 -o claim-14.journey",
        ],
    )


def _restore(file: Path, version: str, target: Path, force: bool) -> None:
    from app.commands.keeping import expect_another, expect_journey_name, expect_new
    from app.commands.tally import tally
    from app.states import state_or_file, write_restored
    from storage import JourneyFile

    expect_another(file, target)
    expect_journey_name(target)
    expect_new(target, force)
    with JourneyFile.open(file) as opened:
        words, then = state_or_file(opened, version)
        write_restored(opened, then, words, target)
    say(_("Made {file}: {tally}").format(file=target, tally=tally(then)))
