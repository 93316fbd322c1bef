"""The one way an edit says no."""

from __future__ import annotations


class Refused(Exception):
    """An edit that would break a rule of the map; nothing happened. ``sentence`` is for the facilitator."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
