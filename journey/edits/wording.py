"""How records are named in the undo menu and in refusals, and how text typed by people is tidied."""

from __future__ import annotations

from enum import Enum
from typing import Any

from journey.clean import clean, one_line
from journey.model import CardKind, Record
from journey.model.fields import LONG_FIELDS
from resources.words import _

_LABEL_LENGTH = 32
_OPENING, _CLOSING = frozenset('“”„«»"'), frozenset('“”«»"')
_MARKS = _OPENING | _CLOSING
_SINGLE = str.maketrans(dict.fromkeys("“„«", "‘") | dict.fromkeys('”»"', "’"))
_SEVERAL_LINES = LONG_FIELDS | {"text", "purpose", "quote"}


def short(text: str) -> str:
    """The text on one line, cut so that it fits a menu."""
    line = one_line(text)
    return line if len(line) <= _LABEL_LENGTH else line[: _LABEL_LENGTH - 1].rstrip() + "…"


def called(record: Record) -> str:
    """What people would call a record: its title, name or text, else its code, else three dots.

    It can stand between quotation marks.
    """
    names = (getattr(record, field, "") for field in ("title", "name", "text", "code", "word", "label"))
    return next((short(quotable(name.strip())) for name in names if name.strip()), "…")


def quotable(words: str) -> str:
    """The words as they can stand between quotation marks: without their own, or with single ones."""
    inner = words[1:-1]
    if words[:1] in _OPENING and words[-1:] in _CLOSING and inner and not _MARKS.intersection(inner):
        return inner
    return words.translate(_SINGLE)


def tidied(field: str, value: Any) -> Any:
    """The value as a record may hold it: text cleaned and trimmed, on one line where there is only one."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return clean(value).strip() if field in _SEVERAL_LINES else one_line(value)
    if field == "tags":
        return tuple(dict.fromkeys(tag for tag in map(one_line, value) if tag))
    return value


def card_word(kind: CardKind) -> str:
    """What a card of this kind is called, in the middle of a sentence."""
    return {
        CardKind.ACTOR: _("actor"),
        CardKind.PICTURE: _("picture"),
        CardKind.QUOTE: _("quote"),
        CardKind.TOUCHPOINT: _("touchpoint"),
        CardKind.PHYSICAL_EVIDENCE: _("physical evidence"),
        CardKind.FRONTSTAGE_ACTION: _("frontstage action"),
        CardKind.BACKSTAGE_PROCESS: _("backstage process"),
        CardKind.SYSTEM: _("system"),
        CardKind.POLICY: _("policy"),
        CardKind.PAIN_POINT: _("pain point"),
        CardKind.GAIN: _("gain"),
        CardKind.QUESTION: _("question"),
        CardKind.GAP: _("gap"),
        CardKind.IDEA: _("idea"),
        CardKind.ACTION: _("action"),
        CardKind.NOTE: _("note"),
    }[kind]
