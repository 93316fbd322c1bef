"""What must be true of every print of every map: readable, whole, inside its page, nothing lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from journey.analysis.reading import read
from journey.drawing import Drawing, Image, Text, flat
from journey.handouts import Handout, Hidden, Special
from journey.handouts.ballots import asked_about
from journey.handouts.duties import duties_of, owners_in
from journey.handouts.flow import NEARLY_EMPTY
from journey.handouts.questions import guesses
from journey.handouts.stage_fit import SMALLEST_POINTS
from journey.handouts.styles import LEAST_POINTS
from journey.model import Card, CardKind, CardStatus, map_of
from resources.samples import SAMPLES
from tests.journey.handouts.samples import ALL, map_called, pages, points, printed, sample, texts, words

LEAST = {handout: SMALLEST_POINTS if handout is Handout.STAGES else LEAST_POINTS for handout in Handout}
_HAIR = 0.02


def blocks_of(drawings: list[Drawing]) -> Counter[str]:
    """How many blocks stand for each record."""
    return Counter(one.block.record for drawing in drawings for one in drawing.blocks() if one.block.record)


@pytest.mark.parametrize("handout", Handout)
@pytest.mark.parametrize("name", ALL)
def test_no_text_is_smaller_than_promised(name: str, handout: Handout) -> None:
    small = [(points(mark), mark.text) for _record, mark in texts(printed(handout, name))]
    assert [one for one in small if one[0] < LEAST[handout] - _HAIR] == []


@pytest.mark.parametrize("handout", Handout)
@pytest.mark.parametrize("name", ALL)
def test_everything_stands_inside_its_page(name: str, handout: Handout) -> None:
    outside = []
    for drawing in printed(handout, name):
        for _record, mark in flat(drawing.blocks()):
            if isinstance(mark, Text):
                box = mark.x, mark.y - 0.75 * mark.size, mark.x + mark.width, mark.y + 0.22 * mark.size
            elif isinstance(mark, Image):
                box = mark.x, mark.y, mark.x + mark.w, mark.y + mark.h
            else:
                continue
            if box[0] < 0 or box[1] < 0 or box[2] > drawing.w or box[3] > drawing.h:
                outside.append((mark, box))
    assert outside == []


@pytest.mark.parametrize("handout", [Handout.BOARD, Handout.OWNERS, Handout.BALLOTS, Handout.INTERVIEW])
@pytest.mark.parametrize("name", ALL)
def test_no_lines_of_text_stand_on_one_another(name: str, handout: Handout) -> None:
    for drawing in printed(handout, name):
        lines = [
            mark for _record, mark in flat(drawing.blocks()) if isinstance(mark, Text) and mark.text.strip()
        ]
        boxes = sorted((m.y - 0.6 * m.size, m.y, m.x, m.x + m.width, m.text) for m in lines)
        for at, (top, bottom, left, right, text) in enumerate(boxes):
            for other_top, _bottom, other_left, other_right, other in boxes[at + 1 :]:
                if other_top >= bottom:
                    break
                assert other_left >= right - _HAIR or other_right <= left + _HAIR, (text, other, top)


@pytest.mark.parametrize("handout", [one for one in Handout if one is not Handout.BOARD])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_last_page_of_a_print_is_nearly_empty(name: str, handout: Handout) -> None:
    drawings = printed(handout, name)
    ends = [at for at, one in enumerate(drawings) if at + 1 == len(drawings) or drawings[at + 1].targets]
    low = {drawings[at].title: _filled(drawings[at]) for at in ends if at and not drawings[at].targets}
    assert {title: share for title, share in low.items() if share < NEARLY_EMPTY} == {}


def _filled(page: Drawing) -> float:
    """How far down a page something stands above its foot, as a share of it."""
    return max(one.y + one.block.h for one in page.blocks() if one.y + one.block.h < 0.93 * page.h) / page.h


@pytest.mark.parametrize("name", ALL)
def test_every_touchpoint_of_an_owner_stands_on_its_sheet_once_and_on_no_other(name: str) -> None:
    made = map_called(name)
    reading = read(made, made.journeys()[0].id)
    for owner in owners_in(reading):
        sheets = pages(Handout.OWNERS, made, Special(owner=owner.id))
        mine = [card for card in reading.of(CardKind.TOUCHPOINT) if reading.accountable(card) == owner]
        entries = [
            placed.block.record
            for drawing in sheets
            for placed in drawing.blocks()
            if any(getattr(mark, "fill", None) == "touchpoint.tint" for mark in placed.block.marks)
        ]
        assert list(dict.fromkeys(entries)) == [card.id for card in mine]
        if len("".join(card.text for card in mine)) < 2000:
            assert len(entries) == len(mine)


@pytest.mark.parametrize("name", SAMPLES)
def test_owners_are_told_their_pains_measures_actions_and_neighbours(name: str) -> None:
    made = sample(name)
    reading = read(made, made.journeys()[0].id)
    for owner in owners_in(reading):
        duties, said = (
            duties_of(reading, owner),
            blocks_of(pages(Handout.OWNERS, made, Special(owner=owner.id))),
        )
        wanted = {one.id for stop in duties.stops for one in (*stop.around, *stop.actions)}
        wanted |= {one.other.id for one in (*duties.gets, *duties.gives)}
        wanted |= {card.id for card in duties.others} | {card.id for _role, card in duties.shares}
        assert wanted <= set(said), owner.name


@pytest.mark.parametrize("name", ALL)
def test_the_board_has_one_page(name: str) -> None:
    assert len(printed(Handout.BOARD, name)) == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_every_card_stands_on_the_sheets_of_its_stages(name: str) -> None:
    made = sample(name)
    grid = made.grid(made.journeys()[0].id)
    shown = {lane.id for lane in grid.lanes if not lane.hidden}
    wanted = {card.id for card in made.of(Card) if card.step in grid.column and card.lane in shown}
    said = blocks_of(pages(Handout.STAGES, made))
    assert wanted <= set(said)
    narrow = {card.id for card in made.of(Card) if card.id in wanted and card.span == 1}
    assert {card: said[card] for card in narrow if said[card] != 1} == {}


def test_a_stage_that_is_too_much_for_a_sheet_loses_no_card() -> None:
    made = map_called("many")
    said = blocks_of(pages(Handout.STAGES, made))
    assert {card.id: said[card.id] for card in made.of(Card) if said[card.id] != 1} == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stage_has_a_sheet_that_names_its_neighbours(name: str) -> None:
    made = sample(name)
    stages = made.grid(made.journeys()[0].id).stages
    sheets = pages(Handout.STAGES, made)
    for before, stage in zip((None, *stages), stages, strict=False):
        said = words(one for one in sheets if one.title == stage.title)
        assert stage.title in said
        assert before is None or _within(before.title.split()[0], said)


@pytest.mark.parametrize("name", ALL)
def test_the_guide_asks_about_every_guess(name: str) -> None:
    made = map_called(name)
    reading = read(made, made.journeys()[0].id)
    said = words(pages(Handout.INTERVIEW, made))
    missing = [card.text for card in guesses(reading) if not _within(card.text[:25], said)]
    assert missing == []


def _within(text: str, said: str) -> bool:
    squeezed = "".join(text.split()).replace("-", "")
    return squeezed in "".join(said.split()).replace("-", "")


@pytest.mark.parametrize("name", ALL)
def test_the_ballot_has_each_card_that_is_not_decided_once(name: str) -> None:
    made = map_called(name)
    reading = read(made, made.journeys()[0].id)
    boxes = Counter(
        placed.block.record
        for drawing in pages(Handout.BALLOTS, made)
        for placed in drawing.blocks()
        for mark in placed.block.marks
        if getattr(mark, "stroke", None) == "ink" and getattr(mark, "w", 0) == getattr(mark, "h", 1)
    )
    assert boxes == {card.id: 3 for card in asked_about(reading)}


@pytest.mark.parametrize("size", [(76.0, 76.0), (127.0, 76.0), (60.0, 45.0)])
def test_cards_to_cut_are_as_large_as_asked_and_whole(size: tuple[float, float]) -> None:
    made = sample("water-damage")
    drawings = pages(Handout.CARDS, made, Special(card=size))
    cards = {card.id for card in read(made, made.journeys()[0].id).cards.values()}
    found = [one for drawing in drawings for one in drawing.blocks() if one.block.record in cards]
    assert {one.block.record for one in found} == cards
    assert {(one.block.w, one.block.h) for one in found} == {size}
    for drawing in drawings:
        for one in drawing.blocks():
            assert one.x >= 0
            assert one.x + one.block.w <= drawing.w + _HAIR
            assert one.y + one.block.h <= drawing.h + _HAIR


def test_a_card_with_too_much_text_goes_on_on_further_cards() -> None:
    made = map_called("very long texts")
    said = words(pages(Handout.CARDS, made, Special(kinds=("touchpoint",))))
    card = next(card for card in made.of(Card) if card.kind is CardKind.TOUCHPOINT)
    assert _within(card.text[-40:], said)
    assert "1 of " in said


def test_blank_cards_come_as_a_sheet_of_each_kind() -> None:
    drawings = pages(Handout.CARDS, sample("water-damage"), Special(blank=True, kinds=("touchpoint", "step")))
    assert [words([drawing]).split()[0] for drawing in drawings] == ["Step", "Touchpoint"]
    assert words(drawings).count("Touchpoint") == 6


def test_the_blank_wall_has_every_lane_and_cells_for_notes() -> None:
    made = sample("hjem-fra-sykehuset")
    drawings = pages(Handout.TEMPLATE, made, Special(preset="journey-map", roll=True))
    assert [(round(one.w), round(one.h)) for one in drawings] == [(1079, 914)]
    cells = [
        mark
        for _record, mark in flat(drawings[0].blocks())
        if getattr(mark, "dash", ()) and (getattr(mark, "w", 0), getattr(mark, "h", 0)) == (76.0, 76.0)
    ]
    assert len(cells) == 12 * 5
    assert "Kontaktpunkter" in words(drawings)


def test_sheets_of_the_blank_wall_cut_no_cell_apart() -> None:
    made = sample("water-damage")
    whole = pages(Handout.TEMPLATE, made, Special(preset="journey-map", columns=6, roll=True))
    sheets = pages(
        Handout.TEMPLATE, made, Special(preset="journey-map", columns=6), width=297.0, height=420.0
    )
    assert len(sheets) > 1

    def notes(drawings: list[Drawing]) -> int:
        marks = (mark for drawing in drawings for _record, mark in flat(drawing.blocks()))
        return sum((getattr(mark, "w", 0), getattr(mark, "h", 0)) == (76.0, 76.0) for mark in marks)

    assert notes(sheets) == notes(whole) == 30


def test_a_map_without_owners_has_no_sheets_for_them() -> None:
    assert pages(Handout.OWNERS, map_called("one card")) == []


def test_a_blank_wall_with_one_lane_too_many_is_set_lower_so_that_it_takes_one_strip() -> None:
    made = sample("water-damage")
    [wall] = pages(Handout.TEMPLATE, made)
    shown = [lane for lane in made.grid(made.journeys()[0].id).lanes if not lane.hidden]
    assert all(_within(lane.title, words([wall])) for lane in shown)
    notes = [
        mark
        for _record, mark in flat(wall.blocks())
        if getattr(mark, "dash", ()) and (getattr(mark, "w", 0), getattr(mark, "h", 0)) == (76.0, 76.0)
    ]
    assert len(notes) == 12 * 9


@pytest.mark.parametrize("name", SAMPLES)
def test_no_strip_of_a_blank_wall_is_half_empty_or_ends_with_a_line(name: str) -> None:
    for strip in printed(Handout.TEMPLATE, name):
        rows = [one for one in strip.blocks() if one.block.h > 8.0]
        lowest = max(rows, key=lambda one: one.y)
        assert lowest.y + lowest.block.h > 0.8 * strip.h
        assert lowest.block.h > 20.0


def test_the_last_sheet_of_cards_is_filled_with_blank_ones_to_write_on() -> None:
    drawings = pages(Handout.CARDS, sample("water-damage"))
    assert {len(words([one]).split()) > 6 for one in drawings} == {True}
    cards = [[one for one in drawing.blocks() if one.block.w == 76.0] for drawing in drawings]
    assert {len(one) for one in cards} == {6}
    assert [bool(one.block.record) for one in cards[-1]] == [True, False, False, False, False, False]
    assert words(drawings[-1:]).count("Idea") == 6


def test_nothing_is_said_to_be_decided_or_known_on_a_map_that_says_nothing() -> None:
    bare = map_called("bare")
    assert "There is no card yet that could be signed off." in words(pages(Handout.BALLOTS, bare))
    assert "Approve" not in words(pages(Handout.BALLOTS, bare))
    assert "only a guess" not in words(pages(Handout.INTERVIEW, bare))
    made = sample("water-damage")
    decided = map_of(
        replace(one, status=CardStatus.APPROVED) if isinstance(one, Card) else one for one in made.records()
    )
    assert "is decided already" in words(pages(Handout.BALLOTS, decided))


@pytest.mark.parametrize("second", ["nb", "sv", "da"])
def test_what_a_card_is_stands_on_it_whole_in_two_languages_or_in_one(second: str) -> None:
    made = sample("water-damage")
    said = [
        mark for _record, mark in texts(pages(Handout.CARDS, made, second=second, hide=frozenset(Hidden)))
    ]
    kinds = [
        mark.text for mark in said if mark.text.startswith(("Backstage process", "Pain point", "Touchpoint"))
    ]
    assert [one for one in kinds if one.endswith("…")] == []
    assert any(one.startswith("Touchpoint / ") for one in kinds)
    assert any(one.startswith("Backstage process") for one in kinds)
