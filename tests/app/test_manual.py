"""The manual is true: its commands are those there are, and say what it shows.

Where an output changed, `pytest tests/app/test_manual.py --update-golden` writes it anew.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import program
from journey.ids import counted
from tests.app.conftest import Typed
from tests.repository import REPOSITORY

MANUAL = REPOSITORY / "docs" / "manual" / "commands.md"
BLOCK = re.compile(r"^```(console|text)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


def told(typed: Typed, command: str) -> list[str]:
    """What a command says, on either channel."""
    result = typed(*shlex.split(command)[1:])
    return (result.stdout + result.stderr).splitlines()


def shown(lines: list[str], like: list[str]) -> list[str]:
    """Lines with as many left out as in the manual."""
    if LEFT_OUT not in like:
        return lines
    head = like.index(LEFT_OUT)
    tail = len(like) - head - 1
    return [*lines[:head], LEFT_OUT, *lines[len(lines) - tail :]]


def steps(block: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block, each with the output that stands below it."""
    for step in block.split("$ ")[1:]:
        command, *output = step.splitlines()
        yield command, output


def replayed(typed: Typed, block: re.Match[str]) -> str:
    """A block as it reads after its commands were run, or its file was written."""
    if block[1] == "text":
        Path(block[2]).write_text(block[3], encoding="utf-8")
        return block[0]
    lines = [
        line
        for command, output in steps(block[3])
        for line in (f"$ {command}", *shown(told(typed, command), output))
    ]
    return "\n".join(["```console", *lines, "```"])


def test_the_manual_shows_what_the_commands_say(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with counted("card"):
        now = BLOCK.sub(lambda block: replayed(typed, block), manual)
    if request.config.getoption("--update-golden"):
        MANUAL.write_text(now, encoding="utf-8", newline="\n")
    assert MANUAL.read_text(encoding="utf-8") == now


def test_every_command_has_its_chapter_and_every_chapter_its_command() -> None:
    chapters = re.findall(r"^## (\S+)$", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)
    assert chapters == list(program().commands)


def test_every_option_is_in_the_manual() -> None:
    """Of `--auto` nobody needs to be told: it is what happens anyway."""
    manual = MANUAL.read_text(encoding="utf-8")
    options = {
        spelling
        for command in program().commands.values()
        for option in command.params
        for spelling in option.opts
        if spelling.startswith("--")
    }
    assert {one for one in options if f"{one}" not in manual} == {"--auto", "--output"}


@pytest.mark.parametrize(
    "name",
    ["README.md", *(f"docs/manual/{page}.md" for page in ("commands", "editor", "keys", "prints", "wall"))],
)
def test_what_a_page_points_to_is_there(name: str) -> None:
    page = REPOSITORY / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    pictures = {"docs/pictures/water-damage.png"}  # painted from the map itself, by its own command
    missing = [link for link in links if not (page.parent / link).exists() and link not in pictures]
    assert missing == []
