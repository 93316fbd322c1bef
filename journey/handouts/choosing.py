"""What of a journey is worth a board's time: its moments of truth, its gaps, what is to be decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from journey.analysis.evidence import borne_out
from journey.analysis.feelings import Fall, large_falls
from journey.analysis.flow import open_gaps
from journey.analysis.moments import moments_of_truth
from journey.analysis.plans import pains_without_plan
from journey.analysis.reading import Reading
from journey.handouts.telling import (
    OVER,
    aim,
    aimed,
    by_due,
    decided,
    dots_on,
    feelings_at,
    measured,
    measures_of,
    owner_name,
)
from journey.layout.numbers import misses_goal, number, signed
from journey.model import (
    Action,
    ActionStatus,
    Card,
    CardKind,
    Knowledge,
    Measure,
    MeasureKind,
    Step,
)
from resources.words import _

MOST = 3
_GAP_WEIGHT = 5.0
_UNPLANNED = 3.0
_MOST_NUMBERS = 6
_HIGHER_IS_BETTER = (MeasureKind.NPS, MeasureKind.CSAT, MeasureKind.CES)
"""Of a share, nobody knows whether it should rise or fall."""
_UNBROKEN = "\u00a0"


@dataclass(frozen=True, slots=True)
class Point:
    """Something to be said in a line and the facts under it; ``record`` is what it is about."""

    title: str
    facts: tuple[str, ...]
    record: str


@dataclass(frozen=True, slots=True)
class _Hurt:
    """Something that hurts: how much, in which column, and what tells of it."""

    weight: float
    column: int
    tell: Callable[[], Point]


def moments(reading: Reading, language: str) -> tuple[Point, ...]:
    """The moments of truth with most dots, then those that feel strongest; along the journey."""
    found = moments_of_truth(reading)
    first = sorted(found, key=lambda card: (-dots_on(reading.map, card), -_strength(reading, card)))[:MOST]
    return tuple(_moment(card, reading, language) for card in found if card in first)


def gaps(reading: Reading, language: str) -> tuple[Point, ...]:
    """Where it hurts most: one for each step, the gravest first, then what else fills the places.

    What somebody wrote of a step comes before a fall of the curve there, which may only repeat it.
    """
    weighed = (*_gravest_first(_hurts(reading, language)), *_gravest_first(_falls(reading, language)))
    each: dict[int, _Hurt] = {}
    for one in weighed:
        each.setdefault(one.column, one)
    rest = [one for one in weighed if one is not each[one.column]]
    return tuple(one.tell() for one in (*_gravest_first(each.values()), *rest)[:MOST])


def decisions(reading: Reading, language: str) -> tuple[Point, ...]:
    """What will be done: actions that are not over, those not yet agreed first, then the best ideas."""
    order = list(ActionStatus)
    actions = [one for one in reading.map.of(Action) if one.card in reading.cards and one.status not in OVER]
    actions.sort(key=lambda one: (order.index(one.status), *by_due(one)))
    points = [Point(one.title, _cost_and(one, reading, language), one.id) for one in actions[:MOST]]
    taken = {one.card for one in actions}
    points += [_idea(card, reading, language) for card in _ideas(reading) if card.id not in taken]
    return tuple(points[:MOST])


def numbers(reading: Reading, language: str) -> list[str]:
    """The aims of what will be done, then measures that miss their goal, then others; each name once."""
    actions = [one for one in reading.map.of(Action) if one.card in reading.cards]
    aims = [aim(one, reading, language) for one in actions if one.measure_name and one.status not in OVER]
    told: list[Measure] = [m for card in reading.cards.values() for m in measures_of(reading.map, card)]
    told.sort(key=lambda one: not misses_goal(one))
    named = {one.measure_name for one in actions if one.measure_name and one.status not in OVER}
    others: dict[str, str] = {}
    for measure in told:
        if measure.name not in named and (said := _standing(measure, language)):
            others.setdefault(measure.name, said)
    return [one for one in dict.fromkeys((*aims, *others.values())) if one][:_MOST_NUMBERS]


def _standing(measure: Measure, language: str) -> str:
    """Where a measure stands and should go; beside its goal where it surely has reached that."""
    known = measure.goal is not None and measure.value is not None
    reached = known and measure.kind in _HIGHER_IS_BETTER and not misses_goal(measure)
    return measured(measure, language) if reached else aimed(measure, language)


def _strength(reading: Reading, card: Card) -> float:
    return max((abs(one.score) for one in feelings_at(reading, reading.columns(card))), default=0.0)


def _moment(card: Card, reading: Reading, language: str) -> Point:
    told = [measured(one, language) for one in _important(measures_of(reading.map, card))]
    owner = reading.accountable(card)
    if owner is None and card.kind is CardKind.TOUCHPOINT and _any_owner(reading):
        answers = _("nobody owns it")
    else:
        answers = owner.name if owner else ""
    guess = card.evidence is Knowledge.GUESS and not borne_out(reading.map, card)
    known = _("a guess so far") if guess else ""
    return Point(card.text, (*told[:1], answers, known), card.id)


def _any_owner(reading: Reading) -> bool:
    return any(reading.accountable(card) for card in reading.cards.values())


def _important(measures: Iterable[Measure]) -> list[Measure]:
    """Measures, those with a goal first, and of these those that miss it."""
    return sorted(measures, key=lambda one: (one.goal is None, not misses_goal(one)))


def _gravest_first(hurts: Iterable[_Hurt]) -> list[_Hurt]:
    return sorted(hurts, key=lambda one: -one.weight)


def _hurts(reading: Reading, language: str) -> Iterator[_Hurt]:
    """The pain points and the open gaps."""
    unplanned = {finding.records[0] for finding in pains_without_plan(reading)}
    still_open = {finding.records[0] for finding in open_gaps(reading)}
    for card in reading.of(CardKind.PAIN_POINT, CardKind.GAP):
        if card.kind is CardKind.GAP and card.id not in still_open:
            continue
        base = _GAP_WEIGHT if card.kind is CardKind.GAP else 2.0 * card.severity
        weight = base + _UNPLANNED * (card.id in unplanned) + dots_on(reading.map, card)
        column = reading.columns(card).start
        tell = partial(_hurting, card, reading, language, unplanned=card.id in unplanned)
        yield _Hurt(weight - _lowest(reading, column), column, tell)


def _falls(reading: Reading, language: str) -> Iterable[_Hurt]:
    """The large falls of the curves, of those to one step the largest."""
    largest: dict[int, _Hurt] = {}
    for fall in sorted(large_falls(reading), key=lambda one: -one.points):
        column = reading.grid.column[fall.low.step]
        hurt = _Hurt(fall.points, column, partial(_fallen, fall, reading, language))
        largest.setdefault(column, hurt)
    return largest.values()


def _hurting(card: Card, reading: Reading, language: str, *, unplanned: bool) -> Point:
    nobody = _("nobody has picked it up") if unplanned else ""
    facts = _at_column(reading, reading.columns(card).start, language)
    return Point(card.text, (*facts, nobody), card.id)


def _lowest(reading: Reading, column: int) -> float:
    return min((one.score for one in feelings_at(reading, [column])), default=0.0)


def _at_column(reading: Reading, column: int, language: str) -> Iterator[str]:
    """What is known of a column: the worst feeling, the measures that miss their goal, missing owners."""
    if feelings := feelings_at(reading, [column]):
        lowest = min(one.score for one in feelings)
        yield _("feeling {score}").format(score=signed(lowest, language)) if lowest < 0 else ""
    met = [card for card in reading.of(CardKind.TOUCHPOINT) if column in reading.columns(card)]
    told = _important(one for card in met for one in measures_of(reading.map, card) if misses_goal(one))
    yield from (measured(one, language) for one in told[:1])
    if met and _any_owner(reading) and not any(reading.accountable(card) for card in met):
        yield _("nobody owns it")


def _fallen(fall: Fall, reading: Reading, language: str) -> Point:
    step = reading.map.of(Step)[fall.low.step]
    said = _("the feeling falls {points} points").format(points=number(fall.points, language))
    column = reading.grid.column[step.id]
    others = list(_at_column(reading, column, language))[1:]
    return Point(step.title, (said, *others), step.id)


def _cost_and(action: Action, reading: Reading, language: str) -> tuple[str, ...]:
    return *decided(action, reading, language), *_money(reading.cards[action.card], language)


def _money(card: Card, language: str) -> tuple[str, str]:
    cost = _("costs {amount}").format(amount=number(card.cost, language, 0)) if card.cost else ""
    gain = _("brings {amount}").format(amount=number(card.gain, language, 0)) if card.gain else ""
    return cost.replace(" ", _UNBROKEN), gain.replace(" ", _UNBROKEN)


def _ideas(reading: Reading) -> Sequence[Card]:
    """The ideas, the best first: much value, little effort, many dots."""

    def worth(card: Card) -> tuple[float, int]:
        return -((card.value or 0) - (card.effort or 0) / 2), -dots_on(reading.map, card)

    return sorted(reading.of(CardKind.IDEA), key=worth)


def _idea(card: Card, reading: Reading, language: str) -> Point:
    value = _("value {value}").format(value=card.value) if card.value is not None else ""
    effort = _("effort {effort}").format(effort=card.effort) if card.effort is not None else ""
    owner = reading.accountable(card)
    name = owner_name(reading, owner.id) if owner else ""
    return Point(card.text, (_("an idea so far"), value, effort, name, *_money(card, language)), card.id)
