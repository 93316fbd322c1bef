"""`reisekart import`: a map from Mermaid, a sheet or JSON."""

from __future__ import annotations

from pathlib import Path

from app.commands.command import Command, force_option, output_option, path_argument
from app.commands.saying import say
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "import",
        _import,
        [
            path_argument("source"),
            output_option(_("The journey file to make.")),
            force_option(_("Replace the journey file if it is there already.")),
        ],
        _(
            "Make a journey file from Mermaid, CSV or JSON.\n\n"
            "Mermaid is a journey diagram (.mmd), CSV a sheet with one row a card (.csv, .tsv), JSON what "
            "`reisekart show --json` prints. What could not be taken as it stood is said line by line."
        ),
        [
            "reisekart import checkout.mmd -o checkout.journey",
            "reisekart import cards.csv -o claim.journey --force",
            "reisekart import claim.json -o copy.journey",
        ],
    )


def _import(source: Path, target: Path, force: bool) -> None:
    from app.commands.keeping import expect_another, keep
    from app.commands.progress import doing
    from app.commands.tally import tally
    from export.reading import read_source
    from journey.model import map_of

    expect_another(source, target)
    with doing(_("Reading {file} …").format(file=source.name)):
        imported = read_source(source)
    with doing(_("Writing {file} …").format(file=target.name)):
        keep(target, imported.records, force)
    say(_("Made {file}: {tally}").format(file=target, tally=tally(map_of(imported.records))))
    for notice in imported.notices:
        line = _("line {line}: {message}") if notice.line else _("whole file: {message}")
        say(line.format(line=notice.line, message=notice.message))
