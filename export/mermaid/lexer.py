"""The words of Mermaid 11's journey language, in the order in which its own lexer tries them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from export.mermaid.source import SPACE, Source

# The first rule that matches wins, not the longest one. Among Mermaid's surprises: a single `%` starts
# a comment where a word could start, any character but `}` before `%%` belongs to the comment, and the
# blank after `title` may be the end of the line.
RULES = {
    "comment": r"%(?!\{)[^\n]*|[^}]%%[^\n]*",
    "newline": r"\n+",
    "blank": f"{SPACE}+",
    "remark": r"#[^\n]*",
    "journey": r"journey\b",
    "title": rf"title{SPACE}[^#\n;]+",
    "acc_title": rf"accTitle{SPACE}*:{SPACE}*",
    "acc_descr": rf"accDescr{SPACE}*:{SPACE}*",
    "acc_block": rf"accDescr{SPACE}*\{{{SPACE}*",
    "section": rf"section{SPACE}[^#:\n;]+",
    "name": r"[^#:\n;]+",
    "data": r":[^#\n;]+",
    "colon": r":",
    "semicolon": r";",
}
WORD = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in RULES.items()), re.ASCII | re.IGNORECASE)
REST_OF_LINE = re.compile(r"[^\n]*")
BLOCK = re.compile(r"[^}]*\}")
VALUES = {"acc_title": REST_OF_LINE, "acc_descr": REST_OF_LINE, "acc_block": BLOCK}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the language: the rule it follows, its text, its line in the file, if it comes first."""

    kind: str
    text: str
    line: int
    starts_line: bool


class Rejected(Exception):
    """Mermaid would not read on here; `line` says where."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def words(source: Source) -> Iterator[Word]:
    """Give the words of a text in order, blanks left out; raises `Rejected` in an unclosed block."""
    place = 0
    while place < len(source.text):
        match = WORD.match(source.text, place)
        assert match is not None  # the rules cover every character
        kind, start = str(match.lastgroup), place
        # A comment may begin with the end of the line before it.
        start += kind == "comment" and match[0][0] == "\n"
        place = match.end()
        if kind in VALUES:
            place = _end_of_value(source, kind, place)
        if kind != "blank":
            text = source.text[start:place]
            yield Word(kind, text, source.line_at(start), _starts_line(source.text, start))


def _end_of_value(source: Source, kind: str, place: int) -> int:
    """Give the place where the text of `accTitle:`, `accDescr:` or `accDescr {` ends."""
    value = VALUES[kind].match(source.text, place)
    if value is None or place == len(source.text):
        raise Rejected(source.line_at(place))
    return value.end()


def _starts_line(text: str, place: int) -> bool:
    """Tell whether only blanks stand before a place in its line."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return not line or line.isspace()
