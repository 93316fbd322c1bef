"""Small hand-made journeys for the analysis: a row of texts for each lane, a card's id is its text."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from journey.finding import Finding
from journey.model import (
    CARDS_OF_LANE,
    Card,
    Feeling,
    Journey,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    MapData,
    Owner,
    Ownership,
    Record,
    Stage,
    Step,
    adding,
    check_all,
    map_of,
    replacing,
)


def a_map(steps: int = 3, stages: Sequence[int] = (), **lanes: Sequence[str]) -> MapData:
    """A journey "j" with lanes named by their kind; an empty text leaves its cell empty.

    ``stages`` says how many steps each stage has; by default one stage has all. Steps are called
    s0, s1, ... and stages g0, g1, ...
    """
    records: list[Record] = [Journey(id="j", title="A journey")]
    records += _stages(stages or (steps,))
    for row, (kind, texts) in enumerate(lanes.items()):
        records.append(Lane(id=kind, journey="j", kind=LaneKind(kind), title=kind, rank=f"{row}1"))
        records += [
            Card(id=text, lane=kind, step=f"s{step}", kind=CARDS_OF_LANE[LaneKind(kind)][0], text=text)
            for step, text in enumerate(texts)
            if text
        ]
    made = map_of(records)
    check_all(made)
    return made


def _stages(lengths: Sequence[int]) -> list[Record]:
    records: list[Record] = []
    step = 0
    for place, length in enumerate(lengths):
        records.append(Stage(id=f"g{place}", journey="j", title=f"stage {place}", rank=f"{place}1"))
        for _step in range(length):
            records.append(Step(id=f"s{step}", stage=f"g{place}", title=f"step {step}", rank=f"{step}1"))
            step += 1
    return records


def having(made: MapData, *records: Record) -> MapData:
    """The map with more records."""
    return made.apply(adding("more", records))


def changed(made: MapData, card: str, **fields: Any) -> MapData:
    """The map with fields of one card changed."""
    old = made.of(Card)[card]
    return made.apply(replacing("change", [(old, dataclasses.replace(old, **fields))]))


def linked(made: MapData, *pairs: tuple[str, str], kind: LinkKind = LinkKind.SUPPORTS) -> MapData:
    """The map with arrows of one kind."""
    links = (Link(id=f"{one}>{other} {kind}", source=one, target=other, kind=kind) for one, other in pairs)
    return having(made, *links)


def owned(made: MapData, **owner_of: str) -> MapData:
    """The map with an owner, called by its id, who answers for each card."""
    owners = (Owner(id=one, name=one) for one in dict.fromkeys(owner_of.values()))
    ownerships = (Ownership(id=f"{card} owned", card=card, owner=one) for card, one in owner_of.items())
    return having(made, *owners, *ownerships)


def felt(made: MapData, *scores: float, persona: str | None = None) -> MapData:
    """The map with a curve, one score a step from the first step on; ids are f0, f1, ... and the persona."""
    return having(
        made,
        *(
            Feeling(id=f"f{step}{persona or ''}", journey="j", step=f"s{step}", persona=persona, score=score)
            for step, score in enumerate(scores)
        ),
    )


def about(findings: Sequence[Finding], kind: str) -> list[tuple[str, ...]]:
    """The records of each finding of one kind."""
    return [finding.records for finding in findings if finding.id == kind]
