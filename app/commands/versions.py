"""`reisekart versions`: the states of a file that one can compare with and go back to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.command import Command, json_option, path_argument
from app.commands.saying import say, say_data
from resources.words import _, _n

if TYPE_CHECKING:
    from app.states import State
    from storage import JourneyFile


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "versions",
        _versions,
        [path_argument("file"), json_option()],
        _(
            "List the versions of a journey file, and its backups on this computer.\n\n"
            "A version has a number and often a name; compare and restore take either, or a change of the "
            "history as @14. A backup is a whole file that can be opened like any other."
        ),
        ["reisekart versions claim.journey", "reisekart versions claim.journey --json"],
    )


def _versions(file: Path, as_json: bool) -> None:
    from app.opening import opened_to_read
    from app.recent import data_folder
    from app.states import backup_states, versions_of

    with opened_to_read(file) as opened:
        backups = backup_states(opened.document_id, data_folder())
        if as_json:
            told = json.dumps(_as_plain(opened, backups), ensure_ascii=False, indent=1)
            say_data(f"{told}\n")
            return
        for line in _listed(versions_of(opened), len(opened.history), backups):
            say(line)


def _listed(versions: list[State], steps: int, backups: list[State]) -> Iterator[str]:
    yield _n("{n} change in the history", "{n} changes in the history", steps).format(n=steps)
    yield _("Versions:") if versions else _("No versions yet.")
    for number, state in enumerate(versions, start=1):
        yield f"  {number:>3}  {_line(state)}"
    if backups:
        yield _("Backups:")
    for state in backups:
        yield f"       {_line(state)}"
        yield f"         {state.backup}"


def _line(state: State) -> str:
    from journey.layout.days import spoken_moment

    step = _("after change {step}").format(step=state.step)
    return ", ".join(filter(None, (state.words, spoken_moment(state.at), state.who, step)))


def _as_plain(file: JourneyFile, backups: list[State]) -> dict[str, Any]:
    versions = [
        {
            "number": number,
            "id": version.id,
            "name": version.name,
            "kind": str(version.kind),
            "step": version.entry,
            "at": version.at,
            "who": version.who,
            "note": version.note,
        }
        for number, version in enumerate(file.versions, start=1)
    ]
    kept = [
        {"path": str(one.backup), "step": one.step, "at": one.at.isoformat() if one.at else ""}
        for one in backups
    ]
    return {"steps": len(file.history), "versions": versions, "backups": kept}
