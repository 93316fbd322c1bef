"""A map of five steps built with a real pointer and keyboard, each gesture once; undone, redone, printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.model import CardKind, LinkKind, OwnershipRole, Phase
from tests.workshop.display import Display
from tests.workshop.facilitator import Facilitator
from tests.workshop.opening import hold
from tests.workshop.program import Home
from tests.workshop.told import Told, told


@pytest.mark.usefixtures("qapp")
def test_a_map_is_built_undone_closed_opened_redone_and_printed(
    room: Display, home: Home, tmp_path: Path
) -> None:
    built = hold(room, home, tmp_path, "Journey map, What the customer does, meets and feels", build)
    assert told(built, *built.journeys()) == EXPECTED


def build(facilitator: Facilitator) -> None:
    """Each gesture once, those of the keyboard first."""
    write_by_keyboard(facilitator)
    lay_by_mouse(facilitator)
    carry_by_mouse(facilitator)


def write_by_keyboard(facilitator: Facilitator) -> None:
    """The title, five steps and their stages, and a row of cards."""
    hand = facilitator.hand
    facilitator.name_journey("Joining")
    with facilitator.making(5):
        # The cursor begins in the first cell, and above it are the steps.
        hand.key("Down", "Up")
        for title in ("Hears of us", "Asks a friend"):
            hand.key("Return")
            hand.lines([title])
        hand.key("Return")
        hand.lines(["Signs up", "Waits", "Begins"])
        hand.key("Escape")
    with facilitator.making():
        hand.key("s")
        hand.lines(["First weeks"])
    facilitator.write_row("Touchpoints", "Hears of us", ["Advert", "“You must try it”", "", "Letter"])
    facilitator.star("Advert")
    facilitator.say_channel("Advert", "Radio")
    facilitator.add_to_panel("personas", "Personas", "Add a persona", ["Ada"])


def lay_by_mouse(facilitator: Facilitator) -> None:
    """What comes from the palette and the panels, the curve, a link and an owner."""
    facilitator.place("New card: Pain point", "Pain points", "Waits", "Nobody calls")
    facilitator.place("New card: Idea", "Ideas", "Begins", "A name to ask for")
    facilitator.feel("How it feels", "Hears of us", 1.0, "curious")
    facilitator.feel("How it feels", "Waits", -1.7, "forgotten")
    # That an idea answers a pain is likeliest, so it stands first.
    kinds = [LinkKind.ANSWERS, *(kind for kind in LinkKind if kind is not LinkKind.ANSWERS)]
    facilitator.link("A name to ask for", "Nobody calls", LinkKind.CAUSES, kinds, "by then")
    facilitator.add_to_panel("owners", "Owners", "Add an owner", ["Reception"])
    facilitator.own("Reception", "Letter")


def carry_by_mouse(facilitator: Facilitator) -> None:
    """What moves: a card, its edge, a header, a lane, a point of the curve."""
    facilitator.drag(lambda it: it.edge("Advert"), lambda it: it.cell("Touchpoints", "Asks a friend"))
    facilitator.drag(lambda it: it.card("“You must try it”"), lambda it: it.cell("Quotes", "Signs up"))
    facilitator.drag(lambda it: it.step("Waits"), lambda it: it.step("Asks a friend"))
    facilitator.drag(lambda it: it.lane("Ideas"), lambda it: it.lane("Touchpoints"))
    facilitator.drag(
        lambda it: it.feeling("Hears of us"), lambda it: it.score("How it feels", "Hears of us", -0.5)
    )


EXPECTED: Told = {
    "title": "Joining",
    "stages": [
        ("Before", Phase.BEFORE, ["Hears of us"]),
        ("During", Phase.DURING, ["Waits", "Asks a friend"]),
        ("After", Phase.AFTER, ["Signs up"]),
        ("First weeks", Phase.DURING, ["Begins"]),
    ],
    "lanes": ["What the customer does", "Ideas", "Touchpoints", "How it feels", "Quotes", "Pain points"],
    "cards": {
        # It covered two steps, and still does to the same end after one came between them.
        ("Touchpoints", "Hears of us", CardKind.TOUCHPOINT, "Advert", "Radio", 3, True),
        ("Touchpoints", "Waits", CardKind.TOUCHPOINT, "Letter", "", 1, False),
        ("Quotes", "Signs up", CardKind.QUOTE, "“You must try it”", "", 1, False),
        ("Pain points", "Waits", CardKind.PAIN_POINT, "Nobody calls", "", 1, False),
        ("Ideas", "Begins", CardKind.IDEA, "A name to ask for", "", 1, False),
    },
    "feelings": {("Hears of us", -0.5, "curious", "Ada"), ("Waits", -1.7, "forgotten", "Ada")},
    "links": {("A name to ask for", "Nobody calls", LinkKind.CAUSES, "by then")},
    "owners": {("Reception", "Letter", OwnershipRole.ACCOUNTABLE)},
}
