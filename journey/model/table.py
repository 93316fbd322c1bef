"""All records of one sort, by id and by what they point to; never changed, only followed by another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar, cast

from journey.model.change import Touch
from journey.model.records import Record

R = TypeVar("R", bound=Record)
Group = tuple[R, ...]
Groups = dict[tuple[str, ...], dict[Any, Group[R]]]


_by_rank, _by_id = attrgetter("rank", "id"), attrgetter("id")


def _order_of(record: Record) -> Callable[[Record], Any]:
    """What the records of a sort are put in order by: their rank, if they have one."""
    return _by_rank if hasattr(record, "rank") else _by_id


class Table(Generic[R]):
    """An immutable bag of records of one class.

    ``by`` groups them by the value of fields; groups are made at first use and carried along
    to the next table, so that an edit costs only the groups it touches.
    """

    __slots__ = ("_groups", "_rows")

    def __init__(self, rows: dict[str, R], groups: Groups[R] | None = None) -> None:
        self._rows = rows
        self._groups: Groups[R] = {} if groups is None else groups

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows.values())

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._rows

    def __getitem__(self, record_id: str) -> R:
        return self._rows[record_id]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]  # compared by content, so it must not serve as a key

    def get(self, record_id: str | None) -> R | None:
        """The record of this id, or None."""
        return None if record_id is None else self._rows.get(record_id)

    def by(self, *fields: str) -> Mapping[Any, Group[R]]:
        """Records grouped by the value of one field, or by the values of several, in rank order."""
        if fields not in self._groups:
            key, groups = attrgetter(*fields), dict[Any, list[R]]()
            for record in self:
                groups.setdefault(key(record), []).append(record)
            self._groups[fields] = {
                value: tuple(sorted(group, key=_order_of(group[0]))) if len(group) > 1 else (group[0],)
                for value, group in groups.items()
            }
        return self._groups[fields]

    def after(self, touches: Iterable[Touch]) -> Table[R]:
        """The table with these touches carried out."""
        touched = list(touches)
        rows = self._rows.copy()
        for touch in touched:
            if touch.after is None:
                del rows[touch.record.id]
            else:
                rows[touch.record.id] = cast("R", touch.after)
        groups = self._groups.copy()  # another thread may just be grouping this table by other fields
        regrouped = {fields: _regrouped(fields, old, touched) for fields, old in groups.items()}
        return Table(rows, regrouped)


def _regrouped(
    fields: tuple[str, ...], old: dict[Any, Group[R]], touches: list[Touch]
) -> dict[Any, Group[R]]:
    """Groups after touches: those that lost or won a record have it taken out or put in where it belongs."""
    key = attrgetter(*fields)
    fresh: dict[Any, list[R]] = {}
    for touch in touches:
        if touch.before is not None:
            members = _opened(fresh, old, key(touch.before))
            order = _order_of(touch.before)
            del members[bisect_left(members, order(touch.before), key=order)]
        if touch.after is not None:
            members = _opened(fresh, old, key(touch.after))
            insort(members, cast("R", touch.after), key=_order_of(touch.after))
    groups = old.copy()
    for value, members in fresh.items():
        if members:
            groups[value] = tuple(members)
        else:
            groups.pop(value, None)
    return groups


def _opened(fresh: dict[Any, list[R]], old: dict[Any, Group[R]], value: Any) -> list[R]:
    """A group that may be changed: a copy, made when the group is first touched."""
    if value not in fresh:
        fresh[value] = list(old.get(value, ()))
    return fresh[value]


S = TypeVar("S", bound=Record)


class Tables(Protocol):
    """What has a table for each sort of record: a map, for those who need no more of it."""

    def of(self, sort: type[S]) -> Table[S]:
        """All records of one sort."""
