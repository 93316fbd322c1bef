"""Two states of a map on the real canvas, what differs ringed: as it is now, or as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.difference_words import count_words
from app.panels.elided import Elided
from app.panels.past_view import strip_above
from canvas.map_editor import MapEditor
from journey.comparing import Difference, Fate, of_fate
from journey.document import Document
from journey.model import Card, Feeling, Journey, Lane, Link, MapData, Record, Stage, Step
from resources.theme import Theme
from resources.words import _


class ComparedView(QWidget):
    """The map ``now`` and as it was ``then``, neither to be touched; ``left`` when somebody wants back,
    ``turned`` with the canvas of the other side when that is shown.
    """

    left = Signal()
    turned = Signal(object)

    def __init__(
        self,
        then: MapData,
        now: MapData,
        differences: Sequence[Difference],
        journey: str,
        words: str,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._differences, self._journey, self._theme = differences, journey, theme
        self._maps = {True: now, False: then}
        self._editors: dict[bool, MapEditor] = {}
        self._stack = QStackedWidget()
        self._sides = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip_above(words, self.left, self._choices()))
        column.addWidget(self._stack, 1)
        self.show_side(now=True)

    @property
    def editor(self) -> MapEditor | None:
        """The canvas that is shown; None where the map of that side has no journey."""
        return self._editors.get(bool(self._sides.checkedId()))

    def show_side(self, *, now: bool) -> None:
        """Show the map as it is, or as it was, at the place that is in view."""
        before = self.editor
        self._sides.button(int(now)).setChecked(True)
        if now not in self._editors and (made := self._made(now)) is not None:
            self._editors[now] = made
            self._stack.addWidget(made)
        if (editor := self._editors.get(now)) is not None:
            if before is not None and before is not editor and before.journey == editor.journey:
                editor.look_like(before)
            self._stack.setCurrentWidget(editor)
        self.turned.emit(editor)

    def point_at(self, difference: Difference) -> None:
        """Bring what differs into view, on the side that has it."""
        self.show_side(now=difference.fate is not Fate.REMOVED)
        if (editor := self.editor) is None:
            return
        home = journey_of(editor.map, difference.subject)
        if home and home != editor.journey:
            editor.show_journey(home)
        editor.go_to(difference.subject.id)

    def close_map(self) -> None:
        """Stop showing it."""
        for editor in self._editors.values():
            editor.close_document()

    def _made(self, now: bool) -> MapEditor | None:
        map_data = self._maps[now]
        document = Document(map_data)
        document.lock(_("Here the map is compared. Go back to now to edit it."))
        known = [journey.id for journey in map_data.journeys()]
        if not known:
            return None
        editor = MapEditor(document, self._journey if self._journey in known else known[0], self._theme)
        away = Fate.REMOVED if now else Fate.ADDED
        editor.show_fates(
            tuple((one.subject.id, one.fate) for one in self._differences if one.fate is not away)
        )
        return editor

    def _choices(self) -> Iterator[QWidget]:
        """How much differs, in which way, and the two sides to choose from."""
        for fate in Fate:
            if found := of_fate(self._differences, fate):
                yield _legend(fate, len(found))
        for side, said in ((1, _("As it is now")), (0, _("As it was"))):
            yield self._side_button(side, said)

    def _side_button(self, side: int, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_side(now=bool(side)))
        self._sides.addButton(button, side)
        return button


def _legend(fate: Fate, n: int) -> QLabel:
    label = Elided()
    label.setText(count_words(fate, n))
    label.setObjectName(str(fate))
    return label


def journey_of(map_data: MapData, record: Record) -> str:
    """The journey that a record stands in; empty for what stands in none."""
    if isinstance(record, Journey):
        return record.id
    if isinstance(record, Link):
        card = map_data.of(Card).get(record.source)
        return "" if card is None else journey_of(map_data, card)
    if isinstance(record, Card):
        lane = map_data.of(Lane).get(record.lane)
        return "" if lane is None else lane.journey
    if isinstance(record, Step):
        stage = map_data.of(Stage).get(record.stage)
        return "" if stage is None else stage.journey
    return record.journey if isinstance(record, Stage | Lane | Feeling) else ""
