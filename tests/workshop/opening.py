"""How a workshop begins and ends: a new map from the start screen, and the wall printed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.workshop.display import Display
from tests.workshop.facilitator import Facilitator
from tests.workshop.hand import Hand
from tests.workshop.program import Home, ended, fill_display
from tests.workshop.twin import start_screen_entry
from tests.workshop.waiting import wait_for


def begin(room: Display, home: Home, preset: str) -> Path:
    """Click a preset on the start screen; gives the file of the new map, whose window fills the display."""
    Hand(room).click(start_screen_entry(preset))
    wait_for(lambda: any(home.documents.glob("*.journey")), lambda: "a new map")
    (file,) = home.documents.glob("*.journey")
    fill_display(room, f"{file.stem} – Reisekart")
    return file


def close(room: Display, running: subprocess.Popen[bytes]) -> None:
    """Close the window by keyboard; the program ends well."""
    Hand(room).key("ctrl+q")
    assert ended(running) == 0


def print_wall(facilitator: Facilitator) -> Path:
    """Write the PDF that the sheet for export proposes; gives the print."""
    facilitator.hand.key("ctrl+e")
    facilitator.hand.click(facilitator.at(lambda it: it.sheet_button("export", "Write the file")))
    printed = facilitator.file.with_suffix(".pdf")
    wait_for(printed.exists, lambda: "a print")
    return printed
