"""What an action should move, in a few words: from where a number stands to its goal."""

from __future__ import annotations

from collections.abc import Iterable

from journey.layout.numbers import amount, number
from journey.model import Action, Card, MapData, Measure


def aim_of(action: Action, measures: Iterable[Measure], map_data: MapData, language: str) -> str:
    """“NPS −44 → 0” where today's number is among these measures, else “NPS → 0”; without a goal the name.

    Of several measures of that name the one at the action's own card counts, or else at its step.
    """
    if action.measure_goal is None:
        return action.measure_name
    known = [one for one in measures if one.name == action.measure_name and one.value is not None]
    step = map_data.of(Card)[action.card].step
    own = [one for one in known if one.card == action.card]
    beside = [one for one in known if map_data.of(Card)[one.card].step == step]
    near = own or beside or known
    if len(near) == 1 and near[0].value is not None:
        now, goal = (amount(value, near[0].kind, language) for value in (near[0].value, action.measure_goal))
        return f"{action.measure_name} {from_to(now, goal)}"
    return f"{action.measure_name} {from_to('', number(action.measure_goal, language))}"


def from_to(now: str, goal: str) -> str:
    """Two numbers with an arrow between them, never parted by the end of a line."""
    return f"{now}\u00a0→\u00a0{goal}".strip("\u00a0")
