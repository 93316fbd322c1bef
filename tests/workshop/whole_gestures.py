"""Gestures that the other workshops do without, each once, with a real pointer and keyboard.

`make workshop` runs it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.model import CardKind, LinkKind, OwnershipRole, Phase
from tests.workshop.display import Display
from tests.workshop.facilitator import Facilitator
from tests.workshop.kept import kept, kept_steps
from tests.workshop.opening import begin, close
from tests.workshop.program import Home, menus_shown, program
from tests.workshop.told import Told, told
from tests.workshop.twin import twin
from tests.workshop.waiting import wait_for


@pytest.mark.usefixtures("qapp")
def test_every_gesture_does_what_it_says(room: Display, home: Home, tmp_path: Path) -> None:
    with program(room, home, "Reisekart") as running:
        file = begin(room, home, "Journey map, What the customer does, meets and feels")
        with twin(file, tmp_path) as where:
            facilitator = Facilitator(room, file, where)
            for chapter in (add, copy, own, point, carry):
                chapter(facilitator)
            built, made = kept(file), len(kept_steps(file))
            with facilitator.making(2 * made):
                facilitator.hand.key(*["ctrl+z"] * made, *["ctrl+shift+z"] * made)
        assert kept(file) == built
        close(room, running)
    assert not home.log.exists(), home.log.read_text(encoding="utf-8")
    assert told(built, *built.journeys()) == EXPECTED


def add(facilitator: Facilitator) -> None:
    """What is new: steps and a stage from the palette and by a plus, lanes from the menu, cards."""
    facilitator.name_journey("Moving")
    for was, title in (("Step 1", "Looks"), ("Step 2", "Asks"), ("Step 3", "Pays")):
        facilitator.rename(lambda it, was=was: it.step(was), title)
    facilitator.put("New card: Step", lambda it: it.cell("Touchpoints", "Pays"), "Signs")
    facilitator.write_at(lambda it: it.between("Looks"), "Waits")
    facilitator.put("New card: Stage", lambda it: it.cell("Ideas", "Looks"), "Dream")
    facilitator.add_lane("Systems")
    facilitator.add_lane("Owners")
    facilitator.write_row("Touchpoints", "Waits", ["Letter", "", "Call"])
    facilitator.write_at(lambda it: it.row_end("Systems"), "Ledger")
    facilitator.rename(lambda it: it.step("New step"), "Moves in")


def copy(facilitator: Facilitator) -> None:
    """Copies by Ctrl and the pointer; lines of text as cards under one another."""
    hand = facilitator.hand
    facilitator.drag(lambda it: it.card("Ledger"), lambda it: it.cell("Systems", "Asks"), "ctrl")
    hand.double(facilitator.at(lambda it: it.card("Letter")))
    hand.type("Slow")
    hand.key("shift+Return")
    hand.type("Dear")
    hand.key("ctrl+a", "ctrl+c", "Escape")
    hand.click(facilitator.at(lambda it: it.cell("Pain points", "Waits")))
    with facilitator.making():
        hand.key("ctrl+v")


def own(facilitator: Facilitator) -> None:
    """Owners from the menu, dragged onto a step of their lane, asked for by a key."""
    with facilitator.making(2):
        facilitator.choose("Insert", "Owner")
        facilitator.hand.lines(["Sales", "Post"])
    facilitator.hand.key("Escape")
    facilitator.drag(lambda it: it.owner("Sales"), lambda it: it.cell("Owners", "Waits"))
    facilitator.own("Post", "Letter", "ctrl")
    facilitator.hand.click(facilitator.at(lambda it: it.card("Call")))
    with facilitator.making():
        facilitator.hand.key("o")
        wait_for(lambda: menus_shown(facilitator.display) == 1, lambda: "the owners to choose from")
        facilitator.hand.key("Down", "Return")


def point(facilitator: Facilitator) -> None:
    """A link by keys and its label by a double click; the menu under the pointer; a free feeling."""
    hand = facilitator.hand
    hand.click(facilitator.at(lambda it: it.card("Letter")))
    with facilitator.making():
        hand.key("l", "Right", "Return")
        wait_for(lambda: menus_shown(facilitator.display) == 1, lambda: "the palette of kinds")
        hand.key("Escape")
        wait_for(lambda: menus_shown(facilitator.display) == 0, lambda: "the usual kind was left")
    with facilitator.making():
        hand.double(facilitator.at(lambda it: it.link("Letter")))
        hand.lines(["too late"])
    hand.click(facilitator.at(lambda it: it.card("Call")), button=3)
    wait_for(lambda: menus_shown(facilitator.display) == 1, lambda: "the menu of the card")
    hand.key("Escape")
    facilitator.feel("How it feels", "Waits", -1.3, "tired")


def carry(facilitator: Facilitator) -> None:
    """Several cards within a band go together; a stage goes with all that is under it."""
    hand = facilitator.hand
    hand.drag(*facilitator.way(lambda it: it.cell("Quotes", "Looks"), lambda it: it.card("Dear")))
    facilitator.drag(lambda it: it.card("Slow"), lambda it: it.cell("Pain points", "Pays"))
    facilitator.drag(lambda it: it.stage("After"), lambda it: it.step("Waits"))


EXPECTED: Told = {
    "title": "Moving",
    "stages": [
        ("Dream", Phase.DURING, ["Step 6"]),
        ("Before", Phase.BEFORE, ["Looks", "Waits"]),
        ("After", Phase.AFTER, ["Signs", "Pays", "Moves in"]),
        ("During", Phase.DURING, ["Asks"]),
    ],
    "lanes": [
        *("What the customer does", "Touchpoints", "How it feels", "Quotes", "Systems", "Owners"),
        *("Pain points", "Ideas"),
    ],
    "cards": {
        ("Touchpoints", "Waits", CardKind.TOUCHPOINT, "Letter", "", 1, False),
        ("Touchpoints", "Signs", CardKind.TOUCHPOINT, "Call", "", 1, False),
        ("Systems", "Moves in", CardKind.SYSTEM, "Ledger", "", 1, False),
        ("Systems", "Asks", CardKind.SYSTEM, "Ledger", "", 1, False),
        ("Pain points", "Pays", CardKind.PAIN_POINT, "Slow", "", 1, False),
        ("Pain points", "Pays", CardKind.PAIN_POINT, "Dear", "", 1, False),
    },
    "feelings": {("Waits", -1.3, "tired", "")},
    "links": {("Letter", "Call", LinkKind.NEXT, "too late")},
    "owners": {
        ("Post", "Letter", OwnershipRole.CONSULTED),
        ("Sales", "Letter", OwnershipRole.ACCOUNTABLE),
        ("Sales", "Call", OwnershipRole.ACCOUNTABLE),
    },
}
