"""Edits of steps: the columns of the grid, each with what stands under it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.clean import one_line
from journey.edits.places import clamped, rank_at, room_at
from journey.edits.records import edited, found, made
from journey.edits.removal import removal
from journey.edits.spans import columns, reordered
from journey.edits.wording import called
from journey.model import Change, MapData, Refused, Stage, Step, adding, joined, replacing
from resources.words import _, speaking


def add_step(
    map_data: MapData, stage: str, title: str = "", place: int | None = None, **values: Any
) -> Change:
    """A new step before the one at ``place`` in a stage (None: last); touches[0].after is it.

    ``values`` may give minutes and wait_minutes. Cards that reach across the place grow with it.
    """
    home = found(map_data, Stage, stage)
    siblings = map_data.of(Step).by("stage").get(stage, ())
    (rank,), shifted = room_at(siblings, place)
    with speaking(map_data.workshop.language):
        title = one_line(title) or _("New step")
    step = made(Step, stage=stage, title=title, rank=rank, **values)
    after = columns(map_data, home.journey)
    after[stage].insert(clamped(place, len(siblings)), step.id)
    label = _("Add step “{title}”").format(title=called(step))
    parts = [adding(label, [step]), replacing(label, shifted), reordered(map_data, home.journey, after)]
    return joined(label, parts)


def add_step_after(map_data: MapData, step: str, title: str = "", **values: Any) -> Change:
    """A new step just after another, in its stage; touches[0].after is it."""
    before = found(map_data, Step, step)
    place = map_data.of(Step).by("stage")[before.stage].index(before) + 1
    return add_step(map_data, before.stage, title, place, **values)


def add_step_before(map_data: MapData, step: str, title: str = "", **values: Any) -> Change:
    """A new step just before another, in its stage; touches[0].after is it."""
    after = found(map_data, Step, step)
    place = map_data.of(Step).by("stage")[after.stage].index(after)
    return add_step(map_data, after.stage, title, place, **values)


def edit_step(map_data: MapData, step: str, **values: Any) -> Change:
    """Give a step another title, or say how long it takes (minutes) and how long before the next."""
    return edited(map_data, Step, step, values, ("title", "minutes", "wait_minutes"))


def move_step(map_data: MapData, step: str, stage: str, place: int | None = None) -> Change:
    """Put a step with everything under it at a place in a stage of the same journey (None: last).

    Cards that cover other steps too stay with those. Refused for the only step of another stage.
    """
    old, home = found(map_data, Step, step), found(map_data, Stage, stage)
    _can_leave(map_data, old, home)
    rank, shifted = rank_at(old, map_data.of(Step).by("stage").get(stage, ()), place)
    after = columns(map_data, home.journey)
    after[old.stage].remove(step)
    after[stage].insert(clamped(place, len(after[stage])), step)
    label = _("Move step “{title}”").format(title=called(old))
    moves = replacing(label, [(old, replace(old, stage=stage, rank=rank)), *shifted])
    return joined(label, [moves, reordered(map_data, home.journey, after, [step])])


def remove_step(map_data: MapData, step: str) -> Change:
    """Take a step away with what stands under it. Refused for the only step of a stage.

    Cards that cover other steps too stay there.
    """
    old = found(map_data, Step, step)
    home = found(map_data, Stage, old.stage)
    after = columns(map_data, home.journey)
    after[home.id].remove(step)
    if not after[home.id]:
        raise Refused(_("“{stage}” has only this step; remove the stage instead.").format(stage=called(home)))
    label = _("Remove step “{title}”").format(title=called(old))
    shrunk = reordered(map_data, home.journey, after)
    return joined(label, [shrunk, removal(map_data.apply(shrunk), label, [old])])


def _can_leave(map_data: MapData, step: Step, target: Stage) -> None:
    source = found(map_data, Stage, step.stage)
    if source.journey != target.journey:
        raise Refused(_("A step moves within its journey."))
    if source.id != target.id and len(map_data.of(Step).by("stage")[source.id]) == 1:
        sentence = _("“{stage}” has only this step; move or join the stage instead.")
        raise Refused(sentence.format(stage=called(source)))
