"""What an action should move: from the number nearest to it, and only from one that is known."""

from __future__ import annotations

from dataclasses import replace

from journey.layout.aims import aim_of
from journey.model import Action, LaneKind, Measure
from tests.builders import a_card, a_map

MADE = a_map(
    1,
    2,
    (LaneKind.TOUCHPOINTS, LaneKind.PAINS),
    [
        a_card("met", "touchpoints", "step-1"),
        a_card("pain", "pains", "step-1"),
        a_card("later", "touchpoints", "step-2"),
    ],
)
ACTION = Action(id="a", card="pain", title="Call back", measure_name="NPS", measure_goal=0)
AT_ITS_CARD, BESIDE, LATER = (
    Measure(id=f"m-{card}", card=card, name="NPS", value=value)
    for card, value in (("pain", -44), ("met", -12), ("later", 31))
)


def said(*measures: Measure) -> str:
    return aim_of(ACTION, measures, MADE, "en").replace("\u00a0", " ")


def test_the_nearest_number_counts() -> None:
    assert said(LATER, BESIDE, AT_ITS_CARD) == "NPS −44 → 0"
    assert said(LATER, BESIDE) == "NPS −12 → 0"
    assert said(LATER) == "NPS +31 → 0"


def test_without_one_number_there_is_only_the_goal() -> None:
    assert said() == "NPS → 0"
    assert said(AT_ITS_CARD, replace(AT_ITS_CARD, id="another", value=-20)) == "NPS → 0"
    assert said(replace(AT_ITS_CARD, value=None), LATER) == "NPS +31 → 0"
    assert said(replace(AT_ITS_CARD, name="CSAT")) == "NPS → 0"


def test_without_a_goal_there_is_only_the_name() -> None:
    assert aim_of(replace(ACTION, measure_goal=None), [AT_ITS_CARD], MADE, "en") == "NPS"
