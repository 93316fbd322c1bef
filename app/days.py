"""When steps were made: on our clock, and the day where that is not today."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from journey.document import Entry
from journey.layout.days import spoken_day


def moment(at: str) -> datetime | None:
    """A moment of the file on our clock; None where it tells none."""
    return datetime.fromisoformat(at).astimezone() if at else None


def dated(entry: Entry) -> str:
    """What a step is called, with its day if it was made on an earlier one."""
    day = earlier_day(entry.at, datetime.now(UTC))
    return f"{entry.label} ({day})" if day else entry.label


def earlier_day(at: str, now: datetime, zone: tzinfo | None = None) -> str:
    """The day of a moment in words, empty if it is today's or not known. ``at`` as the history has it."""
    if not at:
        return ""
    then = datetime.fromisoformat(at).astimezone(zone).date()
    return "" if then == now.astimezone(zone).date() else spoken_day(then.isoformat())
