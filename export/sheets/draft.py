"""A journey being written down from a sheet, row by row, until its records can be made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from export.sheets.column_words import PHASES
from export.sheets.columns import word_named
from journey.edits.codes import LETTERS
from journey.ids import new_id
from journey.model import (
    Card,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    LaneKind,
    Link,
    Measure,
    Ownership,
    Phase,
    Record,
    Stage,
    Step,
)
from journey.rank import spread
from resources.templates import lane_title
from resources.words import speaking

Key = tuple[object, ...]
Draft = TypeVar("Draft", "StageDraft", "StepDraft", "LaneDraft")
Ranked = TypeVar("Ranked", Stage, Step, Lane, Card)


@dataclass(slots=True)
class StageDraft:
    """A stage and its steps in order; ``number`` is its place if the sheet tells it."""

    record: Stage
    number: float | None
    steps: list[StepDraft] = field(default_factory=list)


@dataclass(slots=True)
class StepDraft:
    """A step; ``number`` is its place if the sheet tells it."""

    record: Step
    number: float | None


@dataclass(slots=True)
class LaneDraft:
    """A lane; ``number`` is its place if the sheet tells it."""

    record: Lane
    number: float | None


@dataclass(slots=True)
class CardDraft:
    """A card, the line it stands on, its number in the sheet, and the links that are told of there."""

    record: Card
    line: int
    number: str = ""
    links: str = ""


@dataclass(slots=True)
class JourneyDraft:
    """What is known of a journey in a language so far; ``stage`` and ``step`` are those of the row before."""

    record: Journey
    language: str
    stages: dict[Key, StageDraft] = field(default_factory=dict)
    steps: dict[Key, StepDraft] = field(default_factory=dict)
    lanes: dict[Key, LaneDraft] = field(default_factory=dict)
    cards: list[CardDraft] = field(default_factory=list)
    feelings: dict[tuple[str, str | None], Feeling] = field(default_factory=dict)
    ownerships: dict[tuple[str, str], Ownership] = field(default_factory=dict)
    measures: list[Measure] = field(default_factory=list)
    links: dict[Key, Link] = field(default_factory=dict)
    personas: dict[str, None] = field(default_factory=dict)
    stage: StageDraft | None = None
    step: StepDraft | None = None

    def at_stage(self, number: float | None, title: str) -> StageDraft:
        """Go to the stage of this number and title, a new one if there is none; its step is left open.

        A new stage titled “Before” or “Etter” is of that phase.
        """
        key = (number, title)
        if key not in self.stages:
            phase = word_named(PHASES, title) or Phase.DURING
            stage = Stage(id=new_id(), journey=self.record.id, title=title, phase=phase)
            self.stages[key] = StageDraft(stage, number)
        if self.stage is not self.stages[key]:
            self.stage, self.step = self.stages[key], None
        return self.stages[key]

    def at_step(self, number: float | None, title: str) -> StepDraft:
        """Go to the step of this number and title in the present stage, a new one if there is none."""
        stage = self.stage or self.at_stage(None, self.record.title)
        key = (stage.record.id, number, title)
        if key not in self.steps:
            self.steps[key] = StepDraft(Step(id=new_id(), stage=stage.record.id, title=title), number)
            stage.steps.append(self.steps[key])
        self.step = self.steps[key]
        return self.step

    def lane(self, number: float | None, title: str, kind: LaneKind) -> Lane:
        """Give the lane of this number, title and kind, a new one if there is none."""
        key = (number, title, kind)
        if key not in self.lanes:
            record = Lane(id=new_id(), journey=self.record.id, kind=kind, title=title)
            self.lanes[key] = LaneDraft(record, number)
        return self.lanes[key].record

    def usual_lane(self, kind: LaneKind) -> Lane:
        """Give the first lane of this kind, under its usual title if there was none."""
        met = (draft.record for draft in self.lanes.values() if draft.record.kind == kind)
        with speaking(self.language):
            return next(met, None) or self.lane(None, lane_title(kind), kind)

    @property
    def ordered_steps(self) -> list[StepDraft]:
        """The steps of all stages, from left to right."""
        return [step for stage in _in_order(self.stages.values()) for step in _in_order(stage.steps)]


def records_of(draft: JourneyDraft) -> Iterator[Record]:
    """Make the records of a journey; each of its stages must have a step."""
    yield draft.record
    ranks = spread(len(draft.personas))
    for persona, rank in zip(draft.personas, ranks, strict=True):
        yield JourneyPersona(id=new_id(), journey=draft.record.id, persona=persona, rank=rank)
    stages = _in_order(draft.stages.values())
    yield from _ranked(stage.record for stage in stages)
    for stage in stages:
        yield from _ranked(step.record for step in _in_order(stage.steps))
    yield from _ranked(_lanes(draft))
    yield from _cards(draft)
    yield from draft.feelings.values()
    yield from draft.links.values()
    yield from draft.ownerships.values()
    yield from draft.measures


def give_codes(draft: JourneyDraft) -> None:
    """Give each card the code its kind and place would have got it in the room: T1, T2, P1."""
    column = {step.record.id: place for place, step in enumerate(draft.ordered_steps)}
    counts: Counter[str] = Counter()
    for card in sorted(draft.cards, key=lambda card: column[card.record.step]):
        letter = LETTERS[card.record.kind]
        counts[letter] += 1
        card.record = replace(card.record, code=f"{letter}{counts[letter]}")


def _in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Give drafts in the order of their numbers if all have one, else as they were met."""
    met = list(drafts)
    return sorted(met, key=lambda d: d.number or 0) if all(d.number is not None for d in met) else met


def _ranked(records: Iterable[Ranked]) -> Iterator[Ranked]:
    siblings = list(records)
    return (replace(one, rank=rank) for one, rank in zip(siblings, spread(len(siblings)), strict=True))


def _lanes(draft: JourneyDraft) -> list[Lane]:
    """Give the lanes as numbered; if none is, in the usual order with those that are always there."""
    if any(lane.number is not None for lane in draft.lanes.values()):
        numbered = sorted(draft.lanes.values(), key=lambda d: (d.number is None, d.number or 0))
        return [lane.record for lane in numbered]
    always = [
        (LaneKind.STEPS, True),
        (LaneKind.FEELINGS, draft.feelings),
        (LaneKind.MEASURES, draft.measures),
    ]
    for kind in (kind for kind, wanted in always if wanted):
        draft.usual_lane(kind)
    kinds = list(LaneKind)
    return sorted((lane.record for lane in draft.lanes.values()), key=lambda lane: kinds.index(lane.kind))


def _cards(draft: JourneyDraft) -> Iterator[Card]:
    """Give the cards ranked in their cells, in the order they were met."""
    cells: defaultdict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in draft.cards:
        cells[card.record.lane, card.record.step].append(card.record)
    for cards in cells.values():
        yield from _ranked(cards)
