"""How an edit stands in the file's history, so that it can be taken back, replayed and proved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, NoReturn

from journey.document import Entry
from journey.model import Asset, Change, Record, Touch
from journey.plain import Plain, from_plain, sort_of, to_plain
from storage.rows import blob_name


@dataclass(frozen=True, slots=True)
class Step:
    """An edit on its way to the file; ``uid`` names it in every copy."""

    entry: Entry
    change: Change
    uid: str

    @property
    def revision(self) -> int:
        """What the file has come to when this is written."""
        return self.entry.number


@dataclass(frozen=True, slots=True)
class Told:
    """One touch as the change table holds it."""

    sort: str
    record: str
    before: str | None
    after: str | None


def told(change: Change) -> tuple[Told, ...]:
    """The touches of a change, in their order, as rows."""
    return tuple(_told(touch) for touch in change.touches)


def change_of(label: str, rows: Iterable[Told], pictures: Mapping[str, bytes]) -> Change:
    """The change that rows tell of.

    Raises ValueError, TypeError, LookupError, RecursionError or Refused where they are not what
    ``told`` wrote.
    """
    return Change(label, tuple(_touch(row, pictures) for row in rows))


def blobs_of(rows: Iterable[Told]) -> set[str]:
    """The names of the blobs that rows of the history point to."""
    plains = (_loaded(row.before or row.after or "") for row in rows if row.sort == "asset")
    return {plain["data"] for plain in plains}


def entry_hash(entry: Entry, uid: str, rows: Iterable[Told]) -> str:
    """16 hexadecimal digits that prove an entry and its changes.

    Whose edit it was counts where that is told: the entries of version 1 do not tell, and prove as ever.
    """
    whole: list[Any] = [entry.number, uid, entry.label, entry.at, entry.undoes]
    whole.append([[row.sort, row.record, row.before, row.after] for row in rows])
    if entry.who or entry.device:
        whole += [entry.who, entry.device]
    return blake2b(_dumped(whole).encode(), digest_size=8).hexdigest()


def _told(touch: Touch) -> Told:
    before, after = _plain(touch.before), _plain(touch.after)
    if before is not None and after is not None:
        after = {name: value for name, value in after.items() if value != before[name]}
    return Told(sort_of(touch.record), touch.record.id, _text(before), _text(after))


def _plain(record: Record | None) -> Plain | None:
    if isinstance(record, Asset):
        return {**to_plain(replace(record, data=b"")), "data": blob_name(record.data)}
    return None if record is None else to_plain(record)


def _touch(row: Told, pictures: Mapping[str, bytes]) -> Touch:
    before = None if row.before is None else _loaded(row.before)
    after = None if row.after is None else {**(before or {}), **_loaded(row.after)}
    return Touch(_record(row.sort, before, pictures), _record(row.sort, after, pictures))


def _record(sort: str, plain: Plain | None, pictures: Mapping[str, bytes]) -> Record | None:
    if plain is None:
        return None
    if sort != "asset":
        return from_plain(sort, plain)
    record = from_plain(sort, {**plain, "data": ""})
    assert isinstance(record, Asset)
    return replace(record, data=pictures[plain["data"]])


def _text(plain: Plain | None) -> str | None:
    return None if plain is None else _dumped(plain)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _loaded(text: str) -> Plain:
    plain = json.loads(text, parse_constant=_refuse)
    if not isinstance(plain, dict):
        raise TypeError("a record is told as an object")
    return plain


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
