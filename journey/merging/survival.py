"""What stays and what goes: work is never lost because the other copy took away what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from journey.merging.claims import Claim, claims, free
from journey.merging.conflict import Dispute, Key, Note, Side, conflict_key, in_order
from journey.merging.draft import Draft, Version
from journey.model import Asset, Feeling, Journey, JourneyPersona, Record, Stage, Step
from journey.model.shapes import references_of


def bring_back(draft: Draft) -> None:
    """Bring back what is needed, with what went along with it, until nothing is missing."""
    whole: set[Key] = set()
    looks = _looks(draft)
    while _needed(draft, looks) or _belonging(draft, whole) or _grid(draft):
        pass
    _list(draft)
    _leave_empty_stages_out(draft)


def worked_on(draft: Draft, key: Key) -> Version | None:
    """What becomes of a record that one copy took away and the other changed: it stays, unless chosen."""
    holder = draft.holder(key)
    assert holder is not None
    taken = _wanted(draft, key, holder)
    draft.list_conflict(Dispute.GONE, key, (), taken)
    if taken is not holder:
        return None
    draft.back.add(key)
    return draft.side(holder)[key]


def _wanted(draft: Draft, key: Key, holder: Side) -> Side:
    return draft.chosen(conflict_key(Dispute.GONE, key), holder)


def _looks(draft: Draft) -> dict[tuple[str, str], Key]:
    """Which record lets a persona look at a journey, of those in either copy."""
    found: dict[tuple[str, str], Key] = {}
    for key in sorted(
        (key for key in {**draft.mine, **draft.theirs} if key[0] is JourneyPersona), key=in_order
    ):
        look = _last_seen(draft, key).record
        assert isinstance(look, JourneyPersona)
        found.setdefault((look.journey, look.persona), key)
    return found


def _needed(draft: Draft, looks: dict[tuple[str, str], Key]) -> bool:
    """Bring back what records that stay point at; whether there was any."""
    missing = {key for version in draft.now.values() for key in _pointed_at(draft, version.record, looks)}
    missing -= draft.now.keys()
    for key in missing:
        draft.now[key] = _last_seen(draft, key)
        draft.back.add(key)
    return bool(missing)


def _pointed_at(draft: Draft, record: Record, looks: dict[tuple[str, str], Key]) -> Iterator[Key]:
    for reference, target in references_of(record):
        yield reference.target, target
    if isinstance(record, Feeling) and record.persona is not None:
        # It would be there and not be seen if the persona no longer looked, as it does where it was felt.
        look, feeling = looks.get((record.journey, record.persona)), (Feeling, record.id)
        if look is not None and any(look in copy and feeling in copy for copy in (draft.mine, draft.theirs)):
            yield look


def _last_seen(draft: Draft, key: Key) -> Version:
    return draft.mine.get(key) or draft.theirs.get(key) or draft.base[key]


def _belonging(draft: Draft, whole: set[Key]) -> bool:
    """Bring back what went along with what came back; ``whole`` are those seen to; whether there was any."""
    waiting = sorted(draft.back - whole, key=in_order)
    if not waiting:
        return False
    whole.update(waiting)
    taken = {claim for version in draft.now.values() for claim in claims(version.record)}
    went = _went_along(draft)
    before = len(draft.now)
    for key in waiting:
        holder = draft.holder(key)
        if holder is not None and _wanted(draft, key, holder) is holder:
            _bring_along(draft, key, went, taken)
    return len(draft.now) > before


def _went_along(draft: Draft) -> dict[Key, list[Key]]:
    """What one copy took away that cannot be without another record, by that record; in order."""
    went: dict[Key, list[Key]] = {}
    for side in Side:
        for key, version in draft.side(side).items():
            if key not in draft.now and draft.holder(key) is side and _wanted(draft, key, side) is side:
                for reference, target in references_of(version.record):
                    if not reference.clears:
                        went.setdefault((reference.target, target), []).append(key)
    return {key: sorted(dependants, key=in_order) for key, dependants in went.items()}


def _bring_along(draft: Draft, key: Key, went: dict[Key, list[Key]], taken: set[Claim]) -> None:
    """Bring back what belongs to a record, and what belongs to that, where nothing stands in its place."""
    waiting = [key]
    while waiting:
        for one in went.get(waiting.pop(), ()):
            version = _let_go(draft, _last_seen(draft, one))
            if one not in draft.now and _stands(draft, version.record) and free(version.record, taken):
                draft.now[one] = version
                taken.update(claims(version.record))
                waiting.append(one)


def _stands(draft: Draft, record: Record) -> bool:
    """Whether all that a record cannot be without is there."""
    return all(
        (reference.target, target) in draft.now
        for reference, target in references_of(record)
        if not reference.clears
    )


def _let_go(draft: Draft, version: Version) -> Version:
    """The record without the names of what is gone; pictures come back with it."""
    gone = {
        reference.field: None
        for reference, target in references_of(version.record)
        if reference.clears and reference.target is not Asset and (reference.target, target) not in draft.now
    }
    values: dict[str, Any] = gone
    return replace(version, record=replace(version.record, **values)) if gone else version


def _grid(draft: Draft) -> bool:
    """Bring back a journey, or a step of a journey, where together the copies took all; whether any."""
    journeys = [key for key in draft.now if key[0] is Journey]
    if not journeys:
        return _bring(draft, sorted(key for key in draft.base if key[0] is Journey)[:1])
    with_steps = {_journey_of(draft.now, version.record) for version in _steps(draft.now)}
    bare = sorted(journey for _sort, journey in journeys if journey not in with_steps)
    return any(_bring(draft, _first_step(draft, journey)) for journey in bare)


def _bring(draft: Draft, keys: list[Key]) -> bool:
    for key in keys:
        draft.now[key] = draft.base[key] if key in draft.now else _last_seen(draft, key)
        draft.back.add(key)
    return bool(keys)


def _first_step(draft: Draft, journey: str) -> list[Key]:
    """The first of a journey's steps as they were, one that is in no other journey now if there is one."""
    steps = [one.record for one in _steps(draft.base) if _journey_of(draft.base, one.record) == journey]
    keys = [(Step, step.id) for step in sorted(steps, key=lambda step: _column(draft.base, step))]
    gone: list[Key] = [key for key in keys if key not in draft.now]
    return (gone or [*keys])[:1]


def _column(versions: dict[Key, Version], step: Record) -> tuple[str, str, str, str]:
    assert isinstance(step, Step)
    stage = versions[Stage, step.stage].record
    assert isinstance(stage, Stage)
    return stage.rank, stage.id, step.rank, step.id


def _steps(versions: dict[Key, Version]) -> list[Version]:
    return [version for (sort, _id), version in versions.items() if sort is Step]


def _journey_of(versions: dict[Key, Version], step: Record) -> str:
    assert isinstance(step, Step)
    stage = versions[Stage, step.stage].record
    assert isinstance(stage, Stage)
    return stage.journey


def _list(draft: Draft) -> None:
    """List what came back, but for what only came with something greater that did."""
    for key in sorted(draft.back, key=in_order):
        holder = draft.holder(key)
        greater = ((ref.target, one) in draft.back for ref, one in references_of(draft.now[key].record))
        if holder is not None and key[0] not in (Asset, JourneyPersona) and not any(greater):
            draft.list_conflict(Dispute.GONE, key, (), _wanted(draft, key, holder))


def _leave_empty_stages_out(draft: Draft) -> None:
    """Let stages go whose steps went, some in one copy and some in the other."""
    with_steps = {step.stage for step in draft.records(Step) if isinstance(step, Step)}
    for key in sorted((key for key in draft.now if key[0] is Stage), key=in_order):
        if key[1] not in with_steps:
            draft.remark(Note.LEFT_OUT, draft.now.pop(key).record)
