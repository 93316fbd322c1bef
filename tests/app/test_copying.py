"""A file that is made beside another takes the name of nothing that is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.copying import made_beside
from storage import JourneyFile, NameTaken


def test_a_name_that_somebody_takes_at_the_last_moment_is_left_to_him(
    path: Path, a_file: JourneyFile
) -> None:
    tried: list[Path] = []

    def make(target: Path) -> Path:
        tried.append(target)
        if len(tried) < 3:
            target.write_bytes(b"theirs")
        a_file.save_copy(target, replaces=False)
        return target

    assert made_beside(path, "mine", make) == path.with_name("map (mine 3).journey")
    assert [one.name for one in tried] == [
        "map (mine).journey",
        "map (mine 2).journey",
        "map (mine 3).journey",
    ]
    assert [one.read_bytes() for one in tried[:2]] == [b"theirs", b"theirs"]


def test_on_a_stick_that_knows_no_second_names_it_is_left_to_him_too(
    path: Path, a_file: JourneyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    quicker = iter((True, True, False))

    def link(_source: Path, target: Path, **_options: object) -> None:
        if next(quicker):
            Path(target).write_bytes(b"theirs")
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    made_beside(path, "mine", lambda target: a_file.save_copy(target, replaces=False))
    assert path.with_name("map (mine 3).journey").read_bytes() == path.read_bytes()
    assert path.with_name("map (mine 2).journey").read_bytes() == b"theirs"


def test_where_every_name_is_taken_that_is_said_and_not_tried_for_ever(path: Path) -> None:
    def make(target: Path) -> None:
        raise NameTaken(target.name)

    with pytest.raises(NameTaken):
        made_beside(path, "mine", make)
