"""Which records there are, what they are called in a file, and what they point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey.model import records as r


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds another record's id.

    ``clears``: when the other goes, the field is emptied; otherwise the record goes along.
    """

    field: str
    target: type[r.Record]
    clears: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One sort of record: its class, its name in files, its references."""

    record: type[r.Record]
    name: str
    references: tuple[Reference, ...] = ()


_CARD = Reference("card", r.Card)
_JOURNEY = Reference("journey", r.Journey)
_OWNER = Reference("owner", r.Owner)
_STEP = Reference("step", r.Step)

SHAPES: tuple[Shape, ...] = (
    Shape(r.Workshop, "workshop"),
    Shape(r.Asset, "asset"),
    Shape(r.Persona, "persona", (Reference("portrait", r.Asset, clears=True),)),
    Shape(r.Owner, "owner", (Reference("parent", r.Owner, clears=True),)),
    Shape(
        r.Journey,
        "journey",
        (
            Reference("intended_for", r.Journey, clears=True),
            Reference("parent_card", r.Card, clears=True),
        ),
    ),
    Shape(r.JourneyPersona, "journey_persona", (_JOURNEY, Reference("persona", r.Persona))),
    Shape(r.Stage, "stage", (_JOURNEY,)),
    Shape(r.Step, "step", (Reference("stage", r.Stage),)),
    Shape(r.Lane, "lane", (_JOURNEY,)),
    Shape(r.Card, "card", (Reference("lane", r.Lane), _STEP, Reference("picture", r.Asset, clears=True))),
    Shape(r.Feeling, "feeling", (_JOURNEY, _STEP, Reference("persona", r.Persona))),
    Shape(r.Link, "link", (Reference("source", r.Card), Reference("target", r.Card))),
    Shape(r.Ownership, "ownership", (_CARD, _OWNER)),
    Shape(r.Measure, "measure", (_CARD,)),
    Shape(r.Evidence, "evidence", (Reference("persona", r.Persona, clears=True),)),
    Shape(r.Backing, "backing", (_CARD, Reference("evidence", r.Evidence))),
    Shape(r.Action, "action", (_CARD, Reference("owner", r.Owner, clears=True))),
    Shape(r.Participant, "participant"),
    Shape(r.Verdict, "verdict", (_CARD, Reference("participant", r.Participant))),
    Shape(r.Vote, "vote", (_CARD,)),
)
"""Every sort of record, each after those it points to (but for journey.parent_card, which closes a ring)."""

SHAPE_OF: dict[type[r.Record], Shape] = {shape.record: shape for shape in SHAPES}
SHAPE_NAMED: dict[str, Shape] = {shape.name: shape for shape in SHAPES}

POINTING_AT: dict[type[r.Record], tuple[tuple[type[r.Record], Reference], ...]] = {
    target: tuple((shape.record, ref) for shape in SHAPES for ref in shape.references if ref.target is target)
    for target in SHAPE_OF
}
"""For each class, the classes and fields that may point at it."""


def references_of(record: r.Record) -> Iterator[tuple[Reference, str]]:
    """What a record points to: the references that are set, each with the id it holds."""
    for reference in SHAPE_OF[type(record)].references:
        if (target := getattr(record, reference.field)) is not None:
            yield reference, target
