"""Files of the window: made, opened, copied, imported, read-only, in trouble, left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.making import begin_map
from app.recent import data_folder, free_path, note_recent, picture_of, recent_files
from app.window import Window
from app.windows import Windows
from journey.model import Step
from resources.errors import Fault
from storage import JourneyFile
from tests.app.window.conftest import Act, Told, add_notes, card, shown, start_of, write
from tests.repository import REPOSITORY


def test_a_new_map_is_in_a_file_from_the_first_moment(windows: Windows, documents: Path) -> None:
    start_of(windows).begun.emit("journey-map")
    assert shown(windows).desk.path == documents / "Untitled journey.journey"
    assert shown(windows).desk.path.is_file()


def test_a_new_map_takes_no_name_that_a_link_to_nothing_has(windows: Windows, documents: Path) -> None:
    documents.mkdir(exist_ok=True)
    (documents / "Untitled journey.journey").symlink_to("nowhere")
    start_of(windows).begun.emit("journey-map")
    assert shown(windows).desk.path == documents / "Untitled journey 2.journey"


@pytest.mark.parametrize(("what", "said"), [("map", "Type"), ("sample", "")])
def test_where_no_map_can_be_made_another_folder_can_be_chosen(
    windows: Windows, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, said: str
) -> None:
    documents.write_text("no folder", encoding="utf-8")
    chosen = iter(["", str(tmp_path)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_told: next(chosen))
    start = start_of(windows)
    start.begun.emit("journey-map") if what == "map" else start.sampled.emit("water-damage")
    assert start.notice.sentence.endswith("Nothing was created.")
    for _time in range(2):
        next(it for it in start.notice.findChildren(QPushButton) if it.text().startswith("Choose")).click()
    assert shown(windows).desk.path.parent == tmp_path
    assert shown(windows).notice.sentence.partition(" what ")[0] == said


def test_a_new_map_says_how_one_begins_until_somebody_does(windows: Windows) -> None:
    start_of(windows).begun.emit("journey-map")
    window = shown(windows)
    assert "left to right" in window.notice.sentence
    assert window.desk.selected == (window.desk.map.grid(window.desk.journey.id).steps[0].id,)
    window.menus.actions["duplicate"].trigger()
    assert window.notice.sentence != ""
    add_notes(window)
    assert window.notice.sentence == ""


def test_a_second_new_map_takes_the_next_name(windows: Windows, documents: Path) -> None:
    begin_map("journey-map")
    start_of(windows).begun.emit("lifecycle")
    assert shown(windows).desk.path == documents / "Untitled journey 2.journey"


def test_a_sample_is_opened_as_a_copy(windows: Windows, documents: Path) -> None:
    start_of(windows).sampled.emit("water-damage")
    assert shown(windows).desk.path == documents / "Water damage at home.journey"


def test_what_was_done_is_undone_after_closing_and_opening(windows: Windows, qtbot: QtBot) -> None:
    start_of(windows).begun.emit("journey-map")
    window = shown(windows)
    path, before = window.desk.path, len(window.desk.map.of(Step))
    window.menus.actions["step_after"].trigger()
    write(window, "Ends")
    window.close()
    windows.window = None
    windows.begin(path, bears=False)
    again = shown(windows)
    assert len(again.desk.map.of(Step)) == before + 1
    again.menus.actions["undo"].trigger()
    assert len(again.desk.map.of(Step)) == before
    again.menus.actions["redo"].trigger()
    assert len(again.desk.map.of(Step)) == before + 1


def test_a_sheet_that_is_opened_becomes_a_map_beside_it(windows: Windows, tmp_path: Path) -> None:
    source = tmp_path / "cards.csv"
    source.write_text("stage;step;lane;text\nBefore;Looks;Touchpoints;A sign\n", encoding="utf-8")
    windows.open(source)
    assert shown(windows).desk.path == tmp_path / "cards.journey"
    assert card(shown(windows).desk, "A sign")


def test_what_could_not_be_taken_as_it_stood_is_told(windows: Windows, tmp_path: Path) -> None:
    source = tmp_path / "odd.mmd"
    source.write_text("journey\n  title Odd\n  section One\n    Do it: many: Me\n", encoding="utf-8")
    windows.open(source)
    assert "remark" in shown(windows).notice.sentence


def test_a_file_that_is_none_is_said_where_one_is(windows: Windows, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.journey"
    wrong.write_text("nothing of ours", encoding="utf-8")
    start_of(windows)
    windows.open(wrong)
    assert "wrong.journey" in start_of(windows).notice.sentence


def test_a_file_named_at_the_terminal_that_is_none_is_a_fault(windows: Windows, tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"gone\.journey"):
        windows.begin(tmp_path / "gone.journey", bears=False)


def test_a_file_opened_by_a_double_click_that_is_none_is_said_on_the_start_screen(
    windows: Windows, tmp_path: Path
) -> None:
    windows.begin(tmp_path / "gone.journey", bears=True)
    assert "gone.journey" in start_of(windows).notice.sentence


def test_a_copy_has_the_history_along(window: Window, act: Act, told: Told, tmp_path: Path) -> None:
    window.desk.select([card(window.desk, "Assessor’s visit")])
    act("remove")
    window.work.write_copy(tmp_path / "copy.journey")
    told("A copy is in")
    with JourneyFile.open(tmp_path / "copy.journey") as copy:
        assert set(copy.map.records()) == set(window.desk.map.records())
        assert len(copy.history) == len(window.desk.file.history)


def test_a_copy_onto_the_file_itself_is_refused_and_harms_nothing(window: Window, told: Told) -> None:
    before = window.desk.path.read_bytes()
    window.work.write_copy(window.desk.path)
    told("the file itself")
    assert window.desk.path.read_bytes() == before


def test_a_copy_into_no_folder_is_said_and_leaves_nothing(window: Window, told: Told, tmp_path: Path) -> None:
    window.work.write_copy(tmp_path / "nowhere" / "copy.journey")
    told("Nothing was created")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_can_only_be_read_is_shown_and_refuses_edits(window: Window, windows: Windows) -> None:
    path = window.desk.path
    windows.start()
    with_read_only = JourneyFile.open(path, read_only=True)
    read_only = Window(Desk(with_read_only, windows.manner.theme), windows.manner.theme)
    before = read_only.desk.map
    assert "can only be read" in read_only.notice.sentence
    read_only.desk.select([card(read_only.desk, "Assessor’s visit")])
    read_only.menus.actions["remove"].trigger()
    assert read_only.desk.map is before
    read_only.desk.leave().close()
    read_only.deleteLater()


def test_the_file_last_open_stands_first_with_its_picture(window: Window, windows: Windows) -> None:
    path = window.desk.path
    windows.start()
    assert recent_files()[0].path == path
    assert picture_of(path).read_bytes().startswith(b"\x89PNG")


def test_a_list_of_recent_files_that_is_damaged_is_an_empty_one(documents: Path) -> None:
    note_recent(begin_map("journey-map"))
    assert recent_files()
    (data_folder() / "recent.json").write_text('{"a": [', encoding="utf-8")
    assert recent_files() == []


def test_a_name_for_a_file_has_nothing_that_a_disk_refuses(documents: Path) -> None:
    assert free_path('a/b:c*"?').parent == documents
    assert free_path("///").name == "Untitled journey.journey"


def test_the_window_is_up_before_the_graph_and_the_printer_are_loaded(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "app = QApplication([]); from app.windows import Windows; from app.making import begin_map;"
        "windows = Windows(app); windows.begin(begin_map('full-map'), bears=False); windows.window.grab();"
        "print({'networkx', 'numpy', 'reportlab'} & set(sys.modules))"
    )
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(REPOSITORY),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_DOCUMENTS_DIR": str(tmp_path / "documents"),
    }
    told = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "set()"
