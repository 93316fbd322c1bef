"""What sorts of records and their fields are called, for sentences that people read."""

from __future__ import annotations

from journey.model.shapes import SHAPE_NAMED
from resources.words import _, _n


def sort_word(sort: str) -> str:
    """What a record of this sort is called in the middle of a sentence; a strange sort as it is."""
    return _sorts().get(sort, sort)


def sort_head(sort: str) -> str:
    """The same word where a sentence begins with it."""
    word = sort_word(sort)
    return word[:1].upper() + word[1:]


def field_word(field: str) -> str:
    """What a field is called, as beside its place in the window; a strange one as it is."""
    return _fields().get(field, field)


def how_many(sort: str, n: int) -> str:
    """So many records of a sort, as “3 cards”."""
    return _counts(n)[sort].format(n=n)


def _sorts() -> dict[str, str]:
    return {
        "workshop": _("workshop"),
        "asset": _("picture"),
        "persona": _("persona"),
        "owner": _("owner"),
        "journey": _("journey"),
        "journey_persona": _("persona of a journey"),
        "stage": _("stage"),
        "step": _("step"),
        "lane": _("lane"),
        "card": _("card"),
        "feeling": _("feeling"),
        "link": _("link"),
        "ownership": _("owner of a card"),
        "measure": _("measure"),
        "evidence": _("source"),
        "backing": _("source of a card"),
        "action": _("action"),
        "participant": _("participant"),
        "verdict": _("verdict"),
        "vote": _("vote"),
    }


def _counts(n: int) -> dict[str, str]:
    return {
        "workshop": _n("{n} workshop", "{n} workshops", n),
        "asset": _n("{n} picture", "{n} pictures", n),
        "persona": _n("{n} persona", "{n} personas", n),
        "owner": _n("{n} owner", "{n} owners", n),
        "journey": _n("{n} journey", "{n} journeys", n),
        "journey_persona": _n("{n} persona of a journey", "{n} personas of journeys", n),
        "stage": _n("{n} stage", "{n} stages", n),
        "step": _n("{n} step", "{n} steps", n),
        "lane": _n("{n} lane", "{n} lanes", n),
        "card": _n("{n} card", "{n} cards", n),
        "feeling": _n("{n} feeling", "{n} feelings", n),
        "link": _n("{n} link", "{n} links", n),
        "ownership": _n("{n} owner of a card", "{n} owners of cards", n),
        "measure": _n("{n} measure", "{n} measures", n),
        "evidence": _n("{n} source", "{n} sources", n),
        "backing": _n("{n} source of a card", "{n} sources of cards", n),
        "action": _n("{n} action", "{n} actions", n),
        "participant": _n("{n} participant", "{n} participants", n),
        "verdict": _n("{n} verdict", "{n} verdicts", n),
        "vote": _n("{n} vote", "{n} votes", n),
    }


def _fields() -> dict[str, str]:
    """Fields and, since records are fields of others, sorts."""
    sorts = {sort: sort_head(sort) for sort in SHAPE_NAMED}
    return {**sorts, **_of_people(), **_of_the_grid(), **_of_cards(), **_of_plans()}


def _of_people() -> dict[str, str]:
    return {
        "id": _("Id"),
        "name": _("Name"),
        "title": _("Title"),
        "organisation": _("Organisation"),
        "language": _("Language"),
        "facilitator": _("Facilitator"),
        "agenda": _("Agenda"),
        "segment": _("Segment"),
        "relation": _("Relation"),
        "buying_role": _("When buying"),
        "needs": _("Needs"),
        "motives": _("Motives"),
        "traits": _("Traits"),
        "background": _("Background"),
        "quote": _("Quote"),
        "portrait": _("Portrait"),
        "colour": _("Colour"),
        "parent": _("Part of"),
        "contact": _("Contact"),
        "initials": _("Initials"),
        "role": _("Role"),
    }


def _of_the_grid() -> dict[str, str]:
    return {
        "purpose": _("Purpose"),
        "scope": _("Scope"),
        "state": _("State"),
        "intended_for": _("Intended for"),
        "parent_card": _("Details the card"),
        "notes": _("Notes"),
        "rank": _("Place in the order"),
        "phase": _("Phase"),
        "minutes": _("Minutes"),
        "wait_minutes": _("Minutes of waiting"),
        "hidden": _("Hidden"),
        "score": _("Feeling"),
        "word": _("Word"),
        "media_type": _("Sort of picture"),
        "width": _("Width"),
        "height": _("Height"),
        "data": _("Picture"),
    }


def _of_cards() -> dict[str, str]:
    return {
        "text": _("Text"),
        "kind": _("Kind"),
        "span": _("Steps wide"),
        "note": _("Note"),
        "code": _("Code"),
        "channel": _("Channel"),
        "moment_of_truth": _("Moment of truth"),
        "severity": _("Severity"),
        "evidence": _("Evidence"),
        "status": _("Status"),
        "value": _("Value"),
        "effort": _("Effort"),
        "cost": _("Cost"),
        "gain": _("Gain"),
        "tags": _("Tags"),
        "picture": _("Picture"),
        "source": _("Source"),
        "target": _("Target"),
        "label": _("Label"),
    }


def _of_plans() -> dict[str, str]:
    return {
        "goal": _("Goal"),
        "low": _("Lower bound"),
        "high": _("Upper bound"),
        "answers": _("Answers"),
        "date": _("Day"),
        "method": _("Method"),
        "people": _("People"),
        "reference": _("Reference"),
        "says": _("What it says here"),
        "due": _("Due"),
        "measure_name": _("Measured by"),
        "measure_goal": _("Goal"),
        "judgement": _("Judgement"),
        "comment": _("Comment"),
        "dots": _("Dots"),
    }
