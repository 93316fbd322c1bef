"""`reisekart copy`: a copy of a file, whole or without what others need not know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.command import Command, force_option, output_option, path_argument
from app.commands.saying import say
from resources.words import _, _n

if TYPE_CHECKING:
    from storage import JourneyFile


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "copy",
        _copy,
        [
            path_argument("file"),
            output_option(_("The journey file to make.")),
            click.Option(
                ["--clean"], is_flag=True, help=_("Without history, versions, names of people and quotes.")
            ),
            click.Option(["--keep-names"], is_flag=True, help=_("With --clean: keep the names of people.")),
            click.Option(["--keep-quotes"], is_flag=True, help=_("With --clean: keep what people said.")),
            force_option(_("Replace the journey file if it is there already.")),
        ],
        _(
            "Copy a journey file.\n\n"
            "The copy has the whole history and can be merged with the file later. With --clean it has none: "
            "it holds the map without the names of the facilitator, of participants and of owners who are "
            "persons, without contacts, quotes, and what interviews and verdicts say. The bytes of the copy "
            "are then searched for what was left out."
        ),
        [
            "reisekart copy claim.journey -o group-2.journey",
            "reisekart copy claim.journey -o for-the-supplier.journey --clean",
            "reisekart copy claim.journey -o board.journey --clean --keep-quotes",
        ],
    )


def _copy(file: Path, target: Path, clean: bool, keep_names: bool, keep_quotes: bool, force: bool) -> None:
    from app.commands.keeping import expect_another, expect_journey_name, expect_new
    from app.opening import opened_to_read
    from storage import JourneyFile

    if (keep_names or keep_quotes) and not clean:
        raise click.UsageError(_("--keep-names and --keep-quotes go with --clean."))
    expect_another(file, target)
    expect_journey_name(target)
    expect_new(target, force)
    if clean:
        with opened_to_read(file) as opened:
            _copy_clean(opened, target, people=not keep_names, quotes=not keep_quotes)
        return
    with JourneyFile.open(file) as opened:
        opened.save_copy(target)
        say(_("Made {file}, with the whole history.").format(file=target))


def _copy_clean(file: JourneyFile, target: Path, people: bool, quotes: bool) -> None:
    from app.commands.tally import tally
    from journey.sharing import LeftOut, cleaned
    from storage.clean_copy import write_clean_copy

    clean = cleaned(file.map, LeftOut(people, quotes))
    write_clean_copy(clean, target)
    say(_("Made {file}: {tally}").format(file=target, tally=tally(clean.map)))
    left = len(clean.removed)
    said = _n("{n} text was left out, and is not in it.", "{n} texts were left out, and are not in it.", left)
    say(said.format(n=left))
    for remark in clean.remarks:
        say(remark)
