"""What can only be said once: who answers for a card, what a persona feels at a step, one arrow of a kind."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from journey.merging.conflict import Conflict, Dispute, Key, Side, conflict_key
from journey.merging.draft import Draft, Version, Versions
from journey.model import (
    Backing,
    Feeling,
    JourneyPersona,
    Link,
    Owner,
    Ownership,
    OwnershipRole,
    Record,
    Verdict,
    Vote,
    Workshop,
)

Claim = tuple[Hashable, ...]
_ANSWERS = "answers"


@singledispatch
def claims(record: Record) -> tuple[Claim, ...]:
    """What a record says that no other may say too."""
    return ()


@claims.register
def _workshop(_record: Workshop) -> tuple[Claim, ...]:
    return ((Workshop,),)


@claims.register
def _look(record: JourneyPersona) -> tuple[Claim, ...]:
    return ((JourneyPersona, record.journey, record.persona),)


@claims.register
def _feeling(record: Feeling) -> tuple[Claim, ...]:
    return ((Feeling, record.journey, record.persona, record.step),)


@claims.register
def _link(record: Link) -> tuple[Claim, ...]:
    return ((Link, record.source, record.target, record.kind),)


@claims.register
def _ownership(record: Ownership) -> tuple[Claim, ...]:
    part = Ownership, record.card, record.owner
    return (part, (_ANSWERS, record.card)) if record.role is OwnershipRole.ACCOUNTABLE else (part,)


@claims.register
def _backing(record: Backing) -> tuple[Claim, ...]:
    return ((Backing, record.card, record.evidence),)


@claims.register
def _verdict(record: Verdict) -> tuple[Claim, ...]:
    return ((Verdict, record.card, record.participant),)


@claims.register
def _vote(record: Vote) -> tuple[Claim, ...]:
    return ((Vote, record.card, record.role),)


def free(record: Record, taken: Collection[Claim]) -> bool:
    """Whether nothing else says what a record says."""
    return not any(claim in taken for claim in claims(record))


def settle_claims(draft: Draft) -> None:
    """Let what can be said once be said by one record, and list what the other copy said."""
    for answering in (False, True):
        for claim, keys in _claimed(draft.now).items():
            if len(keys) > 1 and (claim[0] == _ANSWERS) is answering:
                _settle(draft, claim, sorted(keys, key=lambda key: key[1]))


def _claimed(versions: Versions) -> dict[Claim, list[Key]]:
    claimed: dict[Claim, list[Key]] = {}
    for key, version in versions.items():
        for claim in claims(version.record):
            claimed.setdefault(claim, []).append(key)
    return claimed


def _settle(draft: Draft, claim: Claim, keys: list[Key]) -> None:
    first = keys[0]
    if all(_alike(draft.now[first], draft.now[key]) for key in keys):
        winner = first
    else:
        taken = draft.chosen(conflict_key(Dispute.TWICE, first))
        winner = _spoken_by(draft, taken, claim, keys) or first
        _list(draft, claim, keys, taken)
    for key in keys:
        if key != winner:
            _yield(draft, claim, key)


def _alike(one: Version, other: Version) -> bool:
    """Whether two say the same, wherever they stand in an order."""
    same: dict[str, Any] = {"id": ""}
    if isinstance(one.record, JourneyPersona):
        same["rank"] = one.record.rank
    return replace(one.record, **same) == replace(other.record, **same)


def _spoken_by(draft: Draft, side: Side, claim: Claim, keys: list[Key]) -> Key | None:
    """Which of these says it in a copy."""
    records = ((key, draft.record(side, key)) for key in keys)
    return next((key for key, record in records if record is not None and claim in claims(record)), None)


def _yield(draft: Draft, claim: Claim, key: Key) -> None:
    """Let another say it: who does not answer for a card after all works on it still."""
    record = draft.now[key].record
    if claim[0] == _ANSWERS and isinstance(record, Ownership):
        draft.put(replace(record, role=OwnershipRole.RESPONSIBLE))
    else:
        del draft.now[key]


def _list(draft: Draft, claim: Claim, keys: list[Key], taken: Side) -> None:
    mine, theirs = (_record(draft, side, _spoken_by(draft, side, claim, keys)) for side in Side)
    if mine is None and theirs is None:
        mine, theirs = draft.now[keys[0]].record, draft.now[keys[1]].record
    fields = ("role",) if claim[0] == _ANSWERS else ()
    name = conflict_key(Dispute.TWICE, keys[0])
    draft.conflicts[name] = Conflict(Dispute.TWICE, name, fields, mine, theirs, taken)


def _record(draft: Draft, side: Side, key: Key | None) -> Record | None:
    return None if key is None else draft.record(side, key)


def settle_rings(draft: Draft) -> None:
    """Let no owner stand above itself: where both copies together put one there, one of them is followed."""
    while ring := _ring(draft):
        key: Key = Owner, min(ring)
        taken = draft.chosen(conflict_key(Dispute.RING, key))
        draft.list_conflict(Dispute.RING, key, ("parent",), taken)
        for owner in ring:
            side = taken if (Owner, owner) in draft.side(taken) else taken.other
            before, now = draft.record(side, (Owner, owner)), draft.now[Owner, owner].record
            assert isinstance(before, Owner)
            assert isinstance(now, Owner)
            stays = (Owner, before.parent) in draft.now
            draft.put(replace(now, parent=before.parent if stays else None))


def _ring(draft: Draft) -> set[str]:
    """The owners of the ring that the least of them all is found in; none where there is no ring."""
    above = {owner.id: owner.parent for owner in draft.records(Owner) if isinstance(owner, Owner)}
    for owner in sorted(above):
        met, at = [owner], above[owner]
        while at is not None and at not in met:
            met.append(at)
            at = above[at]
        if at is not None:
            return set(met[met.index(at) :])
    return set()
