"""The command line: which commands there are, what language it speaks, how it says what went wrong."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from app import VERSION
from app.commands import (
    check,
    compare,
    copying,
    demo,
    export,
    importing,
    merging,
    new,
    note,
    plan,
    repair,
    restore,
    show,
    versions,
    window,
)
from app.commands.click_words import teach_click
from app.commands.saying import complain, output_finds_room, say
from journey.model.refused import Refused
from resources.errors import Fault
from resources.words import LANGUAGES, _, nearest, speaking

_REPAIRED = frozenset({"damaged", "parts"})
"""Kinds of faults of files that can be repaired."""
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells expect it."""


class Program(click.Group):
    """All commands. What the world or a rule refuses becomes one sentence and exit status 1."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; a file in its place is to be opened."""
        if args and args[0] not in self.commands and _names_a_file(args[0]):
            args = [window.NAME, *args]
        return super().resolve_command(ctx, args)

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Do what was typed, and end with its status."""
        try:
            return super().main(*arguments, **options)
        except (Fault, Refused) as wrong:
            complain(" ".join(filter(None, (wrong.sentence, _way_on(wrong)))))
            sys.exit(1)

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the options, which print the help or the version."""
        with output_finds_room():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def main() -> None:
    """Run what was typed, in the language of the one who typed it."""
    _tolerate_every_letter()
    try:
        with speaking(language_of(sys.argv[1:], os.environ)):
            teach_click()
            program().main(prog_name="reisekart")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def program() -> Program:
    """The command line in the language being spoken."""
    files = (window, demo, new, importing, copying, merging, note, versions, compare, restore, repair)
    commands = [it.command() for it in (*files, show, check, export, plan)]
    return Program(
        "reisekart",
        commands={str(command.name): command for command in commands},
        params=[_language_option(), _version_option()],
        invoke_without_command=True,
        callback=_open_start_screen,
        help=_(
            "Customer journey maps and service blueprints, drawn while the workshop talks.\n\n"
            "A map is one .journey file. Every command tells more: reisekart export --help"
        ),
    )


@click.pass_context
def _open_start_screen(ctx: click.Context) -> None:
    """Without a command the window opens."""
    if ctx.invoked_subcommand is None:
        window.show_window()


def _way_on(wrong: Fault | Refused) -> str:
    """What can be typed next, where that is known."""
    if getattr(wrong, "kind", "") not in _REPAIRED:
        return ""
    return _("To do so: reisekart repair FILE -o NEW.journey")


def _names_a_file(word: str) -> bool:
    """Whether a word in a command's place is a file: by its ending, or because it is there."""
    return Path(word).suffix.lower() == ".journey" or Path(word).is_file()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak: the --language before the command, else that of the environment.

    It has to be known before anything is parsed, because the help is made of words too.
    """
    for place, option in enumerate(arguments):
        if option == "--language":
            return "".join(arguments[place + 1 : place + 2])
        if option.startswith("--language="):
            return option.partition("=")[2]
        if not option.startswith("-"):
            break
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return nearest(next(filter(None, said), ""))


def _language_option() -> click.Option:
    return click.Option(
        ["--language"],
        metavar="LANGUAGE",
        expose_value=False,
        callback=_known_language,
        help=_("Language of messages: {languages}. Otherwise as LC_ALL or LANG says.").format(
            languages=", ".join(LANGUAGES)
        ),
    )


def _known_language(_ctx: click.Context, _option: click.Parameter, tag: str | None) -> None:
    if tag is not None and nearest(tag) == "en" and not tag.lower().startswith("en"):
        sentence = _("“{tag}” is none of {languages}.")
        raise click.BadParameter(sentence.format(tag=tag, languages=", ".join(LANGUAGES)))


def _version_option() -> click.Option:
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_tell_version,
        help=_("Print the version and end."),
    )


def _tell_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        say(f"reisekart {VERSION}")
        ctx.exit()


def _tolerate_every_letter() -> None:
    """Let output through that the terminal's encoding has no letters for, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
