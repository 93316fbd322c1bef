"""The field's fixed words: kinds, states and roles a record may hold, and which lanes take which cards."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What a persona is to the organisation."""

    CUSTOMER = "customer"
    PROSPECT = "prospect"
    FORMER = "former"
    NEVER = "never"


class BuyingRole(StrEnum):
    """The part a persona plays when a company buys."""

    NONE = "none"
    USER = "user"
    BUYER = "buyer"
    DECIDER = "decider"
    INFLUENCER = "influencer"
    GATEKEEPER = "gatekeeper"


class OwnerKind(StrEnum):
    """What sort of body answers."""

    TEAM = "team"
    ROLE = "role"
    PERSON = "person"
    PARTNER = "partner"


class Scope(StrEnum):
    """How much of the customer's life a journey covers."""

    LIFECYCLE = "lifecycle"
    PART = "part"
    SERVICE = "service"


class State(StrEnum):
    """Whether a journey shows what is, or what is wanted."""

    CURRENT = "current"
    INTENDED = "intended"


class Phase(StrEnum):
    """Where a stage lies around the crucial moment."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class LaneKind(StrEnum):
    """What a row of the grid is about."""

    STEPS = "steps"
    ACTORS = "actors"
    STORYBOARD = "storyboard"
    QUOTES = "quotes"
    FEELINGS = "feelings"
    TOUCHPOINTS = "touchpoints"
    PHYSICAL = "physical"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SYSTEMS = "systems"
    POLICIES = "policies"
    OWNERS = "owners"
    MEASURES = "measures"
    PAINS = "pains"
    GAINS = "gains"
    QUESTIONS = "questions"
    IDEAS = "ideas"
    ACTIONS = "actions"
    NOTES = "notes"
    PICTURES = "pictures"
    LINE = "line"


class CardKind(StrEnum):
    """What a note in a cell says."""

    ACTOR = "actor"
    PICTURE = "picture"
    QUOTE = "quote"
    TOUCHPOINT = "touchpoint"
    PHYSICAL_EVIDENCE = "physical_evidence"
    FRONTSTAGE_ACTION = "frontstage_action"
    BACKSTAGE_PROCESS = "backstage_process"
    SYSTEM = "system"
    POLICY = "policy"
    PAIN_POINT = "pain_point"
    GAIN = "gain"
    QUESTION = "question"
    GAP = "gap"
    IDEA = "idea"
    ACTION = "action"
    NOTE = "note"


CARDS_OF_LANE: dict[LaneKind, tuple[CardKind, ...]] = {
    LaneKind.STEPS: (),
    LaneKind.ACTORS: (CardKind.ACTOR,),
    LaneKind.STORYBOARD: (CardKind.PICTURE,),
    LaneKind.QUOTES: (CardKind.QUOTE,),
    LaneKind.FEELINGS: (),
    LaneKind.TOUCHPOINTS: (CardKind.TOUCHPOINT,),
    LaneKind.PHYSICAL: (CardKind.PHYSICAL_EVIDENCE,),
    LaneKind.FRONTSTAGE: (CardKind.FRONTSTAGE_ACTION,),
    LaneKind.BACKSTAGE: (CardKind.BACKSTAGE_PROCESS,),
    LaneKind.SYSTEMS: (CardKind.SYSTEM,),
    LaneKind.POLICIES: (CardKind.POLICY,),
    LaneKind.OWNERS: (),
    LaneKind.MEASURES: (),
    LaneKind.PAINS: (CardKind.PAIN_POINT,),
    LaneKind.GAINS: (CardKind.GAIN,),
    LaneKind.QUESTIONS: (CardKind.QUESTION, CardKind.GAP),
    LaneKind.IDEAS: (CardKind.IDEA,),
    LaneKind.ACTIONS: (CardKind.ACTION,),
    LaneKind.NOTES: (CardKind.NOTE,),
    LaneKind.PICTURES: (CardKind.PICTURE,),
    LaneKind.LINE: (),
}
"""The card kinds each lane takes, the first being what a new card there becomes."""


class Contact(StrEnum):
    """Whether the customer wanted this contact, or something upstream failed and caused it."""

    NEUTRAL = "neutral"
    WANTED = "wanted"
    PREVENTABLE = "preventable"


class Knowledge(StrEnum):
    """How well a card is known, from guess to researched."""

    GUESS = "guess"
    TOLD = "told"
    PARTLY = "partly"
    RESEARCHED = "researched"


class CardStatus(StrEnum):
    """What the room decided about a card."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"
    NEEDS_EVIDENCE = "needs evidence"


class LinkKind(StrEnum):
    """What an arrow from card to card means."""

    NEXT = "next"
    SUPPORTS = "supports"
    HANDS_OVER = "hands over"
    CAUSES = "causes"
    ANSWERS = "answers"


class OwnershipRole(StrEnum):
    """How an owner is involved in a card (the RACI letters)."""

    ACCOUNTABLE = "accountable"
    RESPONSIBLE = "responsible"
    CONSULTED = "consulted"
    INFORMED = "informed"


class MeasureKind(StrEnum):
    """What sort of number a measure is."""

    NPS = "NPS"
    CSAT = "CSAT"
    CES = "CES"
    COUNT = "count"
    MINUTES = "minutes"
    PERCENT = "percent"
    MONEY = "money"


class Method(StrEnum):
    """How a source of knowledge came about."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    OBSERVATION = "observation"
    LOG = "log"
    STAFF = "staff"
    DOCUMENT = "document"


class ActionStatus(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Judgement(StrEnum):
    """What a named stakeholder says of a card."""

    APPROVE = "approve"
    REJECT = "reject"
    NEEDS_EVIDENCE = "needs evidence"
