"""What the fixed words of the model are called, in the language being spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from journey.layout import kind_word
from journey.model import (
    ActionStatus,
    BuyingRole,
    CardKind,
    CardStatus,
    Contact,
    Judgement,
    Knowledge,
    LaneKind,
    LinkKind,
    MeasureKind,
    Method,
    OwnerKind,
    OwnershipRole,
    Phase,
    Relation,
    Scope,
    State,
)
from resources.templates import lane_title
from resources.words import _

E = TypeVar("E", bound=StrEnum)


def options(sort: type[E]) -> list[tuple[E, str]]:
    """Every word of a sort with what it is called, in the model's order."""
    return [(one, word(one)) for one in sort]


def word(one: StrEnum) -> str:
    """What one of the model's words is called."""
    if isinstance(one, CardKind):
        return kind_word(one)
    if isinstance(one, LaneKind):
        return lane_title(one)
    return _WORDS[type(one)]()[one]


def usual_channels(used: Iterable[str]) -> list[str]:
    """Channels to offer: those used in the map, most used first, then the usual ones."""
    told = [channel for channel in used if channel]
    ranked = sorted(dict.fromkeys(told), key=lambda channel: -told.count(channel))
    usual = (
        *(_("Phone"), _("E-mail"), _("Web"), _("App"), _("SMS"), _("Chat"), _("In person"), _("Letter")),
        *(_("Social media"), _("Shop"), _("Print"), _("Self-service")),
    )
    return list(dict.fromkeys([*ranked, *usual]))


_WORDS: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    Contact: lambda: {
        Contact.NEUTRAL: _("Neutral"),
        Contact.WANTED: _("Wanted"),
        Contact.PREVENTABLE: _("Preventable"),
    },
    Knowledge: lambda: {
        Knowledge.GUESS: _("Guess"),
        Knowledge.TOLD: _("Told"),
        Knowledge.PARTLY: _("Partly"),
        Knowledge.RESEARCHED: _("Researched"),
    },
    CardStatus: lambda: {
        CardStatus.OPEN: _("Open"),
        CardStatus.APPROVED: _("Approved"),
        CardStatus.REJECTED: _("Rejected"),
        CardStatus.NEEDS_EVIDENCE: _("Needs evidence"),
    },
    Judgement: lambda: {
        Judgement.APPROVE: _("Approve"),
        Judgement.REJECT: _("Reject"),
        Judgement.NEEDS_EVIDENCE: _("Needs evidence"),
    },
    LinkKind: lambda: {
        LinkKind.NEXT: _("Leads to"),
        LinkKind.SUPPORTS: _("Supports"),
        LinkKind.HANDS_OVER: _("Hands over"),
        LinkKind.CAUSES: _("Causes"),
        LinkKind.ANSWERS: _("Answers"),
    },
    OwnershipRole: lambda: {
        OwnershipRole.ACCOUNTABLE: _("answers for it"),
        OwnershipRole.RESPONSIBLE: _("does it"),
        OwnershipRole.CONSULTED: _("consulted"),
        OwnershipRole.INFORMED: _("informed"),
    },
    MeasureKind: lambda: {
        MeasureKind.NPS: _("NPS"),
        MeasureKind.CSAT: _("CSAT"),
        MeasureKind.CES: _("CES"),
        MeasureKind.COUNT: _("Count"),
        MeasureKind.MINUTES: _("Minutes"),
        MeasureKind.PERCENT: _("Per cent"),
        MeasureKind.MONEY: _("Money"),
    },
    Method: lambda: {
        Method.INTERVIEW: _("Interview"),
        Method.SURVEY: _("Survey"),
        Method.OBSERVATION: _("Observation"),
        Method.LOG: _("Log"),
        Method.STAFF: _("Staff"),
        Method.DOCUMENT: _("Document"),
    },
    ActionStatus: lambda: {
        ActionStatus.PROPOSED: _("Proposed"),
        ActionStatus.AGREED: _("Agreed"),
        ActionStatus.DOING: _("Under way"),
        ActionStatus.DONE: _("Done"),
        ActionStatus.DROPPED: _("Dropped"),
    },
    OwnerKind: lambda: {
        OwnerKind.TEAM: _("Team"),
        OwnerKind.ROLE: _("Role"),
        OwnerKind.PERSON: _("Person"),
        OwnerKind.PARTNER: _("Partner"),
    },
    Relation: lambda: {
        Relation.CUSTOMER: _("Customer"),
        Relation.PROSPECT: _("Prospect"),
        Relation.FORMER: _("Former"),
        Relation.NEVER: _("Never"),
    },
    BuyingRole: lambda: {
        BuyingRole.NONE: _("None"),
        BuyingRole.USER: _("Uses it"),
        BuyingRole.BUYER: _("Buys it"),
        BuyingRole.DECIDER: _("Decides"),
        BuyingRole.INFLUENCER: _("Has a say"),
        BuyingRole.GATEKEEPER: _("Keeps the gate"),
    },
    Scope: lambda: {
        Scope.LIFECYCLE: _("Whole customer life"),
        Scope.PART: _("Part of it"),
        Scope.SERVICE: _("One service"),
    },
    State: lambda: {State.CURRENT: _("Current"), State.INTENDED: _("Intended")},
    Phase: lambda: {Phase.BEFORE: _("Before"), Phase.DURING: _("During"), Phase.AFTER: _("After")},
}
