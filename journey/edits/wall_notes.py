"""What was written by hand on a print on the wall, brought back by the short codes of its cards."""

from __future__ import annotations

import re
from difflib import get_close_matches

from journey.clean import clean
from journey.edits.cards import edit_card
from journey.edits.wording import called
from journey.model import Card, Change, Lane, MapData, Refused
from resources.words import _

_LINE = re.compile(r"\s*(?P<code>\w{1,12})\s*[:.)–—-]?\s+(?P<text>\S.*)", re.DOTALL)


def taken_apart(line: str) -> tuple[str, str]:
    """The code and the words of “T14 call back the same day”. Raises Refused where one is missing."""
    match = _LINE.fullmatch(line.rstrip())
    if match is None:
        raise Refused(_("Write a card’s code and what is to be noted there: T14 call back the same day."))
    return match["code"], match["text"]


def note_at(map_data: MapData, code: str, text: str, journey: str | None = None) -> Change:
    """Put words below what is noted at the card with a code; capitals or not is the same.

    Raises Refused where no card has the code, or cards of several journeys and none of them is named.
    """
    card = _with_code(map_data, code, journey)
    words = clean(text).strip()
    if not words:
        raise Refused(_("There is nothing to note. Nothing was changed."))
    change = edit_card(map_data, card.id, note="\n".join(filter(None, (card.note, words))))
    return Change(_("Note at {code} “{title}”").format(code=card.code, title=called(card)), change.touches)


def _with_code(map_data: MapData, code: str, journey: str | None) -> Card:
    wanted, lanes = code.strip().upper(), map_data.of(Lane)
    cards = [card for card in map_data.of(Card) if card.code]
    if journey is not None:
        cards = [card for card in cards if lanes[card.lane].journey == journey]
    found = [card for card in cards if card.code.upper() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_in_several(map_data, wanted, found))
    near = get_close_matches(wanted, sorted({card.code.upper() for card in cards}), n=3, cutoff=0.5)
    sentence = _("No card has the code {code}. Nothing was changed.").format(code=wanted)
    if near:
        sentence += " " + _("Codes that look like it: {codes}").format(codes=", ".join(near))
    raise Refused(sentence)


def _in_several(map_data: MapData, code: str, cards: list[Card]) -> str:
    of_lane = map_data.of(Lane)
    journeys = {of_lane[card.lane].journey for card in cards}
    known = enumerate(map_data.journeys(), start=1)
    named = "; ".join(f"{place} {one.title}" for place, one in known if one.id in journeys)
    sentence = _("Cards of several journeys have the code {code}. Say which journey is meant: {journeys}")
    return sentence.format(code=code, journeys=named)
