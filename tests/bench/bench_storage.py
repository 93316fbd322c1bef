"""How long the file takes: a big map must open at once, and an edit be on the disk before anybody asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journey.model import Card, LaneKind, MapData
from storage import JourneyFile
from tests.builders import a_card, a_map
from tests.storage.maps import written

Measure = Callable[[str, Callable[[], object], float], None]


def a_map_of(cards: int) -> MapData:
    """So many cards over two hundred steps."""
    first = a_card("call", LaneKind.TOUCHPOINTS, "step-1", text="Ringer kundeservice og venter på svar")
    others = [
        replace(first, id=f"card-{it}", step=f"step-{it % 200 + 1}", code=f"T{it}") for it in range(cards)
    ]
    return a_map(10, 20, records=[first, *others])


def bench_a_big_file(measure: Measure, tmp_path: Path) -> None:
    whole = a_map_of(10_000)
    names = (tmp_path / f"{number}.journey" for number in range(100))
    measure(
        "create a file of 10,000 cards",
        lambda: JourneyFile.create(next(names), whole.records()).close(),
        1200,
    )
    measure("open a file of 10,000 cards", lambda: JourneyFile.open(tmp_path / "0.journey").close(), 600)


def bench_edits_one_after_another(measure: Measure, tmp_path: Path) -> None:
    with JourneyFile.create(tmp_path / "map.journey", a_map_of(300).records()) as file:
        texts = iter(range(1_000))

        def edits() -> None:
            for _edit in range(100):
                file.document().do(written(file.map, f"edit {next(texts)}"))
            file.wait_saved()

        measure("write 100 edits, each on the disk when the next begins", edits, 1000)
        assert file.map.of(Card)["call"].text == "edit 699"
