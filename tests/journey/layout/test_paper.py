"""On paper a title, a panel and a legend stand around the map, and nothing meets."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.drawing import Drawing, Image, PartName, Path, flat, moved
from journey.edits import add_step_after, hide_lane
from journey.finding import Finding, Severity
from journey.layout import Beside, View, layout, sizes
from journey.model import (
    Action,
    Journey,
    Lane,
    LaneKind,
    MapData,
    Persona,
    adding,
    removing,
    replacing,
)
from tests.journey.layout.drawn import ink, inside, overlapping, part_of, texts, whole
from tests.journey.layout.random_maps import TEXTS, maps, views
from tests.journey.layout.small_maps import beside, furnished

AROUND = (PartName.TITLE, PartName.PANEL, PartName.LEGEND)


@st.composite
def drawings(draw: Any) -> tuple[MapData, Drawing]:
    made = draw(maps(most_cards=6, most_links=3))
    lines = st.lists(TEXTS, max_size=3)
    found = beside(draw(st.integers(0, 12)), draw(TEXTS))
    backed, cards, sources, foot = (
        draw(st.integers(0, 3)),
        draw(st.sampled_from([0, 3])),
        draw(TEXTS),
        draw(lines),
    )
    around = Beside(found.says, backed, cards, sources, tuple(foot), below=draw(st.booleans()))
    return made, layout(made, replace(draw(views(made)), beside=around))


@given(drawings())
def test_parts_stand_beside_one_another_inside_the_margin(drawn: tuple[MapData, Drawing]) -> None:
    _made, drawing = drawn
    rects = [(part.name, (part.x, part.y, part.x + part.w, part.y + part.h)) for part in drawing.parts]
    assert overlapping(rects) == []
    margin = sizes.MARGIN
    for _name, rect in rects:
        assert inside(rect, (margin, margin, drawing.w - margin, drawing.h - margin))


@given(drawings())
def test_blocks_around_the_map_keep_clear_of_one_another(drawn: tuple[MapData, Drawing]) -> None:
    _made, drawing = drawn
    for name in AROUND:
        blocks = [
            (f"{at} {one.block.record}", (one.x, one.y, one.x + one.block.w, one.y + one.block.h))
            for at, one in enumerate(part_of(drawing, name).blocks)
        ]
        assert overlapping(blocks) == []


@given(drawings())
def test_words_around_the_map_stay_in_their_blocks_and_blocks_in_their_parts(
    drawn: tuple[MapData, Drawing],
) -> None:
    _made, drawing = drawn
    for name in AROUND:
        part = part_of(drawing, name)
        room = (part.x, part.y, part.x + part.w, part.y + part.h)
        for one in part.blocks:
            assert inside((one.x, one.y, one.x + one.block.w, one.y + one.block.h), room)
            for mark in texts(one.block):
                assert inside(ink(mark), whole(one.block)), mark.text
            assert overlapping((mark.text, ink(mark)) for mark in texts(one.block)) == []


def test_a_map_on_paper_is_the_map_of_the_screen_moved() -> None:
    made = furnished()
    paper, screen = _printed(made), layout(made, View("j"))
    dx, dy = sizes.MARGIN, part_of(paper, PartName.HEADERS).y
    for part in screen.parts:
        marks = [(record, moved(mark, dx, dy)) for record, mark in flat(part.blocks)]
        assert [ink(mark) for _record, mark in flat(part_of(paper, part.name).blocks)] == [
            pytest.approx(ink(mark)) for _record, mark in marks
        ]
    for target, seen in zip(paper.targets, screen.targets, strict=True):
        assert target == replace(seen, x=seen.x + dx, y=seen.y + dy)


def test_the_screen_has_nothing_around_its_map() -> None:
    drawing = layout(furnished(), View("j"))
    assert [part.name for part in drawing.parts if part.name in AROUND] == []


def test_the_panel_says_who_what_and_how_much_is_known() -> None:
    said = _said(_printed(), PartName.PANEL)
    for words in (
        "Maja, 34",
        "first-time claimant",
        "“It will cost me.”",
        "WHAT THE MAP SAYS",
        "WHAT WE WILL DO",
    ):
        assert words in said
    assert "Say who calls back, and when" in said
    assert "Contact centre · 1 March 2027 · NPS +31\u00a0→\u00a0+50" in said
    assert "nobody yet" in said
    assert "3 of 5 cards rest on evidence · 12 interviews" in said
    assert "Not this" not in said


def test_sections_without_content_have_no_heading() -> None:
    made = furnished()
    made = made.apply(removing("remove", made.of(Action)))
    said = _said(layout(made, View("j", beside=Beside())), PartName.PANEL)
    assert "WHAT WE WILL DO" not in said
    assert "WHAT THE MAP SAYS" not in said
    assert "WHAT WE KNOW" not in said


def test_the_foot_stands_at_the_bottom_right() -> None:
    drawing = _printed()
    foot = list(part_of(drawing, PartName.PANEL).blocks)[-1]
    assert [mark.text for mark in texts(foot.block)] == ["Current state", "Sheet 1 of 1"]
    assert foot.x + foot.block.w == pytest.approx(drawing.w - sizes.MARGIN)
    assert foot.y + foot.block.h == pytest.approx(drawing.h - sizes.MARGIN)
    for mark in texts(foot.block):
        assert mark.x + mark.width == pytest.approx(foot.block.w)


def test_below_a_wide_map_the_panel_stands_in_columns_under_the_legend() -> None:
    made = furnished()
    for at in range(12):
        made = made.apply(add_step_after(made, made.grid("j").steps[0].id, f"Step {at}"))
    around = beside(12)
    drawing = layout(made, View("j", beside=replace(around, below=True)))
    right = layout(made, View("j", beside=around))
    panel, legend = part_of(drawing, PartName.PANEL), part_of(drawing, PartName.LEGEND)
    assert panel.y > legend.y + legend.h
    assert len({round(one.x) for one in list(panel.blocks)[:-1]}) >= 3
    assert drawing.w < right.w
    assert _said(drawing, PartName.PANEL) == _said(right, PartName.PANEL)


def test_above_a_narrow_map_the_title_runs_on_over_the_panel() -> None:
    made = furnished()
    title = made.of(Journey)["j"]
    made = made.apply(
        replacing("name", [(title, replace(title, title="A journey with a title of many words"))])
    )
    drawing = layout(made, View("j", beside=beside()))
    assert part_of(drawing, PartName.BODY).w + sizes.RAIL < sizes.NARROW
    assert part_of(drawing, PartName.TITLE).w > sizes.NARROW
    panel, headers = part_of(drawing, PartName.PANEL), part_of(drawing, PartName.HEADERS)
    assert panel.y == pytest.approx(headers.y)


def test_many_findings_and_actions_flow_into_columns_no_higher_than_the_map() -> None:
    made = furnished()
    actions = [Action(id=f"a{at}", card="line", title=f"{at}. Do something about it") for at in range(30)]
    made = made.apply(adding("add", actions))
    few, many = layout(made, View("j", beside=Beside())), layout(made, View("j", beside=beside(30)))
    columns = sorted({round(one.x) for one in list(part_of(many, PartName.PANEL).blocks)[:-1]})
    assert len(columns) >= 3
    assert {right - left for left, right in pairwise(columns)} == {sizes.PANEL + sizes.PANEL_GAP}
    assert many.h == pytest.approx(few.h, abs=1)
    said = _said(many, PartName.PANEL)
    assert all(f"{at}. Do something about it" in said for at in range(30))


def test_a_heading_never_stands_alone_at_the_bottom_of_a_column() -> None:
    for findings in range(1, 30):
        drawing = layout(furnished(), View("j", beside=beside(findings)))
        blocks = list(part_of(drawing, PartName.PANEL).blocks)
        for one, following in pairwise(blocks):
            if _is_heading(one.block):
                assert following.x == one.x


def test_the_legend_explains_the_signs_that_stand_on_the_map_and_no_others() -> None:
    said = _said(_printed(), PartName.LEGEND)
    for word in ("Step", "Touchpoint", "Backstage process", "Gap", "moment of truth", "a guess", "causes"):
        assert word in said
    for word in ("Idea", "System", "open finding", "answers"):
        assert word not in said


def test_the_legend_names_those_whose_initials_stand_on_cards_unless_a_lane_does() -> None:
    made = furnished()
    lanes = [one.id for one in made.of(Lane) if one.kind is LaneKind.OWNERS]
    for lane in lanes:
        made = made.apply(hide_lane(made, lane))
    said = _said(_printed(made), PartName.LEGEND)
    assert "CC Contact centre" in said
    assert lanes
    assert "Contact centre" not in _said(_printed(), PartName.LEGEND)


@pytest.mark.parametrize(("about", "explained"), [("line", True), ("s0", False)])
def test_the_legend_explains_a_question_mark_only_if_a_card_bears_it(about: str, explained: bool) -> None:
    found = (Finding("found", Severity.PROBLEM, (about,), "Nobody answers."),)
    drawing = layout(furnished(), View("j", findings=found, beside=beside()))
    assert ("open finding" in _said(drawing, PartName.LEGEND)) == explained


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What Maja, 34 tries to get done:", "Touchpoint", "WHAT THE MAP SAYS")),
        ("nb", ("Kontaktpunkt", "1. mars 2027")),
        ("sv", ("Kontaktpunkt", "1 mars 2027")),
        ("da", ("Kontaktpunkt", "1. marts 2027")),
    ],
)
def test_paper_speaks_the_language_of_the_map(language: str, words: tuple[str, ...]) -> None:
    drawing = layout(furnished(), View("j", language, beside=beside()))
    said = "\n".join(_said(drawing, name) for name in AROUND)
    assert drawing.language == language
    for word in words:
        assert word in said


def test_a_purpose_stands_beside_its_lead_while_it_fits_and_below_where_not() -> None:
    made = furnished()
    journey = made.of(Journey)["j"]
    long = replace(journey, purpose="To have it stop at once, and never to hear of any of it again")
    made_long = made.apply(replacing("edit", [(journey, long)]))
    lead, purpose = _purpose(layout(made_long, View("j", beside=Beside())))
    assert purpose.y > lead.y
    assert purpose.x == lead.x
    short = made.apply(replacing("edit", [(journey, replace(journey, purpose="Dry."))]))
    lead, purpose = _purpose(layout(short, View("j", beside=Beside())))
    assert purpose.y == lead.y
    assert purpose.x > lead.x + lead.width


def test_the_lead_of_a_purpose_is_broken_where_the_name_of_a_persona_is_long() -> None:
    made = furnished()
    maja = made.of(Persona)["maja"]
    made = made.apply(replacing("edit", [(maja, replace(maja, name="Maja Karoline " * 30))]))
    marks = [mark for one in part_of(_printed(made), PartName.TITLE).blocks for mark in texts(one.block)]
    lead = [mark for mark in marks if mark.colour == "muted"]
    assert len(lead) > 3
    assert {mark.size for mark in lead} == {sizes.PURPOSE_TEXT.size}


def test_a_portrait_takes_the_place_of_the_sign() -> None:
    made = furnished()
    maja = made.of(Persona)["maja"]
    made = made.apply(replacing("edit", [(maja, replace(maja, portrait="photo"))]))
    block = next(
        one.block for one in part_of(_printed(made), PartName.PANEL).blocks if one.block.record == "maja"
    )
    assert [mark.asset for mark in block.marks if isinstance(mark, Image)] == ["photo"]
    assert not any(isinstance(mark, Path) and mark.fill == maja.colour for mark in block.marks)


def _printed(made: MapData | None = None) -> Drawing:
    return layout(made or furnished(), View("j", beside=beside()))


def _said(drawing: Drawing, name: PartName) -> str:
    """All that is written in a part, the lines of a block joined."""
    return "\n".join(
        " ".join(mark.text for mark in texts(one.block)) for one in part_of(drawing, name).blocks
    )


def _is_heading(block: Any) -> bool:
    return bool(texts(block)) and all(mark.text.isupper() for mark in texts(block))


def _purpose(drawing: Drawing) -> tuple[Any, Any]:
    marks = [mark for one in part_of(drawing, PartName.TITLE).blocks for mark in texts(one.block)]
    strong = next(mark for mark in marks if mark.text.startswith("“"))
    return next(mark for mark in marks if mark.text.startswith("What")), strong
