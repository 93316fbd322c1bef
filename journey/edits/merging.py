"""Making one owner of several that turned out to be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from journey.edits.records import Pairs, found
from journey.edits.removal import removal
from journey.edits.wording import called
from journey.model import (
    Action,
    Change,
    MapData,
    Owner,
    Ownership,
    OwnershipRole,
    Refused,
    joined,
    removing,
    replacing,
)
from resources.words import _

_WEIGHT = tuple(OwnershipRole)


def merge_owners(map_data: MapData, kept: str, merged: Iterable[str]) -> Change:
    """Let one owner take over all that others answer for and do, and all who stand below them; they go.

    Where several of them had a role at a card, the weightiest stays. A contact that only another has is kept.
    """
    one = found(map_data, Owner, kept)
    others = [found(map_data, Owner, owner) for owner in dict.fromkeys(merged) if owner != kept]
    if not others:
        raise Refused(_("Choose at least two owners to make one of."))
    ids = dict.fromkeys(owner.id for owner in others)
    label = _("Merge {n} owners into “{name}”").format(n=len(others) + 1, name=called(one))
    moved = joined(
        label, [_roles(map_data, one, ids), _actions(map_data, kept, ids), _below(map_data, one, ids)]
    )
    return joined(label, [moved, removal(map_data.apply(moved), label, others)])


def _roles(map_data: MapData, kept: Owner, merged: Collection[str]) -> Change:
    pairs: Pairs[Ownership] = []
    given_up: list[Ownership] = []
    for roles in map_data.of(Ownership).by("card").values():
        ours = sorted((one for one in roles if one.owner in {kept.id, *merged}), key=_weight)
        if ours:
            pairs.append((ours[0], replace(ours[0], owner=kept.id)))
            given_up += ours[1:]
    return joined("", [replacing("", pairs), removing("", given_up)])


def _weight(ownership: Ownership) -> int:
    return _WEIGHT.index(ownership.role)


def _actions(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    theirs = [action for owner in merged for action in map_data.of(Action).by("owner").get(owner, ())]
    return replacing("", [(action, replace(action, owner=kept)) for action in theirs])


def _below(map_data: MapData, kept: Owner, merged: Collection[str]) -> Change:
    children = [child for owner in merged for child in map_data.of(Owner).by("parent").get(owner, ())]
    pairs = [(one, replace(one, parent=kept.id)) for one in children if one.id not in {kept.id, *merged}]
    contacts = (map_data.of(Owner)[owner].contact for owner in merged)
    contact = kept.contact or next(filter(None, contacts), "")
    above = _parent_outside(map_data, kept, merged)
    return replacing("", [*pairs, (kept, replace(kept, parent=above, contact=contact))])


def _parent_outside(map_data: MapData, kept: Owner, merged: Collection[str]) -> str | None:
    """Whom the kept owner stands below once those of its line that are merged are gone."""
    parent, above = kept.parent, map_data.of(Owner).get(kept.parent)
    while above is not None:
        if above.id in merged:
            parent = above.parent
        above = map_data.of(Owner).get(above.parent)
    return parent
