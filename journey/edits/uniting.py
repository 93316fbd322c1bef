"""Making one persona, or one source of knowledge, of several that turned out to be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from journey.edits.records import Pairs, found
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
    one = found(map_data, Persona, kept)
    others = [found(map_data, Persona, persona) for persona in dict.fromkeys(merged) if persona != kept]
    if not others:
        raise Refused(_("Choose at least two personas to make one of."))
    ids = [persona.id for persona in others]
    label = _("Merge {n} personas into “{name}”").format(n=len(others) + 1, name=called(one))
    moved = joined(
        label,
        [_looks(map_data, kept, ids), _feelings(map_data, kept, ids), _sources_of(map_data, kept, ids)],
    )
    return joined(label, [moved, removal(map_data.apply(moved), label, others)])


def merge_evidence(map_data: MapData, kept: str, merged: Iterable[str]) -> Change:
    """Let one source back all the cards that others back; they go.

    Where several back a card, what they say there is put under one another.
    """
    one = found(map_data, Evidence, kept)
    others = [found(map_data, Evidence, source) for source in dict.fromkeys(merged) if source != kept]
    if not others:
        raise Refused(_("Choose at least two sources to make one of."))
    label = _("Merge {n} sources into “{name}”").format(n=len(others) + 1, name=called(one))
    moved = _backings(map_data, kept, [source.id for source in others])
    return joined(label, [moved, removal(map_data.apply(moved), label, others)])


def _looks(map_data: MapData, kept: str, merged: Collection[str]) -> Change:
    """The journeys it looks at now, each once, in the place of whoever looked first."""
    pairs: Pairs[JourneyPersona] = []
    more: list[JourneyPersona] = []
    for seen in map_data.of(JourneyPersona).by("journey").values():
        ours = [one for one in seen if one.persona == kept or one.persona in merged]
        ours.sort(key=lambda one: one.persona != kept)
        pairs += [(one, replace(one, persona=kept)) for one in ours[:1]]
        more += ours[1:]
    return joined("", [replacing("", pairs), removing("", more)])


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
    pairs: Pairs[Backing] = []
    more: list[Backing] = []
    for backings in map_data.of(Backing).by("card").values():
        ours = [one for one in backings if one.evidence == kept or one.evidence in merged]
        ours.sort(key=lambda one: one.evidence != kept)
        if ours:
            says = "\n".join(dict.fromkeys(one.says for one in ours if one.says))
            pairs.append((ours[0], replace(ours[0], evidence=kept, says=says[:LONG_TEXT_LIMIT])))
            more += ours[1:]
    return joined("", [replacing("", pairs), removing("", more)])
