"""How findings name things: a card by its own words, several of them as a list, small numbers as words."""

from __future__ import annotations

from journey.model import Card, Lane, Stage, Step
from journey.quoting import NAME_LIMIT, quoted
from resources.words import _, spoken


def name(thing: Card | Stage | Step | Lane, limit: int = NAME_LIMIT) -> str:
    """A card, step, stage or lane in quotation marks, by its first line."""
    text = thing.text.strip() or thing.code if isinstance(thing, Card) else thing.title
    if not text.strip():
        return _("a card without text") if isinstance(thing, Card) else _("one without a title")
    return quoted(text, limit)


def number(value: float) -> str:
    """A number with at most one decimal, written as the language being spoken writes it."""
    text = f"{value:.1f}".removesuffix(".0")
    return text if spoken() == "en" else text.replace(".", ",")


def spelt(count: int) -> str:
    """A count as a word from two to nine, in digits otherwise."""
    words = (
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
    )
    return words[count - 2] if 2 <= count <= 9 else str(count)


def sentence(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]
