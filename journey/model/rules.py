"""What makes a map consistent, and the sentence for each rule that an edit would break."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from journey.model import records as r
from journey.model.change import Change
from journey.model.fields import PICTURES_LIMIT, RECORD_LIMIT, check_fields
from journey.model.grid import Grid
from journey.model.kinds import CARDS_OF_LANE, OwnershipRole
from journey.model.naming import field_word, sort_word
from journey.model.refused import Refused
from journey.model.shapes import POINTING_AT, SHAPE_OF
from journey.model.table import Tables
from resources.words import _


class Consistent(Tables, Protocol):
    """A map as the rules see it: its records by table, and the skeleton of each journey."""

    def records(self) -> Iterable[r.Record]:
        """Every record."""

    def grid(self, journey: str) -> Grid:
        """The stages, steps and lanes of a journey."""


GRID_SORTS = frozenset({r.Stage, r.Step, r.Lane, r.Journey})
"""The sorts whose change moves columns or rows."""


def check(after: Consistent, change: Change) -> None:
    """Raise Refused if the map that a change led to breaks a rule; only what was touched is looked at."""
    _expect_room(after, any(isinstance(touch.after, r.Asset) for touch in change.touches))
    for touch in change.touches:
        if touch.after is None:
            _nothing_points_at(after, touch.record)
        else:
            check_fields(touch.after)
            _points_at_something(after, touch.after)
            if (rule := _RULES.get(type(touch.after))) is not None:
                rule(after, touch.after)
    if any(type(touch.record) in GRID_SORTS for touch in change.touches):
        _grid_is_whole(after, change)


def check_all(map_data: Consistent) -> None:
    """Raise Refused if any record of a map breaks a rule (for maps that come from outside)."""
    _expect_room(map_data, with_pictures=True)
    for record in map_data.records():
        check_fields(record)
        _points_at_something(map_data, record)
        if (rule := _RULES.get(type(record))) is not None:
            rule(map_data, record)
    if len(map_data.of(r.Workshop)) > 1:
        raise Refused(_("A file holds one workshop; this one has several."))
    for journey in map_data.of(r.Journey):
        _journey_is_whole(map_data, journey.id)


def _expect_room(after: Consistent, with_pictures: bool) -> None:
    """Raise Refused if a map has come to more than a file may hold."""
    if sum(len(after.of(sort)) for sort in SHAPE_OF) > RECORD_LIMIT:
        sentence = _("A map has room for {limit} cards and other parts. Nothing was done.")
        raise Refused(sentence.format(limit=RECORD_LIMIT))
    if with_pictures and sum(len(asset.data) for asset in after.of(r.Asset)) > PICTURES_LIMIT:
        sentence = _("The pictures of a map have room for {limit} MB. Nothing was done.")
        raise Refused(sentence.format(limit=PICTURES_LIMIT // 1_000_000))


def _points_at_something(after: Consistent, record: r.Record) -> None:
    for reference in SHAPE_OF[type(record)].references:
        target = getattr(record, reference.field)
        if target is not None and target not in after.of(reference.target):
            sentence = _("What this belongs to is no longer there ({sort}: {field}). Nothing was done.")
            sort, field = sort_word(SHAPE_OF[type(record)].name), field_word(reference.field)
            raise Refused(sentence.format(sort=sort, field=field))


def _nothing_points_at(after: Consistent, gone: r.Record) -> None:
    for sort, reference in POINTING_AT[type(gone)]:
        if after.of(sort).by(reference.field).get(gone.id):
            raise Refused(_("Something still belongs to what would be removed. Nothing was done."))


def _card(after: Consistent, card: r.Card) -> None:
    lane, step = after.of(r.Lane)[card.lane], after.of(r.Step)[card.step]
    grid = after.grid(lane.journey)
    if step.id not in grid.column:
        raise Refused(_("A card's lane and step must be of the same journey."))
    if card.kind not in CARDS_OF_LANE[lane.kind]:
        raise Refused(_("The lane “{lane}” does not take this kind of card.").format(lane=lane.title))
    if grid.column[step.id] + card.span > len(grid.steps):
        raise Refused(_("A card cannot reach past the last step of its journey."))


def _step(after: Consistent, step: r.Step) -> None:
    journey = after.of(r.Stage)[step.stage].journey
    lanes = {after.of(r.Lane)[card.lane].journey for card in after.of(r.Card).by("step").get(step.id, ())}
    felt = {feeling.journey for feeling in after.of(r.Feeling).by("step").get(step.id, ())}
    if (lanes | felt) - {journey}:
        raise Refused(_("A step with cards or feelings cannot move to another journey."))


def _stage(after: Consistent, stage: r.Stage) -> None:
    for step in after.of(r.Step).by("stage").get(stage.id, ()):
        _step(after, step)


def _lane(after: Consistent, lane: r.Lane) -> None:
    taken, columns = CARDS_OF_LANE[lane.kind], after.grid(lane.journey).column
    cards = after.of(r.Card).by("lane").get(lane.id, ())
    if any(card.kind not in taken for card in cards):
        raise Refused(_("The lane “{lane}” holds cards of another kind.").format(lane=lane.title))
    if any(card.step not in columns for card in cards):
        raise Refused(_("A lane with cards cannot move to another journey."))


def _feeling(after: Consistent, feeling: r.Feeling) -> None:
    if feeling.step not in after.grid(feeling.journey).column:
        raise Refused(_("A feeling belongs to a step of its own journey."))
    same = after.of(r.Feeling).by("journey", "persona", "step")
    if len(same[feeling.journey, feeling.persona, feeling.step]) > 1:
        raise Refused(_("A persona has one feeling at a step."))


def _link(after: Consistent, link: r.Link) -> None:
    if link.source == link.target:
        raise Refused(_("A link joins two different cards."))
    if len(after.of(r.Link).by("source", "target", "kind")[link.source, link.target, link.kind]) > 1:
        raise Refused(_("These two cards are joined in this way already."))


def _ownership(after: Consistent, ownership: r.Ownership) -> None:
    of_card = after.of(r.Ownership).by("card")[ownership.card]
    if sum(one.role == OwnershipRole.ACCOUNTABLE for one in of_card) > 1:
        raise Refused(_("One owner answers for a card; change the one it has instead."))
    if sum(one.owner == ownership.owner for one in of_card) > 1:
        raise Refused(_("This owner has a role at the card already."))


def _owner(after: Consistent, owner: r.Owner) -> None:
    met = {owner.id}
    above = after.of(r.Owner).get(owner.parent)
    while above is not None:
        if above.id in met:
            raise Refused(_("An owner cannot stand above itself."))
        met.add(above.id)
        above = after.of(r.Owner).get(above.parent)


def _journey_persona(after: Consistent, seen: r.JourneyPersona) -> None:
    if len(after.of(r.JourneyPersona).by("journey", "persona")[seen.journey, seen.persona]) > 1:
        raise Refused(_("This persona looks at the journey already."))


def _backing(after: Consistent, backing: r.Backing) -> None:
    if len(after.of(r.Backing).by("card", "evidence")[backing.card, backing.evidence]) > 1:
        raise Refused(_("This evidence backs the card already."))


def _verdict(after: Consistent, verdict: r.Verdict) -> None:
    if len(after.of(r.Verdict).by("card", "participant")[verdict.card, verdict.participant]) > 1:
        raise Refused(_("A participant gives one verdict on a card."))


def _workshop(after: Consistent, workshop: r.Workshop) -> None:
    if len(after.of(r.Workshop)) > 1:
        raise Refused(_("A file holds one workshop; this one has several."))


def _grid_is_whole(after: Consistent, change: Change) -> None:
    journeys = set()
    for touch in change.touches:
        for side in (touch.before, touch.after):
            if isinstance(side, r.Journey):
                journeys.add(side.id)
            elif isinstance(side, r.Stage | r.Lane):
                journeys.add(side.journey)
            elif isinstance(side, r.Step) and (stage := after.of(r.Stage).get(side.stage)):
                journeys.add(stage.journey)
    for journey in journeys & {one.id for one in after.of(r.Journey)}:
        _journey_is_whole(after, journey)


def _journey_is_whole(after: Consistent, journey: str) -> None:
    grid = after.grid(journey)
    if not grid.stages:
        raise Refused(_("A journey has at least one stage."))
    with_steps = {step.stage for step in grid.steps}
    for stage in grid.stages:
        if stage.id not in with_steps:
            raise Refused(_("The stage “{stage}” needs at least one step.").format(stage=stage.title))
    for lane in grid.lanes:
        for card in after.of(r.Card).by("lane").get(lane.id, ()):
            if card.span > 1:
                _card(after, card)


_RULES: dict[type[r.Record], Callable[[Consistent, Any], None]] = {
    r.Workshop: _workshop,
    r.Owner: _owner,
    r.JourneyPersona: _journey_persona,
    r.Stage: _stage,
    r.Step: _step,
    r.Lane: _lane,
    r.Card: _card,
    r.Feeling: _feeling,
    r.Link: _link,
    r.Ownership: _ownership,
    r.Backing: _backing,
    r.Verdict: _verdict,
}
