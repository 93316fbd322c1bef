"""Which records are not the same in two states of a map."""

from __future__ import annotations

from collections.abc import Iterator

from journey.model import SHAPES, MapData, Touch


def touches_between(then: MapData, now: MapData) -> Iterator[Touch]:
    """A touch for each record that is not the same in both."""
    for shape in SHAPES:
        before, after = then.of(shape.record), now.of(shape.record)
        if before is after:
            continue
        for one in after:
            old = before.get(one.id)
            # Most records are the very same object in both, and comparing those would take longest.
            if old is not one and old != one:
                yield Touch(old, one)
        yield from (Touch(one, None) for one in before if one.id not in after)
