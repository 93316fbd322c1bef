"""A program that is ended at any moment loses no edit that it said was saved."""

from __future__ import annotations

from pathlib import Path

from journey.model import Card
from storage import JourneyFile
from tests.killing import last_told
from tests.storage.maps import everything, text_of


def test_saved_edits_are_there_after_the_program_was_killed(path: Path) -> None:
    before = everything()
    JourneyFile.create(path, before.records()).close()
    last = 0
    for acknowledged in (1, 2, 17, 40, 71):
        last = last_told(acknowledged, "tests.storage.endless_writer", path)
        with JourneyFile.open(path) as file:
            assert file.saved_revision >= last
            assert file.map.of(Card)["call"].text == text_of(file.saved_revision)
    assert last > 100
    _undo_everything(path)
    with JourneyFile.open(path) as file:
        assert file.map == before


def _undo_everything(path: Path) -> None:
    with JourneyFile.open(path) as file:
        while file.document().next_undo is not None:
            file.document().undo()
