"""`reisekart repair`: a sound file of one that is damaged or not to be trusted."""

from __future__ import annotations

from pathlib import Path

from app.commands.command import Command, output_option, path_argument
from app.commands.saying import say
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "repair",
        _repair,
        [path_argument("file"), output_option(_("The journey file to make."))],
        _(
            "Make a sound journey file of one that is damaged or was tampered with.\n\n"
            "What can be read of it is put into a new file, with the help of its history and of backups on "
            "this machine, and it is said what came back and what did not. The old file is only read: "
            "nothing in it is run and not a byte of it changes."
        ),
        ["reisekart repair claim.journey -o repaired.journey"],
    )


def _repair(file: Path, target: Path) -> None:
    from app.commands.keeping import expect_another, expect_journey_name
    from app.commands.progress import doing
    from app.recent import data_folder
    from storage.salvage import repair_file

    expect_another(file, target)
    expect_journey_name(target)
    with doing(_("Reading {file} …").format(file=file.name)):
        repaired = repair_file(file, target, data_folder())
    say(_("Made {file}.").format(file=target))
    for sentence in repaired.sentences():
        say(sentence)
