"""Mermaid journeys as Mermaid 11 reads them, and what was meant where it would not."""

from __future__ import annotations

import re

from export.mermaid.draft import MermaidJourney, journey_of
from export.mermaid.front_matter import front_title
from export.mermaid.grammar import reading
from export.mermaid.lexer import Rejected
from export.mermaid.loose import Read, as_meant, holds_a_header
from export.mermaid.source import (
    DIRECTIVE,
    SPACE,
    Source,
    entities_hidden,
    single_quoted,
    source,
    without_comments,
)
from export.notices import Notice
from resources.errors import Fault
from resources.words import _, _n

SIZE_LIMIT = 10_000_000
"""Characters a Mermaid or Markdown text may have: some hundred thousand tasks."""

HEADER = re.compile(rf"{SPACE}*journey\b", re.ASCII)
# A comment or a setting; `#58;` starts a line of text.
ASIDE = re.compile(r"^[^\S\n]*(%%|#(?!\w+;))", re.MULTILINE | re.ASCII)
# A fenced block of a Markdown file that says it is Mermaid, or nothing about itself.
FENCED = re.compile(
    r"^[^\S\n]*(`{3,}|~{3,})[^\S\n]*(?:\{?\.?mermaid\b[^\n]*)?\n(.*?)(?:^[^\S\n]*\1|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


def parse(text: str) -> tuple[tuple[MermaidJourney, ...], tuple[Notice, ...]]:
    """Give the journeys of a Mermaid text, or of the Mermaid blocks of a Markdown text, in order.

    What Mermaid 11 accepts gives what Mermaid makes of it, with notices where that loses something;
    the rest is read by its likely meaning, with a notice for each line. Raises `Fault` if there is none,
    or if the text is larger than `SIZE_LIMIT`.
    """
    if len(text) > SIZE_LIMIT:
        raise Fault(_("The text is too large for a Mermaid journey. Nothing was imported."))
    whole = source(text)
    try:
        journeys, notices = _as_mermaid_reads(whole)
    except Rejected as rejected:
        journeys, notices = _otherwise(whole, rejected.line)
    return tuple(journeys), tuple(sorted(notices, key=lambda notice: notice.line))


def _as_mermaid_reads(whole: Source) -> Read:
    """Read one diagram exactly as Mermaid does; raises `Rejected` where Mermaid does."""
    title, body = front_title(single_quoted(whole))
    body = without_comments(body.replaced(DIRECTIVE, _nothing)).without_leading_blanks()
    header = HEADER.match(body.text)
    if header is None:
        raise Rejected(body.line_at(0))
    # Mermaid's own reader, too, ends every text with a line end.
    ended = Source(body.text + "\n", (*body.lines, body.line_at(len(body.text))))
    read = reading(entities_hidden(ended.part(header.end())))
    journey, notices = journey_of(read.statements, title)
    return [journey], [*read.notices, *notices, *_set_aside(whole)]


def _otherwise(whole: Source, rejected_line: int) -> Read:
    """Read a text that Mermaid rejects: the diagrams of a Markdown file, or one with mistakes."""
    blocks = [whole.part(*block.span(2)) for block in FENCED.finditer(whole.text)]
    journeys, notices = _of_blocks([block for block in blocks if holds_a_header(block.text)])
    return (journeys, notices) if journeys else _with_mistakes(whole, rejected_line)


def _of_blocks(blocks: list[Source]) -> Read:
    """Read the fenced blocks of a Markdown file."""
    journeys: list[MermaidJourney] = []
    notices: list[Notice] = []
    for block in blocks:
        message = _("A journey was found in this block of a Markdown text.")
        notices.append(Notice(block.line_at(0), message))
        try:
            read = _as_mermaid_reads(block)
        except Rejected as rejected:
            read = _with_mistakes(block, rejected.line)
        journeys += read[0]
        notices += read[1]
    return journeys, notices


def _with_mistakes(whole: Source, rejected_line: int) -> Read:
    """Read one diagram that Mermaid rejects, and in any case say that it does."""
    journeys, notices = as_meant(whole)
    message = _("Mermaid rejects this diagram. It was read line by line.")
    return journeys, [*(notices or [Notice(rejected_line, message)]), *_set_aside(whole)]


def _set_aside(whole: Source) -> list[Notice]:
    """Tell, once for all of them, which lines are comments and settings."""
    lines = [whole.line_at(line.start(1)) for line in ASIDE.finditer(whole.text)]
    if not lines:
        return []
    message = _n(
        "The comment or setting in line {lines} is not part of the map.",
        "The comments and settings in lines {lines} are not part of the map.",
        len(lines),
    )
    return [Notice(lines[0], message.format(lines=", ".join(map(str, lines))))]


def _nothing(_match: re.Match[str]) -> str:
    """Stand for a match that goes."""
    return ""
