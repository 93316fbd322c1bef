"""The sentences of Mermaid 11's journey language: which words make a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from export.mermaid.draft import Kind, Statement
from export.mermaid.lexer import Rejected, Word, words
from export.mermaid.source import Source, shown
from export.notices import Notice, quoted
from resources.words import _

KINDS: dict[str, Kind] = {
    "title": "title",
    "acc_title": "acc_title",
    "acc_descr": "description",
    "acc_block": "description",
    "section": "section",
}
KEYWORD = re.compile(r"(?:title|section|acc\w+\s*[:{])\s?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of text says, and what was lost or changed in reading it."""

    statements: tuple[Statement, ...]
    notices: tuple[Notice, ...] = ()


def reading(source: Source) -> Reading:
    """Read a text after its `journey`; raises `Rejected` where Mermaid does."""
    heard = list(words(source))
    said = tuple(_statements(word for word in heard if word.kind not in ("comment", "remark")))
    return Reading(said, tuple(_losses(heard)))


def _statements(heard: Iterator[Word]) -> Iterator[Statement]:
    """Put words together to statements."""
    for word in heard:
        if word.kind == "name":
            data = next(heard, word)
            if data.kind != "data":
                raise Rejected(data.line)
            yield Statement("task", word.text, word.line, data.text)
        elif word.kind in KINDS:
            text = word.text.removesuffix("}") if word.kind == "acc_block" else word.text
            yield Statement(KINDS[word.kind], KEYWORD.sub("", text, count=1), word.line)
        elif word.kind != "newline":
            raise Rejected(word.line)


def _losses(heard: list[Word]) -> Iterator[Notice]:
    """Tell of the words that Mermaid drops or takes for something else although they look like content."""
    dropped = _("Mermaid takes “{text}” for a comment and drops it.")
    swallowed = _("Mermaid takes the line after “{keyword}” for its text.")
    for word in heard:
        text = shown(word.text).strip()
        if word.kind in ("comment", "remark") and not (word.starts_line and text.startswith(("%%", "#"))):
            yield Notice(word.line, dropped.format(text=quoted(text)))
        elif word.kind in ("title", "section", "acc_title", "acc_descr") and "\n" in word.text:
            yield Notice(word.line, swallowed.format(keyword=word.text.split()[0]))
