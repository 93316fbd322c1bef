"""A file gives back what was done to it, now and after it is opened again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest

from journey.document import Document
from journey.edits import remove_cards, remove_step, set_picture
from journey.model import SHAPES, Asset, Card, Change, Journey, MapData, Refused, adding, removing
from storage import FileMissing, JourneyFile, NameImpossible, NameTaken
from tests.builders import a_card, a_journey, a_map
from tests.storage.maps import everything, picture, written


def edit_all_sorts(document: Document) -> list[MapData]:
    """Edits that add, change and remove records of many sorts; the maps after each, the first included."""
    maps = [document.map]
    edits: list[Callable[[MapData], Change]] = [
        lambda map_data: written(map_data, "Bytter «kanal» 📞"),
        lambda map_data: adding("Add", [a_card("new", "touchpoints", "step-3")]),
        lambda map_data: set_picture(map_data, "photo", picture(b"another")),
        lambda map_data: remove_step(map_data, "step-1"),
        lambda map_data: remove_cards(map_data, ["photo", "letter"]),
    ]
    for change in edits:
        document.do(change(document.map))
        maps.append(document.map)
    return maps


def test_a_map_with_every_sort_of_record_comes_back_as_it_was(path: Path) -> None:
    whole = everything()
    assert all(len(whole.of(shape.record)) for shape in SHAPES)
    JourneyFile.create(path, whole.records()).close()
    with JourneyFile.open(path) as file:
        assert file.map == whole
        assert file.history == ()
        assert file.document().next_undo is None


def test_edits_are_there_when_the_file_is_opened_again(a_file: JourneyFile, path: Path) -> None:
    last = edit_all_sorts(a_file.document())[-1]
    a_file.wait_saved()
    with JourneyFile.open(path, read_only=True) as file:
        assert file.map == last
        assert file.history == a_file.history
        assert file.saved_revision == 5


def test_undo_reaches_back_over_edits_of_an_earlier_day_and_redo_forward_again(path: Path) -> None:
    with JourneyFile.create(path, everything().records()) as file:
        maps = edit_all_sorts(file.document())
    with JourneyFile.open(path) as file:
        for earlier in reversed(maps[:-1]):
            file.document().undo()
            assert file.map == earlier
    with JourneyFile.open(path) as file:
        assert file.map == maps[0]
        for later in maps[1:]:
            file.document().redo()
            assert file.map == later


def test_the_touches_of_a_change_may_come_in_any_order(path: Path) -> None:
    journey, *rest = a_journey("new-", steps=2)
    card = replace(a_card("deep", "touchpoints", "new-step-1"), lane="new-touchpoints")
    ring = [replace(cast("Journey", journey), parent_card=card.id), *rest, card]
    everything_at_once = [*ring, *(replace(card, id=f"deep-{number}") for number in range(3))]
    with JourneyFile.create(path, a_map().records()) as file:
        before = file.map
        for order in (everything_at_once, everything_at_once[::-1], everything_at_once[3:] + ring[:3]):
            file.document().do(adding("Add", order))
            file.document().do(removing("Remove", order))
        file.document().undo()
        file.document().undo()
        file.wait_saved()
        assert file.map == before
    with JourneyFile.open(path) as file:
        assert file.map == before
        file.document().redo()
        assert file.map.of(Journey)["new-journey"].parent_card == "deep"


def test_undo_brings_back_the_bytes_of_a_picture_that_was_removed(path: Path) -> None:
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(set_picture(file.map, "photo", picture(b"first" * 1000)))
        file.document().do(set_picture(file.map, "photo", None))
        assert picture(b"first" * 1000).id not in file.map.of(Asset)
    with JourneyFile.open(path) as file:
        file.document().undo()
        assert file.map.of(Asset)[picture(b"first" * 1000).id].data == b"first" * 1000


def test_the_history_says_what_was_done_and_when(a_file: JourneyFile) -> None:
    a_file.document().do(written(a_file.map, "x"))
    a_file.document().undo()
    first, second = a_file.history
    assert (first.number, first.label, first.undoes) == (1, "Write x", None)
    assert (second.number, second.label, second.undoes) == (2, "Write x", 1)
    assert datetime.fromisoformat(first.at).utcoffset() is not None


def test_saved_is_told_for_each_edit_in_order_and_only_when_it_is_there(
    a_file: JourneyFile, path: Path
) -> None:
    found: list[tuple[int, str]] = []

    def look(revision: int) -> None:
        with JourneyFile.open(path, read_only=True) as other:
            found.append((revision, other.map.of(Card)["call"].text))

    a_file.on_saved = look
    for number in (1, 2, 3):
        a_file.document().do(written(a_file.map, f"edit {number}"))
        a_file.wait_saved()
    assert found == [(1, "edit 1"), (2, "edit 2"), (3, "edit 3")]
    assert a_file.unsaved == 0


def test_a_label_that_is_no_text_does_not_hold_up_the_edit(path: Path) -> None:
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(replace(written(file.map, "x"), label="Import \udcff\u202e\n.csv"))
    with JourneyFile.open(path) as file:
        assert [entry.label for entry in file.history] == ["Import .csv"]
        file.document().undo()
        assert file.map == everything()


def test_closing_twice_is_fine_and_an_edit_after_that_is_an_error(path: Path) -> None:
    file = JourneyFile.create(path, everything().records())
    file.document().do(written(file.map, "x"))
    file.close()
    file.close()
    with pytest.raises(ValueError, match="closed"):
        file.document().do(written(file.map, "y"))


def test_an_edit_that_is_refused_leaves_no_trace_in_the_file(a_file: JourneyFile, path: Path) -> None:
    with pytest.raises(Refused):
        a_file.document().do(adding("Add", [a_card("new", "touchpoints", "nowhere")]))
    a_file.wait_saved()
    with JourneyFile.open(path, read_only=True) as file:
        assert file.history == ()


def test_a_file_is_only_created_where_none_is(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(NameTaken, match=r"map\.journey.*there already"):
        JourneyFile.create(path, a_map().records())
    assert path.read_text() == "mine"


def test_a_map_that_breaks_a_rule_makes_no_file(path: Path) -> None:
    with pytest.raises(Refused):
        JourneyFile.create(path, [a_card("lost", "touchpoints", "nowhere")])
    assert not path.exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"There is no folder “no folder”\. Nothing was created"):
        JourneyFile.create(tmp_path / "no folder" / "map.journey")


@pytest.mark.parametrize(
    "name",
    [
        "Kjøp & retur.journey",
        'O\'Brien "says" 100% ?#&;.journey',
        "旅 🚲 ’.journey",
        " spaces .journey ",
        "no suffix",
        "n" * 239 + ".journey",
    ],
)
def test_any_name_that_a_disk_takes_will_do(tmp_path: Path, name: str) -> None:
    with JourneyFile.create(tmp_path / name, a_map().records()) as file:
        file.document().do(adding("Add", [a_card("new", "touchpoints", "step-1")]))
    with JourneyFile.open(tmp_path / name) as file:
        assert "new" in file.map.of(Card)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_name_without_room_for_the_journal_beside_it_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(NameImpossible, match="too long"):
        JourneyFile.create(tmp_path / ("n" * 240 + ".journey"))
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_sqlite_cannot_open_creates_nothing(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["folder" * 30] * 5)
    deep.mkdir(parents=True)
    with pytest.raises(Exception, match="path is too long"):
        JourneyFile.create(deep / "map.journey")
    assert list(deep.iterdir()) == []


def test_naming_the_room_imports_no_library() -> None:
    code = "import sys, storage; sys.exit('sqlite_utils' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_image_is_the_whole_file_of_the_same_document(path: Path, tmp_path: Path) -> None:
    with JourneyFile.create(path, everything().records()) as file:
        file.document().do(written(file.map, "in the image"))
        file.wait_saved()
        (tmp_path / "image.journey").write_bytes(file.image())
        with JourneyFile.open(tmp_path / "image.journey") as image:
            assert image.document_id == file.document_id
            assert (image.map, image.history) == (file.map, file.history)
