"""The palette at the left: what can be dragged onto the map, or clicked and then clicked into place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desk import Desk
from app.icons import icon
from app.panels.layouts import empty
from canvas.stage import State
from canvas.tools import Placing, PlacingOwner
from journey import edits
from journey.layout import kind_word
from journey.model import Card, CardKind, MapData, Owner, Ownership, OwnershipRole
from resources.theme import Theme
from resources.words import _, _n

_KINDS = (
    CardKind.TOUCHPOINT,
    CardKind.FRONTSTAGE_ACTION,
    CardKind.BACKSTAGE_PROCESS,
    CardKind.SYSTEM,
    CardKind.PAIN_POINT,
    CardKind.IDEA,
    CardKind.QUOTE,
)
"""The kinds that have a number key, in its order, from 2."""


class Tile(QPushButton):
    """Something to drag onto the map. A click takes it into the hand too, for a second click to drop it."""

    def __init__(self, words: str, desk: Desk, state: Callable[[], State]) -> None:
        super().__init__(words)
        self.setObjectName("tile")
        self._desk, self._state = desk, state
        self.clicked.connect(lambda: desk.hold(state()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Out of the palette the thing follows the pointer over the map."""
        viewport = self._desk.editor.viewport()
        at = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and viewport.rect().contains(at):
            if not self._desk.editor.hand.busy:
                self._desk.hold(self._state())
            self._desk.editor.hand.move(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Over the map the thing is dropped."""
        viewport = self._desk.editor.viewport()
        at: QPoint = viewport.mapFromGlobal(event.globalPosition().toPoint())
        if self._desk.editor.hand.busy and viewport.rect().contains(at):
            self.setDown(False)
            self._desk.editor.hand.release(self._desk.editor.pointer(at, event.modifiers()))
        else:
            super().mouseReleaseEvent(event)


class Palette(QScrollArea):
    """Kinds of cards, stage and step, and the owners with how many touchpoints each answers for."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._owners = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFixedWidth(208)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._build())
        self._list_owners()
        desk.changed.connect(lambda _change: self._list_owners())

    def _build(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(_head(_("Drag onto the map")))
        column.addWidget(self._button(_("Stage"), "step", "petrol", self._add_stage))
        column.addWidget(self._button(_("Step"), "step", "step.accent", self._add_step))
        for kind in _KINDS:
            column.addWidget(self._kind_tile(kind))
        column.addSpacing(12)
        column.addWidget(_head(_("Owners")))
        self._owners.setSpacing(5)
        column.addLayout(self._owners)
        add = QPushButton(_("+ Owner"))
        add.setObjectName("add")
        add.clicked.connect(self._add_owner)
        column.addWidget(add)
        column.addStretch()
        return side

    def _kind_tile(self, kind: CardKind) -> Tile:
        tile = Tile(kind_word(kind), self._desk, lambda: Placing(kind))
        tile.setIcon(icon(str(kind), self._theme, f"{kind}.accent"))
        tile.setIconSize(QSize(14, 14))
        tile.setToolTip(_("Drag it into a cell, or click it and then the cell"))
        tile.setAccessibleName(_("New card: {kind}").format(kind=kind_word(kind)))
        return tile

    def _button(self, words: str, sign: str, colour: str, does: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName("tile")
        made.setIcon(icon(sign, self._theme, colour))
        made.setIconSize(QSize(14, 14))
        made.clicked.connect(does)
        return made

    def _add_stage(self) -> None:
        desk = self._desk
        if desk.attempt(lambda: edits.add_stage(desk.map, desk.journey.id, _("New stage"))):
            stage = desk.map.grid(desk.journey.id).stages[-1]
            desk.select([stage.id])
            desk.editor.edit(stage.id)

    def _add_step(self) -> None:
        desk = self._desk
        grid = desk.map.grid(desk.journey.id)
        after = desk.editor.cell.step if desk.editor.cell else grid.steps[-1].id
        if desk.attempt(lambda: edits.add_step_after(desk.map, after)):
            grid = desk.map.grid(desk.journey.id)
            step = grid.steps[grid.column[after] + 1]
            desk.select([step.id])
            desk.editor.edit(step.id)

    def _add_owner(self) -> None:
        desk = self._desk
        taken = {owner.name for owner in desk.map.of(Owner)}
        numbered = (_("Owner {n}").format(n=n) for n in range(1, len(taken) + 2))
        name = next(one for one in numbered if one not in taken)
        desk.attempt(lambda: edits.add_owner(desk.map, name))

    def _list_owners(self) -> None:
        empty(self._owners)
        counts = _answered(self._desk.map)
        for owner in sorted(self._desk.map.of(Owner), key=lambda one: (-counts.get(one.id, 0), one.name)):
            self._owners.addWidget(self._owner_tile(owner, counts.get(owner.id, 0)))

    def _owner_tile(self, owner: Owner, count: int) -> Tile:
        tile = Tile(f"{owner.name}  ·  {count}", self._desk, lambda: PlacingOwner(owner.id))
        tile.setIcon(icon("step", self._theme, owner.colour))
        said = _n("{owner}: answers for {n} touchpoint", "{owner}: answers for {n} touchpoints", count)
        tile.setToolTip(said.format(owner=owner.name, n=count))
        tile.setAccessibleName(said.format(owner=owner.name, n=count))
        return tile


def _head(words: str) -> QLabel:
    made = QLabel(words.upper())
    made.setObjectName("head")
    return made


def _answered(map_data: MapData) -> dict[str, int]:
    """How many touchpoints each owner answers for, by the owner's id."""
    counts: dict[str, int] = {}
    cards = map_data.of(Card)
    for one in map_data.of(Ownership):
        if one.role is OwnershipRole.ACCOUNTABLE and cards[one.card].kind is CardKind.TOUCHPOINT:
            counts[one.owner] = counts.get(one.owner, 0) + 1
    return counts
