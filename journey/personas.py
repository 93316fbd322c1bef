"""Whose eyes a journey uses, and what they are called: told apart, and in the middle of a sentence."""

from __future__ import annotations

from journey.clean import one_line
from journey.model import JourneyPersona, MapData, Persona
from resources.words import _


def personas_of(map_data: MapData, journey: str) -> tuple[Persona, ...]:
    """Those whose eyes a journey uses, in order."""
    seen = map_data.of(JourneyPersona).by("journey").get(journey, ())
    return tuple(map_data.of(Persona)[one.persona] for one in seen)


def customer_as_name() -> str:
    """What a persona is called whose name must not be told, in the language being spoken."""
    customer = _("the customer")
    return customer[:1].upper() + customer[1:]


def names_of(map_data: MapData) -> dict[str, str]:
    """What each persona of a map is called, by id: its name, and its segment too where others bear the same.

    One without a name goes by its segment. The same in every journey; numbers run as the journeys name them.
    """
    seen = (one for journey in map_data.journeys() for one in personas_of(map_data, journey.id))
    people = {one.id: one for one in (*seen, *map_data.of(Persona))}.values()
    named = [(one_line(one.name) or one_line(one.segment) or _("Customer"), one) for one in people]
    of_name: dict[str, list[Persona]] = {}
    for name, one in named:
        of_name.setdefault(name, []).append(one)
    apart = {name: iter(_apart(name, ones)) for name, ones in of_name.items()}
    return {one.id: next(apart[name]) for name, one in named}


def within(name: str) -> str:
    """A persona's name in the middle of a sentence, where “The customer” begins with a small letter."""
    opening = customer_as_name()
    return _("the customer") + name[len(opening) :] if f"{name} ".startswith(f"{opening} ") else name


def _apart(name: str, ones: list[Persona]) -> list[str]:
    """Names that differ: by the beginning of the segment where that is enough, or else by a number."""
    if len(ones) == 1:
        return [name]
    segments = [one_line(one.segment) for one in ones]
    for hints in ([segment.split(",")[0] for segment in segments], segments):
        if all(hints) and len(set(hints)) == len(hints):
            return [f"{name} ({hint})" for hint in hints]
    return [f"{name} {number}" for number in range(1, len(ones) + 1)]
