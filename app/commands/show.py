"""`reisekart show`: what is in a file, as an outline or as JSON."""

from __future__ import annotations

from pathlib import Path

from app.commands.command import Command, json_option, path_argument
from app.commands.saying import say, say_data
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "show",
        _show,
        [path_argument("file"), json_option()],
        _(
            "Print what is in a journey file.\n\n"
            "Stages, steps, the cards of each step by lane, feelings and owners. With --json everything "
            "there is, without loss; `reisekart import` reads it back."
        ),
        ["reisekart show claim.journey", "reisekart show claim.journey --json > claim.json"],
    )


def _show(file: Path, as_json: bool) -> None:
    from app.commands.outline import outline
    from app.opening import opened
    from export.json_out import write_json

    map_data = opened(file).map
    if as_json:
        say_data(write_json(map_data))
        return
    for line in outline(map_data):
        say(line)
