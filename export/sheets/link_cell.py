"""How the links of a card stand in one cell: “supports:B3; next:#12 when it rains”.

The target is the code of a card if only one card has it and it is one word, else # and the card's number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from export.sheets.cells import packed, unpacked
from export.sheets.column_words import LINKS
from export.sheets.columns import word_named
from export.sheets.draft import CardDraft, JourneyDraft
from export.sheets.remarks import Remarks
from journey.ids import new_id
from journey.model import Card, Link
from journey.model.fields import TEXT_LIMIT
from resources.words import _

_CODE = re.compile(r"[^\W_][\w.-]{0,19}")
_LINK = re.compile(r"(?:([^:]{1,30}):)?\s*(\S{1,60})(?:\s(.*))?", re.DOTALL)


def card_names(cards: Iterable[Card]) -> dict[str, str]:
    """Name each card of a sheet, by its id: its code where that is clear, else its number from 1."""
    listed = list(cards)
    times = Counter(card.code for card in listed)
    return {
        card.id: card.code if times[card.code] == 1 and _CODE.fullmatch(card.code) else f"#{number}"
        for number, card in enumerate(listed, start=1)
    }


def links_written(links: Iterable[Link], names: Mapping[str, str]) -> str:
    """Write the links of one card to cards that have a name."""
    within = (link for link in links if link.target in names)
    return packed(sorted(f"{link.kind}:{names[link.target]} {link.label}".rstrip() for link in within))


def draw_links(draft: JourneyDraft, remarks: Remarks) -> None:
    """Make the links that the cards of a journey tell of; a remark for each that leads nowhere."""
    times = Counter(card.record.code for card in draft.cards)
    names = {card.record.code: card for card in draft.cards if times[card.record.code] == 1}
    names |= {f"#{card.number}": card for card in draft.cards if card.number}
    for source in draft.cards:
        remarks.line = source.line
        for told in unpacked(source.links):
            if not _draw(draft, source, told, names):
                sentence = _(
                    "The link “{link}” leads to no other card, or twice to the same; it was left out."
                )
                remarks.say(sentence.format(link=told[:60]))


def _draw(draft: JourneyDraft, source: CardDraft, told: str, names: Mapping[str, CardDraft]) -> bool:
    met = _LINK.fullmatch(told)
    target = names.get(met[2]) if met else None
    kind = word_named(LINKS, met[1] or "supports") if met else None
    if met is None or target is None or kind is None or target is source:
        return False
    key = (source.record.id, target.record.id, kind)
    if key in draft.links or len(label := (met[3] or "").strip()) > TEXT_LIMIT:
        return False
    draft.links[key] = Link(id=new_id(), source=key[0], target=key[1], kind=kind, label=label)
    return True
