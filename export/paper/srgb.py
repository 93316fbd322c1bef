"""The colours that the numbers in a print mean: sRGB, as a profile of version 2 of the ICC's specification.

The primaries are those of IEC 61966-2-1, adapted to D50. Archives (PDF/A-1) refuse profiles of version 4.
"""

from __future__ import annotations

import struct

NAME = "sRGB IEC61966-2.1"
_SAMPLES = 1024
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}


def profile() -> bytes:
    """Return the profile, the same bytes each time."""
    curve = _curve()
    tags = {
        b"desc": _description(),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _place(_D50),
    }
    tags |= {name: _place(xyz) for name, xyz in _PRIMARIES.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    offset, table, body, known = 128 + 4 + 12 * len(tags), b"", b"", dict[bytes, int]()
    for name, content in tags.items():
        if content not in known:
            known[content] = offset + len(body)
            body += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, known[content], len(content))
    return _head(offset + len(body)) + struct.pack(">I", len(tags)) + table + body


def _head(size: int) -> bytes:
    made = (2000, 1, 1, 0, 0, 0)
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIQI3i48x",
        *(size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ", *made, b"acsp", b"\0\0\0\0"),
        *(0, b"\0\0\0\0", 0, 0, 0, *(_fixed(value) for value in _D50)),
    )


def _description() -> bytes:
    words = NAME.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)


def _place(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(_fixed(value) for value in xyz))


def _curve() -> bytes:
    samples = (round(65535 * _linear(place / (_SAMPLES - 1))) for place in range(_SAMPLES))
    return b"curv\0\0\0\0" + struct.pack(f">I{_SAMPLES}H", _SAMPLES, *samples)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _fixed(value: float) -> int:
    return round(value * 65536)
