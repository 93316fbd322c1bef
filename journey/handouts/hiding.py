"""A map without what a print must not show: quotes, the names of people, or measures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
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
from journey.personas import customer_as_name
from journey.sharing import LeftOut, cleaned, rewritten
from resources.words import _

_ENDS = r"(?=s?(?!\w))"
"""Where a name ends in a text: before the genitive of the Nordic languages too."""


def without(map_data: MapData, hide: Collection[Hidden]) -> MapData:
    """The map as it may be shown; what is hidden is not counted anywhere either.

    Quotes and names go as they do from a copy for others, also where a name stands in another text; a team
    answers for what its people do, and a persona is called the customer. To be asked in the language of the
    map.
    """
    quotes, names = Hidden.QUOTES in hide, Hidden.NAMES in hide
    shown = _as_teams(map_data) if names else map_data
    if quotes or names:
        shown = cleaned(shown, LeftOut(people=names, quotes=quotes)).map
    if quotes:
        shown = _hidden_lanes(shown, LaneKind.QUOTES)
    if names:
        shown = _without_personas(shown)
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


def _as_teams(map_data: MapData) -> MapData:
    """The map with those persons gone who are in a team: the team answers for what they do."""
    teams = _teams(map_data)
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
                case Owner() if record.parent in teams:
                    yield replace(record, parent=teams[record.parent])
                case Ownership():
                    if record.id in kept:
                        yield replace(record, owner=teams.get(record.owner, record.owner))
                case Action() if record.owner in teams:
                    yield replace(record, owner=teams[record.owner])
                case _:
                    yield record

    owners = map_data.of(Owner)
    names = {owners[one].name: owners[team].name for one, team in teams.items() if owners[one].name.strip()}
    return map_of(rewritten(one, names, _any_of(names)) for one in records())


def _any_of(names: Iterable[str], before: str = r"(?<!\w)") -> re.Pattern[str] | None:
    """What finds names in texts, the longest first; None where there are none."""
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"{before}(?:{words}){_ENDS}", re.MULTILINE) if words else None


def _teams(map_data: MapData) -> dict[str, str]:
    """The id of the nearest team above each person who has one, by the person's."""
    owners = map_data.of(Owner)
    found: dict[str, str] = {}
    for person in owners:
        above, seen = owners.get(person.parent), {person.id}
        while above is not None and above.kind is OwnerKind.PERSON and above.id not in seen:
            seen.add(above.id)
            above = owners.get(above.parent)
        if person.kind is OwnerKind.PERSON and above is not None and above.kind is not OwnerKind.PERSON:
            found[person.id] = above.id
    return found


def _hidden_lanes(map_data: MapData, kind: LaneKind) -> MapData:
    return map_of(
        replace(one, hidden=True) if isinstance(one, Lane) and one.kind is kind else one
        for one in map_data.records()
    )


def _without_personas(map_data: MapData) -> MapData:
    """The map with personas called the customer, where their names stand in other texts too."""
    names = [one.name for one in map_data.of(Persona) if one.name.strip()]
    if not names:
        return map_data
    customer, opening = _("the customer"), customer_as_name()
    nameless = (replace(one, name=opening) if isinstance(one, Persona) else one for one in map_data.records())
    first, within = _any_of(names, r"(?:(?<=^)|(?<=[.!?:]\s))"), _any_of(names)
    return map_of(
        rewritten(
            rewritten(one, dict.fromkeys(names, opening), first), dict.fromkeys(names, customer), within
        )
        for one in nameless
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
