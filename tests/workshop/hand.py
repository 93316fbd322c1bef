"""A hand on mouse and keyboard: real events, as the X server sends them to whoever is under them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from tests.workshop.display import Display

Point = tuple[int, int]

_STEPS = 8
"""Places that a drag passes through on its way."""
_BETWEEN_KEYS = 8
"""Milliseconds, faster than anybody types."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Points, presses, drags and types on a display."""

    display: Display

    def key(self, *keys: str) -> None:
        """Press keys one after the other, named as X does: Return, ctrl+z, shift+Right."""
        self._do("key", "--delay", str(_BETWEEN_KEYS), *keys)

    def type(self, text: str) -> None:
        """Type a text, without ending it."""
        self._do("type", "--delay", str(_BETWEEN_KEYS), text)

    def lines(self, texts: Sequence[str], key: str = "Return") -> None:
        """Type texts, each ended by a key."""
        for text in texts:
            if text:
                self.type(text)
            self.key(key)

    def click(self, at: Point, *held: str, button: int = 1, times: int = 1) -> None:
        """Click somewhere, with keys held down."""
        self._do(*_with(held, [*_to(at), "click", "--repeat", str(times), "--delay", "40", str(button)]))

    def double(self, at: Point) -> None:
        """Double-click somewhere."""
        self.click(at, times=2)

    def drag(self, start: Point, end: Point, *held: str) -> None:
        """Press at one place, go to another and let go; keys are held from before the press."""
        self.press(start, *held)
        self.go(start, end)
        self.release(*held)

    def press(self, at: Point, *held: str) -> None:
        """Press the left button somewhere and keep it down."""
        self._do(*[word for key in held for word in ("keydown", key)], *_to(at), "mousedown", "1")

    def go(self, start: Point, end: Point) -> None:
        """Move on the straight way from one place to another."""
        way: list[str] = []
        for n in range(1, _STEPS + 1):
            at = [a + (b - a) * n // _STEPS for a, b in zip(start, end, strict=True)]
            way += _to((at[0], at[1]))
        self._do(*way)

    def release(self, *held: str) -> None:
        """Let the button go, and the keys."""
        self._do("mouseup", "1", *[word for key in held for word in ("keyup", key)])

    def away(self) -> None:
        """Put the pointer where it shows nothing."""
        self._do(*_to((4, self.display_height - 4)))

    @property
    def display_height(self) -> int:
        """The height of the screen."""
        return self.display.picture().height()

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.display.environment(), check=True)


def _to(at: Point) -> list[str]:
    return ["mousemove", str(at[0]), str(at[1])]


def _with(held: Sequence[str], words: list[str]) -> list[str]:
    down = [word for key in held for word in ("keydown", key)]
    return [*down, *words, *[word for key in held for word in ("keyup", key)]]
