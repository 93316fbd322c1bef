"""A file of many pages, and how it is damaged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from journey.model import Change, MapData, adding
from storage import JourneyFile
from tests.builders import a_card
from tests.storage.maps import everything, written
from tests.storage.tampering import tampered

PAGE = 4096


@cache
def whole() -> tuple[bytes, MapData]:
    """A file of eighty pages with a history, and its map."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "whole.journey"
        with JourneyFile.create(path, everything().records()) as file:
            for number in range(60):
                file.document().do(edit(file.map, number))
            file.document().undo()
            map_data = file.map
        return path.read_bytes(), map_data


def edit(map_data: MapData, number: int) -> Change:
    text = f"{number} " + "Venter på svar. " * (number % 9)
    if number % 3:
        return adding(f"Add {number}", [a_card(f"new-{number}", "touchpoints", "step-2", text=text)])
    return written(map_data, text)


def without(data: bytes, *pages: int) -> bytes:
    """The bytes of a file, these pages (from 1) being nothing but zeros."""
    spoilt = bytearray(data)
    for page in pages:
        spoilt[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return bytes(spoilt)


def forged(path: Path, *statements: str) -> bytes:
    """What a file holds to which another program did this against the file's own rules."""
    tampered(path, "pragma foreign_keys = off", "pragma ignore_check_constraints = on", *statements)
    return path.read_bytes()


def share(repaired: MapData, expected: MapData) -> float:
    """How much of a map came back exactly."""
    records = list(expected.records())
    return sum(map(repaired.holds, records)) / len(records)
