"""A journey as one graph."""

from __future__ import annotations

import pytest

from journey.analysis import as_graph
from journey.analysis.graph import CARRIES, ORDER, OWNS, STANDS_IN, Node
from journey.model import CardStatus, LinkKind
from tests.journey.analysis.maps import a_map, changed, linked, owned


def test_the_graph_holds_every_kind_of_edge() -> None:
    made = changed(a_map(2, touchpoints=("A", "B"), systems=("db", "")), "db", span=2)
    graph = as_graph(linked(owned(made, A="IT"), ("A", "B"), kind=LinkKind.NEXT), "j")
    edges = {(one.id, other.id, kind) for one, other, kind in graph.edges(keys=True)}
    assert edges == {
        ("s0", "s1", ORDER),
        ("A", "s0", STANDS_IN),
        ("B", "s1", STANDS_IN),
        ("db", "s0", STANDS_IN),
        ("db", "s1", STANDS_IN),
        ("A", "B", "next"),
        ("IT", "A", OWNS),
        ("db", "3/0", CARRIES),
        ("db", "3/1", CARRIES),
        ("3/0", "A", CARRIES),
        ("3/1", "B", CARRIES),
    }
    assert graph.edges[Node("owner", "IT"), Node("card", "A"), OWNS]["role"] == "accountable"


def test_two_arrows_between_two_cards_are_two_edges() -> None:
    made = linked(a_map(touchpoints=("A", "B")), ("A", "B"), kind=LinkKind.NEXT)
    graph = as_graph(linked(made, ("A", "B"), kind=LinkKind.CAUSES), "j")
    assert set(graph.get_edge_data(Node("card", "A"), Node("card", "B"))) == {"next", "causes"}


def test_a_rejected_card_and_its_arrows_are_left_out() -> None:
    made = linked(a_map(touchpoints=("A", "B")), ("A", "B"), kind=LinkKind.NEXT)
    graph = as_graph(changed(made, "B", status=CardStatus.REJECTED), "j")
    assert Node("card", "B") not in graph
    assert list(graph.out_edges(Node("card", "A"), keys=True)) == [
        (Node("card", "A"), Node("step", "s0"), STANDS_IN)
    ]


def test_a_journey_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        as_graph(a_map(), "nowhere")
