"""The door through which every edit goes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from journey.document import Document, Entry, MemoryKeeper
from journey.model import Change, MapData, Refused, Stage, adding, replacing
from tests.builders import a_map


def renamed(map_data: MapData, title: str) -> Change:
    old = map_data.of(Stage)["stage-1"]
    return replacing(f"Name it {title}", [(old, replace(old, title=title))])


def title(document: Document) -> str:
    return document.map.of(Stage)["stage-1"].title


@dataclass
class Book:
    """A keeper that writes down what it is given."""

    entries: list[Entry] = field(default_factory=list)
    changes: dict[int, Change] = field(default_factory=dict)

    def keep(self, entry: Entry, change: Change) -> None:
        self.entries.append(entry)
        self.changes[entry.number] = change

    def recall(self, number: int) -> Change:
        return self.changes[number]


def test_undo_and_redo_walk_through_the_edits() -> None:
    document = Document(a_map())
    for name in ("A", "B", "C"):
        document.do(renamed(document.map, name))
    seen = [title(document)]
    for _turn in range(3):
        document.undo()
        seen.append(title(document))
    for _turn in range(3):
        document.redo()
        seen.append(title(document))
    assert seen == ["C", "B", "A", "Stage 1", "A", "B", "C"]


def test_the_menu_can_name_what_undo_and_redo_would_do() -> None:
    document = Document(a_map())
    for name in ("A", "B"):
        document.do(renamed(document.map, name))
    document.undo()
    labels = [entry.label for entry in (document.next_undo, document.next_redo) if entry is not None]
    assert labels == ["Name it A", "Name it B"]


def test_a_new_edit_forgets_what_was_undone() -> None:
    document = Document(a_map())
    document.do(renamed(document.map, "A"))
    document.undo()
    document.do(renamed(document.map, "B"))
    assert document.next_redo is None
    with pytest.raises(Refused, match="nothing to redo"):
        document.redo()


def test_there_is_nothing_to_undo_at_the_start() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        Document(a_map()).undo()


def test_a_refused_edit_leaves_everything_as_it_was() -> None:
    book, told = Book(), list[Change]()
    document = Document(a_map(), book)
    document.watch(told.append)
    before = document.map
    with pytest.raises(Refused):
        document.do(adding("A stage alone", [Stage(id="s", journey="journey", title="No steps")]))
    assert document.map is before
    assert (document.revision, book.entries, told) == (0, [], [])


def test_an_empty_edit_is_no_step() -> None:
    book = Book()
    document = Document(a_map(), book)
    document.do(Change("Nothing", ()))
    assert (document.revision, book.entries, document.next_undo) == (0, [], None)


def test_every_step_is_kept_in_order_and_says_what_it_takes_back() -> None:
    book = Book()
    document = Document(a_map(), book)
    document.do(renamed(document.map, "A"))
    document.undo()
    document.redo()
    assert [(entry.number, entry.undoes) for entry in book.entries] == [(1, None), (2, 1), (3, 2)]
    assert document.revision == 3


def test_watchers_hear_of_each_step_until_they_stop() -> None:
    document, told = Document(a_map()), list[Change]()
    stop = document.watch(told.append)
    change = renamed(document.map, "A")
    document.do(change)
    document.undo()
    stop()
    document.redo()
    assert told == [change, change.reversed()]


def test_a_watcher_may_stop_while_it_is_told() -> None:
    document, told = Document(a_map()), list[str]()

    def once(_change: Change) -> None:
        told.append("once")
        stop()

    stop = document.watch(once)
    document.watch(lambda _change: told.append("always"))
    document.do(renamed(document.map, "A"))
    document.undo()
    assert told == ["once", "always", "always"]


def test_a_watcher_sees_the_map_after_the_step() -> None:
    document, seen = Document(a_map()), list[str]()
    document.watch(lambda _change: seen.append(title(document)))
    document.do(renamed(document.map, "A"))
    document.undo()
    assert seen == ["A", "Stage 1"]


def test_undo_and_redo_reach_over_a_history_that_was_kept() -> None:
    book = Book()
    first = Document(a_map(), book)
    for name in ("A", "B", "C"):
        first.do(renamed(first.map, name))
    first.undo()
    again = Document(first.map, book, book.entries)
    assert again.revision == 4
    again.redo()
    assert title(again) == "C"
    again.undo()
    again.undo()
    again.undo()
    assert again.map == a_map()
    assert again.next_undo is None


def test_a_history_that_takes_back_what_was_not_last_is_refused() -> None:
    entries = [Entry(1, "A"), Entry(2, "B"), Entry(3, "A", undoes=1)]
    with pytest.raises(ValueError, match="entry 3"):
        Document(a_map(), MemoryKeeper(), entries)
