"""Making a map, or a part of it, what it was in another state: one change each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from journey.comparing.difference import Difference, Fate
from journey.comparing.touches import touches_between
from journey.edits.removal import with_dependants
from journey.edits.spans import spans_kept
from journey.edits.wording import called
from journey.model import SHAPES, Asset, Card, Change, MapData, Owner, Persona, Record, Step, map_of
from journey.model.shapes import POINTING_AT, references_of
from resources.words import _, _n

Key = tuple[type[Record], str]
Draft = dict[Key, Record]
"""The records that are to be."""

_BROUGHT_ALONG = frozenset({Asset, Card, Owner, Persona})
"""What is brought with whatever names it, although that could be without; a whole journey is not."""
_PLACE = {shape.record: place for place, shape in enumerate(SHAPES)}


def way_to(now: MapData, then: MapData, label: str) -> Change:
    """The change that makes ``now`` the map that ``then`` is."""
    return Change(label, tuple(touches_between(now, then)))


def take_back(now: MapData, then: MapData, differences: Iterable[Difference]) -> Change:
    """The change that makes the subjects of differences what they were ``then``, and little else.

    What comes back brings what it stood in, where that went too, and what belonged to it. What was added
    goes with what was put there since. Whoever carries it out is told where a rule would break.
    """
    chosen = tuple(differences)
    draft = {_key(record): record for record in now.records()}
    for record in _wanted(chosen):
        _bring(draft, then, record)
    _bring_dependants(draft, then, [one.subject for one in chosen if one.fate is Fate.REMOVED])
    for record in _unwanted(chosen):
        _let_go(draft, now, then, record)
    _clear(draft)
    _keep_spans(draft, now, then, {_key(record) for record in _wanted(chosen)})
    _forget_pictures(draft, then)
    return way_to(now, map_of(draft.values()), _label(chosen))


def _label(chosen: Collection[Difference]) -> str:
    if len(chosen) == 1:
        return _("Take back “{title}”").format(title=called(next(iter(chosen)).subject))
    words = _n("Take back {n} difference", "Take back {n} differences", len(chosen))
    return words.format(n=len(chosen))


def _wanted(chosen: Iterable[Difference]) -> Iterator[Record]:
    """The records as they were that are to be so again; what belonged to one that went comes later."""
    for one in chosen:
        for touch in one.touches:
            if touch.before is not None and (one.fate is Fate.CHANGED or touch.before == one.subject):
                yield touch.before


def _unwanted(chosen: Iterable[Difference]) -> Iterator[Record]:
    for one in chosen:
        yield from (touch.record for touch in one.touches if touch.before is None)


def _bring(draft: Draft, then: MapData, record: Record) -> None:
    """Bring a record, and all that it stands in and was said of it."""
    waiting = [record]
    while waiting:
        one = waiting.pop()
        draft[_key(one)] = one
        for reference, target in references_of(one):
            needed = not reference.clears or reference.target in _BROUGHT_ALONG
            if needed and (reference.target, target) not in draft:
                waiting.append(then.of(reference.target)[target])


def _bring_dependants(draft: Draft, then: MapData, gone: Iterable[Record]) -> None:
    """Bring what belonged to what went, where it went too and the rest of its ground is there.

    A card that was moved away before its step went stays where it is; a link comes with its second end.
    """
    records = with_dependants(then, gone).values()
    for record in sorted(records, key=lambda one: _PLACE[type(one)]):
        grounds = [(ref.target, target) for ref, target in references_of(record) if not ref.clears]
        if _key(record) not in draft and all(ground in draft for ground in grounds):
            _bring(draft, then, record)


def _let_go(draft: Draft, now: MapData, then: MapData, record: Record) -> None:
    """Let a record go with what was put there since; what was there before goes back to where it was."""
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if (old := then.of(type(one)).get(one.id)) is not None:
            _bring(draft, then, old)
        elif draft.pop(_key(one), None) is not None:
            waiting += _still_belonging(draft, now, one)


def _still_belonging(draft: Draft, now: MapData, record: Record) -> Iterator[Record]:
    for sort, reference in POINTING_AT[type(record)]:
        for one in () if reference.clears else now.of(sort).by(reference.field).get(record.id, ()):
            if getattr(draft.get(_key(one)), reference.field, None) == record.id:
                yield one


def _clear(draft: Draft) -> None:
    """Let no record name what is not there and need not be."""
    for key, record in draft.items():
        lost: dict[str, Any] = {
            reference.field: None
            for reference, target in references_of(record)
            if reference.clears and (reference.target, target) not in draft
        }
        if lost:
            draft[key] = replace(record, **lost)


def _keep_spans(draft: Draft, now: MapData, then: MapData, wanted: Collection[Key]) -> None:
    """Let wide cards cover the steps they covered, of those that are there: as then, if they are as then.

    Those that are wanted back are as wide as they were, and do not grow with a step that came in between.
    """
    grown = map_of(draft.values())
    for journey in grown.journeys():
        order = [step.id for step in grown.grid(journey.id).steps]
        for state in (now, then):
            moved = [one for one in order if state.of(Step).get(one) != grown.of(Step)[one]]
            for old, new in spans_kept(state, journey.id, order, moved):
                theirs = state is then or then.of(Card).get(old.id) != old
                grows = new.span > old.span and _key(old) in wanted
                if theirs and not grows and draft.get(_key(old)) == old:
                    draft[_key(old)] = new


def _forget_pictures(draft: Draft, then: MapData) -> None:
    """Let pictures go that nobody shows any more and that are not of then."""
    shown = {
        target for record in draft.values() for ref, target in references_of(record) if ref.target is Asset
    }
    for key in [key for key in draft if key[0] is Asset]:
        if key[1] not in shown and key[1] not in then.of(Asset):
            del draft[key]


def _key(record: Record) -> Key:
    return type(record), record.id
