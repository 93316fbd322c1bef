"""Edits of people: personas, owners and the participants of the workshop."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.edits.journeys import show_to_persona
from journey.edits.labels import edit_label
from journey.edits.records import amended, check_references, edited, found, in_turn, made
from journey.edits.removal import removal
from journey.edits.wording import called, tidied
from journey.initials import are_derived, derived_initials, taken_initials
from journey.model import Change, MapData, Owner, Participant, Persona, Refused, adding, replacing
from resources.theme import owner_colours
from resources.words import _

_PERSONA_FIELDS = (
    *("name", "segment", "relation", "buying_role", "needs", "motives", "traits", "background", "quote"),
    "colour",
)
_OWNER_FIELDS = ("name", "kind", "parent", "contact", "colour", "initials")
_PARTICIPANT_FIELDS = ("name", "role", "organisation")


def add_persona(map_data: MapData, name: str, journey: str | None = None, **values: Any) -> Change:
    """A persona, looking at a journey at once where given; touches[0].after is the persona."""
    persona = made(Persona, name=name, **values)
    label = _("Add persona “{name}”").format(name=called(persona))
    new = adding(label, [persona])
    if journey is None:
        return new
    return in_turn(
        map_data, label, [lambda _: new, lambda after: show_to_persona(after, journey, persona.id)]
    )


def edit_persona(map_data: MapData, persona: str, **values: Any) -> Change:
    """Describe a persona in other words; its portrait has an edit of its own."""
    return edited(map_data, Persona, persona, values, _PERSONA_FIELDS)


def remove_persona(map_data: MapData, persona: str) -> Change:
    """Take a persona away with what it felt; evidence that names it stays."""
    old = found(map_data, Persona, persona)
    return removal(map_data, _("Remove persona “{name}”").format(name=called(old)), [old])


def add_owner(map_data: MapData, name: str, **values: Any) -> Change:
    """Somebody who answers; touches[0].after is the owner.

    Without them given, the colour is the one fewest owners have, and the initials are those of the name in a
    form that no other owner has.
    """
    own = derived_initials(tidied("name", name), taken_initials(map_data.of(Owner)))
    owner = made(Owner, name=name, **{"colour": _rarest_colour(map_data), "initials": own, **values})
    check_references(map_data, owner)
    return adding(_("Add owner “{name}”").format(name=called(owner)), [owner])


def edit_owner(map_data: MapData, owner: str, **values: Any) -> Change:
    """Give an owner another name, kind, parent, contact, colour or initials.

    Initials that came from the name follow it; what was written instead stays, and is given up by emptying
    it. Refused for a parent that stands below it.
    """
    above = values.get("parent")
    while above is not None:
        if above == owner:
            raise Refused(_("An owner cannot stand above itself."))
        above = found(map_data, Owner, above).parent
    old = found(map_data, Owner, owner)
    new = amended(map_data, old, values, _OWNER_FIELDS)
    followed = replace(new, initials=_initials_after(map_data, old, new))
    given_up = old.initials and not new.initials
    return replacing(edit_label(old, followed if given_up else new), [(old, followed)])


def remove_owner(map_data: MapData, owner: str) -> Change:
    """Take an owner away; what it answered for has nobody, and owners and actions that name it stay."""
    old = found(map_data, Owner, owner)
    return removal(map_data, _("Remove owner “{name}”").format(name=called(old)), [old])


def add_participant(map_data: MapData, name: str, role: str = "", organisation: str = "") -> Change:
    """Somebody in the room; touches[0].after is the participant."""
    somebody = made(Participant, name=name, role=role, organisation=organisation)
    return adding(_("Add participant “{name}”").format(name=called(somebody)), [somebody])


def edit_participant(map_data: MapData, participant: str, **values: Any) -> Change:
    """Give a participant another name, role or organisation."""
    return edited(map_data, Participant, participant, values, _PARTICIPANT_FIELDS)


def remove_participant(map_data: MapData, participant: str) -> Change:
    """Take a participant away with the verdicts given."""
    old = found(map_data, Participant, participant)
    return removal(map_data, _("Remove participant “{name}”").format(name=called(old)), [old])


def _rarest_colour(map_data: MapData) -> str:
    taken = [owner.colour for owner in map_data.of(Owner)]
    return min(owner_colours(), key=taken.count)


def _initials_after(map_data: MapData, old: Owner, new: Owner) -> str:
    """The initials of an owner that was edited: those of another name where nobody wrote them."""
    if (new.name, new.initials) == (old.name, old.initials):
        return old.initials
    written = new.initials != old.initials or not are_derived(old.initials, old.name)
    if new.initials and (written or new.name == old.name):
        return new.initials
    taken = taken_initials(one for one in map_data.of(Owner) if one.id != old.id)
    if new.initials and new.initials.casefold() not in taken and are_derived(new.initials, new.name):
        return new.initials
    return derived_initials(new.name, taken)
