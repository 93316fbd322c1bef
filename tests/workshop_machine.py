"""A workshop at random: any edit, undo and redo in any order, and what must hold after each."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from journey.document import Document
from journey.ids import counted
from journey.model import SHAPES, Card, MapData, Record, Refused, check_all, map_of
from journey.plain import from_plain, sort_of, to_plain
from tests.busy_map import a_busy_map
from tests.choice import Choice
from tests.edits_at_random import CARDS, EDITS, GRID, KNOWLEDGE, PEOPLE, WHOLE

# So that groups are carried along from the first edit, and compared with fresh ones.
GROUPED: list[tuple[type[Record], tuple[str, ...]]] = [
    (shape.record, (ref.field,)) for shape in SHAPES for ref in shape.references
]
GROUPED.append((Card, ("lane", "step")))


class WorkshopMachine(RuleBasedStateMachine):
    """Edits on a document; a refused edit must leave no trace, any other must go through the door."""

    def __init__(self) -> None:
        super().__init__()
        self.edits = 0
        self.start = a_busy_map()
        self.document = self.opened()
        self.group_everything()

    def opened(self) -> Document:
        return Document(self.start)

    @property
    def map(self) -> MapData:
        return self.document.map

    def group_everything(self) -> None:
        for sort, fields in GROUPED:
            self.map.of(sort).by(*fields)

    @rule(name=st.sampled_from(sorted(WHOLE)), data=st.data())
    def edit_journeys(self, name: str, data: Any) -> None:
        self.edit(name, data)

    @rule(name=st.sampled_from(sorted(GRID)), data=st.data())
    def edit_the_grid(self, name: str, data: Any) -> None:
        self.edit(name, data)

    @rule(name=st.sampled_from(sorted(CARDS)), data=st.data())
    def edit_cards(self, name: str, data: Any) -> None:
        self.edit(name, data)

    @rule(name=st.sampled_from(sorted(PEOPLE)), data=st.data())
    def edit_people(self, name: str, data: Any) -> None:
        self.edit(name, data)

    @rule(name=st.sampled_from(sorted(KNOWLEDGE)), data=st.data())
    def edit_knowledge(self, name: str, data: Any) -> None:
        self.edit(name, data)

    def edit(self, name: str, data: Any) -> None:
        before, self.edits = self.map, self.edits + 1
        with counted(f"{self.edits}-"):
            try:
                change = EDITS[name](Choice(before, data.draw))
            except Refused:
                return
        self.document.do(change)
        assert self.map == before.apply(change)
        assert not change or (change.label.strip() and "\n" not in change.label and len(change.label) < 160)
        if name.startswith("add_") and change:
            assert change.touches[0].before is None

    @rule()
    def undo(self) -> None:
        if self.document.next_undo is not None:
            self.document.undo()

    @rule()
    def redo(self) -> None:
        if self.document.next_redo is not None:
            self.document.redo()

    @rule()
    def walk_to_the_start_and_back(self) -> None:
        end, turns = self.map, 0
        while self.document.next_undo is not None:
            self.document.undo()
            turns += 1
        assert self.map == self.start
        for _turn in range(turns):
            self.document.redo()
        assert self.map == end

    @invariant()
    def every_rule_holds(self) -> None:
        check_all(self.map)

    @invariant()
    def groups_equal_fresh_ones(self) -> None:
        fresh = map_of(self.map.records())
        for sort, fields in GROUPED:
            assert self.map.of(sort).by(*fields) == fresh.of(sort).by(*fields)
        for journey in self.map.journeys():
            assert self.map.grid(journey.id) == fresh.grid(journey.id)

    @invariant()
    def every_record_comes_back_from_plain_values(self) -> None:
        for record in self.map.records():
            assert from_plain(sort_of(record), to_plain(record)) == record

    @invariant()
    def codes_are_unique_in_a_journey(self) -> None:
        for journey in self.map.journeys():
            lanes = {lane.id for lane in self.map.grid(journey.id).lanes}
            codes = [card.code for card in self.map.of(Card) if card.lane in lanes and card.code]
            assert len(codes) == len(set(codes))

    def teardown(self) -> None:
        self.walk_to_the_start_and_back()
