"""Edits of whole journeys: adding from a preset, naming, ordering, removing, and who looks at them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.clean import one_line
from journey.edits.places import rank_at, room_at
from journey.edits.records import edited, found, made
from journey.edits.removal import removal
from journey.edits.wording import called
from journey.model import (
    Card,
    Change,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    LaneKind,
    MapData,
    Persona,
    Phase,
    Record,
    Refused,
    Scope,
    Stage,
    Step,
    Workshop,
    adding,
    joined,
    replacing,
)
from journey.rank import spread
from journey.titles import is_placeholder
from resources.templates import Template, step_title, template
from resources.words import _, speaking

_FIELDS = ("title", "purpose", "scope", "state", "intended_for", "parent_card", "notes")


def add_journey(
    map_data: MapData, title: str, preset: str = "journey-map", place: int | None = None, **values: Any
) -> Change:
    """A new journey with the preset's lanes and stages, each stage with a step; touches[0].after is it.

    Lanes, stages and steps are titled in the workshop's language. ``values`` are other fields of the
    journey. KeyError for a preset that does not exist.
    """
    with speaking(map_data.workshop.language):
        chosen = template(preset)
    (rank,), shifted = room_at(map_data.journeys(), place)
    values = {"scope": Scope(chosen.scope), **values}
    journey = made(Journey, title=one_line(title) or chosen.title, rank=rank, **values)
    with speaking(map_data.workshop.language):
        records = [journey, *_stages(journey, chosen), *_lanes(journey, chosen)]
    label = _("Add journey “{title}”").format(title=called(journey))
    return joined(label, [adding(label, records), replacing(label, shifted)])


def edit_journey(map_data: MapData, journey: str, **values: Any) -> Change:
    """Give a journey another title, purpose, scope, state, intended_for, parent_card or notes.

    A workshop that is called as its first journey was, or not at all yet, is called as that is now.
    """
    if values.get("intended_for") == journey:
        raise Refused(_("A journey cannot be the intended form of itself."))
    card = map_data.of(Card).get(values.get("parent_card") or "")
    if card is not None and map_data.of(Lane)[card.lane].journey == journey:
        raise Refused(_("A journey cannot detail a card of its own."))
    change = edited(map_data, Journey, journey, values, _FIELDS)
    return joined(change.label, [change, _workshop_called(map_data, journey, change)])


def _workshop_called(map_data: MapData, journey: str, change: Change) -> Change:
    """The workshop's title, as far as it goes with that of a journey which a change renames."""
    old, workshop = map_data.of(Journey)[journey], map_data.of(Workshop).get(map_data.workshop.id)
    new = next((touch.after for touch in change.touches if isinstance(touch.after, Journey)), old)
    if workshop is None or new.title == old.title or old != map_data.journeys()[0]:
        return replacing(change.label, [])
    follows = workshop.title == old.title or is_placeholder(workshop.title)
    return replacing(change.label, [(workshop, replace(workshop, title=new.title))] if follows else [])


def move_journey(map_data: MapData, journey: str, place: int) -> Change:
    """Put a journey at another place among the file's journeys."""
    old = found(map_data, Journey, journey)
    rank, shifted = rank_at(old, map_data.journeys(), place)
    label = _("Move journey “{title}”").format(title=called(old))
    return replacing(label, [(old, replace(old, rank=rank)), *shifted])


def remove_journey(map_data: MapData, journey: str) -> Change:
    """Take a journey away with everything in it. Refused for the last one of the file."""
    old = found(map_data, Journey, journey)
    if len(map_data.of(Journey)) == 1:
        raise Refused(_("A file has at least one journey."))
    return removal(map_data, _("Remove journey “{title}”").format(title=called(old)), [old])


def show_to_persona(map_data: MapData, journey: str, persona: str, place: int | None = None) -> Change:
    """Let a persona look at a journey, at a place among its personas; touches[0].after is the new record.

    Empty if the persona does already.
    """
    title = called(found(map_data, Journey, journey))
    name = called(found(map_data, Persona, persona))
    seen = map_data.of(JourneyPersona).by("journey").get(journey, ())
    label = _("Show “{title}” to {persona}").format(title=title, persona=name)
    if any(one.persona == persona for one in seen):
        return adding(label, [])
    (rank,), shifted = room_at(seen, place)
    new = made(JourneyPersona, journey=journey, persona=persona, rank=rank)
    return joined(label, [adding(label, [new]), replacing(label, shifted)])


def move_persona(map_data: MapData, journey: str, persona: str, place: int) -> Change:
    """Put a persona at another place among those who look at a journey; the first is the main one."""
    seen = map_data.of(JourneyPersona).by("journey").get(journey, ())
    old = _look_of(map_data, journey, persona)
    rank, shifted = rank_at(old, seen, place)
    label = _("Move {persona}").format(persona=called(found(map_data, Persona, persona)))
    return replacing(label, [(old, replace(old, rank=rank)), *shifted])


def hide_from_persona(map_data: MapData, journey: str, persona: str) -> Change:
    """Stop a persona looking at a journey; what it felt there goes along."""
    look = _look_of(map_data, journey, persona)
    of_persona = map_data.of(Feeling).by("persona").get(persona, ())
    felt: list[Record] = [feeling for feeling in of_persona if feeling.journey == journey]
    title, name = called(found(map_data, Journey, journey)), called(found(map_data, Persona, persona))
    label = _("Stop showing “{title}” to {persona}").format(title=title, persona=name)
    return removal(map_data, label, [look, *felt])


def _look_of(map_data: MapData, journey: str, persona: str) -> JourneyPersona:
    seen = map_data.of(JourneyPersona).by("journey", "persona").get((journey, persona), ())
    if not seen:
        raise Refused(_("This persona does not look at this journey."))
    return seen[0]


def _stages(journey: Journey, chosen: Template) -> list[Record]:
    records: list[Record] = []
    for number, (plan, rank) in enumerate(zip(chosen.stages, spread(len(chosen.stages)), strict=True), 1):
        stage = made(Stage, journey=journey.id, title=plan.title, phase=Phase(plan.phase), rank=rank)
        records += [stage, made(Step, stage=stage.id, title=step_title(number))]
    return records


def _lanes(journey: Journey, chosen: Template) -> list[Lane]:
    return [
        made(Lane, journey=journey.id, kind=LaneKind(plan.kind), title=plan.title, rank=rank)
        for plan, rank in zip(chosen.lanes, spread(len(chosen.lanes)), strict=True)
    ]
