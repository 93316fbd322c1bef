"""The hand on the map: turns what the pointer does into what the present state of the hand makes of it."""

from __future__ import annotations

from canvas.stage import Pointer, Stage, State
from canvas.tools import Idle


class Hand:
    """Holds the state; at rest it is ``Idle``."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rest = Idle()
        self._state: State = self._rest

    @property
    def busy(self) -> bool:
        """Whether something is pressed or held."""
        return self._state is not self._rest

    def hold(self, state: State) -> None:
        """Take something into the hand, such as a card from the palette; what was held is given back."""
        self.cancel()
        self._state = state

    def press(self, pointer: Pointer) -> None:
        """The left button went down; with something held, the press is where it lands."""
        if not self.busy:
            self._state = self._rest.press(self._stage, pointer) or self._rest

    def double(self, pointer: Pointer) -> None:
        """A double click."""
        if not self.busy:
            self._rest.double(self._stage, pointer)

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""
        self._state = self._state.move(self._stage, pointer) or self._rest

    def release(self, pointer: Pointer) -> None:
        """The left button came up."""
        self._state = self._state.release(self._stage, pointer) or self._rest

    def cancel(self) -> None:
        """Escape: whatever is in the hand is given back."""
        self._state = self._state.cancel(self._stage) or self._rest
