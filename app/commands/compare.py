"""`reisekart compare`: what was added, changed and removed since a version, or in another file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.command import Command, json_option, path_argument
from app.commands.saying import say, say_data
from resources.words import _

if TYPE_CHECKING:
    from journey.comparing import Difference


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "compare",
        _compare,
        [
            path_argument("file"),
            click.Option(
                ["--with", "wanted"],
                metavar="VERSION|FILE",
                required=True,
                help=_("A version by its name or number, a change as @14, or another journey file."),
            ),
            json_option(),
        ],
        _(
            "Say what was added, changed and removed since a version of a file, or since another file.\n\n"
            "Things are known again by what they are, not by what they are called, so a card that was "
            "moved and written anew is told as one that changed."
        ),
        [
            'reisekart compare claim.journey --with "Before lunch"',
            "reisekart compare claim.journey --with @14",
            "reisekart compare claim.journey --with last-year.journey --json",
        ],
    )


def _compare(file: Path, wanted: str, as_json: bool) -> None:
    from app.opening import opened_to_read
    from app.states import state_or_file
    from journey.comparing import compare

    with opened_to_read(file) as opened:
        words, then = state_or_file(opened, wanted)
        differences = compare(then, opened.map)
    if as_json:
        told = json.dumps(
            {"with": words, "differences": _as_plain(differences)}, ensure_ascii=False, indent=1
        )
        say_data(f"{told}\n")
        return
    for line in _report(words, differences):
        say(line)


def _report(words: str, differences: Sequence[Difference]) -> Iterator[str]:
    from app.difference_words import fate_words, tally_words
    from journey.comparing import Fate, difference_words, of_fate

    yield _("Compared with: {words}").format(words=words)
    for fate in Fate:
        if found := of_fate(differences, fate):
            yield f"{fate_words(fate)}:"
        for one in found:
            yield f"  {one.words}"
            yield from (f"    {difference_words(detail)}" for detail in one.details)
    yield tally_words(differences)


def _as_plain(differences: Sequence[Difference]) -> list[dict[str, Any]]:
    return [
        {
            "what": one.key,
            "became": str(one.fate),
            "words": one.words,
            "details": [
                {"what": detail.what, "before": detail.before, "after": detail.after}
                for detail in one.details
            ],
        }
        for one in differences
    ]
