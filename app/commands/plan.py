"""`reisekart plan`: the best ways to print a map for a wall, from the papers at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.command import Command, json_option, path_argument
from app.commands.number import number_between
from app.commands.saying import say, say_data
from app.commands.sheet_options import overlap_option
from export.lengths import size_typed
from resources.words import _

if TYPE_CHECKING:
    from export.paper.planning import Proposal, Wanted
    from journey.model import MapData


def command() -> Command:
    """The command in the language being spoken."""
    return Command(
        "plan",
        _plan,
        [
            path_argument("file"),
            *_wall_options(),
            click.Option(
                ["--paper", "papers"],
                metavar="PAPER,PAPER",
                default="A0,A3,roll:914mm",
                show_default=True,
                help=_("The papers at hand, as export takes them, with commas between them."),
            ),
            overlap_option(),
            click.Option(
                ["--journey"],
                metavar="NAME_OR_NUMBER",
                help=_("Which journey of the file; otherwise the first."),
            ),
            json_option(),
        ],
        _(
            "Say how a map can be printed so that it fits a wall and is read from where people stand.\n\n"
            "The best way comes first, each with the command that prints it. Columns are made wider where "
            "that keeps letters large enough."
        ),
        [
            "reisekart plan claim.journey --wall 3.2x1.4m --read-from 1.5m --paper roll:914mm,A3",
            "reisekart plan claim.journey --wall 5x2m --read-from 2 --title-from 8 --json",
        ],
    )


def _wall_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--wall"],
            type=_wall_size,
            metavar="WxH",
            default="3x1.5m",
            show_default=True,
            help=_("The wall, its width and height; in metres if nothing else is said."),
        ),
        _distance(
            "--read-from", _("From how far cards shall be readable."), default="1.5", show_default=True
        ),
        _distance("--steps-from", _("From how far the titles of steps shall be readable.")),
        _distance("--title-from", _("From how far the map's title shall be readable.")),
    ]


def _distance(name: str, about: str, **more: Any) -> click.Option:
    far = number_between(0.1, 50)
    return click.Option([name], type=lambda text: far(_bare(text)), metavar="METRES", help=about, **more)


def _bare(text: str) -> str:
    """A number of metres without its unit."""
    return str(text).strip().removesuffix("m")


def _wall_size(text: str) -> tuple[float, float]:
    """A wall's width and height in mm; a usage error for what is none."""
    size = size_typed(str(text), usual="m")
    if size is None or not all(200 <= side <= 100_000 for side in size):
        sentence = _("“{text}” is no wall: say its width and height like 3.2x1.4m, 0.2 to 100 m each.")
        raise click.BadParameter(sentence.format(text=text))
    return size


def _plan(file: Path, papers: str, journey: str | None, as_json: bool, **asked: Any) -> None:
    from app.opening import journey_called, opened
    from app.printing.planner import Shapes
    from export.paper.measuring import Reading
    from export.paper.papers import Paper
    from export.paper.planning import Wall, Wanted, propose
    from export.paper.tile_grid import Tiling

    at_hand = [Paper.parse(name) for name in papers.split(",") if name.strip()]
    reading = Reading(asked["read_from"], asked["steps_from"] or 0.0, asked["title_from"] or 0.0)
    wanted = Wanted(Wall(*asked["wall"]), reading, Tiling(asked["overlap"]))
    it = opened(file)
    chosen = journey_called(it.map, journey)
    proposals = propose(list(Shapes().of(it, chosen)), at_hand, wanted)
    number = str(it.map.journeys().index(chosen) + 1)
    if as_json:
        say_data(_as_json(proposals, wanted, it.map, (str(file), number)))
    else:
        for line in _as_text(proposals, wanted, it.map, (str(file), number)):
            say(line)


def _as_text(
    proposals: list[Proposal], wanted: Wanted, map_data: MapData, named: tuple[str, str]
) -> Iterator[str]:
    from app.printing.plan_words import export_line, facts, headline, size_line, warnings
    from app.printing.planner import wishes_for

    if not proposals:
        yield _("Nothing of this paper fits that wall.")
    file, journey = named
    for place, proposal in enumerate(proposals, start=1):
        yield f"{place}. {headline(proposal)} · {size_line(proposal)}"
        yield from (f"   {fact}" for fact in facts(proposal, map_data))
        yield from (f"   ! {warning}" for warning in warnings(proposal, wanted, map_data))
        yield f"   {export_line(file, wishes_for(proposal, wanted, journey))}"


def _as_json(proposals: list[Proposal], wanted: Wanted, map_data: MapData, named: tuple[str, str]) -> str:
    from app.printing.plan_words import export_line
    from app.printing.planner import as_plain, wishes_for

    file, journey = named
    plain = [
        as_plain(one, map_data) | {"export": export_line(file, wishes_for(one, wanted, journey))}
        for one in proposals
    ]
    return json.dumps({"proposals": plain}, ensure_ascii=False, indent=1) + "\n"
