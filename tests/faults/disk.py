"""A disk that can be watched and made to fail or hang: what stands between a program and its files."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.repository import REPOSITORY

SOURCE = Path(__file__).with_name("shim.c")
COMPILER = shutil.which("cc") if sys.platform == "linux" else None
"""Without a compiler there is no shim, and the tests that need one are skipped."""


def build(folder: Path) -> Path:
    """Make the library that a child is started with; returns its path."""
    library = folder / "shim.so"
    command = [COMPILER or "cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


def run_child(library: Path, module: str, *arguments: object, timeout: float = 300.0, end: int = 0) -> str:
    """Run a module of these tests behind the shim; returns what it printed. It must ``end`` so: well, or by
    a signal.
    """
    command = [sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
    environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == end, done.stderr[-3000:]
    return done.stdout


class Disk:
    """The shim as seen from within the child."""

    def __init__(self, folder: Path) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.shim_watch(os.fsencode(folder.resolve()))

    def record(self, log: Path) -> None:
        """Write down from now on what reaches the disk."""
        self._shim.shim_record(os.fsencode(log))

    def note(self, number: int) -> None:
        """Write down that the program said this number at this moment."""
        self._shim.shim_note(ctypes.c_uint64(number))

    def fail(self, call: str, kth: int, error: int, for_ever: bool) -> None:
        """Let the k-th call of a kind from now on (and all after it) fail.

        Kinds: o(pen), w(rite), t(runcate), s(ync), u(nlink), r(ename).
        """
        self._shim.shim_fail(ctypes.c_char(call.encode()), kth, error, int(for_ever))

    def stop_failing(self) -> int:
        """Let every call succeed again; how many failed."""
        return int(self._shim.shim_stop_failing())

    def end_at(self, kth: int) -> None:
        """Kill the program at the k-th call from now on; 0: never, but count."""
        self._shim.shim_end_at(kth)

    @property
    def calls(self) -> int:
        """How many calls there were since then."""
        return int(self._shim.shim_calls())

    def hang(self, folder: Path | None, wholly: bool = False) -> None:
        """Let no write or sync in this folder return until it is told so with None; with ``wholly`` neither
        what asks which files are there, as on a share whose cable was pulled.
        """
        self._shim.shim_hang(os.fsencode(folder.resolve()) if folder is not None else b"", int(wholly))
