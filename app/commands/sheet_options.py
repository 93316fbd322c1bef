"""The options of `reisekart export` that spread a map over sheets, and those for trimming."""

from __future__ import annotations

import click

from app.commands.number import length_between, number_between
from resources.words import _

_COLUMN = 60.0  # as `journey.layout.sizes` has it, which is not loaded only to print a help


def sheet_options() -> list[click.Parameter]:
    """The options in the language being spoken."""
    return [*_spread_options(), *_page_options(), *_shape_options()]


def overlap_option() -> click.Option:
    """How far sheets lie over one another, in mm: for each command that spreads a map over sheets."""
    return click.Option(
        ["--overlap"],
        type=length_between(0, 100),
        metavar="MM",
        default=10.0,
        show_default=True,
        help=_("How far sheets lie over one another; 10mm and 1cm do as well."),
    )


def _spread_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--sheets"],
            metavar="PAPER",
            help=_("Spread the map over sheets of this paper, read from 1.5 m if nothing else is said."),
        ),
        overlap_option(),
        click.Option(
            ["--marks"],
            type=click.Choice(["corner", "line", "none"]),
            default="corner",
            show_default=True,
            help=_("Where to cut sheets: marks at the corners, whole lines, or nothing."),
        ),
    ]


def _page_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--repeat-lanes"],
            is_flag=True,
            help=_("Repeat the names of the lanes at the left of each sheet."),
        ),
        click.Option(
            ["--no-page-map", "page_map"],
            is_flag=True,
            flag_value=False,
            default=True,
            help=_("Leave out the first page, which shows how the sheets hang."),
        ),
        click.Option(
            ["--each-its-file"], is_flag=True, help=_("Write each sheet as a file of its own: wall-A1.pdf …")
        ),
    ]


def _shape_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--column"],
            type=number_between(50, 240),
            metavar="MM",
            default=_COLUMN,
            show_default=True,
            help=_("How wide a step's column is on the map: in wider ones text needs fewer lines."),
        ),
        click.Option(
            ["--panel"],
            type=click.Choice(["auto", "beside", "below"]),
            default="auto",
            show_default=True,
            help=_("Where findings and actions stand: beside the map, below it, or as suits."),
        ),
        click.Option(
            ["--bleed"],
            type=number_between(0, 10),
            metavar="MM",
            default=0.0,
            help=_("Paper beyond the edge of one page or a roll, with marks to trim along, mm."),
        ),
    ]
