"""An owner's band in the owners lane under the hand: it can be dragged to a card or to another step."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.stage import Pointer, Stage, State, trembles
from canvas.tools.placing import PlacingOwner


@dataclass(frozen=True, slots=True)
class PressedOwner:
    """A band is pressed: release selects the owner, a move takes it into the hand."""

    start: Pointer
    owner: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The records it works on."""
        return (self.owner,)

    def move(self, stage: Stage, pointer: Pointer) -> State | None:
        """Past a tremble the owner is in the hand."""
        if trembles(self.start, pointer):
            return self
        return PlacingOwner(self.owner).move(stage, pointer)

    def release(self, stage: Stage, pointer: Pointer) -> State | None:
        """A click selects the owner."""
        stage.select([self.owner])
        return None

    def cancel(self, stage: Stage) -> State | None:
        """Nothing happened yet."""
        return None
