"""Short facts about cards, as prints tell them: what was measured there, who answers, what will be done."""

from __future__ import annotations

from collections.abc import Iterable

from journey.analysis.reading import Reading
from journey.layout.aims import aim_of, from_to
from journey.layout.days import spoken_day
from journey.layout.numbers import amount, signed
from journey.model import (
    Action,
    ActionStatus,
    Card,
    Feeling,
    Journey,
    MapData,
    Measure,
    Owner,
    Persona,
    State,
    Vote,
)
from journey.personas import names_of, personas_of, within
from resources.words import _, listed

OVER = (ActionStatus.DONE, ActionStatus.DROPPED)
"""How far an action has come of which nothing is left to be done."""
_NO_DAY = "9999"


def by_due(action: Action) -> tuple[str, str]:
    """What sorts actions by the day they are due; those without one come last."""
    return action.due or _NO_DAY, action.id


def dotted(facts: Iterable[str]) -> str:
    """Facts in one line, those that say nothing left out."""
    return " · ".join(fact for fact in facts if fact)


def measured(measure: Measure, language: str) -> str:
    """A measure with its goal: “NPS −44, goal 0”; its name alone where nothing was measured."""
    if measure.value is None:
        return measure.name
    said = f"{measure.name} {amount(measure.value, measure.kind, language)}"
    if measure.goal is None:
        return said
    goal = _("goal {goal}").format(goal=amount(measure.goal, measure.kind, language))
    return f"{said}, {goal}"


def aimed(measure: Measure, language: str) -> str:
    """Where a measure stands and should go: “NPS −44 → 0”; empty where either is not known."""
    if measure.value is None or measure.goal is None:
        return ""
    now, goal = (amount(value, measure.kind, language) for value in (measure.value, measure.goal))
    return f"{measure.name} {from_to(now, goal)}"


def aim(action: Action, reading: Reading, language: str) -> str:
    """What an action should move, by the measures of its journey."""
    here = (one for one in reading.map.of(Measure) if one.card in reading.cards)
    return aim_of(action, here, reading.map, language)


def owner_name(reading: Reading, owner: str | None) -> str:
    """An owner's name, or that there is nobody yet."""
    found = reading.map.of(Owner).get(owner)
    return found.name if found else _("nobody yet")


def decided(action: Action, reading: Reading, language: str) -> tuple[str, ...]:
    """Who does an action by when, and what it should move."""
    return owner_name(reading, action.owner), spoken_day(action.due), aim(action, reading, language)


def action_status(status: ActionStatus) -> str:
    """How far an action has come, in the language being spoken."""
    return {
        ActionStatus.PROPOSED: _("proposed"),
        ActionStatus.AGREED: _("agreed"),
        ActionStatus.DOING: _("under way"),
        ActionStatus.DONE: _("done"),
        ActionStatus.DROPPED: _("dropped"),
    }[status]


def state_word(journey: Journey) -> str:
    """Whether a journey is the one there is or the one that is wanted."""
    return _("Intended journey") if journey.state is State.INTENDED else _("Current journey")


def felt(feeling: Feeling, language: str) -> str:
    """A feeling as a word and its score: “forgotten −2”."""
    return f"{feeling.word} {signed(feeling.score, language)}".strip()


def feelings_at(reading: Reading, columns: Iterable[int]) -> tuple[Feeling, ...]:
    """What the personas feel in some columns, along the journey."""
    wanted = set(columns)
    column = reading.grid.column
    of_journey = reading.map.of(Feeling).by("journey").get(reading.journey.id, ())
    found = [one for one in of_journey if column[one.step] in wanted]
    return tuple(sorted(found, key=lambda one: column[one.step]))


def personas(reading: Reading) -> tuple[Persona, ...]:
    """Those whose eyes the journey uses, in order."""
    return personas_of(reading.map, reading.journey.id)


def persona_names(reading: Reading) -> str:
    """Those whose eyes the journey uses, as one reads them aloud; empty where there is nobody."""
    called = names_of(reading.map)
    names = [called[one.id] for one in personas(reading)]
    return listed([*names[:1], *map(within, names[1:])], 4) if names else ""


def measures_of(map_data: MapData, card: Card) -> tuple[Measure, ...]:
    """The measures at a card."""
    return tuple(map_data.of(Measure).by("card").get(card.id, ()))


def dots_on(map_data: MapData, card: Card) -> int:
    """How many dots the room put on a card."""
    return sum(vote.dots for vote in map_data.of(Vote).by("card").get(card.id, ()))


def sheet_facts(reading: Reading, day: str) -> str:
    """What stands at the foot of a sheet: whose map this is, which, and from when."""
    workshop = reading.map.workshop
    return dotted(
        (workshop.organisation, reading.journey.title, state_word(reading.journey), spoken_day(day))
    )
