"""Marks that are made when somebody first asks for them: of a large map on a screen, few ever are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from journey.drawing import Colour, Mark, Point


class Later(Sequence[Mark]):
    """Marks that are made of some facts."""

    __slots__ = ("_how", "_made")

    def __init__(self, make: Callable[..., tuple[Mark, ...]], *facts: Any) -> None:
        self._how: tuple[Any, ...] | None = (make, *facts)
        self._made: tuple[Mark, ...] = ()

    @property
    def made(self) -> bool:
        """Whether somebody asked."""
        return self._how is None

    def from_afar(self) -> Sequence[Mark]:
        """The marks as far as they are seen where no word can be read."""
        return self

    @property
    def _marks(self) -> tuple[Mark, ...]:
        if (how := self._how) is not None:
            # Two threads may both make them, and both make the same.
            make, *facts = how
            self._made = make(*facts)
            self._how = None
        return self._made

    @overload
    def __getitem__(self, place: int) -> Mark: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Mark, ...]: ...

    def __getitem__(self, place: int | slice) -> Mark | tuple[Mark, ...]:
        return self._marks[place]

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)


class LaterWords(Later):
    """Marks made later, many of them words; the ``shapes`` among them can be had alone, and are not kept."""

    __slots__ = ("_shapes",)

    def __init__(
        self, make: Callable[..., tuple[Mark, ...]], shapes: Callable[..., tuple[Mark, ...]], *facts: Any
    ) -> None:
        super().__init__(make, *facts)
        self._shapes = shapes

    def from_afar(self) -> Sequence[Mark]:
        """The shapes in their order; where all marks have been made, these."""
        return self if (how := self._how) is None else self._shapes(*how[1:])


class LaterLine(Later):
    """The marks of a square line, made later of its corners; these and its colour are known before.

    ``corners`` are counted from its block's corner; the marks may round them.
    """

    __slots__ = ("colour", "corners")

    def __init__(
        self, corners: tuple[Point, ...], colour: Colour, make: Callable[..., tuple[Mark, ...]], *facts: Any
    ) -> None:
        super().__init__(make, corners, *facts)
        self.corners, self.colour = corners, colour
