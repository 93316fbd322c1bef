"""`reisekart check`: what the map itself says."""

from __future__ import annotations

import json
from pathlib import Path

from app.commands.command import Command, json_option, path_argument
from app.commands.saying import say, say_data
from resources.words import _


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "check",
        _check,
        [path_argument("file"), json_option()],
        _(
            "Print what the map itself says.\n\n"
            "Moments of truth nobody owns, drops in feeling, pains without a plan, open gaps: gravest first. "
            "Findings are no fault, so the exit status is 0."
        ),
        ["reisekart check claim.journey", "reisekart check claim.journey --json"],
    )


def _check(file: Path, as_json: bool) -> None:
    from app.commands.findings import as_plain, findings_of, report
    from app.opening import opened

    map_data = opened(file).map
    found = findings_of(map_data)
    if as_json:
        told = json.dumps({"findings": as_plain(found)}, ensure_ascii=False, indent=1)
        say_data(f"{told}\n")
        return
    for line in report(map_data, found):
        say(line)
