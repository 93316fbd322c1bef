"""What was written on the wall gets back into the file with one command, which leaves one backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.recent import data_folder
from journey.model import Card
from storage import JourneyFile
from storage.backups import BackupKind, backups_of
from tests.app.conftest import Typed
from tests.storage.maps import everything


def test_a_note_is_one_step_and_one_backup(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    records = {one.id: one for one in everything().records()}
    call = records["call"]
    assert isinstance(call, Card)
    JourneyFile.create(path, {**records, "call": replace(call, code="T1", text="Ring")}.values()).close()
    done = typed("note", path, "t1", "call", "back")
    assert (done.exit_code, done.output) == (0, "Note at T1 “Ring”: call back\n")
    with JourneyFile.open(path, read_only=True) as file:
        assert file.map.of(Card)["call"].note == "call back"
        assert len(file.history) == 1
    (backup,) = backups_of(file.document_id, data_folder())
    assert (backup.revision, backup.kind) == (1, BackupKind.CLOSED)
