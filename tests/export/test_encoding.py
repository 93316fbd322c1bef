"""Bytes of other programs become text with the letters their writers saw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.encoding import decode, decode_with_notices

WORDS = "Kjøp på nett: 3: Åse\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_unicode_text_is_read_without_a_word(encoding: str) -> None:
    assert decode_with_notices(WORDS.encode(encoding)) == (WORDS, ())


def test_big_endian_with_a_mark_loses_only_the_mark() -> None:
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


def test_a_windows_text_is_read_with_a_notice() -> None:
    text, notices = decode_with_notices(WORDS.encode("cp1252"))
    assert text == WORDS
    assert [notice.line for notice in notices] == [0]
    assert "Windows-1252" in notices[0].message


@given(st.binary())
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
