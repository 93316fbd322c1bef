"""The insurance map built from nothing with a real pointer and keyboard, until it is the sample's.

`make workshop` runs it; with WORKSHOP_PICTURES set to a folder, what the room saw is kept there.
`WORKSHOP_PICTURES=docs/pictures make workshop` takes the pictures of the manual anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from export.json_in import read_json
from journey.edits.links import likely_kinds
from journey.model import Card, Feeling, LaneKind, Link, Owner, Ownership, OwnershipRole, map_of
from resources.samples import sample_bytes
from tests.workshop.display import Display
from tests.workshop.facilitator import Facilitator
from tests.workshop.opening import hold
from tests.workshop.program import Home
from tests.workshop.told import Told, told
from tests.workshop.waiting import wait_for_rest

SAMPLE = map_of(read_json(sample_bytes("water-damage")).records)
JOURNEY = SAMPLE.journeys()[0]
GRID = SAMPLE.grid(JOURNEY.id)
TITLES = [step.title for step in GRID.steps]
LEFT_OUT = frozenset({LaneKind.QUESTIONS})
"""Lanes of the sample that the preset has not and the workshop does without."""
PICTURED = frozenset({"write-steps", "write-cards", "own"})
"""What the manual shows."""
PICTURE_WIDTH = 1440
DRAGGED = {OwnershipRole.ACCOUNTABLE: (), OwnershipRole.CONSULTED: ("ctrl",)}
"""The roles that an owner gets by being dragged onto a card, with these keys held."""


def own_cards() -> dict[str, Card]:
    """The sample's cards that are built, by id."""
    lanes = {lane.id for lane in GRID.lanes if lane.kind not in LEFT_OUT}
    return {card.id: card for card in SAMPLE.of(Card) if card.lane in lanes}


CARDS = own_cards()


@pytest.mark.usefixtures("qapp")
def test_the_insurance_map_is_built_from_nothing(room: Display, home: Home, tmp_path: Path) -> None:
    def build(facilitator: Facilitator) -> None:
        for chapter in (write_steps, begin_stages, tidy_lanes, write_cards, mark_cards, feel, link, own):
            chapter(facilitator)
            facilitator.hand.key("ctrl+1")
            keep_picture(room, chapter.__name__.replace("_", "-"))

    built = hold(room, home, tmp_path, "Full map, Journey and blueprint in one", build)
    assert told(built, *built.journeys()) == wanted()


def write_steps(facilitator: Facilitator) -> None:
    """The title, then what Maja does: the first, the second, those between, and the last."""
    hand = facilitator.hand
    facilitator.name_journey(JOURNEY.title)
    facilitator.add_to_panel("personas", "Personas", "Add a persona", ["Maja"])
    with facilitator.making(len(TITLES)):
        hand.click(facilitator.at(lambda it: it.step("Step 1")))
        for title in TITLES[:2]:
            hand.key("Return")
            hand.lines([title])
        for title in TITLES[2:-1]:
            # Enter went on to the last step; the next one belongs before it.
            hand.key("Left", "1")
            hand.lines([title])
        hand.key("Return")
        hand.lines([TITLES[-1]])
        hand.key("Escape")


def begin_stages(facilitator: Facilitator) -> None:
    """Steps are grouped: the preset's three stages get names, two more begin within the second, and what is
    before and after the damage is said.
    """
    first, second, third, fourth, last = GRID.stages
    for stage in (third, fourth):
        facilitator.begin_stage(GRID.steps_of(stage.id)[0].title, stage.title)
    facilitator.rename(lambda it: it.stage("Before"), first.title)
    facilitator.rename(lambda it: it.stage("During"), second.title)
    facilitator.rename(lambda it: it.stage("After"), last.title)
    facilitator.say_phase(first.title, "Before")
    facilitator.say_phase(last.title, "After")


def tidy_lanes(facilitator: Facilitator) -> None:
    """Two of the preset's lines are not needed, and two lanes are about Maja."""
    for line in ("Line of interaction", "Line of internal interaction"):
        facilitator.remove_lane(line)
    facilitator.rename(lambda it: it.lane("What the customer does"), "What Maja does")
    facilitator.rename(lambda it: it.lane("Quotes"), "What Maja says")


def write_cards(facilitator: Facilitator) -> None:
    """Lane by lane, as fast as people talk."""
    for lane in GRID.lanes:
        cards = {SAMPLE_STEP[card.step]: card.text for card in CARDS.values() if card.lane == lane.id}
        if cards:
            columns = range(min(map(TITLES.index, cards)), max(map(TITLES.index, cards)) + 1)
            row = [cards.get(TITLES[column], "") for column in columns]
            facilitator.write_row(lane.title, TITLES[columns[0]], row)


def mark_cards(facilitator: Facilitator) -> None:
    """Moments of truth, channels, and the card that covers four steps."""
    for card in CARDS.values():
        if card.moment_of_truth:
            facilitator.star(card.text)
        if card.channel:
            facilitator.say_channel(card.text, card.channel)
        if card.span > 1:
            last = TITLES[TITLES.index(SAMPLE_STEP[card.step]) + card.span - 1]
            lane = next(lane.title for lane in GRID.lanes if lane.id == card.lane)
            widen(facilitator, card.text, lane, last)


def widen(facilitator: Facilitator, card: str, lane: str, last: str) -> None:
    """Pull a card's right edge to a step."""
    facilitator.drag(lambda it: it.edge(card), lambda it: it.cell(lane, last))


def feel(facilitator: Facilitator) -> None:
    """The curve, a point and a word for each step."""
    for one in SAMPLE.of(Feeling):
        if one.journey == JOURNEY.id:
            facilitator.feel("How it feels", SAMPLE_STEP[one.step], one.score, one.word)


def link(facilitator: Facilitator) -> None:
    """What supports, causes, answers and hands over what."""
    for one in SAMPLE.of(Link):
        if one.source in CARDS and one.target in CARDS:
            source, target = CARDS[one.source], CARDS[one.target]
            facilitator.link(source.text, target.text, one.kind, likely_kinds(source, target), one.label)


def own(facilitator: Facilitator) -> None:
    """Who answers for each card, and who is asked."""
    names = [owner.name for owner in SAMPLE.of(Owner)]
    facilitator.add_to_panel("owners", "Owners", "Add an owner", names)
    for one in SAMPLE.of(Ownership):
        if one.card in CARDS and one.role in DRAGGED:
            facilitator.own(SAMPLE.of(Owner)[one.owner].name, CARDS[one.card].text, *DRAGGED[one.role])


def wanted() -> Told:
    """The sample in words, without what is not built here."""
    found = told(SAMPLE, JOURNEY)
    left_out = {lane.title for lane in GRID.lanes if lane.kind in LEFT_OUT}
    return found | {
        "lanes": [title for title in found["lanes"] if title not in left_out],
        "cards": {card for card in found["cards"] if card[0] not in left_out},
        "owners": {one for one in found["owners"] if one[2] in DRAGGED},
    }


def keep_picture(room: Display, name: str) -> None:
    """Keep what the room sees, if the manual shows it and somebody wants it anew."""
    folder = os.environ.get("WORKSHOP_PICTURES")
    if folder and name in PICTURED:
        wait_for_rest(room)
        picture = room.picture().scaledToWidth(PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)
        assert picture.save(str(Path(folder) / f"workshop-{name}.png"))


SAMPLE_STEP = {step.id: step.title for step in GRID.steps}
