"""Paint the samples as they come out of the printer: `make docs` writes docs/pictures anew."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.printing.prints import pictures_of
from app.printing.wall import sheet
from export.json_in import read_json
from export.paper.pages import plan
from export.paper.papers import Paper
from export.paper.png import write_png
from journey.model import map_of
from resources.samples import SAMPLES, sample_bytes

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 1600
"""Pixels: what a README shows, twice."""

_PAPER = "roll:914mm"


def main(arguments: Sequence[str] | None = None) -> None:
    """Paint the samples that are named, or all."""
    parser = ArgumentParser(description="Paint the samples.")
    parser.add_argument("samples", nargs="*", metavar="SAMPLE", help=", ".join(SAMPLES))
    parser.add_argument("--into", type=Path, default=PICTURES, help="the folder for the pictures")
    wanted = parser.parse_args(arguments)
    wanted.into.mkdir(parents=True, exist_ok=True)
    for name in wanted.samples or SAMPLES:
        target = wanted.into / f"{name}.png"
        paint_sample(name, target)
        sys.stdout.write(f"{target}\n")


def paint_sample(name: str, target: Path) -> None:
    """Write the first journey of a sample as its wall print; raises KeyError if there is no such sample."""
    map_data = map_of(read_json(sample_bytes(name)).records)
    journey = map_data.journeys()[0]
    printed = sheet(map_data, journey, None, partial(plan, paper=Paper.parse(_PAPER)))
    dots_an_inch = WIDTH / (printed.plan.pages[0].w / 25.4)
    write_png([printed.drawing], [printed.plan], target, dpi=dots_an_inch, pictures=pictures_of(map_data))


if __name__ == "__main__":
    main()
