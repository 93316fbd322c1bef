"""What carries a touchpoint: arrows first, otherwise what stands in its columns."""

from __future__ import annotations

import pytest

from journey.analysis import find
from journey.analysis.carrying import carrying_graph
from journey.analysis.reading import read
from journey.model import Card, CardKind, LinkKind
from tests.journey.analysis.maps import a_map, about, changed, having, linked


def test_a_touchpoint_with_nothing_behind_it_is_found() -> None:
    made = a_map(touchpoints=("A", "B"), backstage=("pay out", ""))
    assert about(find(made, "j"), "unsupported-touchpoint") == [("B",)]


def test_whatever_stands_in_a_column_carries_its_touchpoint() -> None:
    made = a_map(
        touchpoints=("A", "B", "C"), frontstage=("greet",), backstage=("", "open"), systems=("", "", "db")
    )
    assert about(find(made, "j"), "unsupported-touchpoint") == []


def test_a_system_carries_all_columns_it_spans() -> None:
    made = a_map(touchpoints=("A", "B", "C"), systems=("db", "", ""))
    assert about(find(changed(made, "db", span=2), "j"), "unsupported-touchpoint") == [("C",)]


@pytest.mark.parametrize("arrow", [("open", "B"), ("B", "open")])
def test_an_arrow_carries_across_columns_whichever_way_it_was_drawn(arrow: tuple[str, str]) -> None:
    made = linked(a_map(touchpoints=("A", "B"), backstage=("open", "")), arrow)
    assert about(find(made, "j"), "unsupported-touchpoint") == []


def test_an_arrow_from_a_pain_point_carries_nothing() -> None:
    made = linked(a_map(touchpoints=("A", "B"), backstage=("open", ""), pains=("slow",)), ("slow", "B"))
    assert about(find(made, "j"), "unsupported-touchpoint") == [("B",)]


def test_touchpoints_do_not_carry_each_other() -> None:
    made = linked(a_map(touchpoints=("A", "B", "C"), backstage=("", "", "open")), ("A", "B"))
    assert about(find(made, "j"), "unsupported-touchpoint") == [("A",), ("B",)]


@pytest.mark.parametrize("kind", [LinkKind.CAUSES, LinkKind.NEXT])
def test_an_arrow_of_another_kind_carries_nothing(kind: LinkKind) -> None:
    made = linked(a_map(touchpoints=("A", "B"), backstage=("open", "")), ("open", "B"), kind=kind)
    assert about(find(made, "j"), "unsupported-touchpoint") == [("B",)]


def test_a_journey_without_a_provider_side_does_not_miss_it() -> None:
    assert find(a_map(touchpoints=("A", "B", "C"), backstage=()), "j") == ()


def test_a_card_with_arrows_rests_on_them_alone() -> None:
    made = a_map(touchpoints=("A", "B"), backstage=("open", "decide"), systems=("db", "crm"))
    carries = carrying_graph(read(linked(made, ("B", "open")), "j"))
    assert set(carries.predecessors("B")) == {"open"}
    assert set(carries.predecessors("A")) == {(2, 0)}
    assert set(carries.predecessors((2, 0))) == {"open"}


def test_two_of_a_layer_carry_the_way_the_arrow_points() -> None:
    made = linked(a_map(systems=("crm", "db")), ("db", "crm"))
    assert list(carrying_graph(read(made, "j")).edges) == [("db", "crm")]


def test_a_process_that_stands_under_nothing_is_idle() -> None:
    made = a_map(touchpoints=("A", ""), backstage=("open", "archive"))
    assert about(find(made, "j"), "idle-process") == [("archive",)]


@pytest.mark.parametrize("kind", [LinkKind.SUPPORTS, LinkKind.HANDS_OVER, LinkKind.NEXT])
def test_a_process_whose_work_goes_on_somewhere_is_not_idle(kind: LinkKind) -> None:
    made = a_map(touchpoints=("A", ""), backstage=("open", "archive"))
    made = linked(made, ("archive", "A" if kind == LinkKind.SUPPORTS else "open"), kind=kind)
    assert about(find(made, "j"), "idle-process") == []


def test_a_process_is_not_idle_because_another_was_drawn_to_its_touchpoint() -> None:
    made = linked(a_map(touchpoints=("A",), backstage=("open", "decide")), ("decide", "A"))
    assert about(find(made, "j"), "idle-process") == []


def test_no_process_is_idle_before_there_are_touchpoints() -> None:
    assert about(find(a_map(backstage=("open",)), "j"), "idle-process") == []


def test_many_cards_in_one_column_need_no_edge_for_each_pair() -> None:
    made = a_map(touchpoints=("A",), frontstage=("greet",))
    kinds = {"touchpoints": CardKind.TOUCHPOINT, "frontstage": CardKind.FRONTSTAGE_ACTION}
    crowd = (
        Card(id=f"{lane}{n}", lane=lane, step="s0", kind=kind)
        for lane, kind in kinds.items()
        for n in range(99)
    )
    assert carrying_graph(read(having(made, *crowd), "j")).number_of_edges() == 200
