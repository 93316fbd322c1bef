"""The panels beside the inspector: personas, owners, measures, evidence, findings; and how one gets there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.desk import Desk
from app.panels.directory import Directory
from app.panels.drawer import Drawer
from app.panels.portrait_field import PortraitField, read_picture
from app.panels.side import SidePanels
from journey.edits import (
    add_card,
    add_lane,
    edit_owner,
    remove_persona,
    set_accountable,
)
from journey.model import (
    Asset,
    Card,
    Evidence,
    JourneyPersona,
    Lane,
    LaneKind,
    Method,
    Owner,
    Persona,
    Refused,
    Relation,
)
from resources.theme import as_hex, load_theme
from tests.app.panels.conftest import choose, click, named, opened, select, shows, write, written


def listed(panel: Directory) -> list[tuple[str, str]]:
    return [(item.text(0), item.text(1)) for item in panel.tree.items()]


@pytest.mark.parametrize("name", ["inspector", "personas", "owners", "measures", "evidence", "findings"])
def test_each_panel_is_brought_and_put_away_by_its_button(side: SidePanels, name: str) -> None:
    side.open(name)
    assert side.shown == name
    side.put_away()
    assert side.shown == ""


def test_escape_in_a_panel_goes_to_the_map(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    assert panel.tree.hasFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert desk.editor.hasFocus()


def test_the_inspector_takes_the_keyboard_to_its_first_field(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    side.begin("inspector")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Text"


def test_tab_goes_down_the_inspector_as_one_reads_it(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    side.begin("inspector")
    visited = []
    for _press in range(12):
        QTest.keyClick(QApplication.focusWidget() or side, Qt.Key.Key_Tab)
        visited.append((QApplication.focusWidget() or side).accessibleName())
    assert visited[:5] == ["Channel", "Owner", "Involve another owner", "Moment", "Feeling"]
    # The lines of lists are made after the fields below them.
    measure = visited.index("NPS, +31 goal +40")
    assert visited[measure + 1 : measure + 3] == ["Add a measure", "Add evidence"]


def test_a_persona_is_added_looks_at_the_journey_and_is_described(desk: Desk, side: SidePanels) -> None:
    opened(side, "personas")
    write(side, "Add a persona", "Ola")
    ola = next(one for one in desk.map.of(Persona) if one.name == "Ola")
    assert ola.id in {one.persona for one in desk.map.of(JourneyPersona)}
    write(side, "Needs", "Quiet")
    write(side, "Relation", "Former")
    write(side, "Name", "Ola Nordmann")
    ola = desk.map.of(Persona)[ola.id]
    assert (ola.name, ola.needs, ola.relation) == ("Ola Nordmann", "Quiet", Relation.FORMER)


def test_a_persona_is_let_look_and_moved_to_the_front(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "personas")
    choose(panel, "per")
    click(side, "Looks at this journey")
    click(side, "Move up")
    seen = desk.map.of(JourneyPersona).by("journey")["journey"]
    assert [one.persona for one in seen] == ["per", "maja"]
    assert [words for words, _aside in listed(panel)] == ["Per", "Maja"]


def test_a_chosen_line_is_no_field_and_what_adds_looks_like_one(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "personas")
    choose(panel, "maja")
    theme, shot = load_theme(), panel.tree.grab().toImage()
    line = panel.tree.visualItemRect(panel.tree.items()[0])
    ground = shot.pixelColor(line.right() - line.width() // 3, line.center().y())
    assert ground.name() == as_hex(theme.rgb("band")).lower()
    entry = panel.entry.grab().toImage()
    edge = {entry.pixelColor(x, 0).name() for x in range(entry.width() // 4, entry.width() // 2)}
    assert len(edge) > 1, "no dashes"


def test_an_empty_list_leads_to_where_one_is_added(desk: Desk, side: SidePanels) -> None:
    for one in ("maja", "per"):
        desk.attempt(lambda one=one: remove_persona(desk.map, one))
    panel = opened(side, "personas")
    assert panel.entry.hasFocus()


def test_a_persona_is_removed(desk: Desk, side: SidePanels) -> None:
    choose(opened(side, "personas"), "per")
    click(side, "Remove this persona")
    assert "per" not in desk.map.of(Persona)


def test_a_portrait_is_taken_from_a_file_and_removed(desk: Desk, side: SidePanels, tmp_path: Path) -> None:
    choose(opened(side, "personas"), "maja")
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "maja.png"))
    field = side.findChild(PortraitField)
    assert field is not None
    field.take(tmp_path / "maja.png")
    portrait = desk.map.of(Persona)["maja"].portrait
    assert portrait is not None
    asset = desk.map.of(Asset)[portrait]
    assert (asset.media_type, asset.width, asset.height) == ("image/png", 4, 3)
    click(side, "Remove the picture")
    assert desk.map.of(Persona)["maja"].portrait is None


def test_a_picture_is_sought_beside_the_map_then_where_the_last_one_was(
    desk: Desk, side: SidePanels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(opened(side, "personas"), "maja")
    asked: list[str] = []
    chosen = tmp_path / "photos" / "maja.png"

    def dialog(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    for _time in range(2):
        click(side, "Choose a picture …")
    assert asked == [str(tmp_path), str(chosen.parent)]


def test_a_card_that_wants_a_picture_is_given_one(desk: Desk, side: SidePanels, tmp_path: Path) -> None:
    desk.attempt(lambda: add_lane(desk.map, "journey", LaneKind.ACTORS))
    lane = next(one for one in desk.map.of(Lane) if one.kind is LaneKind.ACTORS)
    desk.attempt(lambda: add_card(desk.map, lane.id, "step-1", "Maja"))
    card = next(one for one in desk.map.of(Card) if one.lane == lane.id)
    select(desk, card.id)
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "maja.jpg"))
    field = named(side, "Picture")
    assert isinstance(field, PortraitField)
    field.take(tmp_path / "maja.jpg")
    picture = desk.map.of(Card)[card.id].picture
    assert picture is not None
    assert desk.map.of(Asset)[picture].media_type == "image/jpeg"


def test_a_file_that_is_no_picture_is_told_of(desk: Desk, side: SidePanels, tmp_path: Path) -> None:
    choose(opened(side, "personas"), "maja")
    told: list[tuple[str, bool]] = []
    desk.said.connect(lambda sentence, wrong: told.append((sentence, wrong)))
    field = named(side, "Picture")
    assert isinstance(field, PortraitField)
    field.take(tmp_path / "nothing.png")
    assert told == [("nothing.png is no PNG or JPEG picture that can be read.", True)]


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.png"
    path.write_bytes(b"Dear Maja")
    with pytest.raises(Refused, match=r"letter\.png"):
        read_picture(path)


def test_owners_are_listed_with_what_they_answer_for(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    assert listed(panel) == [("Claims", "1"), ("Finance", "")]
    desk.attempt(lambda: set_accountable(desk.map, ["call", "visit"], "finance"))
    QApplication.processEvents()
    assert listed(panel) == [("Claims", "1"), ("Finance", "2")]


def test_an_owner_is_added_and_can_be_described_at_once(desk: Desk, side: SidePanels) -> None:
    opened(side, "owners")
    write(side, "Add an owner", "Night shift")
    write(side, "Initials", "NS")
    assert next(one for one in desk.map.of(Owner) if one.name == "Night shift").initials == "NS"


def test_initials_follow_the_name_and_stay_apart_from_those_of_others(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    choose(panel, "finance")
    write(side, "Name", "Complaints")
    assert written(side, "Initials") == "Co"
    assert desk.document.revision == 1
    write(side, "Initials", "X")
    write(side, "Name", "Contracts")
    assert written(side, "Initials") == "X"
    write(side, "Initials", "")
    assert written(side, "Initials") == "Co"


def test_an_owner_below_another_stands_below_it(desk: Desk, side: SidePanels) -> None:
    panel = opened(side, "owners")
    choose(panel, "claims")
    write(side, "Part of", "Finance")
    item = next(item for item in panel.tree.items() if item.text(0) == "Claims")
    assert item.parent().text(0) == "Finance"


def test_a_line_below_another_is_one_ground_from_edge_to_edge_while_chosen(
    desk: Desk, side: SidePanels
) -> None:
    desk.attempt(lambda: edit_owner(desk.map, "claims", parent="finance"))
    panel = opened(side, "owners")
    choose(panel, "claims")
    panel.tree.setFocus()
    row = panel.tree.visualItemRect(panel.tree.currentItem())
    image = panel.tree.viewport().grab().toImage()
    y = row.bottom() - 4  # below the words
    assert image.pixelColor(row.left() - 4, y) == image.pixelColor(row.center().x(), y)


def test_a_source_is_added_and_written(desk: Desk, side: SidePanels) -> None:
    opened(side, "evidence")
    write(side, "Add a source", "Call log")
    QTest.keyClick(named(side, "Add a source"), Qt.Key.Key_Return)
    write(side, "People", "400")
    made = next(one for one in desk.map.of(Evidence) if one.title == "Call log")
    assert (made.people, made.method) == (400, Method.LOG)
    assert not shows(side, "Select the 1 card it backs")


def test_a_measure_in_the_overview_leads_to_its_card(desk: Desk, side: SidePanels) -> None:
    side.begin("measures")
    click(side, "NPS, +31 goal +40")
    assert desk.selected == ("call",)


def test_a_finding_leads_to_what_it_is_about(desk: Desk, side: SidePanels) -> None:
    side.begin("findings")
    desk.findings.wait()
    QApplication.processEvents()
    click(side, "Nobody owns “visit”.")
    assert desk.selected == ("visit",)


def test_what_is_being_written_is_finished_when_another_panel_comes(desk: Desk, side: SidePanels) -> None:
    select(desk, "call")
    write(side, "Code", "T7", key=Qt.Key.Key_Shift)
    side.open("owners")
    side.open("inspector")
    assert written(side, "Code") == "T7"


def test_the_panels_and_the_drawer_make_room_for_each_other(side: SidePanels) -> None:
    drawer = Drawer(load_theme())
    drawer.setParent(side.parentWidget())
    side.make_room_for(drawer)
    drawer.show_panel("Settings", QWidget())
    assert not side.isVisible()
    drawer.put_away()
    assert side.isVisible()
    drawer.show_panel("Settings", QWidget())
    side.begin("owners")
    assert side.isVisible()
    assert not drawer.isVisible()
