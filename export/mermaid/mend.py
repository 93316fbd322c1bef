"""What somebody meant with a line of a journey that Mermaid rejects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from export.mermaid.draft import Kind, Statement
from export.mermaid.grammar import Reading, reading
from export.mermaid.lexer import Rejected
from export.mermaid.source import Source, hidden, shown
from export.notices import Notice, quoted
from resources.words import _

LINE = re.compile(r"[^\n]*\n|[^\n]+")
HTML_ENTITY = re.compile(r"&(?:#(\d+)|([A-Za-z]\w*));", re.ASCII)
KEYWORD = re.compile(r"\s*(journeys?|section|title|accTitle|accDescr)(?![\w-])[\s:{]*(.*)", re.IGNORECASE)
SCORED = re.compile(r"[^:]*:\s*[-+]?\d+(?:\.\d+)?\s*(:|$)")
JOINED = re.compile(r"\s*(section\s[^:]*?\S)(?:[^\S\n]{2,}|\t)([^:\s][^:]*:\s*\d.*)", re.IGNORECASE)
TASK = re.compile(r"([^:]*)(:.*)?")
FENCE = re.compile(r"\s*(?:`{3}|~{3})")
SCRAP = re.compile(r"\s*(?:%|[\s}]*$)")
WIDE_COLON = "\uff1a"
KINDS: dict[str, Kind] = {
    "journey": "title",
    "journeys": "title",
    "section": "section",
    "title": "title",
    "acctitle": "acc_title",
    "accdescr": "description",
}


def mended(source: Source) -> Iterator[Reading]:
    """Read a text line by line: as Mermaid does where it can, by its likely meaning where not."""
    for line in LINE.finditer(source.text):
        if not line[0].isspace():
            yield _read(source.part(line.start(), line.end()))


def _read(line: Source) -> Reading:
    """Read one line, given with its end."""
    try:
        return reading(line)
    except Rejected:
        return _mended(line)


def _mended(line: Source) -> Reading:
    """Read a line that Mermaid rejects, and say what was made of it."""
    number, text = line.line_at(0), shown(line.text).strip()
    if FENCE.match(text) or SCRAP.match(text):
        message = _("“{text}” is no part of a journey and was left out.").format(text=quoted(text))
        return Reading((), (Notice(number, message),))
    pieces = (part for piece in _pieces(_literal(line.text)) for part in _unjoined(piece))
    meant = tuple(_meant(piece, number) for piece in pieces)
    message = _("Mermaid rejects the line “{text}”. It was read as {meaning}.")
    meaning = ", ".join(_named(statement) for statement in meant)
    return Reading(meant, (Notice(number, message.format(text=quoted(text), meaning=quoted(meaning))),))


def _literal(line: str) -> str:
    """Hide the characters that were meant as text from the reading that follows."""
    text = HTML_ENTITY.sub(lambda match: hidden(match[1] or match[2]), line.strip())
    if ":" not in text:
        text = text.replace(WIDE_COLON, ":")
    return text.replace("#", hidden("35"))


def _pieces(text: str) -> list[str]:
    """Cut a line at the semicolons that end a statement; the others were meant as text."""
    groups: list[list[str]] = []
    for piece in text.split(";"):
        if groups and not _starts_afresh(groups[-1], piece):
            groups[-1].append(piece)
        elif piece.strip():
            groups.append([piece])
    semicolon = hidden("59")
    return [semicolon.join(group).removesuffix(semicolon) for group in groups] or [text]


def _starts_afresh(before: list[str], piece: str) -> bool:
    """Tell whether a piece is a statement of its own: it looks like one, and the one before is whole."""
    looks_like_one = KEYWORD.match(piece) or SCORED.match(piece)
    return bool(looks_like_one and (KEYWORD.match(before[0]) or any(":" in part for part in before)))


def _unjoined(piece: str) -> tuple[str, ...]:
    """Cut a section from a task that lost the line end between them; their indentation is still there."""
    joined = SCORED.match(piece) and JOINED.fullmatch(piece)
    return joined.groups() if joined else (piece,)


def _meant(piece: str, line: int) -> Statement:
    """Tell what a piece of a line was meant as; what looks like nothing else is a task without a score."""
    keyword = KEYWORD.fullmatch(piece)
    scored = SCORED.match(piece)
    if keyword and not (scored and scored[1] and keyword[1].lower() in ("section", "journey", "journeys")):
        return Statement(KINDS[keyword[1].lower()], keyword[2].rstrip().removesuffix(":"), line)
    task = TASK.fullmatch(piece)
    assert task is not None  # a piece is one line
    return Statement("task", task[1], line, task[2] or ":")


def _named(statement: Statement) -> str:
    """Give a statement's kind and text in the user's words."""
    text = shown(statement.text).strip()
    if statement.kind == "section":
        return _("stage “{title}”").format(title=text)
    if statement.kind == "task":
        return _("step “{title}”").format(title=text)
    return _("title or description “{text}”").format(text=text)
