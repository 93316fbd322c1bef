"""A map as lines of text: stages, steps, the cards of each step by lane, then owners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.commands.tally import tally
from journey.clean import one_line
from journey.layout.numbers import signed
from journey.model import (
    Card,
    Contact,
    Feeling,
    Journey,
    JourneyPersona,
    Lane,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    State,
    Step,
)
from journey.titles import title_of
from resources.words import _, _n, listed, spoken


def outline(map_data: MapData) -> Iterator[str]:
    """The whole map, line by line; every text on one line."""
    workshop = map_data.workshop
    title = title_of(map_data) or workshop.title
    yield " · ".join(filter(None, map(one_line, (title, workshop.organisation, workshop.language))))
    yield tally(map_data)
    for journey in map_data.journeys():
        yield ""
        yield from _journey(map_data, journey)
    if map_data.of(Owner):
        yield ""
        yield from _owners(map_data)


def _journey(map_data: MapData, journey: Journey) -> Iterator[str]:
    state = _("intended journey") if journey.state is State.INTENDED else _("current journey")
    yield f"{one_line(journey.title)} ({state})"
    if journey.purpose:
        yield "  " + _("What the customer tries to get done: {purpose}").format(
            purpose=one_line(journey.purpose)
        )
    seen = map_data.of(JourneyPersona).by("journey").get(journey.id, ())
    if people := [one_line(map_data.of(Persona)[one.persona].name) for one in seen]:
        yield "  " + _("Through the eyes of {personas}").format(personas=listed(people, most=len(people)))
    grid = map_data.grid(journey.id)
    for place, stage in enumerate(grid.stages, start=1):
        yield ""
        yield f"  {place}  {one_line(stage.title)}"
        for step in grid.steps_of(stage.id):
            yield from _step(map_data, grid.lanes, grid.column[step.id] + 1, step)


def _step(map_data: MapData, lanes: tuple[Lane, ...], column: int, step: Step) -> Iterator[str]:
    yield f"    {column:>2}. {one_line(step.title)}"
    in_cell = map_data.of(Card).by("lane", "step")
    feelings = map_data.of(Feeling).by("step").get(step.id, ())
    if feelings:
        told = "; ".join(sorted(_feeling(map_data, one) for one in feelings))
        yield "        " + _("Feeling: {feelings}").format(feelings=told)
    for lane in lanes:
        for card in in_cell.get((lane.id, step.id), ()):
            yield f"        {one_line(lane.title)}: {_card(map_data, card)}"


def _feeling(map_data: MapData, feeling: Feeling) -> str:
    persona = map_data.of(Persona).get(feeling.persona)
    name = f"({one_line(persona.name)})" if persona else ""
    return " ".join(filter(None, (signed(feeling.score, spoken()), one_line(feeling.word), name)))


def _card(map_data: MapData, card: Card) -> str:
    words = " ".join(filter(None, (card.code, one_line(card.text)))) or _("(no text)")
    facts = (
        one_line(card.channel),
        _owner(map_data, card),
        _("moment of truth") if card.moment_of_truth else "",
        _("preventable") if card.contact is Contact.PREVENTABLE else "",
        "●" * card.severity + "○" * (3 - card.severity) if card.severity else "",
        _n("{n} step wide", "{n} steps wide", card.span).format(n=card.span) if card.span > 1 else "",
    )
    return " · ".join(filter(None, (words, *facts)))


def _owner(map_data: MapData, card: Card) -> str:
    roles = map_data.of(Ownership).by("card").get(card.id, ())
    answering = (one.owner for one in roles if one.role is OwnershipRole.ACCOUNTABLE)
    owner = map_data.of(Owner).get(next(answering, None))
    return _("owner {name}").format(name=one_line(owner.name)) if owner else ""


def _owners(map_data: MapData) -> Iterator[str]:
    """Each owner, with how many cards it answers for."""
    roles = map_data.of(Ownership)
    answers = Counter(one.owner for one in roles if one.role is OwnershipRole.ACCOUNTABLE)
    yield _("Owners")
    for owner in map_data.of(Owner):
        count = answers[owner.id]
        cards = _n("{n} card", "{n} cards", count).format(n=count)
        yield f"  {one_line(owner.name)}: {cards}"
