"""How the owners of a card stand in cells, “Claims”, “responsible: IT; informed: Legal”, and who is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from export.sheets.cells import packed
from export.sheets.owner_commas import MARKS, Commas, groups_by_role, groups_of
from journey.ids import new_id
from journey.initials import derived_initials
from journey.model import Owner, Ownership, OwnershipRole, Persona, Record
from resources.theme import owner_colours

NAME_LENGTH = 200
"""Characters a name in a sheet may have; what is longer is no name."""


@dataclass(slots=True)
class People:
    """The owners and personas met in a sheet, by name; ``initials`` are those taken, in small letters."""

    owners: dict[str, Owner] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    initials: set[str] = field(default_factory=set)

    def owner(self, name: str) -> Owner:
        """Give the owner of this name; one not met before in the next colour, with initials of its own."""
        if name not in self.owners:
            colours = owner_colours()
            colour = colours[len(self.owners) % len(colours)]
            own = derived_initials(name, self.initials)
            self.initials.add(own.casefold())
            self.owners[name] = Owner(id=new_id(), name=name, colour=colour, initials=own)
        return self.owners[name]

    def persona(self, name: str) -> Persona:
        """Give the persona of this name, a new one in the next colour if it was not met before."""
        if name not in self.personas:
            colours = owner_colours()
            colour = colours[len(self.personas) % len(colours)]
            self.personas[name] = Persona(id=new_id(), name=name, colour=colour)
        return self.personas[name]

    def records(self) -> tuple[Record, ...]:
        """Give everybody met."""
        return (*self.personas.values(), *self.owners.values())


def owners_written(ownerships: Iterable[Ownership], owners: Mapping[str, str]) -> tuple[str, str]:
    """Write who is accountable, and who else is involved and how; ``owners`` gives names by id."""
    listed = sorted(ownerships, key=lambda one: (list(OwnershipRole).index(one.role), owners[one.owner]))
    accountable = [owners[one.owner] for one in listed if one.role == OwnershipRole.ACCOUNTABLE]
    others = [f"{one.role}: {owners[one.owner]}" for one in listed if one.role != OwnershipRole.ACCOUNTABLE]
    return packed(accountable, MARKS), packed(others, MARKS)


def owners_read(owner: str, involved: str, commas: Commas) -> Iterator[tuple[str, OwnershipRole]]:
    """Read names and roles from the two cells: the first in the owner's cell answers for the card.

    A name without a role is responsible: it takes part in the work.
    """
    named = [name for group in groups_of(owner) for name in commas.names(group)]
    for place, name in enumerate(named):
        yield name, OwnershipRole.RESPONSIBLE if place else OwnershipRole.ACCOUNTABLE
    for role, group in groups_by_role(involved):
        for name in commas.names(group):
            yield name, role or OwnershipRole.RESPONSIBLE
