"""A journey as Mermaid writes it down: title, sections, tasks; and how statements become one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from export.mermaid.source import WHITE, shown
from export.notices import Notice, quoted
from resources.words import _

Kind = Literal["title", "acc_title", "description", "section", "task"]
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
OTHER_BASE = re.compile(r"0x[\da-f]+|0o[0-7]+|0b[01]+", re.ASCII | re.IGNORECASE)
ENDLESS = {"Infinity": math.inf, "+Infinity": math.inf, "-Infinity": -math.inf}


@dataclass(frozen=True, slots=True)
class MermaidTask:
    """One task: its section's and its own name as written, the score (None: no number) and the people."""

    section: str
    title: str
    score: float | None
    people: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class MermaidJourney:
    """One diagram; `sections` has each section statement in order with its line, also the empty ones."""

    title: str
    description: str
    sections: tuple[tuple[str, int], ...]
    tasks: tuple[MermaidTask, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a diagram says; `data` is what follows the name of a task, from its first colon on."""

    kind: Kind
    text: str
    line: int
    data: str = ""


@dataclass(slots=True)
class Draft:
    """A journey being written down, statement by statement, with the notices that come up."""

    title: str = ""
    acc_title: str = ""
    description: str = ""
    section: str = ""
    sections: list[tuple[str, int]] = field(default_factory=list)
    tasks: list[MermaidTask] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def journey_of(statements: Iterable[Statement], front_title: str) -> tuple[MermaidJourney, list[Notice]]:
    """Write statements down as a journey; the front matter's title counts where the diagram has none."""
    draft = Draft()
    for statement in statements:
        _write_down(draft, statement)
    title = draft.title.strip(WHITE) or front_title or draft.acc_title
    lines = [line for line in (draft.acc_title, draft.description) if line and line != title]
    journey = MermaidJourney(title, "\n".join(lines), tuple(draft.sections), tuple(draft.tasks))
    return journey, draft.notices


def _write_down(draft: Draft, statement: Statement) -> None:
    """Take one statement into the draft."""
    text = shown(statement.text)
    match statement.kind:
        case "title":
            _entitle(draft, text, statement.line)
        case "acc_title":
            draft.acc_title = text.strip(WHITE)
        case "description":
            draft.description = re.sub(r"\n\s+", "\n", text.strip(WHITE))
        case "section":
            draft.section = text
            draft.sections.append((text, statement.line))
        case "task":
            _add_task(draft, text, statement)


def _entitle(draft: Draft, text: str, line: int) -> None:
    """Set the title; the last one counts, as in Mermaid, and the one before is told of."""
    if draft.title.strip(WHITE) and draft.title != text:
        message = _("A second title. “{old}” is replaced by “{new}”.")
        draft.notices.append(Notice(line, message.format(old=quoted(draft.title), new=quoted(text))))
    draft.title = text


def _add_task(draft: Draft, title: str, statement: Statement) -> None:
    """Add a task; what Mermaid drops after the third colon is told of."""
    score, *rest = statement.data.removeprefix(":").split(":")
    people = tuple(shown(person).strip(WHITE) for person in rest[0].split(",")) if rest else ()
    draft.tasks.append(MermaidTask(draft.section, title, number(score), people, statement.line))
    if len(rest) > 1:
        message = _(
            "Mermaid reads “{score}” as the score and “{people}” as the people, and drops “{lost}”. "
            "A colon in a name is written #58;."
        )
        heard = {"score": score, "people": rest[0], "lost": ":".join(rest[1:])}
        parts = {name: quoted(shown(part)) for name, part in heard.items()}
        draft.notices.append(Notice(statement.line, message.format(**parts)))


def number(text: str) -> float | None:
    """Read a number as JavaScript's `Number` does: nothing is 0, `0x10` is 16; None if it is none."""
    plain = text.strip(WHITE)
    if OTHER_BASE.fullmatch(plain):
        return float(int(plain, 0)) if len(plain) < 200 else math.inf
    if NUMBER.fullmatch(plain):
        return float(plain)
    return ENDLESS.get(plain, None if plain else 0.0)
