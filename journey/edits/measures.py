"""Edits of the numbers at cards."""

from __future__ import annotations

from typing import Any

from journey.edits.labels import edit_label
from journey.edits.records import amended, found, made
from journey.edits.wording import called
from journey.model import Card, Change, MapData, Measure, MeasureKind, Refused, adding, removing, replacing
from resources.words import _

_FIELDS = ("name", "kind", "value", "goal", "low", "high", "answers", "date", "source")


def add_measure(
    map_data: MapData, card: str, name: str, kind: MeasureKind = MeasureKind.NPS, **values: Any
) -> Change:
    """A number at a card; touches[0].after is it. ``values`` are its other fields."""
    title = called(found(map_data, Card, card))
    measure = made(Measure, card=card, name=name, kind=kind, **values)
    _check_confidence(measure)
    label = _("Add measure “{name}” to “{title}”").format(name=called(measure), title=title)
    return adding(label, [measure])


def edit_measure(map_data: MapData, measure: str, **values: Any) -> Change:
    """Give a measure another name, kind, value, goal, low, high, answers, date or source."""
    old = found(map_data, Measure, measure)
    new = amended(map_data, old, values, _FIELDS)
    _check_confidence(new)
    return replacing(edit_label(old, new), [(old, new)])


def remove_measure(map_data: MapData, measure: str) -> Change:
    """Take a measure away."""
    old = found(map_data, Measure, measure)
    return removing(_("Remove measure “{name}”").format(name=called(old)), [old])


def _check_confidence(measure: Measure) -> None:
    if measure.low is not None and measure.high is not None and measure.low > measure.high:
        raise Refused(_("The lower bound of “{name}” lies above the upper.").format(name=called(measure)))
