"""Edits of the arrows between cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey.edits.labels import changed_fields, field_words
from journey.edits.records import amended, found, made
from journey.edits.wording import called
from journey.model import (
    Card,
    CardKind,
    Change,
    Contact,
    Lane,
    Link,
    LinkKind,
    MapData,
    Refused,
    adding,
    removing,
    replacing,
)
from resources.words import _

_CUSTOMERS = frozenset({CardKind.TOUCHPOINT, CardKind.ACTOR, CardKind.PICTURE})
_PROPOSALS = frozenset({CardKind.IDEA, CardKind.ACTION, CardKind.GAIN})
_TROUBLES = frozenset({CardKind.PAIN_POINT, CardKind.QUESTION, CardKind.GAP})


def add_link(
    map_data: MapData, source: str, target: str, kind: LinkKind | None = None, label: str = ""
) -> Change:
    """An arrow from card to card, of the kind their kinds suggest unless told; touches[0].after is it.

    Of that kind it leads from the idea to the pain it answers, whichever of them was told first.
    Refused from a card to itself or to another journey's, and where the same arrow stands already.
    """
    from_card, to_card = found(map_data, Card, source), found(map_data, Card, target)
    if kind is None and is_answer(to_card, from_card):
        return add_link(map_data, target, source, LinkKind.ANSWERS, label)
    kind = kind or usual_kind(from_card, to_card)
    link = made(Link, source=source, target=target, kind=kind, label=label)
    _check(map_data, link)
    title = _("Link “{source}” to “{target}”").format(source=called(from_card), target=called(to_card))
    return adding(title, [link])


def edit_link(map_data: MapData, link: str, **values: Any) -> Change:
    """Give an arrow another kind or label."""
    old = found(map_data, Link, link)
    new = amended(map_data, old, values, ("kind", "label"))
    words = field_words(new, changed_fields(old, new))
    label = _("Edit the link from “{source}” to “{target}”: {fields}")
    return _changed(map_data, old, new, label.format(fields=words, **_ends(map_data, old)))


def reverse_link(map_data: MapData, link: str) -> Change:
    """Turn an arrow round."""
    old = found(map_data, Link, link)
    label = _("Turn the link from “{source}” to “{target}” round").format(**_ends(map_data, old))
    return _changed(map_data, old, replace(old, source=old.target, target=old.source), label)


def remove_link(map_data: MapData, link: str) -> Change:
    """Take an arrow away."""
    old = found(map_data, Link, link)
    label = _("Remove the link from “{source}” to “{target}”").format(**_ends(map_data, old))
    return removing(label, [old])


def usual_kind(source: Card, target: Card) -> LinkKind:
    """What an arrow between two such cards most likely means."""
    if is_answer(source, target) or is_answer(target, source):
        return LinkKind.ANSWERS
    if target.contact == Contact.PREVENTABLE or CardKind.PAIN_POINT in (source.kind, target.kind):
        return LinkKind.CAUSES
    if source.kind == target.kind:
        return LinkKind.NEXT if source.kind in _CUSTOMERS else LinkKind.HANDS_OVER
    return LinkKind.SUPPORTS


def likely_kinds(source: Card, target: Card) -> tuple[LinkKind, ...]:
    """All kinds of arrow, the one first that two such cards are most likely joined by."""
    usual = usual_kind(source, target)
    return (usual, *(kind for kind in LinkKind if kind is not usual))


def is_answer(source: Card, target: Card) -> bool:
    """Whether the one can be what somebody proposes about the other: an idea about a pain."""
    return source.kind in _PROPOSALS and target.kind in _TROUBLES


def _ends(map_data: MapData, link: Link) -> dict[str, str]:
    """What the two cards are called."""
    cards = map_data.of(Card)
    return {"source": called(cards[link.source]), "target": called(cards[link.target])}


def _changed(map_data: MapData, old: Link, new: Link, label: str) -> Change:
    if new != old:
        _check(map_data, new)
    return replacing(label, [(old, new)])


def _check(map_data: MapData, link: Link) -> None:
    if link.source == link.target:
        raise Refused(_("A link joins two different cards."))
    lanes = [found(map_data, Lane, found(map_data, Card, end).lane) for end in (link.source, link.target)]
    if lanes[0].journey != lanes[1].journey:
        raise Refused(_("A link joins two cards of one journey."))
    same = map_data.of(Link).by("source", "target", "kind").get((link.source, link.target, link.kind), ())
    if any(other.id != link.id for other in same):
        raise Refused(_("These two cards are joined in this way already."))
