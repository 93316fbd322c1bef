"""The bar below the map and the palette beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.panels.findings_bar import BottomBar
from app.panels.palette import Palette
from app.panels.tiles import OwnerTile, Tile
from canvas.tools import Placing, PlacingOwner, PlacingStage, PlacingStep
from journey.analysis import IMPORTANCE, find
from journey.edits import (
    add_journey,
    add_owner,
    duplicate_journey,
    edit_owner,
    set_accountable,
)
from journey.layout import kind_word
from journey.model import CardKind, Journey, Owner
from resources.theme import load_theme
from tests.app.panels.conftest import click, shows, write


@pytest.fixture
def bar(desk: Desk, qtbot: QtBot) -> Iterator[BottomBar]:
    """The bar, shown wide."""
    made = BottomBar(desk)
    made.resize(1800, 32)
    made.show()
    look(desk)
    yield made
    made.close()


@pytest.fixture
def palette(desk: Desk, qtbot: QtBot) -> Iterator[Palette]:
    """The palette, shown."""
    made = Palette(desk, load_theme())
    made.resize(made.width(), 1200)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def look(desk: Desk) -> None:
    """Have the findings worked out and shown, and nothing else said."""
    desk.said.emit("", False)
    desk.findings.look()
    desk.findings.wait()
    QApplication.processEvents()


def phrases(bar: BottomBar) -> list[QPushButton]:
    return [one for one in bar.findChildren(QPushButton, "finding") if one.isVisible()]


def test_findings_are_short_phrases_the_gravest_first(bar: BottomBar) -> None:
    first, *others = phrases(bar)
    assert first.accessibleName() == first.text().strip() == "2 touchpoints nobody owns"
    assert not first.icon().isNull()  # the sign of the cards it is about; words after “?” read as a question
    assert all(one.icon().isNull() for one in others)
    assert "2 touchpoints with nothing behind them" in [one.accessibleName() for one in others]


def test_the_whole_sentences_are_told_on_asking(bar: BottomBar) -> None:
    assert phrases(bar)[0].toolTip() == "Nobody owns “call”.\nNobody owns “visit”."


@pytest.mark.parametrize("width", [1800, 1200, 900, 700, 500])
def test_no_phrase_is_cut_off_at_any_width(bar: BottomBar, width: int) -> None:
    bar.resize(width, 32)
    QApplication.processEvents()
    for button in phrases(bar):
        wide = button.fontMetrics().horizontalAdvance(button.text())
        assert wide <= button.width()
        assert button.geometry().right() < button.parentWidget().width()


def test_the_gravest_finding_has_room_for_its_heavier_letters_as_soon_as_it_is_shown(
    desk: Desk, bar: BottomBar
) -> None:
    QApplication.processEvents()
    desk.document.do(set_accountable(desk.map, ["visit"], "finance"))
    look(desk)
    first, second, *_others = phrases(bar)
    assert first.font().weight() > second.font().weight()
    for button in (first, second):
        sign = 0 if button.icon().isNull() else button.iconSize().width() + 4
        padding = button.width() - button.fontMetrics().horizontalAdvance(button.text()) - sign
        assert padding >= 12


def test_a_click_goes_to_one_after_the_other(desk: Desk, bar: BottomBar) -> None:
    first = phrases(bar)[0]
    first.click()
    assert desk.selected == ("call",)
    first.click()
    assert desk.selected == ("visit",)
    first.click()
    assert desk.selected == ("call",)


def test_a_sentence_takes_the_findings_place(desk: Desk, bar: BottomBar) -> None:
    desk.said.emit("It cannot be.", True)
    assert not phrases(bar)


def test_what_a_panel_changed_takes_the_place_of_what_was_said_before(desk: Desk, bar: BottomBar) -> None:
    desk.said.emit("Undone: Feeling", False)
    desk.attempt(lambda: add_owner(desk.map, "Archive"))
    assert [one.text() for one in bar.findChildren(QLabel, "status")] == ["Add owner “Archive”"]


def test_findings_follow_the_map(desk: Desk, bar: BottomBar) -> None:
    desk.attempt(lambda: set_accountable(desk.map, ["call", "visit"], "claims"))
    look(desk)
    assert not any("nobody owns" in one.text() for one in phrases(bar))


def test_every_kind_of_finding_has_a_phrase_and_a_heading(desk: Desk) -> None:
    from app.panels.finding_words import kind_heading, phrases
    from journey.finding import Finding, Severity

    made = [Finding(kind, Severity.NOTE, ("call",), kind) for kind in IMPORTANCE if kind != "feeling-drop"]
    told = phrases(made, desk.map, "journey")
    assert {one.kind for one in told} == {one.id for one in made}
    assert all("1" in one.words for one in told)
    assert len({kind_heading(kind, Severity.NOTE) for kind in IMPORTANCE}) == len(IMPORTANCE)


def test_a_finding_about_a_whole_lane_is_not_counted_as_one_card(desk: Desk) -> None:
    from app.panels.finding_words import phrases
    from journey.finding import Finding, Severity

    lane = desk.map.grid("journey").lanes[0].id
    made = [
        Finding("unowned-touchpoint", Severity.WARNING, (lane,), "Nobody answers for any touchpoint yet.")
    ]
    (told,) = phrases(made, desk.map, "journey")
    assert told.words == "Nobody answers for any touchpoint yet"


def test_the_largest_drop_is_told_from_step_to_step(desk: Desk, bar: BottomBar) -> None:
    from app.panels.finding_words import phrases
    from journey.edits import set_feeling

    desk.attempt(lambda: set_feeling(desk.map, "journey", "step-2", 2, "maja"))
    desk.attempt(lambda: set_feeling(desk.map, "journey", "step-3", -2, "maja"))
    told = phrases(find(desk.map, "journey"), desk.map, "journey")
    assert told[0].words == "largest drop: Step 2 → Step 3 (−4)"


@pytest.mark.parametrize("kind", list(CardKind))
def test_every_kind_of_card_can_be_taken_into_the_hand(desk: Desk, palette: Palette, kind: CardKind) -> None:
    if not shows(palette, f"New card: {kind_word(kind)}"):
        next(one for one in palette.findChildren(QPushButton) if one.text() == "More kinds").click()
    click(palette, f"New card: {kind_word(kind)}")
    assert desk.editor.hand.state == Placing(kind)


def test_stages_steps_and_owners_can_be_too(desk: Desk, palette: Palette) -> None:
    click(palette, "New card: Stage")
    assert desk.editor.hand.state == PlacingStage()
    click(palette, "New card: Step")
    assert desk.editor.hand.state == PlacingStep()
    click(palette, "Claims: answers for 1 touchpoint in this journey")
    assert desk.editor.hand.state == PlacingOwner("claims")


def test_a_tile_is_reached_and_taken_by_keyboard(desk: Desk, palette: Palette) -> None:
    tile = palette.findChildren(Tile)[2]
    palette.activateWindow()
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert desk.editor.hand.state == Placing(CardKind.TOUCHPOINT)


def test_an_owner_is_added_below_the_others(desk: Desk, palette: Palette) -> None:
    palette.activateWindow()
    click(palette, "New owner")
    write(palette, "Name of the new owner", "Night shift")
    assert {owner.name for owner in desk.map.of(Owner)} == {"Claims", "Finance", "Night shift"}
    assert shows(palette, "Night shift: answers for 0 touchpoints in this journey")
    write(palette, "Name of the new owner", "", key=Qt.Key.Key_Escape)
    assert shows(palette, "New owner")


def owners_from_the_top(palette: Palette) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    tiles = [one for one in palette.findChildren(OwnerTile) if one.isVisible()]
    return [one.accessibleName() for one in sorted(tiles, key=lambda one: one.y())]


def test_owners_stay_where_the_hand_found_them_whatever_they_are_given(desk: Desk, palette: Palette) -> None:
    desk.attempt(lambda: set_accountable(desk.map, ["call", "visit"], "finance"))
    desk.attempt(lambda: add_owner(desk.map, "Archive"))
    desk.attempt(lambda: edit_owner(desk.map, "claims", name="Zeal"))
    lines = [
        "Zeal: answers for 1 touchpoint in this journey",
        "Finance: answers for 2 touchpoints in this journey",
        "Archive: answers for 0 touchpoints in this journey",
    ]
    assert owners_from_the_top(palette) == lines
    begun = Palette(desk, load_theme("dark"))
    begun.show()
    assert owners_from_the_top(begun) == lines
    begun.close()


def test_owners_of_the_palette_follow_the_journey_in_view(desk: Desk, palette: Palette) -> None:
    desk.attempt(lambda: set_accountable(desk.map, ["archive", "call"], "claims"))
    assert "Claims: answers for 2 touchpoints in this journey" in owners_from_the_top(palette)
    desk.attempt(lambda: duplicate_journey(desk.map, "journey"))
    assert "Claims: answers for 2 touchpoints in this journey (4 in the file)" in owners_from_the_top(palette)
    desk.attempt(lambda: add_journey(desk.map, "Another"))
    other = next(one.id for one in desk.map.of(Journey) if one.title == "Another")
    desk.show_journey(other)
    assert "Claims: answers for 0 touchpoints in this journey (4 in the file)" in owners_from_the_top(palette)
