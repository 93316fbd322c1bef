"""Every edit there is, called on whatever stands in a map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journey import edits
from journey.model import (
    Action,
    ActionStatus,
    Backing,
    BuyingRole,
    Card,
    CardKind,
    CardStatus,
    Change,
    Contact,
    Evidence,
    Feeling,
    Journey,
    JourneyPersona,
    Judgement,
    Knowledge,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    Measure,
    MeasureKind,
    Method,
    Owner,
    OwnerKind,
    Ownership,
    OwnershipRole,
    Participant,
    Persona,
    Phase,
    Relation,
    Scope,
    Stage,
    State,
    Step,
    Verdict,
)
from resources.templates import PRESETS
from tests.choice import CODES, DAYS, SELDOM, Choice


def card_values(c: Choice) -> dict[str, Any]:
    return c.values(
        note=c.text,
        code=lambda: c.draw(CODES),
        channel=c.text,
        moment_of_truth=c.yes,
        contact=lambda: c.of(Contact),
        severity=lambda: c.whole(0, 4),
        evidence=lambda: c.of(Knowledge),
        status=lambda: c.of(CardStatus),
        value=lambda: c.whole(0, 6),
        cost=c.number,
        tags=lambda: (c.text(), c.text()),
    )


def journey_values(c: Choice) -> dict[str, Any]:
    return c.values(
        title=c.text,
        purpose=c.text,
        scope=lambda: c.of(Scope),
        state=lambda: c.of(State),
        intended_for=lambda: c.maybe(Journey),
        parent_card=lambda: c.maybe(Card),
    )


def persona_values(c: Choice) -> dict[str, Any]:
    return c.values(
        segment=c.text,
        relation=lambda: c.of(Relation),
        buying_role=lambda: c.of(BuyingRole),
        quote=c.text,
        colour=lambda: c.draw(st.sampled_from(["#102030", "red"])),
    )


def owner_values(c: Choice) -> dict[str, Any]:
    return c.values(kind=lambda: c.of(OwnerKind), parent=lambda: c.maybe(Owner), initials=c.text)


def measure_values(c: Choice) -> dict[str, Any]:
    return c.values(value=c.number, goal=c.number, low=c.number, high=c.number, date=lambda: c.draw(DAYS))


def evidence_values(c: Choice) -> dict[str, Any]:
    return c.values(
        date=lambda: c.draw(DAYS), people=lambda: c.whole(-1, 20), persona=lambda: c.maybe(Persona)
    )


def action_values(c: Choice) -> dict[str, Any]:
    return c.values(
        owner=lambda: c.maybe(Owner),
        due=lambda: c.draw(DAYS),
        status=lambda: c.of(ActionStatus),
        measure_goal=c.number,
    )


def step_values(c: Choice) -> dict[str, Any]:
    return c.values(minutes=c.number, wait_minutes=c.number)


def cells(c: Choice) -> list[tuple[str, str, str]]:
    return [(*c.cell(), c.text()) for _turn in range(c.whole(0, 3))]


def looks(c: Choice) -> tuple[str, str]:
    journey, persona = c.fields(JourneyPersona, "journey", "persona")
    return journey, persona


def move_card(c: Choice) -> Change:
    card = c.one(Card)
    return edits.move_card(c.map, card, *c.cell(card), c.place(), convert=c.yes())


def move_cards(c: Choice) -> Change:
    cards = c.some(Card)
    return edits.move_cards(c.map, cards, *c.cell(cards[0] if cards else None), convert=c.yes())


def set_feeling(c: Choice) -> Change:
    journey, step, persona = c.fields(Feeling, "journey", "step", "persona")
    if c.yes():
        step, persona = c.draw(st.sampled_from([*c.map.grid(journey).column, "gone"])), c.maybe(Persona)
    score = c.draw(st.floats(-2, 2) | st.sampled_from([-2.1, float("nan")]))
    return edits.set_feeling(c.map, journey, step, score, persona, c.text() if c.yes() else None)


def preset(c: Choice) -> str:
    name: str = c.draw(st.sampled_from(PRESETS))
    return name


Edit = Callable[[Choice], Change]

WHOLE: dict[str, Edit] = {
    "edit_workshop": lambda c: edits.edit_workshop(
        c.map, **c.values(title=c.text, language=lambda: c.draw(st.sampled_from(["nb", "sv-FI", "?"])))
    ),
    "add_journey": lambda c: edits.add_journey(c.map, c.text(), preset(c), c.place(), purpose=c.text()),
    "edit_journey": lambda c: edits.edit_journey(c.map, c.one(Journey), **journey_values(c)),
    "move_journey": lambda c: edits.move_journey(c.map, c.one(Journey), c.whole(-1, 4)),
    "remove_journey": lambda c: edits.remove_journey(c.map, c.one(Journey)),
    "duplicate_journey": lambda c: edits.duplicate_journey(c.map, c.one(Journey)),
    "make_intended_copy": lambda c: edits.make_intended_copy(c.map, c.one(Journey)),
    "show_to_persona": lambda c: edits.show_to_persona(c.map, c.one(Journey), c.one(Persona), c.place()),
    "move_persona": lambda c: edits.move_persona(c.map, *looks(c), c.whole(-1, 3)),
    "hide_from_persona": lambda c: edits.hide_from_persona(c.map, *looks(c)),
}

GRID: dict[str, Edit] = {
    "add_stage": lambda c: edits.add_stage(
        c.map, c.one(Journey), c.text(), c.place(), c.of(Phase) if c.yes() else None
    ),
    "edit_stage": lambda c: edits.edit_stage(
        c.map, c.one(Stage), **c.values(title=c.text, phase=lambda: c.of(Phase))
    ),
    "say_phase": lambda c: edits.say_phase(c.map, c.one(Stage), c.of(Phase) if c.yes() else None),
    "move_stage": lambda c: edits.move_stage(c.map, c.one(Stage), c.whole(-1, 6)),
    "remove_stage": lambda c: edits.remove_stage(c.map, c.one(Stage)),
    "split_stage": lambda c: edits.split_stage(c.map, c.one(Step), c.text()),
    "join_stage": lambda c: edits.join_stage(c.map, c.one(Stage)),
    "add_step": lambda c: edits.add_step(c.map, c.one(Stage), c.text(), c.place(), **step_values(c)),
    "add_step_after": lambda c: edits.add_step_after(c.map, c.one(Step), c.text(), **step_values(c)),
    "add_step_before": lambda c: edits.add_step_before(c.map, c.one(Step), c.text()),
    "edit_step": lambda c: edits.edit_step(c.map, c.one(Step), **step_values(c)),
    "move_step": lambda c: edits.move_step(c.map, c.one(Step), c.one(Stage), c.place()),
    "remove_step": lambda c: edits.remove_step(c.map, c.one(Step)),
    "add_lane": lambda c: edits.add_lane(c.map, c.one(Journey), c.of(LaneKind), c.text(), c.place()),
    "rename_lane": lambda c: edits.rename_lane(c.map, c.one(Lane), c.text()),
    "move_lane": lambda c: edits.move_lane(c.map, c.one(Lane), c.whole(-1, 9)),
    "hide_lane": lambda c: edits.hide_lane(c.map, c.one(Lane)),
    "show_lane": lambda c: edits.show_lane(c.map, c.one(Lane)),
    "remove_lane": lambda c: edits.remove_lane(c.map, c.one(Lane)),
}

CARDS: dict[str, Edit] = {
    "add_card": lambda c: edits.add_card(
        c.map,
        *c.cell(),
        c.text(),
        c.place(),
        c.of(CardKind) if c.draw(SELDOM) else None,
        **card_values(c),
    ),
    "add_cards": lambda c: edits.add_cards(c.map, cells(c)),
    "set_text": lambda c: edits.set_text(c.map, c.one(Card), c.text()),
    "edit_card": lambda c: edits.edit_card(c.map, c.one(Card), **card_values(c)),
    "edit_cards": lambda c: edits.edit_cards(c.map, c.some(Card), **card_values(c)),
    "set_picture": lambda c: edits.set_picture(c.map, c.one(Card), c.picture()),
    "duplicate_cards": lambda c: edits.duplicate_cards(c.map, c.some(Card)),
    "remove_cards": lambda c: edits.remove_cards(c.map, c.some(Card)),
    "move_card": move_card,
    "move_cards": move_cards,
    "reorder_card": lambda c: edits.reorder_card(c.map, c.one(Card), c.whole(-1, 4)),
    "set_span": lambda c: edits.set_span(c.map, c.one(Card), c.whole(0, 6)),
    "convert_card": lambda c: edits.convert_card(c.map, c.one(Card), c.of(CardKind)),
    "set_feeling": set_feeling,
    "clear_feeling": lambda c: edits.clear_feeling(c.map, *c.fields(Feeling, "journey", "step", "persona")),
    "add_link": lambda c: edits.add_link(
        c.map, c.one(Card), c.one(Card), c.of(LinkKind) if c.yes() else None, c.text()
    ),
    "edit_link": lambda c: edits.edit_link(
        c.map, c.one(Link), **c.values(kind=lambda: c.of(LinkKind), label=c.text)
    ),
    "reverse_link": lambda c: edits.reverse_link(c.map, c.one(Link)),
    "remove_link": lambda c: edits.remove_link(c.map, c.one(Link)),
}

PEOPLE: dict[str, Edit] = {
    "add_persona": lambda c: edits.add_persona(c.map, c.text(), c.maybe(Journey), **persona_values(c)),
    "edit_persona": lambda c: edits.edit_persona(c.map, c.one(Persona), **persona_values(c)),
    "set_portrait": lambda c: edits.set_portrait(c.map, c.one(Persona), c.picture()),
    "remove_persona": lambda c: edits.remove_persona(c.map, c.one(Persona)),
    "add_owner": lambda c: edits.add_owner(c.map, c.text(), **owner_values(c)),
    "edit_owner": lambda c: edits.edit_owner(c.map, c.one(Owner), **owner_values(c)),
    "remove_owner": lambda c: edits.remove_owner(c.map, c.one(Owner)),
    "merge_evidence": lambda c: edits.merge_evidence(c.map, c.one(Evidence), c.some(Evidence)),
    "merge_owners": lambda c: edits.merge_owners(c.map, c.one(Owner), c.some(Owner)),
    "merge_personas": lambda c: edits.merge_personas(c.map, c.one(Persona), c.some(Persona)),
    "add_participant": lambda c: edits.add_participant(c.map, c.text(), c.text()),
    "edit_participant": lambda c: edits.edit_participant(c.map, c.one(Participant), name=c.text()),
    "remove_participant": lambda c: edits.remove_participant(c.map, c.one(Participant)),
    "set_accountable": lambda c: edits.set_accountable(c.map, c.some(Card), c.one(Owner)),
    "involve": lambda c: edits.involve(c.map, c.one(Card), c.one(Owner), c.of(OwnershipRole)),
    "release": lambda c: edits.release(c.map, *c.fields(Ownership, "card", "owner")),
    "own_step": lambda c: edits.own_step(c.map, c.one(Step), c.one(Owner)),
    "own_steps": lambda c: edits.own_steps(c.map, c.some(Step), c.one(Owner)),
}

KNOWLEDGE: dict[str, Edit] = {
    "add_measure": lambda c: edits.add_measure(
        c.map, c.one(Card), c.text(), c.of(MeasureKind), **measure_values(c)
    ),
    "edit_measure": lambda c: edits.edit_measure(c.map, c.one(Measure), **measure_values(c)),
    "remove_measure": lambda c: edits.remove_measure(c.map, c.one(Measure)),
    "add_evidence": lambda c: edits.add_evidence(c.map, c.text(), c.of(Method), **evidence_values(c)),
    "edit_evidence": lambda c: edits.edit_evidence(c.map, c.one(Evidence), **evidence_values(c)),
    "remove_evidence": lambda c: edits.remove_evidence(c.map, c.one(Evidence)),
    "back_card": lambda c: edits.back_card(c.map, c.one(Card), c.one(Evidence), c.text()),
    "unback_card": lambda c: edits.unback_card(c.map, *c.fields(Backing, "card", "evidence")),
    "add_action": lambda c: edits.add_action(c.map, c.one(Card), c.text(), **action_values(c)),
    "edit_action": lambda c: edits.edit_action(c.map, c.one(Action), **action_values(c)),
    "remove_action": lambda c: edits.remove_action(c.map, c.one(Action)),
    "give_verdict": lambda c: edits.give_verdict(
        c.map, c.one(Card), c.one(Participant), c.of(Judgement), c.text()
    ),
    "withdraw_verdict": lambda c: edits.withdraw_verdict(c.map, *c.fields(Verdict, "card", "participant")),
    "set_votes": lambda c: edits.set_votes(c.map, c.one(Card), c.text(), c.whole(-1, 5)),
}

EDITS = {**WHOLE, **GRID, **CARDS, **PEOPLE, **KNOWLEDGE}
