"""Whatever stands in a file is shown as it stands: no tag in it is obeyed, and nothing is fetched for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.windows import Windows
from export.json_in import read_json
from journey.model import Card, Feeling, Journey, Lane, Link, Owner, Persona, Record, Stage, Step
from resources.samples import sample_bytes
from storage import JourneyFile
from tests.app.window.conftest import shown, start_of

TAG = '<img src="file:///somebody/else.png"><b>bold</b>'
WORDS = ("title", "name", "text", "note", "purpose", "label", "word", "quote", "says", "comment", "channel")
SHOWN = ("history", "versions", "export", "table", "personas", "owners", "findings", "measures", "evidence")


def hostile(record: Record) -> Record:
    values: dict[str, Any] = {name: TAG for name in WORDS if isinstance(getattr(record, name, None), str)}
    return replace(record, **values)


def obeyed(window: QWidget) -> set[str]:
    labels = {
        f"label {label.text()}"
        for label in window.findChildren(QLabel)
        if "<" in label.text() and label.textFormat() != Qt.TextFormat.PlainText
    }
    return labels | {
        f"tip {one.toolTip()}" for one in window.findChildren(QWidget) if "<img" in one.toolTip()
    }


def test_no_tag_in_a_file_is_obeyed(windows: Windows, documents: Path) -> None:
    documents.mkdir(parents=True)
    path = documents / "<b>evil<b>.journey"
    records = [hostile(record) for record in read_json(sample_bytes("water-damage")).records]
    JourneyFile.create(path, records).close()
    windows.begin(path, bears=False)
    window = shown(windows)
    for sort in (Card, Step, Stage, Lane, Journey, Link, Owner, Persona, Feeling):
        window.desk.select([next(iter(window.desk.map.of(sort))).id])
        assert obeyed(window) == set(), sort
    for deed in SHOWN:
        window.menus.actions[deed].trigger()
        assert obeyed(window) == set(), deed
    windows.start()
    assert obeyed(start_of(windows)) == set()
