"""What can be had from a damaged or foreign file: its plain rows and its history, put into a new file."""

from __future__ import annotations

from storage.salvage.last_backup import LastBackup
from storage.salvage.repairing import Repaired, repair_file

__all__ = ["LastBackup", "Repaired", "repair_file"]
