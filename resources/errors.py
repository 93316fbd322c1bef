"""Whose fault is it? A `Fault` is the world's: the user is told, nothing crashes."""

from __future__ import annotations


class Fault(Exception):
    """Something outside the program is wrong: a file, a disk, an input.

    `sentence` is for the user, in the user's language: what happened, what was kept, what to do.
    The window shows it in its message line and the command line prints it and ends with status 1.

    A mistake of ours is never a `Fault`: let the `TypeError` or `KeyError` rise, so that it is found.
    An edit that breaks a rule of the map is not one either: that is `journey.model.Refused`.
    """

    def __init__(self, sentence: str) -> None:
        """Keep the sentence the user will read."""
        super().__init__(sentence)
        self.sentence = sentence
