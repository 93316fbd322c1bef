"""Days and moments as people say them: "1 March 2027, 14:30"."""

from __future__ import annotations

from datetime import date, datetime

from resources.words import _


def spoken_day(iso: str) -> str:
    """An ISO 8601 day with its month as a word, in the language being spoken; empty stays empty."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return _("{day} {month} {year}").format(day=day.day, month=_months()[day.month - 1], year=day.year)


def spoken_moment(at: datetime | None) -> str:
    """A moment in words, on the clock that it is told by; empty where nobody knows it."""
    if at is None:
        return ""
    return _("{day}, {time}").format(day=spoken_day(at.date().isoformat()), time=f"{at:%H:%M}")


def _months() -> tuple[str, ...]:
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
