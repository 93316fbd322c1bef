"""What was added, changed and removed between two states of a map, by id and field, told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from journey.comparing.difference import Difference, Fate, FieldDifference, of_fate
from journey.comparing.order import map_order
from journey.comparing.taking_back import take_back, way_to
from journey.comparing.touches import touches_between
from journey.comparing.words import belonging_words, record_words, shortened, value_words
from journey.model import (
    Action,
    Asset,
    Backing,
    Card,
    Journey,
    JourneyPersona,
    MapData,
    Measure,
    Ownership,
    Record,
    Touch,
    Verdict,
    Vote,
)
from journey.model.naming import field_word
from journey.plain import sort_of
from resources.words import _

__all__ = [
    "Difference",
    "Fate",
    "FieldDifference",
    "compare",
    "difference_words",
    "of_fate",
    "record_words",
    "take_back",
    "value_words",
    "way_to",
]

_BELONGS: dict[type[Record], tuple[type[Record], str]] = {
    JourneyPersona: (Journey, "journey"),
    Ownership: (Card, "card"),
    Measure: (Card, "card"),
    Backing: (Card, "card"),
    Action: (Card, "card"),
    Verdict: (Card, "card"),
    Vote: (Card, "card"),
}
"""Records told with what they are about: its sort, and the field that names it."""

Key = tuple[type[Record], str]


def compare(then: MapData, now: MapData) -> tuple[Difference, ...]:
    """What differs, in the order in which a map is read; pictures are told with what shows them."""
    met: dict[Key, list[Touch]] = {}
    for touch in touches_between(then, now):
        if not isinstance(touch.record, Asset):
            met.setdefault(_subject(touch.record), []).append(touch)
    found = [_difference(then, now, key, touches) for key, touches in met.items()]
    return tuple(sorted(found, key=map_order(then, now)))


def difference_words(difference: FieldDifference) -> str:
    """One thing that differs, in one line."""
    if not difference.before:
        return _("{what}: “{after}”").format(what=difference.what, after=difference.after)
    if not difference.after:
        return _("{what}: no longer “{before}”").format(what=difference.what, before=difference.before)
    words = _("{what}: “{before}” became “{after}”")
    return words.format(what=difference.what, before=difference.before, after=difference.after)


def _subject(record: Record) -> Key:
    if type(record) not in _BELONGS:
        return type(record), record.id
    sort, field = _BELONGS[type(record)]
    return sort, getattr(record, field)


def _difference(then: MapData, now: MapData, key: Key, touches: list[Touch]) -> Difference:
    sort, subject_id = key
    before, after = then.of(sort).get(subject_id), now.of(sort).get(subject_id)
    subject = after or before
    # What belongs to a record cannot stand in a map without it.
    assert subject is not None
    fate = Fate.CHANGED if before and after else Fate.ADDED if after else Fate.REMOVED
    touches.sort(key=lambda touch: type(touch.record) is not sort)
    details = tuple(_details(then, now, key, touches)) if fate is Fate.CHANGED else ()
    words = record_words(now if after else then, subject)
    return Difference(fate, subject, words, details, tuple(touches))


def _details(then: MapData, now: MapData, key: Key, touches: list[Touch]) -> Iterator[FieldDifference]:
    for touch in touches:
        if (type(touch.record), touch.record.id) == key:
            yield from _fields(then, now, touch, "")
        elif touch.before is not None and touch.after is not None and not _moved(touch):
            yield from _fields(then, now, touch, belonging_words(now, touch.after))
        else:
            yield _belonging(then, now, key, touch)


def _moved(touch: Touch) -> bool:
    """Whether what belonged to one subject belongs to another now."""
    assert touch.before is not None
    assert touch.after is not None
    return _subject(touch.before) != _subject(touch.after)


def _belonging(then: MapData, now: MapData, key: Key, touch: Touch) -> FieldDifference:
    what = field_word(sort_of(touch.record))
    before = belonging_words(then, touch.before) if touch.before else ""
    after = belonging_words(now, touch.after) if touch.after and _subject(touch.after) == key else ""
    return FieldDifference(what, shortened(before), shortened(after))


def _fields(then: MapData, now: MapData, touch: Touch, of: str) -> Iterator[FieldDifference]:
    old, new = touch.before, touch.after
    assert old is not None
    assert new is not None
    names = [field.name for field in fields(new) if getattr(old, field.name) != getattr(new, field.name)]
    if "rank" in names and len(names) > 1:
        names.remove("rank")  # what went to another place has another rank there, which says nothing more
    for name in names:
        what = _("{record}: {field}").format(record=of, field=field_word(name)) if of else field_word(name)
        before, after = value_words(then, old, name), value_words(now, new, name)
        if name == "rank" or before == after:
            before, after = "", _("another one")
        yield FieldDifference(what, before, after)
