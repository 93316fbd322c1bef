"""The palette at the left: what can be dragged onto the map, or clicked and then clicked into place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desk import Desk
from app.panels.fields import LineField
from app.panels.layouts import empty
from app.panels.owner_words import owner_line
from app.panels.picker import Fresh
from app.panels.pickers import chosen_owner
from app.panels.sheet import head
from app.panels.tiles import Look, OwnerTile, Tile
from app.sizes import PALETTE_NARROW, PALETTE_WIDTH, beside, px
from canvas.stage import State
from canvas.tips import plain_tip
from canvas.tools import Placing, PlacingOwner, PlacingStage, PlacingStep
from journey import edits
from journey.answering import Count, answered, owners_in_order, tells_of_owners
from journey.layout import kind_word
from journey.model import Card, CardKind, Change, Owner
from resources.theme import Theme
from resources.words import _

_KEYED = (
    CardKind.TOUCHPOINT,
    CardKind.FRONTSTAGE_ACTION,
    CardKind.BACKSTAGE_PROCESS,
    CardKind.SYSTEM,
    CardKind.PAIN_POINT,
    CardKind.IDEA,
    CardKind.QUOTE,
)
"""The kinds that have a number key, in its order, from 2."""
_OTHERS = tuple(kind for kind in CardKind if kind not in _KEYED)


class NameField(LineField):
    """A name to write; ``left`` when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is finished, and the field has done its work."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends it without a name."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()


class Palette(QScrollArea):
    """Kinds of cards, stage and step, and the owners with how many touchpoints each answers for.

    Owners stand in the order in which they were made: the hand finds them where it found them before.
    """

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._owners = QVBoxLayout()
        self._others = QWidget()
        self._more = QPushButton(_("More kinds"))
        self._asked_for: tuple[str, ...] = ()
        self._add, self._name = QPushButton(_("+ Owner")), NameField(_("Who answers?"))
        self.setWidgetResizable(True)
        self.setFixedWidth(px(PALETTE_WIDTH))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Palette"))
        self.setObjectName("palette")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._build())
        self._listed: list[tuple[Owner, Count]] | None = None
        self._list_owners()
        desk.changed.connect(self._follow)
        desk.journey_changed.connect(self._list_owners)

    def fit(self, window: int) -> None:
        """Be as wide as a window of so many pixels has room for."""
        self.setFixedWidth(beside(window, PALETTE_WIDTH, PALETTE_NARROW))

    def _build(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(px(10), px(12), px(10), px(14))
        column.setSpacing(px(5))
        column.addWidget(head(_("Drag onto the map")))
        column.addWidget(self._tile(_("Stage"), _STAGE, PlacingStage()))
        column.addWidget(self._tile(_("Step"), _kind_look("step", "1"), PlacingStep()))
        for number, kind in enumerate(_KEYED, 2):
            column.addWidget(self._kind_tile(kind, str(number)))
        column.addWidget(self._build_others())
        column.addWidget(self._more)
        column.addSpacing(px(10))
        column.addWidget(head(_("Owners")))
        self._owners.setSpacing(px(5))
        column.addLayout(self._owners)
        column.addWidget(self._build_add())
        column.addStretch()
        return side

    def _build_others(self) -> QWidget:
        """The kinds without a number key, hidden until asked for."""
        column = QVBoxLayout(self._others)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        for kind in _OTHERS:
            column.addWidget(self._kind_tile(kind, ""))
        self._others.hide()
        self._more.setObjectName("quiet")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_others)
        return self._others

    def _show_others(self, shown: bool) -> None:
        self._others.setVisible(shown)
        self._more.setText(_("Fewer kinds") if shown else _("More kinds"))

    def _build_add(self) -> QWidget:
        """A button that turns into a field for the name, which stays for the next one until it is left."""
        self._add.setObjectName("add")
        self._add.setAccessibleName(_("New owner"))
        self._add.clicked.connect(self._ask_owner)
        self._name.setAccessibleName(_("Name of the new owner"))
        self._name.setVisible(False)
        self._name.finished.connect(self._add_owner)
        self._name.left.connect(self._end_asking)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add)
        column.addWidget(self._name)
        return both

    def _tile(self, words: str, look: Look, state: State) -> Tile:
        tile = Tile(words, look, self._desk, self._theme, lambda: state)
        tile.setToolTip(_("{kind}: drag it onto the map, or click it and then the place").format(kind=words))
        tile.setAccessibleName(_("New card: {kind}").format(kind=words))
        return tile

    def _kind_tile(self, kind: CardKind, key: str) -> Tile:
        return self._tile(kind_word(kind), _kind_look(str(kind), key), Placing(kind))

    def name_owner_of(self, cards: Iterable[str]) -> None:
        """Let a new owner be named, who shall answer for these cards."""
        self._ask_owner()
        self._asked_for = tuple(cards)

    def _ask_owner(self) -> None:
        self._add.hide()
        self._name.show()
        self._name.setFocus()
        self.ensureWidgetVisible(self._name)

    def _add_owner(self, name: object) -> None:
        desk, cards = self._desk, [one for one in self._asked_for if one in self._desk.map.of(Card)]
        self._name.put("")
        if not cards:
            desk.attempt(lambda: edits.add_owner(desk.map, str(name)))
            return
        new = Fresh(str(name))
        desk.attempt(lambda: chosen_owner(desk.map, new, lambda m, it: edits.set_accountable(m, cards, it)))
        desk.editor.setFocus()

    def _end_asking(self) -> None:
        self._asked_for = ()
        self._name.hide()
        self._add.show()

    def _follow(self, change: Change) -> None:
        """List the owners anew where it matters: on large maps counting takes time."""
        if any(tells_of_owners(self._desk.map, touch) for touch in change.touches):
            self._list_owners()

    def _list_owners(self) -> None:
        m = self._desk.map
        counts = answered(m, self._desk.journey.id)
        owners = [(owner, counts.get(owner.id, Count())) for owner in owners_in_order(m)]
        if owners != self._listed:
            self._listed = owners
            empty(self._owners)
            for owner, count in owners:
                self._owners.addWidget(self._owner_tile(owner, count))

    def _owner_tile(self, owner: Owner, count: Count) -> Tile:
        look = Look("step", owner.colour, "surface", "hairline", str(count.here or ""), round=True)
        tile = OwnerTile(owner.name, look, self._desk, self._theme, lambda: PlacingOwner(owner.id))
        tile.renaming.connect(lambda: self._rename(owner, tile))
        tile.menu_asked.connect(lambda at: self._ask_menu(owner, at))
        tile.setToolTip(plain_tip(owner_line(owner, count)))
        tile.setAccessibleName(owner_line(owner, count))
        return tile

    def _ask_menu(self, owner: Owner, at: QPoint) -> None:
        """Offer what can be done with an owner, who is selected for it."""
        self._desk.select([owner.id])
        self._desk.editor.menu_asked.emit(at)

    def _rename(self, owner: Owner, tile: Tile) -> None:
        """Write an owner's name in the place of its tile; Enter goes back to the map."""
        field = NameField(owner.name)
        field.setAccessibleName(_("Name of the owner"))
        field.show_value(owner.name)
        field.selectAll()
        self._owners.replaceWidget(tile, field)
        tile.deleteLater()
        field.finished.connect(
            lambda name: self._desk.attempt(lambda: edits.edit_owner(self._desk.map, owner.id, name=name))
        )
        field.returnPressed.connect(self._desk.editor.setFocus)
        field.left.connect(self._list_anew)
        field.show()
        field.setFocus()

    def _list_anew(self) -> None:
        self._listed = None
        self._list_owners()


_STAGE = Look("stage", "ink", "band", "hairline", "S")


def _kind_look(kind: str, key: str) -> Look:
    return Look(kind, f"{kind}.accent", f"{kind}.tint", f"{kind}.edge", key)
