"""How a map is written as a Mermaid journey that reads back as the same stages, steps, scores and actors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from journey.clean import one_line
from journey.model import Card, Feeling, Journey, JourneyPersona, LaneKind, MapData, Stage, Step

# What Mermaid would take for something else: its own signs, signs before words (tags, entities),
# the percent signs of comments and settings, and its keywords where a name starts.
SIGNS = re.compile(r"[:;#]|[<&](?=[\w#])|%(?=%)|(?<=%)%|^%")
KEYWORD = re.compile(r"journey|title|section|accTitle|accDescr", re.IGNORECASE)
# A name that is nothing but a blank, which Mermaid's reader would not see if it were written plainly.
NO_NAME = "#32;"


def write_mermaid(map_data: MapData, journey_id: str) -> str:
    """Write one journey of a map as Mermaid text.

    Scores are those of the persona with the most feelings, 0 where there is none. What Mermaid has no
    words for is not written: other lanes, links, owners, measures.
    """
    journey = map_data.of(Journey)[journey_id]
    lines = ["journey"]
    if title := _escaped(journey.title):
        lines.append(f"    title {title}")
    if journey.notes.strip():
        lines += _description(journey.notes)
    return "\n".join([*lines, *_stages(map_data, journey_id)]) + "\n"


def _description(notes: str) -> Iterator[str]:
    """Give the notes as the description for those who cannot see the diagram."""
    yield "    accDescr {"
    yield from (
        f"        {_escaped(line).replace('}', '#125;')}" for line in notes.splitlines() if line.strip()
    )
    yield "    }"


def _stages(map_data: MapData, journey_id: str) -> Iterator[str]:
    """Give the lines of the stages and their steps."""
    grid = map_data.grid(journey_id)
    scores, people = _scores(map_data, journey_id), _people(map_data, journey_id)
    former = ""
    for stage in grid.stages:
        former = _section(stage, former)
        yield f"    {former}"
        for step in grid.steps_of(stage.id):
            yield f"        {_task(step, scores.get(step.id), people[step.id])}"


def _section(stage: Stage, former: str) -> str:
    """Give a stage's line; a blank at its end keeps two stages of one name apart, as in Mermaid itself."""
    line = f"section {_escaped(stage.title) or NO_NAME}"
    return line + " " if line == former else line


def _task(step: Step, score: float | None, people: list[str]) -> str:
    """Give a step's line: name, score from 1 to 5 or 0 for none, people."""
    name = _escaped(step.title) or NO_NAME
    written = "0" if score is None else f"{round(score + 3, 1):g}"
    return ": ".join([name, written, *([", ".join(people)] if people else [])])


def _scores(map_data: MapData, journey_id: str) -> dict[str, float]:
    """Give the score at each step for the persona that says most; the first of the journey among equals."""
    personas = map_data.of(JourneyPersona).by("journey").get(journey_id, ())
    scores: dict[str | None, dict[str, float]] = {one.persona: {} for one in personas}
    for feeling in map_data.of(Feeling).by("journey").get(journey_id, ()):
        scores.setdefault(feeling.persona, {})[feeling.step] = feeling.score
    return max(scores.values(), key=len, default={})


def _people(map_data: MapData, journey_id: str) -> dict[str, list[str]]:
    """Give who takes part in each step: the actor cards that lie over it, in the order of their lanes."""
    grid = map_data.grid(journey_id)
    people: dict[str, list[str]] = defaultdict(list)
    for lane in grid.lanes:
        if lane.kind is LaneKind.ACTORS:
            for card in map_data.of(Card).by("lane").get(lane.id, ()):
                start = grid.column[card.step]
                name = _escaped(card.text).replace(",", "#44;")
                for step in grid.steps[start : start + card.span] if name else ():
                    people[step.id].append(name)
    return people


def _escaped(text: str) -> str:
    """Give a text on one line, its signs as `#58;` and its kind where Mermaid would stumble over them."""
    plain = SIGNS.sub(lambda sign: _entity(sign[0]), one_line(text))
    return _entity(plain[0]) + plain[1:] if KEYWORD.match(plain) else plain


def _entity(sign: str) -> str:
    """Give a character in the only form in which Mermaid takes it as text."""
    return f"#{ord(sign)};"
