"""The whole map as a bag of records; an edit gives a new bag that shares what did not change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from journey.model import rules
from journey.model.change import Change, Touch
from journey.model.grid import Grid, grid_of
from journey.model.records import Journey, Record, Workshop
from journey.model.refused import Refused
from journey.model.shapes import SHAPE_OF, SHAPES
from journey.model.table import Table
from resources.words import _

R = TypeVar("R", bound=Record)


class MapData:
    """Everything in one file. Never changed: ``apply`` gives the next one."""

    __slots__ = ("_grids", "_tables")

    def __init__(self, tables: Mapping[type[Record], Table[Record]], grids: dict[str, Grid]) -> None:
        self._tables = tables
        self._grids = grids

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MapData) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]  # compared by content, so it must not serve as a key

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{SHAPE_OF[sort].name} {len(rows)}" for sort, rows in self._tables.items() if rows
        )
        return f"<map: {counts or 'empty'}>"

    def of(self, sort: type[R]) -> Table[R]:
        """All records of one sort."""
        return cast("Table[R]", self._tables[sort])

    def records(self) -> Iterable[Record]:
        """Every record, those that are pointed at first."""
        return (record for rows in self._tables.values() for record in rows)

    def holds(self, record: Record) -> bool:
        """Whether exactly this record stands in the map."""
        return self.of(type(record)).get(record.id) == record

    @property
    def workshop(self) -> Workshop:
        """The one record about the file; a bare one where the file has none yet."""
        return next(iter(self.of(Workshop)), Workshop(id="workshop"))

    def journeys(self) -> tuple[Journey, ...]:
        """The file's journeys in order."""
        return tuple(sorted(self.of(Journey), key=lambda journey: (journey.rank, journey.id)))

    def grid(self, journey: str) -> Grid:
        """The stages, steps and lanes of a journey in order, kept until they change."""
        if journey not in self._grids:
            self._grids[journey] = grid_of(self, journey)
        return self._grids[journey]

    def apply(self, change: Change) -> MapData:
        """The map with a change carried out.

        Raises Refused, with a sentence, if the change would break a rule or does not fit this map.
        """
        following = self._following(change)
        rules.check(following, change)
        return following

    def _following(self, change: Change) -> MapData:
        sorted_touches: dict[type[Record], list[Touch]] = {}
        for touch in change.touches:
            self._expect(touch)
            sorted_touches.setdefault(type(touch.record), []).append(touch)
        changed = {sort: self._tables[sort].after(touches) for sort, touches in sorted_touches.items()}
        stays = not changed.keys() & rules.GRID_SORTS
        return MapData({**self._tables, **changed}, self._grids.copy() if stays else {})

    def _expect(self, touch: Touch) -> None:
        if self._tables[type(touch.record)].get(touch.record.id) != touch.before:
            raise Refused(_("This change no longer fits the map as it is now. Nothing was done."))


def map_of(records: Iterable[Record] = ()) -> MapData:
    """A map of these records as they are; ``check_all`` says whether they are consistent."""
    sorts: dict[type[Record], dict[str, Record]] = {shape.record: {} for shape in SHAPES}
    for record in records:
        sorts[type(record)][record.id] = record
    return MapData({sort: Table(rows) for sort, rows in sorts.items()}, {})
