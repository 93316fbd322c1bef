"""The remarks an importer gathers on its way through the input."""

from __future__ import annotations

from dataclasses import dataclass, field

from export.notices import Notice
from resources.words import _n

MOST = 300
"""Remarks that are told one by one; a sheet that gives more is told of by their number."""


@dataclass(slots=True)
class Remarks:
    """Notices as they come up; ``line`` is the line being read, from 1."""

    line: int = 0
    told: list[Notice] = field(default_factory=list)
    more: int = 0

    def say(self, message: str) -> None:
        """Remark something about the line being read."""
        if len(self.told) < MOST:
            self.told.append(Notice(self.line, message))
        else:
            self.more += 1

    def all(self) -> tuple[Notice, ...]:
        """Give the notices in the order of their lines, the last of them saying how many are not told."""
        told = sorted(self.told, key=lambda notice: notice.line)
        if self.more:
            sentence = _n("There is {count} more remark.", "There are {count} more remarks.", self.more)
            told.append(Notice(0, sentence.format(count=self.more)))
        return tuple(told)
