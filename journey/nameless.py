"""A map with nobody's name in it: what stands for whom is settled once, from the map as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from journey.model import MapData, Owner, OwnerKind, Participant, Persona, Record, Workshop, map_of
from journey.personas import customer_as_name, names_of
from journey.stand_ins import StandIns, plain
from resources.words import _


def without_people(map_data: MapData, teams: Mapping[str, str], personas: Iterable[Persona]) -> MapData:
    """The map without the names of people and ways to reach them, in the language being spoken.

    ``teams`` has the id of the team that answers for a person, by the person's; whoever else is an owner or a
    participant has a number, the owner's in texts if they are both. ``personas`` are called the customer in
    texts. Whole names are found, and in the genitive; in a team's own name a number stands for its people.
    """
    owners, called = map_data.of(Owner), _numbered(map_data, teams)
    openings = {_("the customer"): customer_as_name()}
    table = _table(map_data, called, personas)
    titles = StandIns(table, openings)
    called |= {one.id: titles.in_text(one.name) for one in owners if one.kind is not OwnerKind.PERSON}
    renamed = {owners[one].name: called[one] for one in teams.values() if called[one] != owners[one].name}
    table = {plain(name): title for name, title in renamed.items()} | table
    table |= {plain(owners[person].name): called[team] for person, team in teams.items()}
    texts = StandIns(table, openings)
    return map_of(replace(texts.in_record(one), **_own(one, called)) for one in map_data.records())


def as_customers(map_data: MapData, personas: Collection[str]) -> MapData:
    """The map with these personas called the customer, told apart once for all its journeys."""
    names = names_of(_renamed(map_data, dict.fromkeys(personas, customer_as_name())))
    return _renamed(map_data, {one: names[one] for one in personas})


def _renamed(map_data: MapData, names: Mapping[str, str]) -> MapData:
    return map_of(
        replace(one, name=names[one.id]) if isinstance(one, Persona) and one.id in names else one
        for one in map_data.records()
    )


def _numbered(map_data: MapData, teams: Mapping[str, str]) -> dict[str, str]:
    """What each person among the owners and each participant is called, by id; those of no team first."""
    persons = [one.id for one in map_data.of(Owner) if one.kind is OwnerKind.PERSON]
    persons.sort(key=lambda one: (one in teams, one))
    guests = sorted(one.id for one in map_data.of(Participant))
    return {
        **{one: _("Person {number}").format(number=at) for at, one in enumerate(persons, 1)},
        **{one: _("Participant {number}").format(number=at) for at, one in enumerate(guests, 1)},
    }


def _table(map_data: MapData, called: Mapping[str, str], personas: Iterable[Persona]) -> dict[str, str]:
    """What stands for each plain name and way to reach somebody; who plays two roles goes by the first."""
    table: dict[str, str] = {}
    for one in (*map_data.of(Owner), *map_data.of(Participant)):
        if one.id in called:
            table.setdefault(plain(one.name), called[one.id])
    table.setdefault(plain(map_data.workshop.facilitator), _("Facilitator"))
    for owner in map_data.of(Owner):
        table.setdefault(plain(owner.contact), "…")
    for persona in personas:
        table.setdefault(plain(persona.name), _("the customer"))
    return table


def _own(record: Record, called: Mapping[str, str]) -> dict[str, Any]:
    """What stands in the fields for names of this record, whoever bears the same name."""
    match record:
        case Workshop():
            return {"facilitator": ""}
        case Participant():
            return {"name": called[record.id]}
        case Owner(kind=OwnerKind.PERSON):
            return {"name": called[record.id], "contact": "", "initials": ""}
        case Owner():
            return {"name": called[record.id], "contact": ""}
        case _:
            return {}
