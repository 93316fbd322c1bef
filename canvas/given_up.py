"""Words that Escape gave up: kept for one who has not meant it, until something else is looked at or done."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.stage import Stage
from canvas.tools.landing import cut
from canvas.writing import Writing
from journey.edits.wording import quotable
from journey.model import Change
from resources.words import _


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The text that was open, and what had been written."""

    writing: Writing
    text: str

    def told(self, *, kept: bool) -> str:
        """What is said of them, which redo brings back where they are ``kept`` for it."""
        said = (
            _("Your words “{text}” were given up; Redo brings them back")
            if kept
            else _("Your words “{text}” were given up")
        )
        return said.format(text=cut(quotable(self.text)))

    def take_up(self, stage: Stage) -> None:
        """Write them after all, as one step, and select what they are of."""
        made: list[Change] = []

        def change() -> Change:
            made.append(self.writing.change(self.text))
            return made[0]

        if stage.attempt(change):
            stage.select([self.writing.record or made[0].touches[0].record.id])
            stage.say(made[0].label)
