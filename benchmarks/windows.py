"""The whole window in a process of its own: how soon it can be used, its memory, its longest pause."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.screen_theirs import TheirScreen
from benchmarks.table import Row
from export.json_in import read_json
from journey.model import Card, MapData, map_of
from resources.samples import sample_bytes
from storage import JourneyFile

MOST_MEMORY, MOST_TO_START, LONGEST_PAUSE = 200.0, 1.0, 50.0
_AIMED_AT = 10_000
_REPOSITORY = Path(__file__).parent.parent


def sample_rows(rounds: int) -> Iterator[Row]:
    """The sample workshop: its start in seconds of work, and a busy minute in it."""
    sample = map_of(read_json(sample_bytes("water-damage")).records)
    cards = len(sample.of(Card))
    with TemporaryDirectory() as folder:
        JourneyFile.create(_file(folder), sample.records()).close()
        _run("start", folder)  # after which every module stands there compiled, as once it is installed
        ours = median(_run("start", folder)[0] for _round in range(rounds))
        theirs = median(_run("reference", folder)[0] for _round in range(rounds))
        _start, pause, work, *_memory = _run("minute", folder)
    case = "window, start with the sample"
    yield Row(case, cards, ours, "s", f"{TheirScreen.name} alone", theirs, limit=MOST_TO_START)
    yield Row("window, longest pause of a minute", cards, pause, "ms", limit=LONGEST_PAUSE)
    yield Row("window, most work between two events", cards, work, "ms", limit=LONGEST_PAUSE)


def window_rows(map_data: MapData, _rounds: int) -> Iterator[Row]:
    """A large map: the most memory until it is shown, and until findings are; the longest pause."""
    cards = len(map_data.of(Card))
    with TemporaryDirectory() as folder:
        JourneyFile.create(_file(folder), map_data.records()).close()
        _run("start", folder)  # compiling takes memory that an installed program never needs
        *_times, memory, told = _run("start", folder)
        *_times, theirs = _run("reference", folder)
        _start, pause, work, *_memory = _run("minute", folder)
    limit = MOST_MEMORY if cards == _AIMED_AT else None
    case, other = "window, memory", f"{TheirScreen.name} alone"
    yield Row(case, cards, memory, "MB", other, theirs, limit=limit)
    yield Row("window, memory once findings are told", cards, told, "MB", other, theirs)
    yield Row("window, longest pause of a minute", cards, pause, "ms")
    yield Row("window, most work between two events", cards, work, "ms")


def _file(folder: str) -> Path:
    return Path(folder) / "large.journey"


def _run(what: str, folder: str) -> tuple[float, ...]:
    """Seconds of work until it was shown, the longest pause and the work in one, ms, the most memory, MB.

    The memory until it was shown, and until the end.
    """
    own = {f"XDG_{kind}_HOME": str(Path(folder) / kind) for kind in ("CONFIG", "DATA", "STATE")}
    command = [sys.executable, "-m", "benchmarks.window_minute", what, str(_file(folder))]
    env = {**os.environ, **own, "LANGUAGE": "en", "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    told = subprocess.run(command, cwd=_REPOSITORY, env=env, capture_output=True, check=True, text=True)
    return tuple(float(one) for one in told.stdout.split())
