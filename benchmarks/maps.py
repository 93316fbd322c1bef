"""Large maps made up from a seed: as wide, as wordy and as linked as those of real workshops."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from journey.model import (
    CARDS_OF_LANE,
    Card,
    Journey,
    Lane,
    LaneKind,
    Link,
    MapData,
    Owner,
    Ownership,
    Record,
    Stage,
    Step,
    Workshop,
    map_of,
)
from journey.rank import spread
from resources.theme import owner_colours

JOURNEY = "journey"

_LANES = (
    LaneKind.TOUCHPOINTS,
    LaneKind.FRONTSTAGE,
    LaneKind.BACKSTAGE,
    LaneKind.SYSTEMS,
    LaneKind.PAINS,
    LaneKind.IDEAS,
    LaneKind.QUOTES,
    LaneKind.NOTES,
)
_STAGES = 6
_FEWEST_STEPS, _MOST_STEPS, _CARDS_A_STEP = 12, 40, 60
_WORDS = 1_500
_OWNERS = 8
_OWNED = 3  # every third card has an owner
_FAR = 0.1  # of the links run between any two cards


def large_map(cards: int, seed: int = 1) -> MapData:
    """A journey of so many cards in eight lanes over 12 to 40 steps, with half as many links.

    A card has 9 to 18 of some 1,500 words. The same number and seed give the same map.
    """
    chance = Random(seed)
    words = list(_vocabulary(chance))
    steps = max(_FEWEST_STEPS, min(_MOST_STEPS, cards // _CARDS_A_STEP))
    made = [_card(number, steps, words, chance) for number in range(cards)]
    owners = [
        Owner(id=f"owner-{number}", name=f"Owner {number}", colour=colour)
        for number, colour in zip(range(_OWNERS), owner_colours(), strict=False)
    ]
    return map_of(
        [
            *_grid(steps, words, chance),
            *owners,
            *made,
            *_ownerships(made, owners),
            *_links(made, steps, chance),
        ]
    )


def _vocabulary(chance: Random) -> Iterator[str]:
    """Words of one to four syllables with Nordic letters."""
    for _word in range(_WORDS):
        syllables = [
            chance.choice("bdfghjklmnprstv")
            + chance.choice("aeiouyåøæöä")
            + chance.choice(("", "n", "r", "s"))
            for _syllable in range(chance.randint(1, 4))
        ]
        yield "".join(syllables)


def _grid(steps: int, words: list[str], chance: Random) -> Iterator[Record]:
    yield Workshop(id="workshop", title="A large workshop")
    yield Journey(id=JOURNEY, title="A large journey")
    for number, rank in enumerate(spread(_STAGES)):
        yield Stage(id=f"stage-{number}", journey=JOURNEY, title=chance.choice(words).title(), rank=rank)
    for number, rank in enumerate(spread(steps)):
        stage = f"stage-{number * _STAGES // steps}"
        yield Step(id=f"step-{number}", stage=stage, title=" ".join(chance.choices(words, k=4)), rank=rank)
    for kind, rank in zip(_LANES, spread(len(_LANES)), strict=True):
        yield Lane(id=str(kind), journey=JOURNEY, kind=kind, title=kind.title(), rank=rank)


def _card(number: int, steps: int, words: list[str], chance: Random) -> Card:
    lane = _LANES[number % len(_LANES)]
    text = " ".join(chance.choices(words, k=chance.randint(9, 18)))
    return Card(
        id=f"card-{number}",
        lane=str(lane),
        step=f"step-{chance.randrange(steps)}",
        kind=CARDS_OF_LANE[lane][0],
        text=text.capitalize(),
        rank=f"{number:06d}1",
    )


def _ownerships(cards: list[Card], owners: list[Owner]) -> Iterator[Ownership]:
    for number, card in enumerate(cards[::_OWNED]):
        yield Ownership(id=f"ownership-{number}", card=card.id, owner=owners[number % len(owners)].id)


def _links(cards: list[Card], steps: int, chance: Random) -> Iterator[Link]:
    """Half as many links as cards, most of them to the next lane in the same step or a step beside it."""
    cells: dict[tuple[str, str], list[Card]] = {}
    for card in cards:
        cells.setdefault((card.lane, card.step), []).append(card)
    tied: set[tuple[str, str]] = set()
    while len(tied) < len(cards) // 2:
        source = chance.choice(cards)
        target = chance.choice(cards) if chance.random() < _FAR else _near(source, steps, cells, chance)
        pair = (source.id, target.id)
        if source is not target and pair not in tied:
            yield Link(id=f"link-{len(tied)}", source=source.id, target=target.id)
            tied.add(pair)


def _near(source: Card, steps: int, cells: dict[tuple[str, str], list[Card]], chance: Random) -> Card:
    """A card of the lane below the source's, at most a step away; the source itself if there is none."""
    lane = _LANES[(_LANES.index(LaneKind(source.lane)) + 1) % len(_LANES)]
    column = int(source.step.removeprefix("step-")) + chance.choice((-1, 0, 0, 1))
    return chance.choice(cells.get((str(lane), f"step-{min(max(column, 0), steps - 1)}"), [source]))
