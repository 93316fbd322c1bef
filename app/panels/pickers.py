"""Pickers for what maps have much of: owners, channels, personas, and the model's fixed words."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from app.desk import Desk
from app.panels.picker import Fresh, Offer, Picker
from journey import edits
from journey.edits.records import in_turn
from journey.model import Card, Change, MapData, Method, Owner, Ownership, Persona, Record, joined
from journey.terms import options, usual_channels, word
from resources.theme import Theme
from resources.words import LANGUAGES, _, speaking


def owner_picker(desk: Desk, theme: Theme, placeholder: str = "", none: str = "") -> Picker:
    """All owners, those of most cards first, and a new one by the name that is written."""

    def offers() -> list[Offer]:
        held = desk.map.of(Ownership).by("owner")
        owners = sorted(desk.map.of(Owner), key=lambda one: (-len(held.get(one.id, ())), one.name.casefold()))
        return [Offer(one.id, one.name, one.colour) for one in owners]

    return Picker(offers, theme, placeholder=placeholder, fresh=_("New owner “{name}”"), none=none)


def channel_picker(desk: Desk, theme: Theme) -> Picker:
    """The channels of the map, most used first, then usual ones; any other may be written."""

    def offers() -> list[Offer]:
        return [Offer(one, one) for one in usual_channels(card.channel for card in desk.map.of(Card))]

    return Picker(offers, theme, placeholder=_("none"), free=True, none=_("No channel"))


def persona_picker(desk: Desk, theme: Theme, none: str) -> Picker:
    """All personas by name."""

    def offers() -> list[Offer]:
        return [Offer(one.id, one.name, one.colour) for one in desk.map.of(Persona)]

    return Picker(offers, theme, placeholder=none, none=none)


def new_source_picker(
    desk: Desk, theme: Theme, words: str, offers: Callable[[], list[Offer]] = list
) -> Picker:
    """What is offered, and a new source by its name and by how it came about, which only the writer knows.

    Says so in the status line when Enter leaves that open.
    """
    fresh = _("{kind}, new: “{name}”")
    made = Picker(offers, theme, placeholder=words, fresh=fresh, kinds=_methods)
    made.setAccessibleName(words)
    made.setProperty("adds", True)
    asked = _("How did it come about? Enter takes what is marked, the arrows go to another.")
    made.kind_asked.connect(lambda: desk.said.emit(asked, False))
    return made


def _methods(name: str) -> list[Offer]:
    """All methods, those first that the name speaks of in one of our languages."""
    spoken_of = {method for method in Method if _speaks_of(name.casefold(), method)}
    return [
        Offer(str(one), words)
        for one, words in sorted(options(Method), key=lambda option: option[0] not in spoken_of)
    ]


def _speaks_of(name: str, method: Method) -> bool:
    for language in LANGUAGES:
        with speaking(language):
            if word(method).casefold() in name:
                return True
    return False


def word_picker(sort: type[StrEnum], theme: Theme) -> Picker:
    """One of the model's fixed words."""
    offered = [Offer(str(one), words) for one, words in options(sort)]
    return Picker(lambda: offered, theme)


def chosen_owner(map_data: MapData, chosen: str | Fresh, then: Callable[[MapData, str], Change]) -> Change:
    """What is done with the owner chosen, who is made first, in the same step, if new."""
    if not isinstance(chosen, Fresh):
        return then(map_data, chosen)
    new = edits.add_owner(map_data, chosen.name)
    owner = new_record(new)
    return in_turn(map_data, new.label, [lambda _m: new, lambda after: then(after, owner.id)])


def renamed(change: Change, label: str) -> Change:
    """The same change under another name."""
    return joined(label, [change])


def new_record(change: Change) -> Any:
    """The record that a change begins with."""
    record: Record | None = change.touches[0].after
    assert record is not None  # the edits promise it
    return record
