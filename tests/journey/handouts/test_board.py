"""What the board is told: the moments with most dots, the deepest gaps, what is to be decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from journey.analysis.reading import read
from journey.drawing import Block, Box, Text, flat
from journey.handouts import Handout, Hidden
from journey.handouts.choosing import decisions, gaps, moments
from journey.model import Backing, CardStatus, Evidence, Feeling, Step, adding, map_of
from resources.samples import SAMPLES
from resources.words import LANGUAGES
from tests.builders import a_card, a_map
from tests.journey.handouts.samples import LANES, pages, sample, words
from tests.journey.layout import small_maps
from tests.journey.layout.drawn import written


def test_a_moment_with_a_source_is_called_no_guess() -> None:
    card = a_card("call", "touchpoints", "step-1", text="Call", moment_of_truth=True)
    made = a_map(records=[card], lanes=LANES)
    (moment,) = moments(read(made, "journey"), "en")
    assert "a guess so far" in moment.facts
    backing = Backing(id="b", card="call", evidence="e")
    made = made.apply(adding("", [Evidence(id="e", title="Talk"), backing]))
    (moment,) = moments(read(made, "journey"), "en")
    assert "a guess so far" not in moment.facts


def test_the_board_of_the_sample_is_that_of_the_picture() -> None:
    made = sample("water-damage")
    reading = read(made, made.journeys()[0].id)
    assert [one.title for one in moments(reading, "en")] == [
        "Emergency line answers",
        "Assessor’s visit",
        "Settlement letter",
    ]
    first, *others = gaps(reading, "en")
    assert first.title == "Nine days of silence"
    assert first.facts[:3] == ("feeling −2", "NPS −44, goal 0", "nobody owns it")
    assert [one.title for one in others] == ["Has to chase three parties", "Number is hard to find"]
    assert [one.title for one in decisions(reading, "en")][:2] == [
        "Book the assessor in the first call",
        "One case owner for the whole repair",
    ]


def test_the_board_says_how_much_is_known_and_what_will_tell() -> None:
    said = words(pages(Handout.BOARD, sample("water-damage")))
    assert "19 of 31 cards rest on evidence" in said
    assert "How we will know: NPS −44 → 0" in said.replace("\u00a0", " ")
    assert "Sources: 12 interviews, 1 survey" in said


def test_a_board_that_hides_measures_says_nothing_of_numbers() -> None:
    shown, hidden = (
        words(pages(Handout.BOARD, sample("water-damage"), hide=hide))
        for hide in (frozenset[Hidden](), frozenset({Hidden.MEASURES}))
    )
    assert "How we will know" in shown
    assert [one for one in ("How we will know", "No number has a goal", "NPS", "goal") if one in hidden] == []


def test_a_board_that_hides_measures_has_no_empty_band() -> None:
    [page] = pages(Handout.BOARD, sample("water-damage"), hide=frozenset({Hidden.MEASURES}))
    assert [mark for _record, mark in flat(page.blocks()) if getattr(mark, "fill", None) == "petrol"] == []


def test_a_board_that_hides_names_begins_with_the_customer() -> None:
    said = words(pages(Handout.BOARD, sample("water-damage"), hide=frozenset({Hidden.NAMES})))
    assert "The customer, 34, first-time claimant" in said
    assert "Maja" not in said


@pytest.mark.parametrize("second", ["", *LANGUAGES])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_headings_of_the_board_are_whole_and_as_large_as_one_another(name: str, second: str) -> None:
    made = sample(name)
    [page] = pages(Handout.BOARD, made, second=second)
    [tops] = {tuple(sorted({one.y for one in page.blocks() if _is_bar(one.block)}))}
    headings = [one.block.marks[1:] for one in page.blocks() if one.y == tops[0] and _is_bar(one.block)]
    assert [len(lines) for lines in headings] == [1, 1, 1]
    found = [lines[0] for lines in headings]
    assert all(isinstance(one, Text) and not one.text.endswith("…") for one in found)
    assert len({one.size for one in found if isinstance(one, Text)}) == 1
    other = bool(second) and second != made.workshop.language
    assert [" / " in one.text for one in found if isinstance(one, Text)] == [other] * 3


def _is_bar(block: Block) -> bool:
    """Whether a block is the heading of a column: a bar of colour over a line."""
    first = block.marks[0] if block.marks else None
    return isinstance(first, Box) and first.h == 1.1


def test_the_curve_of_the_board_is_told_in_words_to_those_who_hear_it() -> None:
    [page] = pages(Handout.BOARD, sample("water-damage"))
    title, curve = page.passages
    assert title.heading
    assert curve.alternate.startswith("What Maja feels: Finds water under the sink scared −1.7; ")
    assert any(one.block.record == curve.record for one in page.blocks())


def test_a_pain_point_comes_before_a_fall_at_its_step_and_no_place_stays_empty() -> None:
    scores = (2.0, 2.0, -2.0)
    feelings = [
        Feeling(id=f"f{at}", journey="journey", step=f"step-{at + 1}", score=score)
        for at, score in enumerate(scores)
    ]
    pains = [a_card("Small", "pains", "step-3"), a_card("Smaller", "pains", "step-1")]
    made = a_map(1, 3, LANES, [*feelings, *pains])
    assert [one.title for one in gaps(read(made, "journey"), "en")] == ["Small", "Smaller", "Step 3"]


def test_what_is_decided_comes_after_what_is_not() -> None:
    made = sample("hjem-fra-sykehuset")
    points = decisions(read(made, made.journeys()[0].id), "nb")
    assert points[0].title == "Avtale varsel før klokka 12 i samarbeidsutvalget"


def test_prints_of_a_small_map_stay_as_they_are(golden: Callable[[str, str], None]) -> None:
    made = small_maps.furnished()
    for handout in (Handout.BOARD, Handout.OWNERS, Handout.BALLOTS):
        drawn = "".join(written(page) for page in pages(handout, made, day="2026-11-12"))
        golden(f"handout-{handout}.txt", drawn)


def test_the_golden_map_has_something_to_decide() -> None:
    made = small_maps.furnished()
    cards = read(made, "j").cards.values()
    assert any(card.status is CardStatus.OPEN for card in cards)


def test_a_goal_that_is_reached_is_no_way_to_go() -> None:
    said = words(pages(Handout.BOARD, sample("nytt-lonesystem"))).replace("\u00a0", " ")
    assert "NPS +52, mål +50" in said
    assert "NPS +52 →" not in said
    assert "Dagar till svar 19 → 5" in said
    other = words(pages(Handout.BOARD, sample("water-damage"))).replace("\u00a0", " ")
    assert "Search twice 38% → 15%" in other


def test_stages_are_named_where_the_words_of_steps_would_be_torn() -> None:
    titles = ["Достопримечательность обращения", "Пишет", *["Получает"] * 10]
    steps = [
        Step(id=f"step-{at + 1}", stage="stage-1", title=title, rank=f"V{at:02d}")
        for at, title in enumerate(titles)
    ]
    made = a_map(1, 12, LANES)
    torn = map_of(next((one for one in steps if one.id == record.id), record) for record in made.records())
    assert "Получает" not in words(pages(Handout.BOARD, torn))
    short = map_of(replace(one, title="Пишет") if isinstance(one, Step) else one for one in torn.records())
    assert words(pages(Handout.BOARD, short)).count("Пишет") == 12
