"""The sheets of stages: as wide as their paper, no row empty on them, none nearly empty beside another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journey.analysis import find
from journey.analysis.reading import read
from journey.drawing import Block, Drawing, Layer, PartName, Path, Point, Text, flat
from journey.handouts import Handout
from journey.handouts.stage_fit import Room, Rows, best_drawn, evenly
from journey.handouts.stage_map import with_steps
from journey.handouts.stage_rest import marked_block, stage_rest
from journey.handouts.voice import Voice
from journey.layout import Around, View, layout, sizes
from journey.layout.plot import counted_from, told_of
from journey.model import Card, Feeling, Lane, LaneKind, Stage, Step
from resources.samples import SAMPLES
from tests.builders import a_map
from tests.journey.handouts.samples import ALL, map_called, pages, printed, sample, texts, words

_ACROSS = 297.0 - 2 * 11.0 * 297 / 210
"""What the margins of an A3 sheet leave, mm."""


def of_size(w: float, h: float) -> Drawing:
    return Drawing(w, h, ())


def map_of_sheet(sheet: Drawing) -> tuple[float, float]:
    """Where the map on a sheet begins and ends across: its rows and what is hinted beside them."""
    made = [one for one in sheet.blocks() if one.y > 60.0 and one.block.h < 200.0]
    edges = [one for one in made if not one.block.record and one.block.h > 10.0 and one.y < sheet.h - 60.0]
    return min(one.x for one in edges), max(one.x + one.block.w for one in edges)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_map_on_the_sheet_of_a_stage_is_nearly_as_wide_as_the_sheet(name: str) -> None:
    narrow = {}
    for at, sheet in enumerate(printed(Handout.STAGES, name)):
        left, right = map_of_sheet(sheet)
        if right - left < 0.7 * _ACROSS:
            narrow[sheet.title, at] = right - left
    assert narrow == {}


def test_columns_widen_until_the_map_is_as_wide_as_its_room() -> None:
    def drawn(wide: float) -> Drawing:
        return of_size(sizes.RAIL + 2 * wide, 300.0 * sizes.COLUMN / wide + 200.0)

    room = Room(190.0, 240.0, 1.0)
    usual, best = drawn(sizes.COLUMN), best_drawn(drawn, 2, room)
    assert room.scale(best) > 1.1 * room.scale(usual)
    assert best.w * room.scale(best) > 0.95 * room.w > usual.w * room.scale(usual)


def test_columns_stay_narrow_where_there_is_no_room_across() -> None:
    room = Room(100.0, 240.0, 1.0)
    assert best_drawn(lambda wide: of_size(sizes.RAIL + 5 * wide, 200.0), 5, room).w == sizes.RAIL + 300.0


def test_rows_go_evenly_on_as_few_sheets_as_have_room_for_them() -> None:
    rows = [Rows(f"l{at}", (f"l{at}",), 10.0) for at in range(7)]
    assert sorted(len(group) for group in evenly(rows, 60.0)) == [3, 4]
    assert [one for group in evenly(rows, 60.0) for one in group] == rows


@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_the_last_row_of_a_sheet_and_owners_stand_with_their_touchpoints(name: str) -> None:
    made = sample(name)
    lanes = made.of(Lane)
    for sheet in printed(Handout.STAGES, name):
        rows = [lanes[one.block.record] for one in sheet.blocks() if one.block.record in lanes]
        kinds = [lane.kind for lane in sorted(rows, key=lambda lane: lane.rank)]
        assert kinds[-1] is not LaneKind.LINE, sheet.title
        assert LaneKind.OWNERS not in kinds or LaneKind.TOUCHPOINTS in kinds, sheet.title


def test_the_end_of_a_short_stage_says_what_the_map_says_and_what_will_be_done() -> None:
    first = printed(Handout.STAGES, "water-damage")[0]
    said = words([first])
    assert "WHAT THE MAP SAYS Nobody owns “Stopcock guide on the fridge magnet”." in said
    assert "WHAT WE WILL DO" not in said
    last = words([printed(Handout.STAGES, "hjem-fra-sykehuset")[4]])
    assert "HVA VI SKAL GJØRE Skrive om malen sammen med brukerrådet Tiltak · Tildelingskontoret" in last


@pytest.mark.parametrize("name", SAMPLES)
def test_whatever_is_marked_on_a_sheet_is_told_on_it(name: str) -> None:
    cards = sample(name).of(Card)
    marked = 0
    for sheet in printed(Handout.STAGES, name):
        signs = [one for one in flat(sheet.blocks()) if one[1].layer is Layer.FINDINGS]
        told = " ".join(mark.text for _record, mark in signs if isinstance(mark, Text))
        for card in {record for record, mark in signs if isinstance(mark, Path)} & {one.id for one in cards}:
            assert cards[card].text.strip("“”»« ").split()[0] in told, (sheet.title, card)
            marked += 1
    assert marked > 0


def test_what_the_question_marks_mean_is_told_even_where_nothing_else_has_room() -> None:
    made = sample("water-damage")
    reading = read(made, made.journeys()[0].id)
    stage, found = reading.grid.stages[2], find(made, made.journeys()[0].id)
    marked = [one for one in found if "text message" in one.message]
    others = [one for one in found if one not in marked]
    alone = marked_block(reading, Voice("en"), 188.0, marked)
    assert alone is not None
    small = stage_rest(reading, Voice("en"), stage, (marked, others), (188.0, alone.h))
    assert small is not None
    assert (small.w, small.h, written(small)) == (alone.w, alone.h, written(alone))
    large = stage_rest(reading, Voice("en"), stage, (marked, others), (188.0, 90.0))
    assert large is not None
    assert "The feeling falls 4 points" in written(large)
    assert "WHAT WE WILL DO" in written(large)


def written(block: Block) -> str:
    return " ".join(mark.text for mark in block.marks if isinstance(mark, Text))


def test_no_phase_stands_over_a_stage_that_is_alone_on_its_sheet() -> None:
    assert "After" not in words(printed(Handout.STAGES, "water-damage"))


@pytest.mark.parametrize("name", ALL)
def test_the_names_of_neighbours_are_whole(name: str) -> None:
    made = map_called(name)
    for sheet in printed(Handout.STAGES, name):
        for record, mark in texts([sheet]):
            named = record in made.of(Step) or (record in made.of(Stage) and mark.layer is Layer.GRID)
            assert not (named and mark.text.endswith("…")), mark.text


def test_what_stands_below_the_map_of_a_stage_ends_above_the_foot() -> None:
    made = sample("water-damage")
    reading = read(made, made.journeys()[0].id)
    stage, found = reading.grid.stages[0], find(made, made.journeys()[0].id)
    for tall in (10.0, 25.0, 40.0, 90.0):
        block = stage_rest(reading, Voice("en"), stage, ((), found), (188.0, tall))
        assert (block is None) == (tall == 10.0)
        assert block is None or 0.0 < block.h <= tall


@pytest.mark.parametrize("name", SAMPLES)
def test_curves_run_over_a_sheet_and_its_neighbours_without_a_hole(name: str) -> None:
    for sheet in printed(Handout.STAGES, name):
        for pieces in curves_on(sheet).values():
            for (_start, end), (start, _end) in pairwise(sorted(pieces)):
                assert start == pytest.approx(end, abs=0.01), sheet.title


def test_curves_bend_on_the_sheets_of_stages_as_on_the_whole_map() -> None:
    made = sample("water-damage")
    journey = made.journeys()[0].id
    grid = made.grid(journey)
    whole = heights(layout(made, View(journey)), 0)
    for stage in grid.stages:
        steps = grid.steps_of(stage.id)
        first = grid.column[steps[0].id]
        around = Around(counted_from(told_of(made, grid), first))
        part = heights(layout(with_steps(made, journey, steps), View(journey, around=around)), first)
        shared = part.keys() & whole.keys()
        assert [part[at] for at in shared] == pytest.approx([whole[at] for at in shared], abs=1e-3)
        assert {16 * first, 16 * (first + len(steps))} <= shared | {0, 16 * len(grid.steps)}


def test_a_curve_that_only_passes_a_stage_is_drawn_there_too() -> None:
    felt = [
        Feeling(id=f"f{at}", journey="journey", step=f"step-{at}", persona=None, score=1.0) for at in (1, 6)
    ]
    made = a_map(3, 2, (LaneKind.STEPS, LaneKind.TOUCHPOINTS, LaneKind.FEELINGS), felt)
    assert [len(curves_on(sheet)) for sheet in pages(Handout.STAGES, made)] == [1, 1, 1]


def curves_on(sheet: Drawing) -> dict[str, list[tuple[Point, Point]]]:
    """Where each piece of a curve begins and ends, by whose it is."""
    found: dict[str, list[tuple[Point, Point]]] = {}
    for record, mark in flat(sheet.blocks()):
        if isinstance(mark, Path) and mark.layer is Layer.FEELINGS and mark.fill is None:
            ends = [(float(one[-2]), float(one[-1])) for one in mark.segments]
            found.setdefault(record, []).append((ends[0], ends[-1]))
    return found


def heights(drawing: Drawing, first: int) -> dict[int, float]:
    """How high the pieces of the one curve begin and end, by sixteenths of columns of the journey."""
    body = drawing.part(PartName.BODY)
    assert body is not None
    row = next(one.y for one in body.blocks if any(mark.layer is Layer.FEELINGS for mark in one.block.marks))
    [pieces] = curves_on(drawing).values()
    at = {x: y for piece in pieces for x, y in piece}
    return {round(16 * ((x - sizes.RAIL) / sizes.COLUMN + first)): y - row for x, y in at.items()}


def test_a_sheet_stands_where_its_map_would_be_no_larger_on_one_that_lies() -> None:
    [sheet] = printed(Handout.STAGES, "one card")
    assert sheet.w < sheet.h
    left, right = min(m.x for _r, m in texts([sheet])), max(b.x + b.block.w for b in sheet.blocks())
    assert right - left > 0.8 * sheet.w
