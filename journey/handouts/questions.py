"""What to ask about: steps with what is only guessed there, and an open question for each kind of guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from journey.analysis.evidence import CLAIMS, borne_out
from journey.analysis.reading import Reading
from journey.model import Card, CardKind, CardStatus, Feeling, Step
from resources.words import _

_BEHIND = (CardKind.BACKSTAGE_PROCESS, CardKind.SYSTEM, CardKind.POLICY)
"""What the customer never sees: those who do the work are asked about it."""
_OPEN = (CardKind.QUESTION, CardKind.GAP)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, as it is said in any language, and the cards whose truth depends on the answer."""

    question: Callable[[], str]
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class StepAsks:
    """What to ask about one step; ``feeling``: nobody has said yet how it feels."""

    number: int
    step: Step
    asks: tuple[Ask, ...]
    feeling: bool


def guesses(reading: Reading) -> tuple[Card, ...]:
    """The claims that nothing bears out: guessed or told by staff, without a source behind them."""
    return tuple(card for card in reading.of(*CLAIMS) if not borne_out(reading.map, card))


def customer_asks(reading: Reading) -> Iterator[StepAsks]:
    """What to ask customers, along the journey; steps about which all is known are left out."""
    felt = {one.step for one in reading.map.of(Feeling).by("journey").get(reading.journey.id, ())}
    open_cards = [card for card in reading.of(*_OPEN) if card.status is not CardStatus.APPROVED]
    wanted = [card for card in (*guesses(reading), *open_cards) if card.kind not in _BEHIND]
    for number, step in enumerate(reading.grid.steps, start=1):
        asks = tuple(_asks([card for card in wanted if card.step == step.id]))
        if asks or step.id not in felt:
            yield StepAsks(number, step, asks, step.id not in felt)


def staff_asks(reading: Reading) -> Iterator[StepAsks]:
    """What to ask those who do the work, along the journey."""
    wanted = [card for card in guesses(reading) if card.kind in _BEHIND]
    for number, step in enumerate(reading.grid.steps, start=1):
        if asks := tuple(_asks([card for card in wanted if card.step == step.id])):
            yield StepAsks(number, step, asks, feeling=False)


def _asks(cards: list[Card]) -> Iterator[Ask]:
    """One question for the guesses of a kind; what the map asks itself is asked as it stands there."""
    for kind, question in _QUESTIONS.items():
        if of_kind := tuple(card for card in cards if card.kind is kind):
            yield Ask(question, of_kind)
    for card in cards:
        if card.kind in _OPEN and card.text.strip():
            yield Ask(partial(str, card.text.strip()))


_QUESTIONS: dict[CardKind, Callable[[], str]] = {
    CardKind.TOUCHPOINT: lambda: _("How were you in touch with us here, and what was that like?"),
    CardKind.PHYSICAL_EVIDENCE: lambda: _("What did you see, receive or hold in your hands?"),
    CardKind.FRONTSTAGE_ACTION: lambda: _("Who met you or spoke to you, and what did they do?"),
    CardKind.QUOTE: lambda: _("What did you say or think just then?"),
    CardKind.PAIN_POINT: lambda: _("What, if anything, made this hard?"),
    CardKind.GAIN: lambda: _("What, if anything, went better than you expected?"),
    CardKind.BACKSTAGE_PROCESS: lambda: _(
        "What really happens behind the scenes here, and how long does it take?"
    ),
    CardKind.SYSTEM: lambda: _("Which systems and notes do you use here, and what do they not tell you?"),
    CardKind.POLICY: lambda: _("Which rules decide what happens here, and when do you go around them?"),
}
"""The open question for what is guessed of a kind, in the language being spoken."""
