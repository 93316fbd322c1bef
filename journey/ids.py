"""Names for records: time-sortable text that is never used twice."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_TIME_LETTERS, _CHANCE_BITS = 10, 80
_LETTERS = _TIME_LETTERS + _CHANCE_BITS // 5


def _spell(number: int, letters: int) -> str:
    return "".join(_ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(letters)))


def _by_the_clock() -> str:
    now = time.time_ns() // 1_000_000
    return _spell(now, _TIME_LETTERS) + _spell(secrets.randbits(_CHANCE_BITS), _CHANCE_BITS // 5)


_source: ContextVar[Callable[[], str]] = ContextVar("id source", default=_by_the_clock)


def new_id() -> str:
    """A fresh id of 26 letters (the ULID layout: milliseconds, then chance).

    Ids made in the same millisecond stand in no order, so siblings are ordered by rank, never by id.
    """
    return _source.get()()


def made_at(record_id: str) -> str:
    """The part of an id that says when it was made, alike for those of one millisecond; empty if not ours."""
    ours = len(record_id) == _LETTERS and not set(record_id) - set(_ALPHABET)
    return record_id[:_TIME_LETTERS] if ours else ""


@contextmanager
def counted(prefix: str = "") -> Iterator[None]:
    """Within this block ids are ``prefix`` and a count, so that the same edits give the same records."""
    count = iter(range(1, 10**9))
    token = _source.set(lambda: f"{prefix}{next(count):06d}")
    try:
        yield
    finally:
        _source.reset(token)
