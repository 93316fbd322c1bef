"""What palette and panel say of how much an owner answers for: the same number in the same words."""

from __future__ import annotations

from journey.answering import Count
from journey.model import Owner
from resources.words import _, _n


def owner_line(owner: Owner, count: Count) -> str:
    """What is said of an owner in a list: the touchpoints of the journey in view, and of all where more."""
    words = _n(
        "{owner}: answers for {n} touchpoint in this journey",
        "{owner}: answers for {n} touchpoints in this journey",
        count.here,
    )
    return _with_total(words.format(owner=owner.name, n=count.here), count)


def answers_words(count: Count) -> str:
    """How much the owner in view answers for, also beside touchpoints."""
    words = _n(
        "Answers for {n} touchpoint in this journey",
        "Answers for {n} touchpoints in this journey",
        count.here,
    )
    told = _with_total(words.format(n=count.here), count)
    if not count.others:
        return told
    more = _n("{words}, and for {n} other card", "{words}, and for {n} other cards", count.others)
    return more.format(words=told, n=count.others)


def _with_total(words: str, count: Count) -> str:
    """The words with the number of all in the file, where there are more than in the journey in view."""
    if count.total == count.here:
        return words
    return _("{words} ({total} in the file)").format(words=words, total=count.total)
