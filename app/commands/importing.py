"""`reisekart import`: a map from Mermaid, a sheet or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.command import Command, force_option, output_option, path_argument
from app.commands.saying import say
from resources.words import _

if TYPE_CHECKING:
    from journey.model import Record


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "import",
        _import,
        [
            path_argument("source"),
            output_option(_("The journey file to make.")),
            click.Option(["--title"], help=_("What the map is called; otherwise as the source says.")),
            click.Option(
                ["--language"],
                metavar="TAG",
                help=_(
                    "Language of the map, as nb or en-GB; otherwise that of a sheet’s headings or of the "
                    "messages."
                ),
            ),
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
            'reisekart import kort.csv -o kunde.journey --title "Skade hjemme" --language nb',
            "reisekart import claim.json -o copy.journey",
        ],
    )


def _import(source: Path, target: Path, title: str | None, language: str | None, force: bool) -> None:
    from app.commands.keeping import expect_another, expect_journey_name, keep
    from app.commands.progress import doing
    from app.commands.tally import tally
    from app.print_name import FORMATS
    from export.reading import read_source
    from journey.edits import check_language
    from journey.model import map_of

    expect_another(source, target)
    expect_journey_name(target, FORMATS)
    if language is not None:
        check_language(language)
    with doing(_("Reading {file} …").format(file=source.name)):
        imported = read_source(source, language)
    with doing(_("Writing {file} …").format(file=target.name)):
        records = _entitled(imported.records, title)
        keep(target, records, force)
    say(_("Made {file}: {tally}").format(file=target, tally=tally(map_of(records))))
    for notice in imported.notices:
        line = _("line {line}: {message}") if notice.line else _("whole file: {message}")
        say(line.format(line=notice.line, message=notice.message))


def _entitled(records: Sequence[Record], title: str | None) -> tuple[Record, ...]:
    """The records of a map, and of the journeys called like it, under another title if one is given."""
    from journey.clean import one_line
    from journey.model import Journey, Workshop

    before = [one.title for one in records if isinstance(one, Workshop)]
    wanted = one_line(title or "")
    return tuple(
        replace(one, title=wanted)
        if wanted and isinstance(one, Workshop | Journey) and one.title in before
        else one
        for one in records
    )
