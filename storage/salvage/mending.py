"""Making a consistent map of the records that came back, losing as little of them as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, TypeVar

from journey.ids import new_id
from journey.model import (
    SHAPES,
    Backing,
    Card,
    Feeling,
    Journey,
    JourneyPersona,
    Link,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Record,
    Verdict,
    Workshop,
    check_all,
    map_of,
)
from storage.salvage.proofs import Key
from storage.salvage.skeleton import Skeleton

R = TypeVar("R", bound=Record)


class Mended(Enum):
    """What had to be done with a record so that it fits the others."""

    STOOD_IN = auto()
    LEFT_OUT = auto()
    LOOSENED = auto()
    MOVED = auto()
    TWICE = auto()


@dataclass(slots=True)
class Mending:
    """The records while they are made to fit one another, and what was done with which."""

    tables: dict[type[Record], dict[str, Record]]
    done: dict[Mended, list[Record]] = field(default_factory=lambda: defaultdict(list))

    def of(self, sort: type[R]) -> list[R]:
        """The records of a sort."""
        return list(self.tables[sort].values())  # type: ignore[arg-type]  # each table holds its sort

    def put(self, record: Record, why: Mended | None = None) -> None:
        """Take a record in, in the place of the one with its id."""
        self.tables[type(record)][record.id] = record
        if why is not None:
            self.done[why].append(record)

    def drop(self, record: Record, why: Mended) -> None:
        """Leave a record out."""
        del self.tables[type(record)][record.id]
        self.done[why].append(record)


def mended_map(records: dict[Key, Record]) -> tuple[MapData, dict[Mended, list[Record]]]:
    """A map that breaks no rule, and what had to be done for that. Raises Refused should it break one."""
    mending = Mending({shape.record: {} for shape in SHAPES})
    for record in sorted(records.values(), key=lambda one: one.id):
        mending.put(record)
    _keep_one_workshop(mending)
    _stand_in(mending)
    _loosen(mending)
    _leave_out(mending)
    _stand_in(mending)
    _fit_cards(mending)
    _fit_feelings(mending)
    _break_rings(mending)
    _keep_one_of_each(mending)
    made = map_of(record for shape in SHAPES for record in mending.tables[shape.record].values())
    check_all(made)
    return made, dict(mending.done)


def _keep_one_workshop(mending: Mending) -> None:
    workshops = mending.of(Workshop)
    if not workshops:
        mending.put(Workshop(id=new_id()))
    for more in workshops[1:]:
        mending.drop(more, Mended.TWICE)


def _stand_in(mending: Mending) -> None:
    Skeleton(mending.tables, lambda record: mending.put(record, Mended.STOOD_IN)).complete()


def _loosen(mending: Mending) -> None:
    """Empty what points at nothing, where a record can do without."""
    for shape in SHAPES:
        for record in mending.of(shape.record):
            lost = [
                ref.field
                for ref in shape.references
                if ref.clears and getattr(record, ref.field) not in (None, *mending.tables[ref.target])
            ]
            if lost:
                mending.put(_without(record, lost), Mended.LOOSENED)


def _without(record: Record, fields: list[str]) -> Record:
    nothing: dict[str, Any] = dict.fromkeys(fields)
    return replace(record, **nothing)


def _leave_out(mending: Mending) -> None:
    """Leave out what belongs to nothing; the shapes stand in such an order that once round is enough."""
    for shape in SHAPES:
        for ref in shape.references:
            if not ref.clears:
                for record in mending.of(shape.record):
                    if getattr(record, ref.field) not in mending.tables[ref.target]:
                        mending.drop(record, Mended.LEFT_OUT)
    _loosen_drilled(mending)


def _loosen_drilled(mending: Mending) -> None:
    """A journey that details a card comes before the cards, which may have gone since."""
    for journey in mending.of(Journey):
        if journey.parent_card is not None and journey.parent_card not in mending.tables[Card]:
            mending.put(replace(journey, parent_card=None), Mended.LOOSENED)


def _fit_cards(mending: Mending) -> None:
    """Bring cards into the journey of their step, to a lane that takes them, no wider than the journey."""
    skeleton = Skeleton(mending.tables, lambda record: mending.put(record, Mended.STOOD_IN))
    columns, widths = skeleton.columns(), skeleton.widths()
    for card in mending.of(Card):
        journey, column = columns[card.step]
        lane = skeleton.lane_for(card, journey)
        fitting = replace(card, lane=lane.id, span=min(card.span, widths[journey] - column))
        if fitting != card:
            mending.put(fitting, Mended.MOVED)


def _fit_feelings(mending: Mending) -> None:
    columns = Skeleton(mending.tables, mending.put).columns()
    for feeling in mending.of(Feeling):
        journey, _column = columns[feeling.step]
        if feeling.journey != journey:
            mending.put(replace(feeling, journey=journey), Mended.MOVED)


def _break_rings(mending: Mending) -> None:
    """No owner stands above itself."""
    above = {owner.id: owner.parent for owner in mending.of(Owner)}
    for owner in mending.of(Owner):
        met, higher = {owner.id}, above[owner.id]
        while higher is not None and higher not in met:
            met.add(higher)
            higher = above[higher]
        if higher is not None:
            above[owner.id] = None
            mending.put(replace(owner, parent=None), Mended.LOOSENED)


def _keep_one_of_each(mending: Mending) -> None:
    """Two links of one kind between two cards, two verdicts of one person: the first stays."""
    for link in mending.of(Link):
        if link.source == link.target:
            mending.drop(link, Mended.LEFT_OUT)
    _once(mending, Link, lambda one: (one.source, one.target, one.kind))
    _once(mending, Feeling, lambda one: (one.journey, one.persona, one.step))
    _once(mending, JourneyPersona, lambda one: (one.journey, one.persona))
    _once(mending, Backing, lambda one: (one.card, one.evidence))
    _once(mending, Verdict, lambda one: (one.card, one.participant))
    _once(mending, Ownership, lambda one: (one.card, one.owner))
    accountable = set()
    for one in mending.of(Ownership):
        if one.role is OwnershipRole.ACCOUNTABLE and one.card in accountable:
            mending.put(replace(one, role=OwnershipRole.RESPONSIBLE), Mended.MOVED)
        elif one.role is OwnershipRole.ACCOUNTABLE:
            accountable.add(one.card)


def _once(mending: Mending, sort: type[R], what: Callable[[R], Hashable]) -> None:
    met = set[Hashable]()
    for record in mending.of(sort):
        if what(record) in met:
            mending.drop(record, Mended.TWICE)
        met.add(what(record))
