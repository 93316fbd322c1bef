"""Offering to make one of those who come to be called alike, wherever they were named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from app.desk import Desk
from app.panels.notice import NoticeBar, Offer
from journey.edits.namesakes import made_one, name_of, namesakes
from journey.edits.wording import quotable
from journey.model import Change, Evidence, Owner, Persona, Record
from resources.words import _, _n

_MATTER = "namesakes"
Group = tuple[type[Record], tuple[str, ...]]


class Namesakes(QObject):
    """Says so when an owner, a persona or a source gets the name that another one has.

    What else is being told stays: the panels offer the same.
    """

    def __init__(self, desk: Desk, notice: NoticeBar) -> None:
        super().__init__(notice)
        self._desk, self._notice = desk, notice
        self._told: Group | None = None
        desk.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        named = [touch.after for touch in change.touches if _is_named(touch.before, touch.after)]
        if self._told is not None and any(
            isinstance(touch.record, self._told[0]) for touch in change.touches
        ):
            self._withdraw_if_settled(self._told)
        if (group := next(self._groups(record for record in named if record is not None), None)) is not None:
            self._offer(group)

    def _groups(self, named: Iterable[Record]) -> Iterator[Group]:
        """Those who are called alike, some of whom got their name just now; one change may name thousands."""
        by_sort: dict[type[Record], set[str]] = {}
        for record in named:
            by_sort.setdefault(type(record), set()).add(record.id)
        for sort, ids in by_sort.items():
            alike = namesakes(self._desk.map, sort)
            yield from ((sort, group) for group in alike if not ids.isdisjoint(group))

    def _offer(self, group: Group) -> None:
        if self._notice.about not in ("", _MATTER):
            return
        self._told = group
        offer = Offer(_("Make them one"), lambda: self._make_one(group))
        self._notice.tell(_MATTER, _sentence(self._desk, group), (offer,))

    def _make_one(self, group: Group) -> None:
        kept, *others = group[1]
        self._desk.attempt(lambda: made_one(self._desk.map, kept, others))

    def _withdraw_if_settled(self, told: Group) -> None:
        if told[1] not in namesakes(self._desk.map, told[0]):
            self._told = None
            self._notice.withdraw(_MATTER)


def _is_named(before: Record | None, after: Record | None) -> bool:
    """Whether a touch gives a name to an owner, a persona or a source."""
    if after is None or (name := name_of(after)) is None:
        return False
    return before is None or name_of(before) != name


def _sentence(desk: Desk, group: Group) -> str:
    """Who is called alike."""
    sort, records = group
    n = len(records)
    words = {
        Owner: _n("{n} owner is called “{name}”.", "{n} owners are called “{name}”.", n),
        Persona: _n("{n} persona is called “{name}”.", "{n} personas are called “{name}”.", n),
        Evidence: _n("{n} source is called “{name}”.", "{n} sources are called “{name}”.", n),
    }[sort]
    return words.format(n=n, name=quotable(name_of(desk.map.of(sort)[records[0]]) or ""))
