"""Edits of what stands over the whole file: the workshop's own record, and a fresh map."""

from __future__ import annotations

import re
from typing import Any

from journey.edits.journeys import add_journey
from journey.edits.labels import changed_fields, field_words
from journey.edits.records import amended, made
from journey.model import Change, MapData, Refused, Touch, Workshop, map_of
from resources.words import _

_FIELDS = ("title", "organisation", "language", "facilitator", "agenda")
_LANGUAGE_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def new_workshop(title: str, language: str = "en", preset: str = "journey-map", **values: Any) -> MapData:
    """A fresh map: the workshop and one journey of the same title, laid out as the preset says.

    ``values`` are other fields of the workshop. Raises Refused if one may not stand there.
    """
    workshop = made(Workshop, title=title, language=language, **values)
    check_language(workshop.language)
    start = map_of([workshop])
    return start.apply(add_journey(start, title, preset=preset))


def edit_workshop(map_data: MapData, **values: Any) -> Change:
    """Give the workshop another title, organisation, language (BCP 47), facilitator or agenda."""
    old = map_data.of(Workshop).get(map_data.workshop.id)
    new = amended(map_data, map_data.workshop, values, _FIELDS)
    check_language(new.language)
    if old is None or new == old:
        return Change(_("Edit the workshop"), () if new == old else (Touch(old, new),))
    words = field_words(new, changed_fields(old, new))
    return Change(_("Edit the workshop: {fields}").format(fields=words), (Touch(old, new),))


def check_language(tag: str) -> None:
    """Raise Refused for what is no tag of a language, as BCP 47 has them."""
    if not _LANGUAGE_TAG.fullmatch(tag):
        raise Refused(_("“{tag}” is no language; write nb, sv, da or en.").format(tag=tag))
