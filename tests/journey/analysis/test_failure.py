"""Single points of failure and bottlenecks."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.analysis import failure, find
from journey.analysis.failure import betweenness, cut_by
from journey.model import Card, CardKind, LinkKind, MapData
from tests.journey.analysis.maps import a_map, about, changed, having, linked


def two_moments(**lanes: tuple[str, ...]) -> MapData:
    made = a_map(touchpoints=("call", "visit"), **lanes)
    return changed(changed(made, "call", moment_of_truth=True), "visit", moment_of_truth=True)


def test_a_system_that_carries_two_moments_of_truth_alone_is_found() -> None:
    made = changed(two_moments(systems=("portal", "")), "portal", span=2)
    single = [finding for finding in find(made, "j") if finding.id == "single-point-of-failure"]
    assert [(one.records, one.message) for one in single] == [
        (("portal", "call", "visit"), "“portal” carries two moments of truth alone: if it stops, both stop.")
    ]


def test_a_system_beside_which_another_stands_is_not_found() -> None:
    made = changed(two_moments(systems=("portal", "paper")), "portal", span=2)
    assert about(find(made, "j"), "single-point-of-failure") == []


def test_a_system_under_one_moment_of_truth_is_not_found() -> None:
    made = two_moments(systems=("portal", "calendar"))
    assert about(find(made, "j"), "single-point-of-failure") == []


def test_a_moment_of_truth_is_not_lost_to_itself() -> None:
    made = a_map(touchpoints=("call", "visit"), systems=("portal", ""))
    made = changed(changed(made, "call", moment_of_truth=True), "portal", moment_of_truth=True, span=2)
    assert about(find(made, "j"), "single-point-of-failure") == []


def test_a_system_deep_under_two_chains_is_found_and_the_chains_are_not() -> None:
    made = two_moments(frontstage=("answer", "measure"), backstage=("open", "decide"), systems=("db", ""))
    made = linked(made, ("open", "db"), ("decide", "db"))
    assert about(find(made, "j"), "single-point-of-failure") == [("db", "call", "visit")]


def test_a_second_way_down_saves_a_chain() -> None:
    made = two_moments(frontstage=("answer", "measure"), backstage=("open", "decide"), systems=("db", "crm"))
    made = linked(made, ("open", "db"), ("decide", "db"), ("decide", "crm"))
    assert about(find(made, "j"), "single-point-of-failure") == []


CARDS = st.integers(0, 9).map(str)
GRAPHS = st.lists(st.tuples(CARDS, CARDS).filter(lambda edge: edge[0] != edge[1]), max_size=25).map(
    nx.DiGraph
)


def cut_one_by_one(carries: nx.DiGraph, moments: list[str]) -> dict[str, set[str]]:
    """The same by its definition: take each card away and see which moments still hold."""
    holds_alone = {node for node in carries if nx.ancestors(carries, node) <= nx.descendants(carries, node)}
    cuts: dict[str, set[str]] = {}
    for lost in carries:
        holding = holds_alone - {lost}
        for _round in carries:
            holding |= {head for tail, head in carries.edges if tail in holding and head != lost}
        cut = {moment for moment in moments if moment in carries and moment not in holding}
        if cut:
            cuts[lost] = cut
    return cuts


@given(GRAPHS, st.lists(CARDS, unique=True))
def test_the_cards_found_are_those_whose_loss_is_felt(carries: nx.DiGraph, moments: list[str]) -> None:
    assert cut_by(carries, moments) == cut_one_by_one(carries, moments)


def test_a_system_that_joins_most_touchpoints_is_a_bottleneck() -> None:
    made = changed(a_map(4, touchpoints=("A", "B", "C", "D"), systems=("db",)), "db", span=3)
    assert about(find(made, "j"), "bottleneck") == [("db", "A", "B", "C")]


def test_a_system_under_two_touchpoints_is_no_bottleneck() -> None:
    made = changed(a_map(touchpoints=("A", "B", "C"), systems=("db", "", "crm")), "db", span=2)
    assert about(find(made, "j"), "bottleneck") == []


def test_a_process_through_which_work_is_handed_over_is_a_bottleneck() -> None:
    made = a_map(6, touchpoints=("A", "B", "C", "D", "E", "F"), backstage=("open", "", "", "close"))
    made = changed(changed(made, "open", span=3), "close", span=3)
    assert about(find(made, "j"), "bottleneck") == []
    made = linked(made, ("open", "close"), kind=LinkKind.HANDS_OVER)
    assert about(find(made, "j"), "bottleneck") == [("open", "A", "B", "C"), ("close", "D", "E", "F")]


def test_systems_that_share_the_load_are_no_bottlenecks() -> None:
    systems = ("db", "crm", "mail", "archive")
    made = a_map(3, touchpoints=("A", "B", "C"), systems=systems[:3])
    made = having(made, Card(id="archive", lane="systems", step="s0", kind=CardKind.SYSTEM))
    made = linked(made, *((system, touchpoint) for system in systems for touchpoint in "ABC"))
    assert about(find(made, "j"), "bottleneck") == []


def test_betweenness_is_the_share_of_pairs_joined_through_a_card() -> None:
    ways = nx.Graph([("hub", "A"), ("hub", "B"), ("hub", "side"), ("side", "C")])
    assert betweenness(ways, ["A", "B", "C"]) == {
        "hub": pytest.approx(1),
        "side": pytest.approx(2 / 3),
        "A": 0,
        "B": 0,
        "C": 0,
    }


def test_a_sample_of_a_large_graph_still_shows_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = [f"T{n}" for n in range(60)]
    ways = nx.Graph([("hub", end) for end in ends])
    monkeypatch.setattr(failure, "LARGE", 50)
    assert betweenness(ways, ends)["hub"] == pytest.approx(1)


def test_a_sample_of_a_large_graph_is_always_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = [f"T{n}" for n in range(60)]
    ways = nx.Graph([(f"hub {n % 7 * n % 5}", end) for n, end in enumerate(ends)])
    monkeypatch.setattr(failure, "LARGE", 50)
    first = betweenness(ways, ends)
    assert all(betweenness(ways, ends) == first for _again in range(9))
