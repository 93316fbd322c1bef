"""The hand on the map: turns what the pointer does into what the present state of the hand makes of it."""

from __future__ import annotations

from canvas.stage import Pointer, Stage, State
from canvas.tools import Hover, Idle
from journey.model import Owner


class Hand:
    """Holds the state; at rest it is ``Idle``."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rest = Idle()
        self.state: State = self._rest
        """What the hand is doing."""

    @property
    def busy(self) -> bool:
        """Whether something is pressed or held."""
        return self.state is not self._rest

    def hold(self, state: State) -> None:
        """Take something into the hand, such as a card from the palette; what was held is given back."""
        if self.busy:
            self.cancel()
        self.state = state

    def rest(self) -> None:
        """Have nothing in the hand any more, whatever became of it."""
        self.state = self._rest

    def let_go_of_gone(self) -> None:
        """After a change of the map: give back what works on a record that is not on it any more."""
        stage = self._stage
        if not all(one in stage.map.of(Owner) or stage.places.find(one) for one in self.state.needs):
            self.cancel()

    def hover(self, pointer: Pointer) -> Hover:
        """What the pointer shows where it rests."""
        return self._rest.hover(self._stage, pointer)

    def press(self, pointer: Pointer) -> None:
        """The left button went down; with something held, the press is where it lands."""
        if not self.busy:
            self.state = self._rest.press(self._stage, pointer) or self._rest

    def double(self, pointer: Pointer) -> None:
        """A double click."""
        if not self.busy:
            self._rest.double(self._stage, pointer)

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""
        self.state = self.state.move(self._stage, pointer) or self._rest

    def release(self, pointer: Pointer) -> None:
        """The left button came up."""
        self.state = self.state.release(self._stage, pointer) or self._rest

    def cancel(self) -> None:
        """Escape: whatever is in the hand is given back."""
        self.state = self.state.cancel(self._stage) or self._rest
