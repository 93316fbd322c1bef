"""Which copies beside a file are offered to be merged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from storage import JourneyFile
from storage.conflicted import conflicted_copies
from tests.storage.maps import everything, written


def copy_beside(file: JourneyFile, name: str, *texts: str) -> Path:
    """A copy of a file under a name beside it, with edits of its own."""
    copy = Path(shutil.copy(file.path, file.path.with_name(name)))
    with JourneyFile.open(copy) as other:
        for text in texts:
            other.document().do(written(other.map, text))
    return copy


@pytest.mark.parametrize(
    "name",
    [
        "map (Kari's conflicted copy 2026-03-01).journey",
        "map.sync-conflict-20260301-101500-ABCDEFG.journey",
        "map (Karis konfliktkopia).journey",
        "map-DESKTOP-7Q2.journey",
        "map (1).journey",
    ],
)
def test_a_copy_named_as_conflicted_with_edits_of_its_own_is_found(a_file: JourneyFile, name: str) -> None:
    copy = copy_beside(a_file, name, "Theirs")
    assert conflicted_copies(a_file.moment()) == (copy,)


@pytest.mark.parametrize("name", ["map (copy).journey", "mapped.journey", "other-conflict.journey"])
def test_a_copy_that_somebody_named_is_left_alone(a_file: JourneyFile, name: str) -> None:
    copy_beside(a_file, name, "Theirs")
    assert conflicted_copies(a_file.moment()) == ()


def test_a_copy_that_holds_nothing_new_is_left_alone(a_file: JourneyFile) -> None:
    copy_beside(a_file, "map (1).journey")
    a_file.document().do(written(a_file.map, "Mine"))
    assert conflicted_copies(a_file.moment()) == ()


def test_what_is_no_copy_is_left_alone(a_file: JourneyFile) -> None:
    beside = a_file.path.with_name
    beside("map conflict 1.journey").write_bytes(b"no map")
    beside("map conflict 2.journey").mkdir()
    beside("map conflict 3.journey").write_bytes(a_file.path.read_bytes()[:5000])
    with JourneyFile.create(beside("map conflict 4.journey"), everything().records()) as other:
        other.document().do(written(other.map, "Another map"))
    assert conflicted_copies(a_file.moment()) == ()
