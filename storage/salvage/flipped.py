"""Finding the one bit that a worn disk or stick turned over: the file's digest tells which it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from journey.model import Record
from storage.rows import DIGEST_SIZE, ROWS, cells_hash, encoded, record_hash
from storage.salvage.forms import UNREADABLE, Values, cells_of, record_of
from storage.salvage.proofs import Key
from storage.salvage.values import Torn, Value

PATIENCE = 4_000_000_000
"""Bytes that are hashed at most: some seconds."""
_BEGINNING = 800
"""How many bytes more could be hashed in the time that it takes to begin."""


def unflipped(
    records: Mapping[Key, Record],
    rows: Mapping[Key, Values],
    first: Iterable[Key],
    digest: int,
    pictures: Mapping[str, bytes],
    patience: int,
) -> tuple[Key, Record] | None:
    """The one record that, a single bit of its row being turned back, makes the digest right; and its key.

    ``rows`` are those that are looked at, ``first`` those known to be wrong; ``patience`` is how many bytes
    may be hashed. None if no such bit was found.
    """
    hashes = {key: record_hash(record) for key, record in records.items()}
    total = sum(hashes.values())
    for key in dict.fromkeys([*(key for key in first if key in rows), *rows]):
        wanted = (digest - total + hashes[key]) % DIGEST_SIZE
        cells = cells_of(key[0], rows[key])
        length = len(encoded(ROWS[key[0]].sort, cells))
        cost = 8 * length * (length + _BEGINNING)
        if cost > patience:
            continue
        patience -= cost
        if (found := _turned_back(key[0], cells, wanted)) is not None:
            return _proved(key, found, pictures)
    return None


def _proved(key: Key, cells: Values, pictures: Mapping[str, bytes]) -> tuple[Key, Record] | None:
    try:
        return key, record_of(key[0], cells, pictures)
    except UNREADABLE:
        return None


def _turned_back(sort: type[Record], cells: Values, wanted: int) -> Values | None:
    """The row of this hash that differs in one bit."""
    name = ROWS[sort].sort
    if any(isinstance(value, Torn) for value in cells):
        return _first(name, (it for place in range(len(cells)) for it in _torn(cells, place)), wanted)
    if not _differs_in_a_letter(encoded(name, cells), wanted):
        return _first(name, (it for place in range(len(cells)) for it in _numbers(cells, place)), wanted)
    return _first(name, (it for place in range(len(cells)) for it in _letters(cells, place)), wanted)


def _differs_in_a_letter(text: bytes, wanted: int) -> bool:
    """Whether one bit turned over in a row as it is hashed gives the hash: the quick way to look."""
    sought, data = wanted.to_bytes(8), bytearray(text)
    for place in range(len(data)):
        for bit in (1, 2, 4, 8, 16, 32, 64, 128):
            data[place] ^= bit
            if blake2b(data, digest_size=8).digest() == sought:
                return True
            data[place] ^= bit
    return False


def _first(name: str, candidates: Iterable[Values], wanted: int) -> Values | None:
    return next((cells for cells in candidates if cells_hash(name, cells) == wanted), None)


def _letters(cells: Values, place: int) -> Iterator[Values]:
    value = cells[place]
    if isinstance(value, str):
        yield from _variants(cells, place, value.encode())


def _torn(cells: Values, place: int) -> Iterator[Values]:
    value = cells[place]
    if isinstance(value, Torn):
        yield from _variants(cells, place, value.raw)


def _variants(cells: Values, place: int, raw: bytes) -> Iterator[Values]:
    for number in range(8 * len(raw)):
        turned = bytearray(raw)
        turned[number // 8] ^= 1 << number % 8
        try:
            yield _with(cells, place, turned.decode())
        except UnicodeDecodeError:
            continue


def _numbers(cells: Values, place: int) -> Iterator[Values]:
    value = cells[place]
    if isinstance(value, int):
        for bit in range(32):
            yield _with(cells, place, value ^ 1 << bit)


def _with(cells: Values, place: int, value: Value) -> Values:
    return (*cells[:place], value, *cells[place + 1 :])
