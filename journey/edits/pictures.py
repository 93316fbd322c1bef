"""Edits of pictures: on cards, and of personas."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from journey.edits.records import found
from journey.edits.removal import unseen_pictures
from journey.edits.wording import called
from journey.model import Asset, Card, Change, MapData, Persona, Record, adding, joined, removing, replacing
from journey.model.fields import check_fields
from resources.words import _


def picture_of(data: bytes, media_type: str, width: int, height: int) -> Asset:
    """A picture as a record, named by the SHA-256 of its bytes; width and height are pixels.

    Raises Refused if it is too large.
    """
    asset = Asset(
        id=hashlib.sha256(data).hexdigest(), media_type=media_type, width=width, height=height, data=data
    )
    check_fields(asset)
    return asset


def set_picture(map_data: MapData, card: str, picture: Asset | None) -> Change:
    """Put a picture on a card, or take it off; the one it had goes unless somebody else shows it."""
    old = found(map_data, Card, card)
    return _shown(map_data, old, replace(old, picture=_id_of(picture)), picture)


def set_portrait(map_data: MapData, persona: str, picture: Asset | None) -> Change:
    """Give a persona a portrait, or take it away; the one it had goes unless somebody else shows it."""
    old = found(map_data, Persona, persona)
    return _shown(map_data, old, replace(old, portrait=_id_of(picture)), picture)


def _id_of(picture: Asset | None) -> str | None:
    return None if picture is None else picture.id


def _shown(map_data: MapData, old: Record, new: Record, picture: Asset | None) -> Change:
    title = called(old)
    label = _("Picture for “{title}”") if picture else _("Remove the picture of “{title}”")
    label = label.format(title=title)
    if old == new:
        return adding(label, [])
    fresh = [picture] if picture is not None and picture.id not in map_data.of(Asset) else []
    unseen = unseen_pictures(map_data, [old])
    return joined(label, [adding(label, fresh), replacing(label, [(old, new)]), removing(label, unseen)])
