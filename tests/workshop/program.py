"""The program as somebody starts it: a process with its window on a display and a home of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.repository import REPOSITORY
from tests.workshop.display import HEIGHT, WIDTH, Display

_PATIENCE = 60.0
"""Seconds that starting and ending may take on a busy machine."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody's documents, settings and logs are."""

    folder: Path

    @property
    def documents(self) -> Path:
        """Where new maps go."""
        return self.folder / "Documents"

    @property
    def log(self) -> Path:
        """Where the program keeps what went wrong."""
        return self.folder / ".local" / "state" / "reisekart" / "log" / "reisekart.log"

    def environment(self, display: Display) -> dict[str, str]:
        """The environment of a program that this person starts on a display."""
        shown = {name: value for name, value in display.environment().items() if not name.startswith("XDG_")}
        return shown | {"HOME": str(self.folder), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(self.folder)}


@contextmanager
def program(display: Display, home: Home, title: str, *files: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program with a window of this title filling the display; ended with the block if it still runs."""
    command = [sys.executable, "-m", "app", *map(str, files)]
    with subprocess.Popen(command, cwd=REPOSITORY, env=home.environment(display)) as process:
        try:
            fill_display(display, title)
            yield process
        finally:
            process.terminate()


def fill_display(display: Display, title: str) -> None:
    """Wait for a window, make it as large as the display and give it the keyboard, as a desktop would."""
    window = _asked(display, "search", "--sync", "--onlyvisible", "--name", f"^{title}$").split()[-1]
    _asked(display, "windowmove", window, "0", "0", "windowsize", window, str(WIDTH), str(HEIGHT))
    _asked(display, "windowfocus", "--sync", window)


def menus_shown(display: Display) -> int:
    """How many windows stand over the first one."""
    return len(_asked(display, "search", "--onlyvisible", "--class", ".").split()) - 1


def ended(process: subprocess.Popen[bytes]) -> int:
    """The exit status of a program that was told to close."""
    return process.wait(_PATIENCE)


def _asked(display: Display, *words: str) -> str:
    run = subprocess.run(
        ["xdotool", *words],
        env=display.environment(),
        check=True,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    )
    return run.stdout
