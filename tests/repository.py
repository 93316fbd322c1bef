"""Where the files of the house stand."""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
