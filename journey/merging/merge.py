"""Two copies of one map made one again: what either did is in it, and what they disagree on is listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journey.comparing import Difference, Fate, way_to
from journey.comparing.order import map_order
from journey.merging.claims import settle_claims, settle_rings
from journey.merging.codes import settle_codes
from journey.merging.conflict import Choices, Conflict, Key, Note, Remark, Side, in_order
from journey.merging.draft import Draft, Versions, versions_of
from journey.merging.fields import merged_version
from journey.merging.pairing import paired
from journey.merging.places import settle_order, settled_spans
from journey.merging.survival import bring_back, worked_on
from journey.model import (
    SHAPES,
    Asset,
    Card,
    Change,
    MapData,
    Record,
    map_of,
)
from resources.words import speaking


@dataclass(frozen=True, slots=True)
class Merge:
    """``mine`` as it was, and ``map`` with what the other copy did too; nobody has it yet.

    ``conflicts`` are to be chosen in, ``remarks`` tell what was done without asking; both speak of the
    ``copies``, in which what both added under one name is one.
    """

    mine: MapData
    map: MapData
    copies: Mapping[Side, MapData]
    conflicts: tuple[Conflict, ...]
    remarks: tuple[Remark, ...]

    def change(self, label: str) -> Change:
        """The one step, so labelled, that brings my copy there."""
        return way_to(self.mine, self.map, label)


def merge(
    base: MapData,
    mine: MapData,
    theirs: MapData,
    choices: Choices | None = None,
    usual: Side = Side.MINE,
) -> Merge:
    """The map with what was done in either copy since ``base``.

    Where both changed one field, ``choices`` say whose value it has, by the key of the conflict, else the
    ``usual`` side. What one took away and the other worked on stays, unless the choice is the one that took
    it away. The copies may be swapped: with the sides swapped too, the same map comes of it.
    """
    ours, others, pairs = paired(base, mine, theirs)
    draft = Draft(versions_of(base), versions_of(ours), versions_of(others), choices or {}, usual)
    with speaking(base.workshop.language):
        _merge_records(draft)
    _settle(draft)
    _leave_unseen_pictures_out(draft)
    for key in (key for key in pairs if key in draft.now):
        draft.remark(Note.MADE_ONE, draft.now[key].record)
    conflicts = tuple(draft.conflicts[name] for name in sorted(draft.conflicts))
    copies = {Side.MINE: ours, Side.THEIRS: others}
    merged = Merge(mine, map_of(_in_file_order(draft)), copies, conflicts, tuple(draft.remarks))
    return replace(merged, conflicts=_as_read(merged))


def map_with(merged: Merge, record: Record) -> MapData:
    """The map of a merge that holds a record: the merged one if it does, else one of the copies."""
    maps = (merged.map, *(merged.copies[side] for side in Side))
    return next((one for one in maps if record.id in one.of(type(record))), merged.map)


def _as_read(merged: Merge) -> tuple[Conflict, ...]:
    """The conflicts in the order in which the map is read."""
    maps = (merged.map, *merged.copies.values())
    orders = {id(one): map_order(one, one) for one in maps}

    def place(conflict: Conflict) -> tuple[tuple[object, ...], str]:
        known = map_with(merged, conflict.record)
        subject = known.of(Card).get(getattr(conflict.record, "card", None)) or conflict.record
        *order, _id = orders[id(known)](Difference(Fate.CHANGED, subject, "", (), ()))
        return tuple(order), conflict.key

    return tuple(sorted(merged.conflicts, key=place))


def _merge_records(draft: Draft) -> None:
    for key in sorted({**draft.base, **draft.mine, **draft.theirs}, key=in_order):
        mine, theirs, base = draft.mine.get(key), draft.theirs.get(key), draft.base.get(key)
        if mine == theirs or theirs == base:
            version = mine
        elif mine == base:
            version = theirs
        elif mine is None or theirs is None:
            version = worked_on(draft, key)
        else:
            version = merged_version(draft, key)
        if version is not None:
            draft.now[key] = version


def _settle(draft: Draft) -> None:
    """Let the rules of a map hold."""
    bring_back(draft)
    settle_claims(draft)
    settle_rings(draft)
    settle_order(draft)
    settle_codes(draft)


def _leave_unseen_pictures_out(draft: Draft) -> None:
    """Let pictures go that were shown in a copy and are shown no more."""
    now, before = _shown(draft.now), _shown(draft.mine) | _shown(draft.theirs)
    for key in before - now:
        draft.now.pop(key, None)


def _shown(versions: Versions) -> set[Key]:
    shown: set[Key] = set()
    for version in versions.values():
        record = version.record
        picture = getattr(record, "picture", None) or getattr(record, "portrait", None)
        if picture is not None:
            shown.add((Asset, picture))
    return shown


def _in_file_order(draft: Draft) -> list[Record]:
    place = {shape.record: number for number, shape in enumerate(SHAPES)}
    return sorted(settled_spans(draft), key=lambda record: place[type(record)])
