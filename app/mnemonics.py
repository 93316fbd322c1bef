"""Letters that choose from a menu by keyboard: one for each line, found by itself in every language."""

from __future__ import annotations

from collections.abc import Sequence


def letters_for(lines: Sequence[str]) -> list[str]:
    """A letter for each line of a menu, small, no two alike; empty for a line that none is left for.

    First letters are taken before those of later words, and these before any other. A line gives its letter
    up to one above it only for another of its own (Kuhn's way of matching).
    """
    wishes = [_wishes(line) for line in lines]
    taken: dict[str, int] = {}
    for place in range(len(lines)):
        _find(place, wishes, taken, set())
    by_place = {place: letter for letter, place in taken.items()}
    return [by_place.get(place, "") for place in range(len(lines))]


def marked(words: str, letter: str) -> str:
    """The words as Qt wants them in a menu, the letter marked where it stands; an ampersand is just that."""
    place = _place(words, letter) if letter else -1
    if place < 0:
        return words.replace("&", "&&")
    before, after = words[:place].replace("&", "&&"), words[place:].replace("&", "&&")
    return f"{before}&{after}"


def _wishes(line: str) -> list[str]:
    """The letters of a line, those that are found most easily first."""
    small = line.lower()
    firsts = [one for one, before in zip(small, f" {small}", strict=False) if before == " "]
    return [one for one in dict.fromkeys([*firsts, *small]) if one.isalnum()]


def _find(place: int, wishes: Sequence[Sequence[str]], taken: dict[str, int], tried: set[str]) -> bool:
    """Give a line a letter, moving others on to another of theirs where that is needed."""
    free = [letter for letter in wishes[place] if letter not in taken]
    for letter in free[:1] or wishes[place]:
        if letter not in tried:
            tried.add(letter)
            if letter not in taken or _find(taken[letter], wishes, taken, tried):
                taken[letter] = place
                return True
    return False


def _place(words: str, letter: str) -> int:
    """Where a letter stands, at the beginning of a word if it can."""
    small = words.lower()
    start = 0 if small.startswith(letter) else small.find(f" {letter}") + 1
    return start if start or small.startswith(letter) else small.find(letter)
