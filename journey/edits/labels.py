"""What an edit of fields is called in the undo menu and the history: by what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from journey.edits.wording import called
from journey.model import Card, Record
from journey.model.naming import field_word
from resources.words import _, _n

_NAMES = ("title", "name")
_MOMENT = ["moment_of_truth"]


def edit_label(old: Record, new: Record) -> str:
    """What making one record of another is called: “Rename …”, “Edit …: Channel”."""
    changed = changed_fields(old, new)
    title = called(new)
    if changed == _MOMENT:
        return _moment_label(new, title)
    if changed == ["text"]:
        words = _("Rewrite “{title}”") if getattr(old, "text", "") else _("Write “{title}”")
        return words.format(title=title)
    if len(changed) == 1 and changed[0] in _NAMES and getattr(old, changed[0]):
        return _("Rename “{old}” to “{new}”").format(old=called(old), new=title)
    if not changed:
        return _("Edit “{title}”").format(title=title)
    return _("Edit “{title}”: {fields}").format(fields=field_words(new, changed), title=title)


def cards_label(pairs: Sequence[tuple[Card, Card]]) -> str:
    """What giving several cards other values is called."""
    changed = list(dict.fromkeys(field for old, new in pairs for field in changed_fields(old, new)))
    n = len(pairs)
    if changed == _MOMENT and all(new.moment_of_truth for _old, new in pairs):
        words = _n("Mark {n} card as moment of truth", "Mark {n} cards as moments of truth", n)
        return words.format(n=n)
    if not changed:
        return _n("Edit {n} card", "Edit {n} cards", n).format(n=n)
    words = _n("Edit {n} card: {fields}", "Edit {n} cards: {fields}", n)
    return words.format(fields=field_words(pairs[0][1], changed), n=n)


def changed_fields(old: Record, new: Record) -> list[str]:
    """The fields in which two records differ, in the order of the model."""
    return [one.name for one in fields(old) if getattr(old, one.name) != getattr(new, one.name)]


def field_words(record: Record, changed: Sequence[str]) -> str:
    """What fields of a record are called, with commas between."""
    known = _("How well it is known")
    judged = isinstance(record, Card)
    words = [known if judged and field == "evidence" else field_word(field) for field in changed]
    return ", ".join(dict.fromkeys(words))


def _moment_label(card: Record, title: str) -> str:
    marked = getattr(card, _MOMENT[0])
    words = (
        _("Mark “{title}” as moment of truth") if marked else _("“{title}” is no moment of truth any more")
    )
    return words.format(title=title)
