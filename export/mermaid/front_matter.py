"""The title that the front matter of a Mermaid text may carry, without a whole YAML reader."""

from __future__ import annotations

import json
import re

from export.mermaid.lexer import Rejected
from export.mermaid.source import Source

BLOCK = re.compile(r"([^\S\n]*)---[^\S\n]*\n(.*?)\n\1---\s*\n+", re.DOTALL)
TITLE = re.compile(r"^title[ \t]*:(?:[ \t]+(.*(?:\n[ \t]+\S.*)*))?$", re.MULTILINE)
LOOSE_BLOCK = re.compile(
    r"\s*---[^\S\n]*\n(.*?)\n(?=[^\S\n]*(?:---|journeys?\b))(?:[^\S\n]*---[^\S\n]*)?",
    re.DOTALL | re.IGNORECASE,
)
LOOSE_TITLE = re.compile(r"^\s*title\s*:(.*)$", re.MULTILINE)
DOUBLE_QUOTED = re.compile(r'("(?:[^"\\\n]|\\.)*")(?:\s+#.*)?')
SINGLE_QUOTED = re.compile(r"'((?:[^']|'')*)'(?:\s+#.*)?")
MARKER = re.compile(r"^[|>][+-]?\d?\n\s*")
REMARK = re.compile(r"(?:^|\s)#.*")
# Values that are no plain text in YAML's JSON schema, or that YAML would refuse.
NOTHING = ("", "~", "null", "Null", "NULL", "0", "false", "False", "FALSE")
SPECIAL = re.compile(r"[\[\]{}&*!|>%@`\"',]|.*:(?:\s|$)")


def front_title(source: Source) -> tuple[str, Source]:
    """Give the title of the front matter and the text after it; raises `Rejected` if YAML would refuse."""
    match = BLOCK.match(source.text)
    if match is None:
        return "", source
    body = re.sub(f"^{re.escape(match[1])}", "", match[2], flags=re.MULTILINE)
    try:
        return _title(body), source.part(match.end())
    except ValueError:
        raise Rejected(source.line_at(match.start(2))) from None


def loose_front_title(source: Source) -> tuple[str, Source]:
    """Give the title and the text after front matter that is not quite right; its quotes are dropped."""
    match = LOOSE_BLOCK.match(source.text)
    if match is None:
        return "", source
    title = LOOSE_TITLE.search(match[1])
    return (title[1].strip().strip("\"'") if title else ""), source.part(match.end())


def _title(body: str) -> str:
    """Give the title of a YAML mapping; raises ValueError where it is no scalar of one kind or another."""
    match = TITLE.search(body)
    value = (match[1] or "").strip() if match else ""
    if quoted := DOUBLE_QUOTED.fullmatch(value):
        return str(json.loads(quoted[1]))
    if quoted := SINGLE_QUOTED.fullmatch(value):
        return quoted[1].replace("''", "'")
    if MARKER.match(value):
        return " ".join(MARKER.sub("", value).split())
    plain = " ".join(REMARK.sub("", value).split())
    if SPECIAL.match(plain):
        raise ValueError(plain)
    return "" if plain in NOTHING else plain
