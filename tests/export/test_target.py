"""A file is written whole or not at all, and the user is told what is wrong."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from export.target import write_file
from resources.errors import Fault
from tests.repository import REPOSITORY

NOT_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_file(tmp_path / "map.pdf", b"new")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("map.pdf", b"new")]


def test_an_older_file_is_replaced_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "map.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    link = tmp_path / "map.pdf"
    link.symlink_to("real.pdf")
    write_file(link, b"new")

    assert link.is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"There is no folder “.*nowhere”"):
        write_file(tmp_path / "nowhere" / "map.pdf", b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")

    with pytest.raises(Fault, match="There is no folder"):
        write_file(tmp_path / "file" / "map.pdf", b"new")


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "map.pdf").mkdir()

    with pytest.raises(Fault, match=r"“map\.pdf” is a folder"):
        write_file(tmp_path / "map.pdf", b"new")

    assert (tmp_path / "map.pdf").is_dir()


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="no folder that not even root may write in")
def test_a_place_that_may_not_be_written_is_told() -> None:
    with pytest.raises(Fault, match="may not be written in “/sys/kernel”"):
        write_file(Path("/sys/kernel/map.pdf"), b"new")


@NOT_ROOT
def test_a_file_that_may_only_be_read_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "map.pdf"
    target.write_bytes(b"old")
    target.chmod(0o440)

    with pytest.raises(Fault, match="may not be written"):
        write_file(target, b"new")

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


_WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from export.target import write_file
from resources.errors import Fault
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_file(Path(sys.argv[1]), b"x" * 5000)
except Fault as fault:
    print(fault.sentence)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size can be set")
def test_without_room_the_old_file_stays_and_nothing_half_written(tmp_path: Path) -> None:
    target = tmp_path / "map.pdf"
    target.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT_ROOM, str(target)],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.startswith("There is no room for “map.pdf”")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]
