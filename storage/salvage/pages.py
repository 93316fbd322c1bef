"""The pages of a file, read without SQLite: what each of them holds, whatever became of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.salvage.values import Value, row_values, varint

LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_KINDS = frozenset({LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR})
_SIZES = tuple(1 << power for power in range(9, 17))
_USUAL_SIZE = 4096
_FILE_HEADER, _MAGIC = 100, b"SQLite format 3\x00"
_SAMPLE = 2_000_000
"""Bytes that are looked at to find out how large the pages are."""
_LONGEST = 64_000_000
"""Bytes a row may have."""

MOST_ROWS = 1_000_000
"""Rows that are read of a file, each at most twice."""

_Broken = (ValueError, IndexError)


class TooManyRows(Exception):
    """The file holds more rows than a map and its history ever have."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and its number there."""

    number: int
    values: tuple[Value, ...]


@dataclass(slots=True)
class Pages:
    """A file's bytes, page by page, counted from 1; what is cut off or no page gives nothing.

    ``allowance`` is how many bytes of rows may still be read: in a file made to deceive, many rows can
    share the same long chain of pages. ``room`` is how many rows may still be read. ``broken`` are pages
    on which something could not be read, ``chained`` those that the ends of long rows were read from.
    """

    data: bytes
    size: int
    allowance: int = field(init=False)
    room: int = MOST_ROWS
    broken: set[int] = field(default_factory=set)
    chained: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.allowance = 4 * len(self.data) + 1_000_000

    def __len__(self) -> int:
        return -(-len(self.data) // self.size)

    def kind(self, number: int) -> int:
        """What sort of page this is, as SQLite numbers them; 0 beyond the file's ends."""
        start = self._start(number)
        return self.data[start] if 0 <= start < len(self.data) else 0

    def rows(self, number: int) -> list[Row]:
        """The rows of a page that can be read, taking it for a leaf of a table."""
        page, rows = self._page(number), []
        for place in self._cells(number, page, 8):
            try:
                length, after = varint(page, place)
                rowid, after = varint(page, after)
                signed = rowid - (1 << 64) if rowid >> 63 else rowid
                self._take_room()
                rows.append(Row(signed, row_values(self._payload(page, after, length, self.size - 35))))
            except _Broken:
                self.broken.add(number)
        return rows

    def keys(self, number: int) -> list[tuple[Value, ...]]:
        """The keys of a page of an index that can be read."""
        page, keys = self._page(number), []
        inner = self.kind(number) == INDEX_INTERIOR
        most = (self.size - 12) * 64 // 255 - 23
        for place in self._cells(number, page, 12 if inner else 8):
            try:
                length, after = varint(page, place + (4 if inner else 0))
                keys.append(row_values(self._payload(page, after, length, most)))
            except _Broken:
                self.broken.add(number)
        return keys

    def children(self, number: int) -> list[int]:
        """The pages that a page of a tree leads to, in order."""
        page, head = self._page(number), self._head(number)
        cells = self._cells(number, page, 12)
        return [*(_number(page, place) for place in cells), _number(page, head + 8)]

    def free(self) -> set[int]:
        """The pages that hold nothing any more, as far as their list can be followed."""
        met: set[int] = set()
        trunk = _number(self.data, 32) if self.has_header else 0
        while 1 < trunk <= len(self) and trunk not in met:
            page = self._page(trunk)
            count = min(_number(page, 4), self.size // 4 - 2)
            met.update((trunk, *(_number(page, 8 + 4 * place) for place in range(count))))
            trunk = _number(page, 0)
        return met

    def expected(self) -> int:
        """How many pages there were by the word of the file's header, where that can be believed."""
        data, told = self.data, int.from_bytes(self.data[16:18])
        believed = data.startswith(_MAGIC) and data[24:28] == data[92:96] and told == self.size % 65_535
        return max(len(self), _number(data, 28)) if believed else len(self)

    def unread(self) -> int:
        """How many of the expected pages are cut off, hold nothing that can be known, or only in part."""
        known, whole = self.free() | self.chained, range(1, len(self.data) // self.size + 1)
        read = [page for page in whole if page in known or self.kind(page) in _KINDS]
        return self.expected() - len(set(read) - self.broken)

    def _take_room(self) -> None:
        self.room -= 1
        if self.room < 0:
            raise TooManyRows

    def _start(self, number: int) -> int:
        return (number - 1) * self.size + self._head(number)

    def _head(self, number: int) -> int:
        return _FILE_HEADER if number == 1 and self.has_header else 0

    @property
    def has_header(self) -> bool:
        """Whether the first page is the file's own, which begins with what the file says of itself."""
        return self.data.startswith(_MAGIC) or not any(self.data[: len(_MAGIC)])

    def _page(self, number: int) -> bytes:
        if not 0 < number <= len(self):
            return bytes(self.size)
        return self.data[(number - 1) * self.size : number * self.size].ljust(self.size, b"\0")

    def _cells(self, number: int, page: bytes, head_size: int) -> Iterator[int]:
        """Where the page's cells begin."""
        head = self._head(number)
        pointers = head + head_size
        count = min(int.from_bytes(page[head + 3 : head + 5]), (self.size - pointers) // 2)
        for place in range(pointers, pointers + 2 * count, 2):
            yield int.from_bytes(page[place : place + 2])

    def _payload(self, page: bytes, place: int, length: int, most: int) -> bytes:
        """The bytes of a row, whose end may lie on other pages. Raises ValueError where they are lost."""
        if not 0 < length <= min(_LONGEST, len(self.data), self.allowance):
            raise ValueError("no row is so long")
        here = length if length <= most else self._share(length, most)
        payload = page[place : place + here]
        if len(payload) < here:
            raise ValueError("the row leaves its page")
        self._charge(here)
        return payload if here == length else payload + self._rest(page, place + here, length - here)

    def _charge(self, read: int) -> None:
        """Count bytes of rows that were really read: what only claims to be long costs nothing."""
        self.allowance -= read
        if self.allowance < 0:
            raise ValueError("the file was read often enough")

    def _share(self, length: int, most: int) -> int:
        """How much of a long row stands on its own page."""
        least = (self.size - 12) * 32 // 255 - 23
        share = least + (length - least) % (self.size - 4)
        return share if share <= most else least

    def _rest(self, page: bytes, place: int, length: int) -> bytes:
        following, parts, missing = _number(page, place), [], length
        while missing > 0:
            if not 1 < following <= len(self):
                raise ValueError("the end of the row is lost")
            page = self._page(following)
            self.chained.add(following)
            parts.append(page[4 : 4 + missing])
            missing -= len(parts[-1])
            self._charge(len(parts[-1]))
            following = _number(page, 0)
        return b"".join(parts)


def pages_of(data: bytes) -> Pages:
    """The pages of a file, as large as its header says unless that gives nothing."""
    told = int.from_bytes(data[16:18])
    size = 65_536 if told == 1 else told
    if size not in _SIZES or _number(data, 28) * size != len(data):
        size = max(dict.fromkeys([size, _USUAL_SIZE, *_SIZES]), key=lambda size: _likeliness(data, size))
    return Pages(data, size)


def _likeliness(data: bytes, size: int) -> int:
    """How many rows and keys there are to be read, were the pages so large."""
    if size not in _SIZES:
        return -1
    pages = Pages(data[:_SAMPLE], size)
    leaves = (page for page in range(1, len(pages) + 1) if pages.kind(page) in (LEAF, INDEX_LEAF))
    return sum(len(pages.rows(page)) + len(pages.keys(page)) for page in leaves)


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4])
