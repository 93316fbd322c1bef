"""Edits of what will be done."""

from __future__ import annotations

from typing import Any

from journey.edits.records import check_references, edited, found, made
from journey.edits.wording import called
from journey.model import Action, Card, Change, MapData, adding, removing
from resources.words import _

_FIELDS = ("title", "owner", "due", "status", "measure_name", "measure_goal")


def add_action(map_data: MapData, card: str, title: str, **values: Any) -> Change:
    """What will be done about an idea or a pain; touches[0].after is it. ``values`` are its other fields."""
    found(map_data, Card, card)
    action = made(Action, card=card, title=title, **values)
    check_references(map_data, action)
    return adding(_("Add action “{title}”").format(title=called(action)), [action])


def edit_action(map_data: MapData, action: str, **values: Any) -> Change:
    """Give an action another title, owner, due day, status, measure_name or measure_goal."""
    return edited(map_data, Action, action, values, _FIELDS)


def remove_action(map_data: MapData, action: str) -> Change:
    """Take an action away."""
    old = found(map_data, Action, action)
    return removing(_("Remove action “{title}”").format(title=called(old)), [old])
