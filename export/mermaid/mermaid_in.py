"""How a Mermaid journey becomes a map: tasks are steps, scores are feelings, people are actor cards."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise

from export.encoding import decode_with_notices
from export.mermaid.draft import MermaidJourney, MermaidTask
from export.mermaid.parse import parse
from export.notices import Imported, Notice, quoted
from journey.clean import clean, is_clean, one_line
from journey.ids import new_id
from journey.model import (
    Card,
    CardKind,
    Feeling,
    Journey,
    Lane,
    LaneKind,
    Record,
    Stage,
    Step,
    Workshop,
)
from journey.model.fields import LONG_TEXT_LIMIT, TEXT_LIMIT
from journey.rank import spread
from resources.templates import lane_title
from resources.words import _, _n, speaking, spoken

LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_mermaid(data: bytes | str, name: str = "", language: str | None = None) -> Imported:
    """Read a Mermaid text, or a Markdown text with Mermaid blocks, as a map with a journey for each diagram.

    `name` is the title of what has none; without a language the map is in the one being spoken.
    Raises `Fault` if the text holds no journey.
    """
    text, notices = (data, ()) if isinstance(data, str) else decode_with_notices(data)
    diagrams, remarks = parse(text)
    writer = _Writer([*notices, *remarks], language or spoken())
    journeys = [
        list(writer.journey(diagram, rank, name))
        for diagram, rank in zip(diagrams, spread(len(diagrams)), strict=True)
    ]
    titles = [record.title for records in journeys for record in records if isinstance(record, Journey)]
    workshop = Workshop(id=new_id(), title=titles[0], language=writer.language)
    records = (workshop, *(record for records in journeys for record in records))
    return Imported(records, tuple(sorted(writer.notices, key=lambda notice: notice.line)))


class _Writer:
    """Makes the records of diagrams and collects what there is to tell about it."""

    def __init__(self, notices: list[Notice], language: str) -> None:
        self.notices = notices
        self.language = language

    def journey(self, diagram: MermaidJourney, rank: str, name: str) -> Iterator[Record]:
        """Give all records of one diagram."""
        title = self._short(diagram.title, 0) or self._short(name, 0)
        notes = clean(LINE_BREAK.sub("\n", diagram.description))[:LONG_TEXT_LIMIT]
        journey = Journey(id=new_id(), title=title, notes=notes, rank=rank)
        kinds = [LaneKind.STEPS, LaneKind.ACTORS, LaneKind.FEELINGS]
        with speaking(self.language):
            lanes = [
                Lane(id=new_id(), journey=journey.id, kind=kind, title=lane_title(kind), rank=lane_rank)
                for kind, lane_rank in zip(kinds, spread(len(kinds)), strict=True)
            ]
        yield from (journey, *lanes)
        yield from self._stages(diagram, journey.id, actors=lanes[1].id)
        self._tell_of_empty_sections(diagram)
        self._tell_of_missing_scores(diagram)

    def _stages(self, diagram: MermaidJourney, journey: str, actors: str) -> Iterator[Record]:
        """Give a stage for each run of tasks of one section, with what is in it."""
        runs = [list(run) for _name, run in groupby(diagram.tasks, key=lambda task: task.section)]
        if not runs:
            self.notices.append(Notice(0, _("The diagram has no tasks. The map has one empty step.")))
            runs = [[MermaidTask("", "", 0.0, (), 0)]]
        for run, rank in zip(runs, spread(len(runs)), strict=True):
            title = self._short(run[0].section, run[0].line)
            stage = Stage(id=new_id(), journey=journey, title=title, rank=rank)
            yield stage
            for task, step_rank in zip(run, spread(len(run)), strict=True):
                step = Step(
                    id=new_id(), stage=stage.id, title=self._short(task.title, task.line), rank=step_rank
                )
                yield step
                yield from self._feeling(task, journey, step.id)
                yield from self._actors(task, actors, step.id)

    def _feeling(self, task: MermaidTask, journey: str, step: str) -> Iterator[Feeling]:
        """Give the feeling of a score from 1 to 5; any other number is told of."""
        if task.score == 0:
            return
        if task.score is None or not 1 <= task.score <= 5:
            message = _("The score of “{title}” is no number from 1 to 5. The step has no feeling.")
            self.notices.append(Notice(task.line, message.format(title=quoted(task.title))))
            return
        score = round(task.score - 3, 1)
        if abs(score + 3 - task.score) > 1e-9:
            message = _("The score of “{title}” was rounded to one decimal.")
            self.notices.append(Notice(task.line, message.format(title=quoted(task.title))))
        yield Feeling(id=new_id(), journey=journey, step=step, score=score)

    def _actors(self, task: MermaidTask, lane: str, step: str) -> Iterator[Card]:
        """Give a card for each of the people at a task who has a name."""
        names = [name for person in task.people if (name := self._short(person, task.line))]
        for name, rank in zip(names, spread(len(names)), strict=True):
            yield Card(id=new_id(), lane=lane, step=step, kind=CardKind.ACTOR, text=name, rank=rank)

    def _short(self, text: str, line: int) -> str:
        """Give a title or a name as a map takes it; what was removed from it is told of."""
        title = one_line(LINE_BREAK.sub(" ", text))
        if not is_clean(unicodedata.normalize("NFC", text).replace("\t", " ")):
            message = _("Characters that cannot be shown were removed from “{text}”.")
            self.notices.append(Notice(line, message.format(text=quoted(title))))
        if len(title) > TEXT_LIMIT:
            message = _("“{text}” was cut after {limit} characters.")
            self.notices.append(Notice(line, message.format(text=quoted(title), limit=TEXT_LIMIT)))
        return title[:TEXT_LIMIT].rstrip()

    def _tell_of_empty_sections(self, diagram: MermaidJourney) -> None:
        """Tell of sections without tasks, which became no stages."""
        lines = [task.line for task in diagram.tasks]
        message = _("The section “{title}” has no tasks and became no stage.")
        for (title, line), (_next, next_line) in pairwise(
            [*diagram.sections, ("", lines[-1] + 1 if lines else 1)]
        ):
            if bisect_left(lines, line) == bisect_left(lines, max(line, next_line)):
                self.notices.append(Notice(line, message.format(title=quoted(title))))

    def _tell_of_missing_scores(self, diagram: MermaidJourney) -> None:
        """Tell, once for all of them, which tasks have the score 0 or none."""
        lines = [task.line for task in diagram.tasks if task.score == 0]
        if lines:
            message = _n(
                "The task in line {lines} has no score, so its step has no feeling.",
                "The tasks in lines {lines} have no score, so their steps have no feelings.",
                len(lines),
            )
            self.notices.append(Notice(lines[0], message.format(lines=", ".join(map(str, lines)))))
