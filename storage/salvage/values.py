"""How SQLite writes the values of a row, read by our own hand: what is damaged must not stop the reading."""

from __future__ import annotations

import struct

Value = None | int | float | str | bytes


class Torn(str):
    """A text some letters of which could not be read; a mark stands for each. ``raw`` is what was there."""

    raw: bytes


def varint(data: bytes, place: int) -> tuple[int, int]:
    """The number that begins at a place, and the place after it. Raises IndexError beyond the end."""
    number = 0
    for count in range(9):
        byte = data[place + count]
        if count == 8:
            return number << 8 | byte, place + 9
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number, place + count + 1


def row_values(payload: bytes) -> tuple[Value, ...]:
    """The values of a row. Raises ValueError or IndexError where these bytes are none."""
    length, place = varint(payload, 0)
    body, values = length, []
    if not 0 < length <= len(payload):
        raise ValueError("the header of the row leaves it")
    while place < length:
        kind, place = varint(payload, place)
        size = _size(kind)
        if body + size > len(payload):
            raise ValueError("a value reaches past its row")
        values.append(_value(kind, payload[body : body + size]))
        body += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise ValueError("no value is written so")
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind < 7:
        return int.from_bytes(data, signed=True)
    return data if kind % 2 == 0 else _text(data)


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        torn = Torn(data.decode(errors="replace"))
        torn.raw = data
        return torn
