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
"""Where the name of a persona ends in a text: before the genitive of the Nordic languages too."""


def without(map_data: MapData, hide: Collection[Hidden]) -> MapData:
    """The map as it may be shown; what is hidden is not counted anywhere either.

    Quotes and names go as they do from a copy for others, also where a name stands in another text; a person
    under a team becomes that team, and a persona is called the customer. To be asked in the language of the
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


def _as_teams(map_data: MapData) -> MapData:
    """The map with those persons called as their teams who have one."""
    owners = map_data.of(Owner)

    def team(record: Record) -> Record:
        above = owners.get(record.parent) if isinstance(record, Owner) else None
        if not isinstance(record, Owner) or record.kind is not OwnerKind.PERSON or above is None:
            return record
        return replace(record, name=above.name, kind=above.kind, initials=above.initials, contact="")

    return map_of(map(team, map_data.records()))


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
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    first = re.compile(rf"(?:(?<=^)|(?<=[.!?:]\s))(?:{any_name}){_ENDS}", re.MULTILINE)
    within = re.compile(rf"(?<!\w)(?:{any_name}){_ENDS}")
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
