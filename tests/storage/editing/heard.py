"""What a file tells of itself while it is edited, and what it holds then."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from storage import (
    JourneyFile,
)
from tests.storage.maps import written


class Heard:
    """What a file told of itself."""

    def __init__(self, file: JourneyFile) -> None:
        self.kinds: list[str] = []
        self.moved: list[Path] = []
        self._bell = threading.Condition()
        self._saved = 0
        file.on_trouble = self._trouble
        file.on_saved = self._well
        file.on_moved = self.moved.append

    def wait_for(self, kind: str) -> None:
        """Until a trouble was told; "" is that all is well again."""
        with self._bell:
            assert self._bell.wait_for(lambda: self.kinds[-1:] == [kind], 30), self.kinds

    def _trouble(self, sentence: str, kind: str) -> None:
        assert sentence
        self._tell(kind)

    def _well(self, _revision: int) -> None:
        self._tell("")

    def _tell(self, kind: str) -> None:
        with self._bell:
            self.kinds.append(kind)
            self._bell.notify_all()


def edit(file: JourneyFile, text: str) -> None:
    file.document().do(written(file.map, text))


def labels_in(path: Path) -> list[str]:
    with JourneyFile.open(path, read_only=True) as other:
        return [entry.label for entry in other.history]


def older_of(closed: Path, file: JourneyFile) -> Path:
    """A copy from before the last edit."""
    edit(file, "one")
    file.wait_saved()
    older = Path(shutil.copy(closed, closed.with_name("older")))
    edit(file, "two")
    file.wait_saved()
    return older
