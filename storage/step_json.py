"""Edits and versions as one line of JSON each, and back: for what is kept of them outside of the file."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from journey.document import Entry
from journey.model import Asset, Change
from journey.versions import Version, VersionKind
from storage.log import Step, Told, change_of, told
from storage.rows import blob_name

Item = Step | Version
"""What is written: an edit, or a name for what the edits before it made."""


def name_of(item: Item) -> str:
    """What an edit or a version is called in every copy of a file."""
    return item.uid if isinstance(item, Step) else item.id


def item_plain(item: Item) -> dict[str, Any]:
    """An edit or a version as JSON can hold it, its pictures along."""
    if isinstance(item, Version):
        return {"version": asdict(item)}
    rows = [[row.sort, row.record, row.before, row.after] for row in told(item.change)]
    return {"step": asdict(item.entry), "uid": item.uid, "rows": rows, "pictures": _pictures(item.change)}


def plain_item(plain: dict[str, Any]) -> Item:
    """What ``item_plain`` told.

    Raises ValueError, TypeError, LookupError, RecursionError or Refused where it is nothing of the kind.
    """
    if "version" in plain:
        told_of = plain["version"]
        return Version(**{**told_of, "kind": VersionKind(told_of["kind"])})
    entry = Entry(**plain["step"])
    pictures = {name: base64.b64decode(data) for name, data in plain["pictures"].items()}
    change = change_of(entry.label, (Told(*row) for row in plain["rows"]), pictures)
    return Step(entry, change, plain["uid"])


def _pictures(change: Change) -> dict[str, str]:
    records = (record for touch in change.touches for record in (touch.before, touch.after))
    return {
        blob_name(record.data): base64.b64encode(record.data).decode()
        for record in records
        if isinstance(record, Asset)
    }
