"""The program ends without a crash, whatever it was used for: in a process of its own, to see how it ends."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.repository import REPOSITORY

SCRIPT = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from canvas.map_editor import MapEditor
from journey.document import Document
from resources.theme import load_theme
from tests.builders import a_card, a_map

card = a_card("call", "touchpoints", "step-1", text="Words that are read")
editor = MapEditor(Document(a_map(records=[card])), "journey", load_theme())
editor.resize(1000, 600)
editor.show()
app.processEvents()
editor.select(["call"])
assert editor.copy()
print(app.clipboard().text())
"""


def test_a_program_that_copied_cards_ends_in_order() -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", SCRIPT]
    ended = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "Words that are read\n"), ended.stderr
