"""The .journey file: every edit durable, every step kept, nothing believed before it is proved."""

from __future__ import annotations

from storage.creating import replace_file
from storage.faults import (
    ChangedOutside,
    DiskFull,
    DiskSilent,
    FileAway,
    FileBusy,
    FileDamaged,
    FileFault,
    FileGone,
    FileInUse,
    FileMissing,
    FileReadOnly,
    MadeByNewer,
    NameImpossible,
    NameTaken,
    NotAJourneyFile,
    ReplacedOutside,
)
from storage.holder import Holder
from storage.journey_file import JourneyFile
from storage.rescue import Rescued, left_here, rescued_at, sweep
from storage.taking_up import restore

__all__ = [
    "ChangedOutside",
    "DiskFull",
    "DiskSilent",
    "FileAway",
    "FileBusy",
    "FileDamaged",
    "FileFault",
    "FileGone",
    "FileInUse",
    "FileMissing",
    "FileReadOnly",
    "Holder",
    "JourneyFile",
    "MadeByNewer",
    "NameImpossible",
    "NameTaken",
    "NotAJourneyFile",
    "ReplacedOutside",
    "Rescued",
    "left_here",
    "replace_file",
    "rescued_at",
    "restore",
    "sweep",
]
