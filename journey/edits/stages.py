"""Edits of stages: groups of steps that move together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.clean import one_line
from journey.edits.labels import edit_label
from journey.edits.places import clamped, rank_at, room_at
from journey.edits.records import amended, found, made
from journey.edits.removal import removal
from journey.edits.spans import columns, reordered
from journey.edits.wording import called
from journey.model import (
    Change,
    Journey,
    MapData,
    Phase,
    Refused,
    Stage,
    Step,
    adding,
    joined,
    removing,
    replacing,
)
from journey.phases import phase_said, says_its_phase
from journey.rank import spread
from resources.templates import step_title
from resources.words import _, speaking


def add_stage(
    map_data: MapData, journey: str, title: str = "", place: int | None = None, phase: Phase | None = None
) -> Change:
    """A new stage with one step, before the stage at ``place`` (None: last); touches[0].after is the stage.

    Without a phase it gets that given to the stage before it.
    """
    found(map_data, Journey, journey)
    stages = list(map_data.grid(journey).stages)
    at = clamped(place, len(stages))
    (rank,), shifted = room_at(stages, at)
    usual, first_step = _titles(map_data, journey)
    phase = phase or (_given(stages[max(at - 1, 0)]) if stages else Phase.DURING)
    stage = made(Stage, journey=journey, title=one_line(title) or usual, phase=phase, rank=rank)
    step = made(Step, stage=stage.id, title=first_step)
    after = list(columns(map_data, journey).items())
    after.insert(at, (stage.id, [step.id]))
    label = _("Add stage “{title}”").format(title=called(stage))
    parts = [
        adding(label, [stage, step]),
        replacing(label, shifted),
        reordered(map_data, journey, dict(after)),
    ]
    return joined(label, parts)


def edit_stage(map_data: MapData, stage: str, **values: Any) -> Change:
    """Give a stage another title or phase.

    A stage that said its phase itself, as those of a preset do, does not keep it under another title.
    """
    old = found(map_data, Stage, stage)
    new = amended(map_data, old, values, ("title", "phase"))
    label = edit_label(old, new)
    if "phase" not in values and says_its_phase(old) and not says_its_phase(new):
        new = replace(new, phase=Phase.DURING)
    return replacing(label, [(old, new)])


def say_phase(map_data: MapData, stage: str, phase: Phase | None) -> Change:
    """Have a phase said over a stage, or none. Refused where it cannot be.

    “During” lies between stages that are before and after, and nothing else does.
    """
    change = edit_stage(map_data, stage, phase=phase or Phase.DURING)
    after = map_data.apply(change)
    new = found(after, Stage, stage)
    said = phase_said(after.grid(new.journey).stages, new)
    if phase is None and said is not None:
        if new.title.strip() and says_its_phase(new):
            raise Refused(_("Its own title says so: give it another title first."))
        raise Refused(
            _("What lies between “Before” and “After” is “During”: take these from the other stages first.")
        )
    if phase is Phase.DURING and said is None:
        raise Refused(_("“During” lies between “Before” and “After”: give these to other stages first."))
    return change


def move_stage(map_data: MapData, stage: str, place: int) -> Change:
    """Put a stage with all its steps and what stands under them at another place in its journey."""
    old = found(map_data, Stage, stage)
    rank, shifted = rank_at(old, map_data.grid(old.journey).stages, place)
    before = columns(map_data, old.journey)
    moved = before.pop(stage)
    after = list(before.items())
    after.insert(clamped(place, len(after)), (stage, moved))
    label = _("Move stage “{title}”").format(title=called(old))
    ranks = replacing(label, [(old, replace(old, rank=rank)), *shifted])
    return joined(label, [ranks, reordered(map_data, old.journey, dict(after), moved)])


def remove_stage(map_data: MapData, stage: str) -> Change:
    """Take a stage away with its steps and what stands under them. Refused for a journey's last stage.

    Cards that reach into other stages stay there.
    """
    old = found(map_data, Stage, stage)
    after = columns(map_data, old.journey)
    del after[stage]
    if not after:
        raise Refused(_("A journey has at least one stage; this is its last."))
    label = _("Remove stage “{title}”").format(title=called(old))
    shrunk = reordered(map_data, old.journey, after)
    return joined(label, [shrunk, removal(map_data.apply(shrunk), label, [old])])


def split_stage(map_data: MapData, step: str, title: str = "") -> Change:
    """Begin a new stage at a step: it and those after it leave their stage; touches[0].after is the new one.

    Refused at the first step of a stage, which begins one already.
    """
    at = found(map_data, Step, step)
    old = found(map_data, Stage, at.stage)
    siblings = map_data.of(Step).by("stage")[old.id]
    leaving = siblings[siblings.index(at) :]
    if len(leaving) == len(siblings):
        raise Refused(_("“{stage}” begins at this step already.").format(stage=called(old)))
    stages = map_data.grid(old.journey).stages
    (rank,), shifted = room_at(stages, stages.index(old) + 1)
    new = made(
        Stage,
        journey=old.journey,
        title=one_line(title) or _titles(map_data, old.journey)[0],
        phase=_given(old),
        rank=rank,
    )
    label = _("Begin stage “{title}”").format(title=called(new))
    moves = replacing(label, [(one, replace(one, stage=new.id)) for one in leaving])
    return joined(label, [adding(label, [new]), replacing(label, shifted), moves])


def join_stage(map_data: MapData, stage: str) -> Change:
    """End a stage: its steps go to the end of the stage before it, and its title is lost.

    What becomes of stages of two phases is of neither phase. Refused for a journey's first stage.
    """
    old = found(map_data, Stage, stage)
    stages = map_data.grid(old.journey).stages
    if stages.index(old) == 0:
        raise Refused(_("There is no stage before this one to take its steps."))
    before = stages[stages.index(old) - 1]
    steps, staying = (map_data.of(Step).by("stage").get(one.id, ()) for one in (old, before))
    ranks = spread(len(steps), staying[-1].rank)
    label = _("Join “{title}” to “{stage}”").format(title=called(old), stage=called(before))
    moves = [
        (step, replace(step, stage=before.id, rank=rank)) for step, rank in zip(steps, ranks, strict=True)
    ]
    both = replace(before, phase=before.phase if before.phase is old.phase else Phase.DURING)
    return joined(label, [replacing(label, [*moves, (before, both)]), removing(label, [old])])


def _given(stage: Stage) -> Phase:
    """The phase that somebody gave to a stage; that of a stage which says it itself came with a preset."""
    return Phase.DURING if says_its_phase(stage) else stage.phase


def _titles(map_data: MapData, journey: str) -> tuple[str, str]:
    """What a new stage and its first step are called, in the workshop's language."""
    with speaking(map_data.workshop.language):
        return _("New stage"), step_title(len(map_data.grid(journey).steps) + 1)
