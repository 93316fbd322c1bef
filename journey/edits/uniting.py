"""Making one persona, or one source of knowledge, of several that turned out to be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from journey.edits.knowledge import with_knowledge
from journey.edits.records import Pairs, R, found
from journey.edits.removal import removal
from journey.edits.wording import called
from journey.model import (
    Backing,
    Change,
    Evidence,
    Feeling,
    JourneyPersona,
    MapData,
    Persona,
    Record,
    Refused,
    joined,
    removing,
    replacing,
)
from journey.model.fields import LONG_TEXT_LIMIT
from resources.words import _


def merge_personas(map_data: MapData, kept: str, merged: Iterable[str]) -> Change:
    """Let one persona look at all the journeys of others, and feel what they felt; they go.

    Where it felt something itself at a step, that stays.
    """
    one, others = _one_and_others(map_data, Persona, kept, merged)
    if not others:
        raise Refused(_("Choose at least two personas to make one of."))
    ids = [persona.id for persona in others]
    label = _("Merge {n} personas into “{name}”").format(n=len(others) + 1, name=called(one))
    moved = [_looks(map_data, kept, ids), _feelings(map_data, kept, ids), _sources_of(map_data, kept, ids)]
    return _moved_and_gone(map_data, label, joined(label, moved), others)


def merge_evidence(map_data: MapData, kept: str, merged: Iterable[str]) -> Change:
    """Let one source back all the cards that others back; they go.

    Where several back a card, what they say there is put under one another.
    """
    one, others = _one_and_others(map_data, Evidence, kept, merged)
    if not others:
        raise Refused(_("Choose at least two sources to make one of."))
    label = _("Merge {n} sources into “{name}”").format(n=len(others) + 1, name=called(one))
    moved = _backings(map_data, kept, [source.id for source in others])
    return with_knowledge(map_data, _moved_and_gone(map_data, label, moved, others))


def _one_and_others(map_data: MapData, sort: type[R], kept: str, merged: Iterable[str]) -> tuple[R, list[R]]:
    """The record that stays, and those that go, each once."""
    one = found(map_data, sort, kept)
    return one, [found(map_data, sort, record) for record in dict.fromkeys(merged) if record != kept]


def _moved_and_gone(map_data: MapData, label: str, moved: Change, others: Iterable[Record]) -> Change:
    return joined(label, [moved, removal(map_data.apply(moved), label, others)])


def _looks(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    """The journeys it looks at now, each once, in the place of whoever looked first."""
    looks = _told_of(map_data.of(JourneyPersona).by("journey").values(), "persona", kept, merged)
    return _first_stays([(ours, replace(ours[0], persona=kept)) for ours in looks])


def _feelings(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    pairs: Pairs[Feeling] = []
    more: list[Feeling] = []
    felt = {one.step for one in map_data.of(Feeling).by("persona").get(kept, ())}
    for persona in merged:
        for one in map_data.of(Feeling).by("persona").get(persona, ()):
            if one.step in felt:
                more.append(one)
            else:
                felt.add(one.step)
                pairs.append((one, replace(one, persona=kept)))
    return joined("", [replacing("", pairs), removing("", more)])


def _sources_of(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    theirs = [one for persona in merged for one in map_data.of(Evidence).by("persona").get(persona, ())]
    return replacing("", [(one, replace(one, persona=kept)) for one in theirs])


def _backings(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    backings = _told_of(map_data.of(Backing).by("card").values(), "evidence", kept, merged)
    return _first_stays([(ours, replace(ours[0], evidence=kept, says=_says(ours))) for ours in backings])


def _says(backings: Iterable[Backing]) -> str:
    """What all of them say, under one another, each once."""
    return "\n".join(dict.fromkeys(one.says for one in backings if one.says))[:LONG_TEXT_LIMIT]


def _told_of(
    groups: Iterable[Iterable[R]], field: str, kept: str, merged: Collection[str]
) -> Iterator[list[R]]:
    """Those of each group whose ``field`` names what stays or goes; what stays comes first."""
    for group in groups:
        ours = [one for one in group if getattr(one, field) == kept or getattr(one, field) in merged]
        if ours:
            yield sorted(ours, key=lambda one: getattr(one, field) != kept)


def _first_stays(groups: Sequence[tuple[list[R], R]]) -> Change:
    """The first of each group becomes what stands beside the group; the others go."""
    more = [one for ours, _new in groups for one in ours[1:]]
    return joined("", [replacing("", [(ours[0], new) for ours, new in groups]), removing("", more)])
