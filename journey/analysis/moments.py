"""Moments of truth that nobody answers for, or that nobody knows anything about."""

from __future__ import annotations

from collections.abc import Iterator

from journey.analysis.evidence import borne_out
from journey.analysis.ownership import any_owners
from journey.analysis.reading import Reading
from journey.analysis.wording import name
from journey.finding import Finding, Severity
from journey.model import Card, Knowledge, State
from resources.words import _


def moments_of_truth(reading: Reading) -> tuple[Card, ...]:
    """The moments of truth along the journey."""
    return tuple(card for card in reading.cards.values() if card.moment_of_truth)


def unowned_moments(reading: Reading) -> Iterator[Finding]:
    """A finding for each moment of truth nobody answers for, once the journey has owners."""
    for card in moments_of_truth(reading) if any_owners(reading) else ():
        if reading.accountable(card) is None:
            message = _("Nobody owns {moment}, a moment of truth.").format(moment=name(card))
            yield Finding("moment-of-truth-unowned", Severity.PROBLEM, (card.id,), message)


def unbacked_moments(reading: Reading) -> Iterator[Finding]:
    """A finding for each moment of truth that is a guess without a source.

    Nothing in an intended journey: nobody can have evidence of what is not there yet.
    """
    if reading.journey.state == State.INTENDED:
        return
    for card in moments_of_truth(reading):
        if card.evidence == Knowledge.GUESS and not borne_out(reading.map, card):
            message = _("{moment} is a moment of truth, but only a guess so far.").format(moment=name(card))
            yield Finding("moment-of-truth-unbacked", Severity.WARNING, (card.id,), message)
