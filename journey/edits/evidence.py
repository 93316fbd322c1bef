"""Edits of sources of knowledge, and of which cards they back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.edits.knowledge import with_knowledge
from journey.edits.records import check_references, edited, found, made
from journey.edits.removal import removal
from journey.edits.wording import called, tidied
from journey.model import (
    Backing,
    Card,
    Change,
    Evidence,
    MapData,
    Method,
    Refused,
    adding,
    removing,
    replacing,
)
from journey.model.fields import check_fields
from resources.words import _

_FIELDS = ("title", "method", "date", "people", "persona", "reference")


def add_evidence(map_data: MapData, title: str, method: Method, **values: Any) -> Change:
    """A source of knowledge; touches[0].after is it. ``values`` are its other fields."""
    source = made(Evidence, title=title, method=method, **values)
    check_references(map_data, source)
    return adding(_("Add evidence “{title}”").format(title=called(source)), [source])


def edit_evidence(map_data: MapData, evidence: str, **values: Any) -> Change:
    """Give a source another title, method, date, number of people, persona or reference.

    What another method bears out better raises how well the cards are known that it backs.
    """
    return with_knowledge(map_data, edited(map_data, Evidence, evidence, values, _FIELDS))


def remove_evidence(map_data: MapData, evidence: str) -> Change:
    """Take a source away; it no longer backs any card. How well these are known stays."""
    old = found(map_data, Evidence, evidence)
    label = _("Remove evidence “{title}”").format(title=called(old))
    return removal(map_data, label, [old])


def back_card(map_data: MapData, card: str, evidence: str, says: str = "") -> Change:
    """Let evidence back a card, and note what it says there; touches[0].after is the backing.

    What it said there before is replaced. A card that was known less well than the source makes it
    is known that well now.
    """
    title, source = called(found(map_data, Card, card)), called(found(map_data, Evidence, evidence))
    label = _("Back “{title}” with “{source}”").format(title=title, source=source)
    old = _backing(map_data, card, evidence)
    if old is None:
        backing = made(Backing, card=card, evidence=evidence, says=says)
        return with_knowledge(map_data, adding(label, [backing]))
    new = replace(old, says=tidied("says", says))
    check_fields(new)
    return replacing(label, [(old, new)])


def unback_card(map_data: MapData, card: str, evidence: str) -> Change:
    """Let evidence no longer back a card; how well it is known stays. Refused where it does not."""
    old = _backing(map_data, card, evidence)
    if old is None:
        raise Refused(_("This evidence does not back the card."))
    title = called(found(map_data, Card, card))
    label = _("Take evidence from “{title}”").format(title=title)
    return removing(label, [old])


def _backing(map_data: MapData, card: str, evidence: str) -> Backing | None:
    same = map_data.of(Backing).by("card", "evidence").get((card, evidence), ())
    return same[0] if same else None
