"""How a workshop goes: a new map from the start screen, work undone and redone, and the wall printed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from journey.model import MapData
from tests.workshop.display import Display
from tests.workshop.facilitator import Facilitator
from tests.workshop.hand import Hand
from tests.workshop.kept import kept, kept_steps, until_steps
from tests.workshop.program import Home, ended, fill_display, program
from tests.workshop.twin import start_screen_entry, twin
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


def hold(
    room: Display, home: Home, folder: Path, preset: str, build: Callable[[Facilitator], object]
) -> MapData:
    """Build a map, undo twenty steps, close it and open it again, redo them, print; gives what was built."""
    with program(room, home, "Reisekart") as running:
        file = begin(room, home, preset)
        with twin(file, folder) as where:
            facilitator = Facilitator(room, file, where)
            build(facilitator)
            built, made = kept(file), len(kept_steps(file))
            with facilitator.making(20):
                facilitator.hand.key(*["ctrl+z"] * 20)
        assert kept(file) != built
        close(room, running)
    with program(room, home, f"{file.stem} – Reisekart", file) as running, twin(file, folder) as where:
        Hand(room).key(*["ctrl+shift+z"] * 20)
        until_steps(file, made + 40)
        assert kept(file) == built
        assert print_wall(Facilitator(room, file, where)).read_bytes().startswith(b"%PDF")
        close(room, running)
    assert not home.log.exists(), home.log.read_text(encoding="utf-8")
    return built
