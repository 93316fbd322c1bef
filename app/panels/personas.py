"""The personas of the file: who they are, and which of them look at the journey in view, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from app.desk import Desk
from app.panels.buttons import quiet_button
from app.panels.choice_fields import CheckField
from app.panels.colour_field import ColourField
from app.panels.directory import Line
from app.panels.fields import LineField, TextField
from app.panels.merging_directory import MergingDirectory
from app.panels.pickers import word_picker
from app.panels.portrait_field import PortraitField
from app.panels.sheet import Sheet
from journey import edits
from journey.edits.wording import quotable
from journey.model import Asset, BuyingRole, Change, JourneyPersona, MapData, Persona, Relation
from resources.theme import Theme, owner_colours
from resources.words import _, _n


class PersonaSheet(Sheet):
    """Everything about a persona."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.add_title(_("Name"), TextField(_("Name"), title=True), _read("name"), _write("name"))
        seen = CheckField(_("Looks at this journey"), theme)
        self.add_title(_("Looks at this journey"), seen, self._looks, self._let_look)
        portrait = PortraitField(desk)
        self.add_wide(_("Picture"), portrait, _read("portrait"), _portray)
        self.add_row(
            _("Segment"), LineField(_("which group of customers")), _read("segment"), _write("segment")
        )
        relation = word_picker(Relation, theme)
        self.add_row(_("Relation"), relation, _read("relation"), _write("relation", Relation))
        role = word_picker(BuyingRole, theme)
        self.add_row(_("When buying"), role, _read("buying_role"), _write("buying_role", BuyingRole))
        for name, hint, field in (
            (_("Quote"), _("What one of them said"), "quote"),
            (_("Needs"), _("What they cannot do without"), "needs"),
            (_("Motives"), _("Why they do it"), "motives"),
            (_("Traits"), _("What they are like"), "traits"),
            (_("Background"), _("Where they come from, how they live"), "background"),
        ):
            self.add_wide(name, TextField(hint), _read(field), _write(field))
        self.add_wide(_("Colour"), ColourField(owner_colours(), theme), _read("colour"), _write("colour"))
        self.column.addWidget(quiet_button(_("Remove this persona"), self._remove))

    def _looks(self, m: MapData, persona: str) -> bool:
        return (self.desk.journey.id, persona) in m.of(JourneyPersona).by("journey", "persona")

    def _let_look(self, m: MapData, ids: tuple[str, ...], looks: bool) -> Change:
        let = edits.show_to_persona if looks else edits.hide_from_persona
        return let(m, self.desk.journey.id, ids[0])

    def _remove(self) -> None:
        persona = self.records[0]
        self.desk.attempt(lambda: edits.remove_persona(self.desk.map, persona))


class Personas(MergingDirectory):
    """Those who look at the journey first, in their order; the first is the one whose feelings are set."""

    sort = Persona

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, _("Personas"), _("Add a persona"), PersonaSheet(desk, theme))
        self._earlier = quiet_button(_("Move up"), lambda: self.shift(-1))
        self._later = quiet_button(_("Move down"), lambda: self.shift(1))
        row = QHBoxLayout()
        row.addWidget(self._earlier)
        row.addWidget(self._later)
        row.addStretch()
        self.above.addLayout(row)
        self.tree.itemSelectionChanged.connect(self._offer_moves)
        self._offer_moves()

    def lines(self, m: MapData) -> Sequence[Line]:
        """Personas of the journey in view, then the others, each with how many journeys it looks at."""
        seen = self._seen(m)
        others = sorted((one for one in m.of(Persona) if one.id not in seen), key=lambda one: one.name)
        ordered = [*(m.of(Persona)[one] for one in seen), *others]
        return [self._line(m, persona, persona.id in seen) for persona in ordered]

    def added(self, m: MapData, name: str) -> Change:
        """A new persona, who looks at the journey in view."""
        return edits.add_persona(m, name, self.desk.journey.id)

    def merge_words(self, m: MapData, kept: str, count: int) -> str:
        """What merging them is called."""
        words = _n("Merge {n} persona into “{name}”", "Merge {n} personas into “{name}”", count)
        return words.format(n=count, name=quotable(m.of(Persona)[kept].name))

    def shift(self, by: int) -> None:
        """Put the chosen persona earlier or later among those of the journey."""
        chosen, seen = self.tree.chosen(), self._seen(self.desk.map)
        if chosen and chosen[0] in seen:
            place = max(seen.index(chosen[0]) + by, 0)
            self.desk.attempt(
                lambda: edits.move_persona(self.desk.map, self.desk.journey.id, chosen[0], place)
            )
            self.look()

    def look(self) -> None:
        """Show the personas as they are now, and where the chosen one can go."""
        super().look()
        self._offer_moves()

    def _seen(self, m: MapData) -> list[str]:
        seen = m.of(JourneyPersona).by("journey").get(self.desk.journey.id, ())
        return [one.persona for one in seen]

    def _offer_moves(self) -> None:
        chosen, seen = self.tree.chosen(), self._seen(self.desk.map)
        place = seen.index(chosen[0]) if chosen and chosen[0] in seen else None
        self._earlier.setEnabled(place is not None and place > 0)
        self._later.setEnabled(place is not None and place < len(seen) - 1)

    def _line(self, m: MapData, persona: Persona, here: bool) -> Line:
        journeys = len(m.of(JourneyPersona).by("persona").get(persona.id, ()))
        aside = _("here") if here else (str(journeys) if journeys else "")
        return Line(persona.id, persona.name, aside, "actor", persona.colour)


def _read(field: str) -> Any:
    return lambda m, persona: getattr(m.of(Persona)[persona], field)


def _write(field: str, sort: Any = None) -> Any:
    def edit(m: MapData, ids: tuple[str, ...], value: Any) -> Change:
        return edits.edit_persona(m, ids[0], **{field: sort(value) if sort else value})

    return edit


def _portray(m: MapData, ids: tuple[str, ...], picture: Asset | None) -> Change:
    return edits.set_portrait(m, ids[0], picture)
