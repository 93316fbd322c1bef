"""The fields of an owner, in the inspector and below the list of owners."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.colour_field import ColourField
from app.panels.fields import LineField, TextField
from app.panels.owner_words import answers_words
from app.panels.picker import Offer, Picker
from app.panels.pickers import word_picker
from app.panels.plain import PlainLabel
from app.panels.sheet import Sheet
from app.sizes import GAP, px
from journey import edits
from journey.answering import answered_by, count_of
from journey.model import Owner, OwnerKind
from resources.theme import Theme, owner_colours
from resources.words import _


class OwnerSheet(Sheet):
    """Name, kind, whom it belongs to, contact, initials, colour; and a way to what it answers for."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.add_title(_("Name"), TextField(_("Name"), title=True), _read("name"), _write("name"))
        self.add_row(
            *(_("Kind"), word_picker(OwnerKind, theme), _read("kind")),
            lambda m, ids, kind: edits.edit_owner(m, ids[0], kind=OwnerKind(kind)),
        )
        parent = Picker(self._others, theme, placeholder=_("nobody"), none=_("Nobody"))
        self.add_row(
            *(_("Part of"), parent, lambda m, it: m.of(Owner)[it].parent or ""),
            lambda m, ids, other: edits.edit_owner(m, ids[0], parent=other or None),
        )
        self.add_row(_("Initials"), LineField(), _read("initials"), _write("initials"))
        self.add_row(_("Contact"), LineField(_("telephone, e-mail")), _read("contact"), _write("contact"))
        self.add_wide(_("Colour"), ColourField(owner_colours(), theme), _read("colour"), _write("colour"))
        self._answers = PlainLabel()
        self._answers.setWordWrap(True)
        self.column.addSpacing(px(GAP) // 2)
        self.column.addWidget(self._answers)
        self._theirs: QPushButton = quiet_button(_("Select them on the map"), self._select)
        self.column.addWidget(self._theirs)
        self.column.addWidget(quiet_button(_("Remove this owner"), self._remove))

    def refresh(self) -> None:
        """Show the owner, and how much it answers for here."""
        super().refresh()
        count = count_of(self.desk.map, self.desk.journey.id, self.records[0])
        self._answers.setText(answers_words(count))
        self._answers.setAccessibleName(self._answers.text())
        self._theirs.setVisible(bool(count.here or count.others))

    def _others(self) -> list[Offer]:
        owners = sorted(self.desk.map.of(Owner), key=lambda one: one.name.casefold())
        return [Offer(one.id, one.name, one.colour) for one in owners if one.id not in self.records]

    def _cards(self) -> list[str]:
        return answered_by(self.desk.map, self.desk.journey.id, self.records[0])

    def _select(self) -> None:
        self.desk.select(self._cards())

    def _remove(self) -> None:
        owner = self.records[0]
        self.desk.attempt(lambda: edits.remove_owner(self.desk.map, owner))


def _read(field: str) -> Any:
    return lambda m, owner: getattr(m.of(Owner)[owner], field)


def _write(field: str) -> Any:
    return lambda m, ids, value: edits.edit_owner(m, ids[0], **{field: value})
