"""Which program has something open: who runs it, on which machine, since when, and whether it still does."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from journey.clean import one_line
from storage.whose import login_name, machine_name

_LONGEST = 200
_BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Holder:
    """A running program. ``since`` is ISO 8601 with zone; ``boot`` and ``started`` may be unknown: empty."""

    machine: str
    person: str
    since: str
    process: int
    boot: str = ""
    started: str = ""

    @classmethod
    def this_program(cls) -> Self:
        """This program, from now on."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        process = os.getpid()
        return cls(machine_name(), login_name(), now, process, _boot(), began(process))

    @classmethod
    def of_plain(cls, plain: object) -> Self | None:
        """The holder that ``plain`` tells of; None where it tells of none, whoever wrote it."""
        if not isinstance(plain, dict):
            return None
        values = {field.name: plain.get(field.name) for field in fields(cls)}
        process = values.pop("process")
        if type(process) is not int or process <= 0:
            return None
        if not all(isinstance(value, str) for value in values.values()):
            return None
        holder = cls(process=process, **{name: _short(value) for name, value in values.items()})
        return holder if holder.moment is not None else None

    def plain(self) -> Mapping[str, Any]:
        """As JSON can hold it."""
        return asdict(self)

    @property
    def moment(self) -> datetime | None:
        """Since when, on our clock."""
        try:
            return datetime.fromisoformat(self.since).astimezone()
        except (ValueError, OverflowError, OSError):
            return None

    @property
    def is_here(self) -> bool:
        """Whether it runs, or ran, on this machine."""
        return self.machine == machine_name()

    @property
    def is_this_program(self) -> bool:
        """Whether it is the program that asks."""
        return self.is_here and self.process == os.getpid() and not self.has_ended

    @property
    def has_ended(self) -> bool:
        """Whether it certainly runs no more; of another machine's programs nobody here can know."""
        if not self.is_here:
            return False
        return self.boot != _boot() or not is_running(self.process, self.started)


def _short(words: Any) -> str:
    return one_line(str(words)[:_LONGEST])


def _boot() -> str:
    """What this run of the system is called; empty where it has no name."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def began(process: int) -> str:
    """When a process began, as the system counts; empty where it does not tell."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except (OSError, IndexError, UnicodeDecodeError):
        return ""


def is_running(process: int, started: str) -> bool:
    """Whether a process of this machine may still run that ``began`` then."""
    # Elsewhere the signal that asks a process whether it is there would end it.
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return not started or began(process) in ("", started)
