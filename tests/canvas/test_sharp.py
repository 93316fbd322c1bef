"""The same picture at every ratio of device pixels: Qt reads the ratio once, so each has its own process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.repository import REPOSITORY

SCRIPT = """
import sys
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
app = QApplication([])
from canvas.map_editor import MapEditor
from canvas.panes import panes
from journey.document import Document
from journey.drawing import PartName
from resources.theme import load_theme
from tests.builders import a_card, a_map
import numpy as np

cards = [a_card(f"c{n}", "touchpoints", f"step-{n}", text="Words that are read") for n in range(1, 21)]
editor = MapEditor(Document(a_map(stages=5, steps=4, records=cards)), "journey", load_theme())
editor.resize(1000, 600)
editor.show()
app.processEvents()

def seen():
    app.processEvents()
    image = editor.screen().grabWindow(editor.winId()).toImage()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)

editor.select(["c2"])
seen()
painted = editor.picture.painted
editor.look_at(editor.camera.fitted(30, 0))
scrolled = seen()
little = editor.picture.painted - painted
editor.viewport().update()
whole = editor.picture.painted
anew = seen()
whole = editor.picture.painted - whole
ink = np.abs(np.diff(anew[:, :, 0], axis=1)).max()
for factor in (1.31, 0.6, 0.77):
    editor.zoom(factor, QPointF(500, 300))
while editor.blurred:
    app.processEvents()
rested = seen()
editor.viewport().update()
zoomed = np.abs(rested - seen()).max()
print(editor.dpr, np.abs(scrolled - anew).max(), little * 2 < whole, ink, zoomed)
"""


@pytest.mark.parametrize("ratio", ["1", "1.25", "1.5", "2"])
def test_scrolled_and_zoomed_pictures_are_right_and_edges_sharp_at_any_ratio(ratio: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    dpr, apart, little, edge, blurred = told.stdout.split()
    assert float(dpr) == float(ratio)
    assert int(apart) <= 3
    assert little == "True"
    assert int(edge) > 150
    assert int(blurred) == 0
