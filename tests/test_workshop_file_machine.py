"""A workshop at random, in a file that is closed and opened again at any moment."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import invariant, rule

from journey.document import Document
from storage.journey_file import JourneyFile
from tests.workshop_machine import WorkshopMachine


class FileMachine(WorkshopMachine):
    """The same workshop, kept in a file: what is on the disk is what is on the screen."""

    def opened(self) -> Document:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "workshop.journey"
        self.file = JourneyFile.create(self.path, self.start.records())
        return self.file.document()

    @rule()
    def close_and_open(self) -> None:
        before, undo, redo = self.map, self.document.next_undo, self.document.next_redo
        revision = self.document.revision
        self.file.close()
        self.file = JourneyFile.open(self.path)
        self.document = self.file.document()
        assert self.map == before
        assert self.document.revision == revision
        assert [entry and entry.number for entry in (self.document.next_undo, self.document.next_redo)] == [
            entry and entry.number for entry in (undo, redo)
        ]
        self.group_everything()

    @invariant()
    def every_edit_reaches_the_disk(self) -> None:
        self.file.wait_saved()
        assert self.file.saved_revision == self.document.revision

    def teardown(self) -> None:
        super().teardown()
        self.close_and_open()
        self.file.close()
        self.folder.cleanup()


TestWorkshopFile = FileMachine.TestCase
TestWorkshopFile.settings = settings(max_examples=8, stateful_step_count=25)
