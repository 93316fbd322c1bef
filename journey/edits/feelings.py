"""Edits of the feeling curve."""

from __future__ import annotations

import math
from dataclasses import replace

from journey.edits.records import check_references, found, made
from journey.edits.wording import called, tidied
from journey.model import Change, Feeling, Journey, MapData, Refused, Step, adding, removing, replacing
from journey.model.fields import check_fields
from resources.words import _

_LOWEST, _HIGHEST = -2, 2


def set_feeling(
    map_data: MapData,
    journey: str,
    step: str,
    score: float,
    persona: str | None = None,
    word: str | None = None,
) -> Change:
    """Say how a persona feels at a step, -2 to +2 kept to one decimal; touches[0].after is the feeling.

    ``persona`` None: the customer as such. ``word`` None: the word it has stays. Refused beyond the ends.
    """
    if not (math.isfinite(score) and _LOWEST <= score <= _HIGHEST):
        raise Refused(_("A feeling lies between -2 and +2."))
    found(map_data, Journey, journey)
    label = _("Feeling at “{title}”").format(title=called(found(map_data, Step, step)))
    if step not in map_data.grid(journey).column:
        raise Refused(_("A feeling belongs to a step of its own journey."))
    score = round(float(score), 1) + 0.0  # the sum turns -0.0 into 0.0
    old = feeling_at(map_data, journey, step, persona)
    if old is None:
        new = made(Feeling, journey=journey, step=step, persona=persona, score=score, word=word or "")
        check_references(map_data, new)
        return adding(label, [new])
    new = replace(old, score=score, word=old.word if word is None else tidied("word", word))
    check_fields(new)
    return replacing(label, [(old, new)])


def clear_feeling(map_data: MapData, journey: str, step: str, persona: str | None = None) -> Change:
    """Take a point out of the curve. Refused where there is none."""
    old = feeling_at(map_data, journey, step, persona)
    if old is None:
        raise Refused(_("There is no feeling at this step."))
    title = called(found(map_data, Step, step))
    return removing(_("Clear the feeling at “{title}”").format(title=title), [old])


def feeling_at(map_data: MapData, journey: str, step: str, persona: str | None = None) -> Feeling | None:
    """What a persona feels at a step, if anybody said."""
    same = map_data.of(Feeling).by("journey", "persona", "step").get((journey, persona, step), ())
    return same[0] if same else None
