"""A journey in the order in which it is read aloud: by stage and step, each from the top lane down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journey.clean import one_line
from journey.drawing import PartName, Passage
from journey.layout.numbers import signed
from journey.layout.plot import Told
from journey.layout.reading import Reader
from journey.model import Asset, Card, Feeling, LaneKind, Step
from journey.personas import names_of, within
from resources.words import _

_STAGE, _STEP, _CARD = 1, 2, 3


def passages(read: Reader) -> tuple[Passage, ...]:
    """The title; the lanes' names and the curves; each stage with its steps and what is told at them."""
    return (
        Passage(0, read.view.journey, PartName.TITLE, heading=True),
        *_lanes(read),
        *_stages(read),
    )


def _stages(read: Reader) -> Iterator[Passage]:
    cards, feelings = _cards_by_step(read), read.map.of(Feeling).by("step")
    for stage in read.grid.stages:
        yield Passage(_STAGE, stage.id, PartName.HEADERS, heading=True)
        for step in read.grid.steps_of(stage.id):
            yield from _step(step, cards[step.id], feelings.get(step.id, ()))


def _step(step: Step, cards: list[Passage], feelings: tuple[Feeling, ...]) -> Iterator[Passage]:
    yield Passage(_STEP, step.id, PartName.HEADERS, heading=True)
    yield from (Passage(_CARD, feeling.id) for feeling in feelings if feeling.word)
    yield from cards


def _cards_by_step(read: Reader) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for lane in read.lanes():
        for card in read.cards(lane):
            found[card.step].append(Passage(_CARD, card.id, alternate=_seen(read, card)))
    return found


def _seen(read: Reader, card: Card) -> str:
    """What is said of a card that shows a picture."""
    if read.map.of(Asset).get(card.picture) is None:
        return ""
    return _("Picture: {text}").format(text=one_line(card.text) or card.code)


def _lanes(read: Reader) -> Iterator[Passage]:
    """The lanes' names; after that of the feelings each curve, by the scores that it goes through."""
    names = names_of(read.map)
    for lane in read.lanes():
        told = read.told() if lane.kind is LaneKind.FEELINGS else ()
        nobodys = [_in_words(one, read, "") for one in told if one.persona is None]
        yield Passage(_STAGE, lane.id, PartName.RAIL, alternate="".join(nobodys))
        for one in told:
            if one.persona is not None:
                yield Passage(_STAGE, one.persona.id, alternate=_in_words(one, read, names[one.persona.id]))


def _in_words(told: Told, read: Reader, whose: str) -> str:
    steps = read.map.of(Step)
    scores = (_score(feeling, steps[feeling.step], read.view.language) for _at, feeling in told.points)
    said = "; ".join(scores)
    if told.persona is None:
        return _("Feelings: {scores}").format(scores=said)
    return _("What {persona} feels: {scores}").format(persona=within(whose), scores=said)


def _score(feeling: Feeling, step: Step, language: str) -> str:
    words = (one_line(step.title), signed(feeling.score, language), one_line(feeling.word))
    return " ".join(filter(None, words))
