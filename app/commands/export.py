"""`reisekart export`: a journey on paper, as a picture or as another program's file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from app.commands.audience_options import (
    GOES_WITH_SET,
    audience_of,
    audience_options,
    expect_fitting_print,
    usual_paper,
)
from app.commands.command import Command, force_option, output_option, path_argument
from app.commands.number import number_between
from app.commands.saying import say
from app.commands.sheet_options import sheet_options
from app.print_name import FORMATS
from resources.words import _

_ON_PAPER = frozenset({".pdf", ".png"})
_GOES_WITH: dict[str, frozenset[str]] = {
    **dict.fromkeys(("paper", "orientation", "margin", "read_from"), _ON_PAPER),
    "scale": _ON_PAPER | {".svg"},
    **dict.fromkeys(("column", "panel"), _ON_PAPER | {".svg"}),
    **dict.fromkeys(("sheets", "each_its_file", "bleed", "archive"), frozenset({".pdf"})),
    **dict.fromkeys(("hide", "second_language"), _ON_PAPER | {".svg"}),
    "every": frozenset({".pdf"}),
    "dpi": frozenset({".png"}),
    "journey": FORMATS - {".json"},
}
"""Which formats an option has a meaning for, where it has none for some."""
_OF_SHEETS = frozenset({"overlap", "marks", "repeat_lanes", "page_map", "each_its_file"})
_APART = (
    *(("scale", "read_from"), ("journey", "every"), ("sheets", "paper"), ("sheets", "every")),
    *(("sheets", "bleed"),),
)
_ALSO_READ = frozenset({".mmd", ".csv", ".json"})
"""Formats that `reisekart import` reads: a file of that kind may be somebody's own, so it stays."""


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "export",
        _export,
        [
            path_argument("file"),
            output_option(
                _("The file to write: .pdf, .svg, .png, .mmd, .csv or .json. An older print is replaced.")
            ),
            *_paper_options(),
            *_size_options(),
            *sheet_options(),
            *audience_options(),
            *_choice_options(),
            force_option(_("Replace the file if it is there already.")),
        ],
        _(
            "Write a journey as PDF, picture, Mermaid, CSV or JSON.\n\n"
            "The ending of the name says which. A PDF has the journey at the size of its paper, with its "
            "findings, actions and legend; JSON has the whole file, without loss."
        ),
        [
            "reisekart export claim.journey -o wall.pdf --paper roll:914mm",
            "reisekart export claim.journey -o wall.pdf --paper A0 --read-from 0.7",
            "reisekart export claim.journey -o sheets.pdf --sheets A3 --overlap 10mm --marks line",
            "reisekart export claim.journey -o prints/ --set",
            "reisekart export claim.journey -o owners.pdf --print owners --hide names",
            "reisekart export claim.journey -o cards.pdf --print cards --card-size 127x76mm --blank",
            "reisekart export claim.journey -o all.pdf --all --paper A3 --landscape",
            "reisekart export claim.journey -o claim.png --paper A3 --dpi 200",
            "reisekart export claim.journey -o claim.csv",
        ],
    )


def _paper_options() -> list[click.Parameter]:
    papers = _(
        "A0 to A5, ANSI-C to ANSI-E, ARCH-C to ARCH-E1, a size as 420x297mm, or a roll as roll:914mm; "
        "cm and in do as well."
    )
    return [
        click.Option(["--paper"], metavar="PAPER", default="A0", show_default=True, help=papers),
        click.Option(
            ["--landscape", "orientation"], flag_value="landscape", help=_("Lay the paper on its long side.")
        ),
        click.Option(
            ["--portrait", "orientation"], flag_value="portrait", help=_("Stand the paper on its short side.")
        ),
        click.Option(
            ["--auto", "orientation"],
            flag_value="auto",
            default="auto",
            help=_("Turn the paper as suits the map; this is the usual way."),
        ),
        click.Option(
            ["--margin"],
            type=number_between(0, 500),
            metavar="MM",
            default=10.0,
            show_default=True,
            help=_("White edge, mm."),
        ),
    ]


def _size_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--read-from"],
            type=number_between(0.1, 50),
            metavar="METRES",
            help=_(
                "Make the smallest text large enough to read from so far away, instead of fitting the paper."
            ),
        ),
        click.Option(
            ["--scale"],
            type=number_between(0.01, 100),
            metavar="NUMBER",
            help=_("Millimetres of paper for a millimetre of the map, instead of fitting the paper."),
        ),
        click.Option(
            ["--dpi"],
            metavar="DPI",
            type=click.IntRange(10, 2400),
            default=150,
            show_default=True,
            help=_("Points an inch, of a PNG."),
        ),
    ]


def _choice_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--journey"],
            metavar="NAME_OR_NUMBER",
            help=_("Which journey of the file; otherwise the first."),
        ),
        click.Option(
            ["--all", "every"], is_flag=True, help=_("Every journey of the file, a page each, in a PDF.")
        ),
        click.Option(
            ["--pdf-a", "archive"],
            type=click.Choice(["1b", "2b"]),
            help=_("A PDF to be kept for decades: PDF/A-1b, or PDF/A-2b, which has layers."),
        ),
    ]


def _export(file: Path, target: Path, force: bool, **options: Any) -> None:
    ctx = click.get_current_context()
    if options.pop("whole_set"):
        _export_set(file, target, force, options)
        return
    _expect_fitting(target, ctx)
    from app.commands.keeping import expect_another, expect_new
    from app.commands.progress import doing
    from app.opening import opened
    from app.printing.publishing import publish
    from app.printing.wishes import Wishes

    expect_another(file, target)
    if target.suffix.lower() in _ALSO_READ:
        expect_new(target, force)
    audience = audience_of(options)
    if "paper" not in _given(ctx):
        options["paper"] = usual_paper(audience)
    for line in publish(opened(file), target, Wishes(audience=audience, **options), doing):
        say(line)


def _export_set(file: Path, folder: Path, force: bool, options: dict[str, Any]) -> None:
    """Write every print into a folder; raise a usage error for an option that only one of them has."""
    ctx = click.get_current_context()
    for name in sorted(_given(ctx) - GOES_WITH_SET):
        sentence = _("{one} and {other} do not go together.")
        raise click.UsageError(sentence.format(one="--set", other=_spelled(ctx, name)))
    from app.commands.progress import doing
    from app.opening import opened
    from app.printing.export_set import publish_set
    from app.printing.wishes import Wishes
    from export.folder import FolderTaken

    audience = audience_of(options)
    wishes = Wishes(audience=audience, **options)
    try:
        for line in publish_set(opened(file), folder, wishes, doing, replace_old=force):
            say(line)
    except FolderTaken as taken:
        raise FolderTaken(taken.sentence + " " + _("With --force its prints are replaced.")) from None


def _expect_fitting(target: Path, ctx: click.Context) -> None:
    """Raise a usage error for an unknown format, or an option that has no meaning with it or another."""
    suffix = target.suffix.lower()
    if suffix not in FORMATS:
        sentence = _("The name of the file to write must end in {formats}; “{name}” does not.")
        raise click.UsageError(sentence.format(formats=", ".join(sorted(FORMATS)), name=target.name))
    given = _given(ctx)
    expect_fitting_print(ctx.params["what"], suffix, given, lambda name: _spelled(ctx, name))
    for name in sorted(given & _GOES_WITH.keys()):
        if suffix not in _GOES_WITH[name]:
            sentence = _("{option} has no meaning for {suffix} files.")
            raise click.UsageError(sentence.format(option=_spelled(ctx, name), suffix=suffix))
    for one, other in _APART:
        if {one, other} <= given:
            sentence = _("{one} and {other} do not go together.")
            raise click.UsageError(sentence.format(one=_spelled(ctx, one), other=_spelled(ctx, other)))
    for name in sorted(given & _OF_SHEETS):
        if "sheets" not in given:
            sentence = _("{option} is for sheets: say on which paper with --sheets.")
            raise click.UsageError(sentence.format(option=_spelled(ctx, name)))


def _given(ctx: click.Context) -> set[str]:
    """The names of the options that were typed."""
    return {name for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}


def _spelled(ctx: click.Context, name: str) -> str:
    """An option as it was typed, or would be."""
    spellings = [it.opts[0] for it in ctx.command.params if it.name == name]
    return " / ".join(spellings)
