"""A disk that reports an error is asked again the next time."""

from __future__ import annotations

from pathlib import Path

from app.there import those_there


def test_a_file_that_could_not_be_asked_for_is_there_as_soon_as_it_can(tmp_path: Path) -> None:
    link, file = tmp_path / "link.journey", tmp_path / "map.journey"
    file.write_bytes(b"mine")
    # The system does not answer yes or no to such a name, but with an error.
    link.symlink_to("x" * 300)
    assert those_there([link, file]) == [file]
    link.unlink()
    link.symlink_to(file)
    assert those_there([link, file]) == [link, file]
