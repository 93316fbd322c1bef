"""What a disk can look like when the power goes: every write that was not synced is there, gone or torn."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
"""The bytes that a disk writes whole or not at all."""
_HEAD = struct.Struct("=QQQ")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that reached the disk; ``what`` as in Disk.fail, or n for a note of the program."""

    what: str
    path: str
    offset: int
    data: bytes


@dataclass(slots=True)
class _Node:
    """A file's content that survives, and what was done to it since it was last synced."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


def read_log(log: Path) -> list[Call]:
    """What a disk wrote down, in order."""
    raw, place, calls = log.read_bytes(), 0, list[Call]()
    while place < len(raw):
        what = chr(raw[place])
        length, offset, size = _HEAD.unpack_from(raw, place + 1)
        start = place + 1 + _HEAD.size
        data = raw[start + length : start + length + size]
        calls.append(Call(what, raw[start : start + length].decode(), offset, data))
        place = start + length + size
    return calls


class Replay:
    """A folder's disk while calls come in; ``images`` is what may be left of it at this moment."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder.resolve())
        self._now: dict[str, _Node] = {}
        self._durable: dict[str, _Node] = {}
        self._pending: list[tuple[str, str, _Node | None]] = []
        self.noted = 0

    def hold(self, path: Path) -> None:
        """Begin with a file that is wholly on the disk."""
        node = _Node(bytearray(path.read_bytes()))
        self._now[str(path.resolve())] = self._durable[str(path.resolve())] = node

    def take(self, call: Call) -> None:
        """Let one more call happen."""
        match call.what:
            case "n":
                self.noted = call.offset
            case "s" if call.path == self._folder:
                self._sync_names()
            case "o" if call.path not in self._now:
                self._name(call.path, _Node())
            case "u":
                self._now.pop(call.path)
                self._pending.append((call.path, "", None))
            case "r":
                self._name(call.data.decode(), self._now.pop(call.path), before=call.path)
            case _ if call.path in self._now:
                self._change(self._now[call.path], call)

    def images(self, chance: random.Random, torn: int) -> Iterator[dict[str, bytes]]:
        """What may be there after a cut: everything, nothing unsynced, and some torn states between."""
        yield self._image(len(self._pending), lambda _call: 1.0, chance)
        yield self._image(0, lambda _call: 0.0, chance)
        for _time in range(torn):
            kept = chance.choice((0.1, 0.5, 0.9))
            yield self._image(chance.randint(0, len(self._pending)), lambda _call, kept=kept: kept, chance)

    def _name(self, path: str, node: _Node, before: str = "") -> None:
        self._now[path] = node
        self._pending.append((path, before, node))

    def _sync_names(self) -> None:
        self._durable = dict(self._now)
        self._pending.clear()

    def _change(self, node: _Node, call: Call) -> None:
        if call.what != "s":
            node.pending.append(call)
            return
        for waiting in node.pending:
            _apply(node.durable, waiting, lambda: True)
        node.pending.clear()

    def _image(self, names: int, share, chance: random.Random) -> dict[str, bytes]:  # type: ignore[no-untyped-def]
        left = dict(self._durable)
        for path, before, node in self._pending[:names]:
            left.pop(before, None)
            if node is None:
                left.pop(path, None)
            else:
                left[path] = node
        return {path: self._content(node, share, chance) for path, node in left.items()}

    def _content(self, node: _Node, share, chance: random.Random) -> bytes:  # type: ignore[no-untyped-def]
        content = bytearray(node.durable)
        for call in node.pending:
            _apply(content, call, lambda call=call: chance.random() < share(call))
        return bytes(content)


def _apply(content: bytearray, call: Call, arrives) -> None:  # type: ignore[no-untyped-def]
    """Do to a content what a call does, sector by sector as they arrive."""
    if call.what == "w":
        _write(content, call, arrives)
    elif arrives():
        del content[call.offset if call.what == "t" else 0 if call.offset else len(content) :]
        content.extend(bytes(call.offset - len(content)) if call.what == "t" else b"")


def _write(content: bytearray, call: Call, arrives) -> None:  # type: ignore[no-untyped-def]
    start = call.offset
    end = start + len(call.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if arrives():
            content.extend(bytes(max(0, stop - len(content))))
            content[start:stop] = call.data[start - call.offset : stop - call.offset]
        start = stop
