"""The fields of a source of knowledge, wherever they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.panels.fields import LineField, NumberField
from app.panels.pickers import persona_picker, word_picker
from app.panels.sheet import Sheet
from journey import edits
from journey.model import Change, Evidence, MapData, Method
from resources.words import _

DAY = "2026-03-01"
"""How a day is written, shown where there is none yet."""


def add_source_fields(sheet: Sheet, source_of: Callable[[MapData, str], str]) -> None:
    """Give a sheet the fields of the source that belongs to its record."""

    def read(field: str) -> Any:
        return lambda m, record: getattr(m.of(Evidence)[source_of(m, record)], field)

    def write(field: str) -> Any:
        def edit(m: MapData, ids: tuple[str, ...], value: Any) -> Change:
            return edits.edit_evidence(m, source_of(m, ids[0]), **{field: value})

        return edit

    def set_method(m: MapData, ids: tuple[str, ...], method: str) -> Change:
        edit: Change = write("method")(m, ids, Method(method))
        return edit

    def set_persona(m: MapData, ids: tuple[str, ...], persona: str) -> Change:
        edit: Change = write("persona")(m, ids, persona or None)
        return edit

    def persona(m: MapData, record: str) -> object:
        return read("persona")(m, record) or ""

    sheet.add_row(_("Source"), LineField(), read("title"), write("title"))
    sheet.add_row(_("Method"), word_picker(Method, sheet.theme), read("method"), set_method)
    sheet.add_row(_("Day"), LineField(DAY), read("date"), write("date"))
    sheet.add_row(_("People"), NumberField(whole=True), read("people"), write("people"))
    somebody = persona_picker(sheet.desk, sheet.theme, _("nobody in particular"))
    sheet.add_row(_("Persona"), somebody, persona, set_persona)
    sheet.add_row(_("Reference"), LineField(), read("reference"), write("reference"))
