"""Whole texts that Mermaid rejects: where their journeys start and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from export.mermaid.draft import MermaidJourney, journey_of
from export.mermaid.front_matter import front_title, loose_front_title
from export.mermaid.lexer import Rejected
from export.mermaid.mend import mended
from export.mermaid.source import Source, entities_hidden, hidden, single_quoted
from export.notices import Notice, quoted
from resources.errors import Fault
from resources.words import _

Read = tuple[list[MermaidJourney], list[Notice]]

HEADER = re.compile(
    r"^[^\S\n]*(journeys?)(?=[^\S\n]*(?:$|;|[^\S\n](?:title|section|accTitle|accDescr)\b))",
    re.MULTILINE | re.IGNORECASE,
)
DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
COMMENT = re.compile(r"^[^\S\n]*(?:%%|#)[^\n]*", re.MULTILINE)
DESCRIPTION = re.compile(r"^([^\S\n]*accDescr)[^\S\n]*\{([^}]*)\}", re.MULTILINE | re.IGNORECASE)
GROUPING = re.compile(r"^[^\S\n]*(?:section|title)\b", re.MULTILINE | re.IGNORECASE)
SCORED = re.compile(r"^[^:\n]+:[^\S\n]*\d+[^\S\n]*(?::|$)", re.MULTILINE)
OTHER_DIAGRAM = re.compile(
    r"\s*(?:graph|flowchart|\w*diagram\b|gantt|pie|timeline|mindmap|gitGraph|kanban|sankey|quadrantChart|C4)",
    re.IGNORECASE,
)


def holds_a_header(text: str) -> bool:
    """Tell whether a line of the text starts a journey, in whatever letters."""
    return HEADER.search(text) is not None


def as_meant(whole: Source) -> Read:
    """Read a text line by line, a journey for each header that has something under it.

    Raises `Fault` if the text is no journey at all.
    """
    title, body, notices = _front(single_quoted(whole).without_leading_blanks())
    body = entities_hidden(body.replaced(DIRECTIVE, _nothing)).replaced(COMMENT, _nothing)
    body = body.replaced(DESCRIPTION, _on_one_line)
    headers = list(HEADER.finditer(body.text))
    notices += _about_headers(body, headers) if headers else [_without_header(body)]
    journeys: list[MermaidJourney] = []
    for part in _parts(body, headers):
        readings = list(mended(part))
        said = [statement for read in readings for statement in read.statements]
        journey, more = journey_of(said, "" if journeys else title)
        notices += [*(notice for read in readings for notice in read.notices), *more]
        journeys += [journey] if said else []
    return journeys or [MermaidJourney(title, "", (), ())], notices


def _front(whole: Source) -> tuple[str, Source, list[Notice]]:
    """Give the title of the front matter, the text after it, and a notice if YAML would refuse it."""
    try:
        title, body = front_title(whole)
    except Rejected:
        title, body = "", whole
    if not body.text.startswith("---"):
        return title, body, []
    title, body = loose_front_title(whole)
    message = _("The front matter is not as it should be. Its title was read as “{title}”.")
    return title, body, [Notice(whole.line_at(0), message.format(title=quoted(title)))]


def _parts(body: Source, headers: list[re.Match[str]]) -> Iterator[Source]:
    """Cut a text at its headers; without any, all of it is one journey."""
    if not headers:
        yield body
    ends = [header.start() for header in headers[1:]] + [len(body.text)]
    for header, end in zip(headers, ends, strict=False):
        yield body.part(header.end(), end)


def _without_header(body: Source) -> Notice:
    """Tell that the header is missing; raises `Fault` if the rest does not look like a journey either."""
    text = body.text
    if OTHER_DIAGRAM.match(text) or not (GROUPING.search(text) and SCORED.search(text)):
        message = _("This is no Mermaid journey: no line says “journey”. Nothing was imported.")
        raise Fault(message)
    return Notice(body.line_at(0), _("The line “journey” is missing. The text was read as if it were there."))


def _about_headers(body: Source, headers: list[re.Match[str]]) -> list[Notice]:
    """Tell what stands before the first header, of odd headers, and of further ones."""
    notices = []
    before = body.text[: headers[0].start()].strip()
    if before:
        message = _("The text before “journey” was left out: “{text}”.")
        notices.append(Notice(body.line_at(0), message.format(text=quoted(before))))
    for header in headers:
        if header[1] != "journey":
            message = _("“{word}” was read as “journey”.").format(word=header[1])
            notices.append(Notice(body.line_at(header.start(1)), message))
    for former, header in pairwise(headers):
        is_empty = body.text[former.end() : header.start()].isspace()
        again = _("“journey” is said twice; the second was left out.")
        another = _("Another “journey” starts here. What follows became a map of its own.")
        notices.append(Notice(body.line_at(header.start(1)), again if is_empty else another))
    return notices


def _on_one_line(block: re.Match[str]) -> str:
    """Write a description of several lines as one, its line ends hidden."""
    return f"{block[1]}: " + block[2].strip().replace("\n", hidden("10"))


def _nothing(_match: re.Match[str]) -> str:
    """Stand for a match that goes."""
    return ""
