"""When steps were made: on our clock, and the day where that is not today."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from journey.document import Entry
from journey.layout.days import spoken_day


def moment(at: str, zone: tzinfo | None = None) -> datetime | None:
    """A moment of the file on our clock; None where it tells none that our clock knows."""
    try:
        return datetime.fromisoformat(at).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return None


def dated(entry: Entry) -> str:
    """What a step is called, with its day if it was made on an earlier one."""
    day = earlier_day(entry.at, datetime.now(UTC))
    return f"{entry.label} ({day})" if day else entry.label


def earlier_day(at: str, now: datetime, zone: tzinfo | None = None) -> str:
    """The day of a moment in words, empty if it is today's or not known. ``at`` as the history has it."""
    then = moment(at, zone)
    if then is None or then.date() == now.astimezone(zone).date():
        return ""
    return spoken_day(then.date().isoformat())
