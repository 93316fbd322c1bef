"""The records a map is made of: small, frozen, plain, pointing to one another by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from journey.model.kinds import (
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: an id, unique in the file."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Record):
    """The one record about the file; ``language`` is a BCP 47 tag."""

    title: str = ""
    organisation: str = ""
    language: str = "en"
    facilitator: str = ""
    agenda: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Record):
    """A picture, once: its id is the SHA-256 of its bytes; width and height are pixels."""

    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Record):
    """A described type of customer whose eyes a journey uses; ``colour`` is #RRGGBB."""

    name: str
    segment: str = ""
    relation: Relation = Relation.CUSTOMER
    buying_role: BuyingRole = BuyingRole.NONE
    needs: str = ""
    motives: str = ""
    traits: str = ""
    background: str = ""
    quote: str = ""
    portrait: str | None = None
    colour: str = "#0E6E6E"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Record):
    """Who answers: a team, a role, a person or an external partner; ``initials`` stand on its chips."""

    name: str
    kind: OwnerKind = OwnerKind.TEAM
    parent: str | None = None
    contact: str = ""
    colour: str = "#475467"
    initials: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Record):
    """One map of the file; ``purpose`` is what the customer tries to get done."""

    title: str
    purpose: str = ""
    scope: Scope = Scope.SERVICE
    state: State = State.CURRENT
    intended_for: str | None = None
    parent_card: str | None = None
    notes: str = ""
    rank: str = "V"


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyPersona(Record):
    """A journey seen by a persona."""

    journey: str
    persona: str
    rank: str = "V"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Record):
    """A phase of a journey: a group of steps."""

    journey: str
    title: str
    phase: Phase = Phase.DURING
    rank: str = "V"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """One thing the customer does: a column of the grid.

    ``minutes`` is how long it takes, ``wait_minutes`` how long before the next; None where nobody knows.
    """

    stage: str
    title: str
    minutes: float | None = None
    wait_minutes: float | None = None
    rank: str = "V"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Record):
    """A row of the grid."""

    journey: str
    kind: LaneKind
    title: str
    rank: str = "V"
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Record):
    """A note in the cell of a lane and a step, ``span`` steps wide.

    ``code`` is short and printed (T14). ``severity`` 0-3 is for pains; ``value`` and ``effort`` 0-5,
    ``cost`` and ``gain`` (money) are for ideas; None where nobody has said.
    """

    lane: str
    step: str
    kind: CardKind
    text: str = ""
    span: int = 1
    rank: str = "V"
    note: str = ""
    code: str = ""
    channel: str = ""
    moment_of_truth: bool = False
    contact: Contact = Contact.NEUTRAL
    severity: int = 0
    evidence: Knowledge = Knowledge.GUESS
    status: CardStatus = CardStatus.OPEN
    value: int | None = None
    effort: int | None = None
    cost: float | None = None
    gain: float | None = None
    tags: tuple[str, ...] = ()
    picture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling(Record):
    """A point of a feeling curve: ``score`` from -2 to +2 with one decimal, and a word for it."""

    journey: str
    step: str
    persona: str | None = None
    score: float = 0.0
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """An arrow from card to card."""

    source: str
    target: str
    kind: LinkKind = LinkKind.SUPPORTS
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership(Record):
    """An owner at a card."""

    card: str
    owner: str
    role: OwnershipRole = OwnershipRole.ACCOUNTABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A number at a card; ``low`` and ``high`` bound its confidence, ``answers`` is how many were asked.

    ``date`` is an ISO 8601 day or empty.
    """

    card: str
    name: str
    kind: MeasureKind = MeasureKind.NPS
    value: float | None = None
    goal: float | None = None
    low: float | None = None
    high: float | None = None
    answers: int | None = None
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A source of knowledge; ``people`` is how many it speaks for."""

    title: str
    method: Method = Method.INTERVIEW
    date: str = ""
    people: int | None = None
    persona: str | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing(Record):
    """Evidence at a card, and what it says there."""

    card: str
    evidence: str
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """What will be done about an idea or a pain; ``due`` is an ISO 8601 day or empty."""

    card: str
    title: str
    owner: str | None = None
    due: str = ""
    status: ActionStatus = ActionStatus.PROPOSED
    measure_name: str = ""
    measure_goal: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Somebody who was in the room."""

    name: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Record):
    """What a participant says of a card; one a participant and card."""

    card: str
    participant: str
    judgement: Judgement
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """Dots that people of a role put on a card."""

    card: str
    role: str
    dots: int = 1
