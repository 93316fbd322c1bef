"""A map without what a print must not show: quotes, the names of people, or measures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from journey.handouts.asked import Hidden
from journey.model import (
    Action,
    Backing,
    Card,
    Lane,
    LaneKind,
    Link,
    MapData,
    Measure,
    Owner,
    OwnerKind,
    Ownership,
    OwnershipRole,
    Persona,
    Record,
    Verdict,
    Vote,
    map_of,
)
from journey.nameless import as_customers, without_people
from journey.sharing import without_quotes


def without(map_data: MapData, hide: Collection[Hidden]) -> MapData:
    """The map as it may be shown; what is hidden is not counted anywhere either.

    Quotes and names go as they do from a copy for others, also where a name stands in another text; a team
    answers for what its people do, and a persona is called the customer. To be asked in the language of the
    map.
    """
    shown = _without_names(map_data) if Hidden.NAMES in hide else map_data
    if Hidden.QUOTES in hide:
        shown = _hidden_lanes(without_quotes(shown), LaneKind.QUOTES)
    return map_of(_unmeasured(shown)) if Hidden.MEASURES in hide else shown


def only_cards(records: Iterable[Record], cards: Collection[str]) -> Iterator[Record]:
    """The records without cards other than these, and without what stands at those."""
    for record in records:
        if isinstance(record, Card):
            kept = record.id in cards
        elif isinstance(record, Link):
            kept = record.source in cards and record.target in cards
        elif isinstance(record, (Ownership, Measure, Backing, Action, Verdict, Vote)):
            kept = record.card in cards
        else:
            kept = True
        if kept:
            yield record


def shown_owner(map_data: MapData, owner: str, hide: Collection[Hidden]) -> str:
    """The id of whoever stands for an owner in a print: the team of a person whose name is hidden."""
    return _teams(map_data).get(owner, owner) if Hidden.NAMES in hide else owner


def _without_names(map_data: MapData) -> MapData:
    teams = _teams(map_data)
    named = [one for one in map_data.of(Persona) if one.name.strip()]
    shown = _as_teams(without_people(map_data, teams, named), teams)
    return as_customers(shown, {one.id for one in named})


def _as_teams(map_data: MapData, teams: Mapping[str, str]) -> MapData:
    """The map with those persons gone who are in a team: the team answers for what they do."""
    roles = list(OwnershipRole)
    said: dict[tuple[str, str], Ownership] = {}
    for one in sorted(map_data.of(Ownership), key=lambda one: roles.index(one.role)):
        said.setdefault((one.card, teams.get(one.owner, one.owner)), one)
    kept = {one.id for one in said.values()}

    def records() -> Iterator[Record]:
        for record in map_data.records():
            match record:
                case Owner() if record.id in teams:
                    continue
                case Owner(parent=str(above)) if above in teams:
                    yield replace(record, parent=teams[above])
                case Ownership():
                    if record.id in kept:
                        yield replace(record, owner=teams.get(record.owner, record.owner))
                case Action(owner=str(owner)) if owner in teams:
                    yield replace(record, owner=teams[owner])
                case _:
                    yield record

    return map_of(records())


def _teams(map_data: MapData) -> dict[str, str]:
    """The id of the nearest team with a name above each person who has one, by the person's."""
    found: dict[str, str] = {}
    for person in map_data.of(Owner):
        if person.kind is OwnerKind.PERSON:
            teams = (one for one in _above(map_data, person) if one.kind is not OwnerKind.PERSON)
            if team := next((one for one in teams if one.name.strip()), None):
                found[person.id] = team.id
    return found


def _above(map_data: MapData, owner: Owner) -> Iterator[Owner]:
    """Those above an owner, the nearest first, each once."""
    owners, seen = map_data.of(Owner), {owner.id}
    above = owners.get(owner.parent)
    while above is not None and above.id not in seen:
        yield above
        seen.add(above.id)
        above = owners.get(above.parent)


def _hidden_lanes(map_data: MapData, kind: LaneKind) -> MapData:
    return map_of(
        replace(one, hidden=True) if isinstance(one, Lane) and one.kind is kind else one
        for one in map_data.records()
    )


def _unmeasured(map_data: MapData) -> Iterator[Record]:
    """The records without measures, and without what actions should move."""
    for record in map_data.records():
        match record:
            case Measure():
                continue
            case Action():
                yield replace(record, measure_name="", measure_goal=None)
            case Lane(kind=LaneKind.MEASURES):
                yield replace(record, hidden=True)
            case _:
                yield record
