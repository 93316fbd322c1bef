"""`reisekart note`: from the wall back to the file, by the code on a card."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.command import Command, path_argument
from app.commands.saying import say
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "note",
        _note,
        [
            path_argument("file"),
            click.Argument(["code"], metavar="CODE"),
            click.Argument(["text"], metavar="TEXT", nargs=-1, required=True),
            click.Option(["--journey"], metavar="TITLE", help=_("Which journey, by title or number.")),
        ],
        _(
            "Write down at a card what somebody wrote on its print.\n\n"
            "CODE is the short code at the card’s corner, TEXT goes below what is noted at the card already. "
            "It is one change that can be undone."
        ),
        [
            'reisekart note claim.journey T14 "call back the same day"',
            "reisekart note claim.journey t3 --journey 2 who answers at night?",
        ],
    )


def _note(file: Path, code: str, text: tuple[str, ...], journey: str | None) -> None:
    from app.opening import journey_called, opened_to_edit
    from journey.edits.wall_notes import note_at

    with opened_to_edit(file) as opened:
        document = opened.document()
        chosen = journey_called(document.map, journey).id if journey is not None else None
        document.do(note_at(document.map, code, " ".join(text), chosen))
        opened.wait_saved()
        say(f"{opened.history[-1].label}: {' '.join(text)}")
