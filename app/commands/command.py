"""What the commands have in common: help that ends with examples, and the arguments many of them take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from app.commands.saying import output_finds_room
from resources.words import _


class Command(click.Command):
    """A command whose help ends with examples, each a line one can type."""

    def __init__(
        self,
        name: str,
        run: Callable[..., Any],
        params: list[click.Parameter],
        says: str,
        examples: Sequence[str],
    ) -> None:
        super().__init__(name, params=params, callback=run, help=says)
        self.examples = tuple(examples)

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the options, which print the help."""
        with output_finds_room():
            return super().make_context(*arguments, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed, and say of the option that all commands have where it stands."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as wrong:
            if wrong.option_name != "--language":
                raise
            sentence = _("--language stands before the command: reisekart --language nb {command} …")
            raise click.UsageError(sentence.format(command=self.name), ctx) from None

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own however long."""
        with formatter.section(_("Examples")):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")


def path_argument(name: str) -> click.Argument:
    """A file or folder that must be named; what is wrong with it, the one who opens it will say."""
    return click.Argument([name], type=click.Path(path_type=Path), metavar=name.upper())


def output_option(says: str) -> click.Option:
    """`-o FILE`: where the result goes."""
    return click.Option(
        ["-o", "--output", "target"],
        type=click.Path(path_type=Path),
        metavar="FILE",
        required=True,
        help=says,
    )


def force_option(says: str) -> click.Option:
    """`--force`: replace what is there already."""
    return click.Option(["--force"], is_flag=True, help=says)


def json_option() -> click.Option:
    """`--json`: for programs instead of people."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON, for other programs."))
