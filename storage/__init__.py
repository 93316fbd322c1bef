"""The .journey file: every edit durable, every step kept, nothing believed before it is proved."""

from __future__ import annotations

from storage.creating import replace_file
from storage.faults import (
    ChangedOutside,
    DiskFull,
    FileBusy,
    FileDamaged,
    FileFault,
    FileGone,
    FileMissing,
    FileReadOnly,
    MadeByNewer,
    NameImpossible,
    NameTaken,
    NotAJourneyFile,
)
from storage.journey_file import JourneyFile

__all__ = [
    "ChangedOutside",
    "DiskFull",
    "FileBusy",
    "FileDamaged",
    "FileFault",
    "FileGone",
    "FileMissing",
    "FileReadOnly",
    "JourneyFile",
    "MadeByNewer",
    "NameImpossible",
    "NameTaken",
    "NotAJourneyFile",
    "replace_file",
]
