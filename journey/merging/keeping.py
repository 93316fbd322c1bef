"""What both copies wrote: two long texts joined, or the one that was not taken kept in the card's note."""

from __future__ import annotations

from dataclasses import replace

from journey.merging.conflict import Conflict, Dispute, conflict_key
from journey.merging.draft import Draft
from journey.model import Card
from journey.model.fields import LONG_TEXT_LIMIT
from resources.words import _

_KEPT = ("text", "note")
_GAP = "\n\n"


def joined_text(base: str, mine: str, theirs: str) -> str | None:
    """A long text that both wrote on in, with what both wrote; None where one of them rewrote it."""
    if base in mine and base in theirs and (mine in theirs or theirs in mine):
        return max(mine, theirs, key=len)
    if not (mine.startswith(base) and theirs.startswith(base)):
        return None
    added = sorted({mine[len(base) :].strip(), theirs[len(base) :].strip()})
    once = (text for text in added if not any(text in other for other in added if other != text))
    text = _GAP.join(filter(None, (base.rstrip(), *once)))
    return text if len(text) <= LONG_TEXT_LIMIT else None


def keeps_other(conflict: Conflict) -> bool:
    """Whether what is not taken is kept in the note of a card."""
    texts = conflict.dispute is Dispute.FIELD and conflict.fields[0] in _KEPT
    return texts and isinstance(conflict.record, Card)


def kept_in_note(draft: Draft, card: Card) -> Card:
    """The card with what was not taken of its text and note in its note, as far as there is room."""
    for field in _KEPT:
        conflict = draft.conflicts.get(conflict_key(Dispute.FIELD, (Card, card.id), field))
        if conflict is None:
            continue
        refused = getattr(draft.record(conflict.taken.other, (Card, card.id)), field)
        if refused.strip() and refused not in card.note:
            said = _("In the other copy: {text}").format(text=refused)
            note = _GAP.join(filter(None, (card.note, said)))
            card = replace(card, note=note) if len(note) <= LONG_TEXT_LIMIT else card
    return card
