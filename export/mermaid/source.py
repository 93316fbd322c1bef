"""What Mermaid does to a text before it reads it, and from which line each character came."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

# The white space of JavaScript's regular expressions, which is not quite Python's.
SPACE = "[\\t\\n\\v\\f\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
WHITE = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))

# Mermaid hides `#58;` from its lexer behind rare characters and shows `:` later; so do we.
HIDDEN, SHOWN = "\ue000", "\ue001"
ENTITY = re.compile(r"#(\w+);", re.ASCII)
HIDDEN_ENTITY = re.compile(f"{HIDDEN}(\\w+){SHOWN}", re.ASCII)
STYLE = re.compile(r"(?:style|classDef)[^\n\u2028\u2029]*")
STYLE_COLOUR = re.compile(r":[^\s:#]*#")

TAG = re.compile(r"<\w+[^>]*>", re.ASCII)
QUOTED = re.compile(r'="([^"]*)"')
# A directive as Mermaid finds it: an unclosed one eats whatever still looks like its first words.
DIRECTIVE = re.compile(
    rf"%%\{{{SPACE}*(?:\w+{SPACE}*:|\w+){SPACE}*(?:\w+|(?:(?!\}}%%)[^\u2028\u2029])*)?{SPACE}*(?:\}}%%)?",
    re.ASCII,
)
# The blanks at the start of lines and the comment that may follow them: blank lines before it go as well.
COMMENT = re.compile(rf"(?<![^\n\u2028\u2029])({SPACE}*)(%%(?!\{{)[^\n]+\n?)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and, for each of its characters, the line (from 1) of the file it came from."""

    text: str
    lines: tuple[int, ...]

    def part(self, start: int, end: int | None = None) -> Source:
        """Give the characters from `start` up to `end`."""
        return Source(self.text[start:end], self.lines[start:end])

    def line_at(self, place: int) -> int:
        """Give the line of the file for a place in the text; the last line where the text has ended."""
        if not self.lines:
            return 0
        return self.lines[min(place, len(self.lines) - 1)]

    def replaced(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str]) -> Source:
        """Give the text with each match exchanged for what `put` makes of it; its line is kept."""
        texts: list[str] = []
        lines: list[int] = []
        place = 0
        for match in pattern.finditer(self.text):
            new = put(match)
            texts += self.text[place : match.start()], new
            lines += self.lines[place : match.start()]
            lines += [self.line_at(match.start())] * len(new)
            place = match.end()
        return Source("".join(texts) + self.text[place:], (*lines, *self.lines[place:]))

    def without_leading_blanks(self) -> Source:
        """Give the text from its first character that is not white space."""
        return self.part(len(self.text) - len(self.text.lstrip(WHITE)))


def source(text: str, first_line: int = 1) -> Source:
    """Give the text with plain line ends; `first_line` is where it stands in a greater file."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = []
    for number, line in enumerate(plain.split("\n"), first_line):
        lines += [number] * (len(line) + 1)
    return Source(plain, tuple(lines[: len(plain)]))


def single_quoted(whole: Source) -> Source:
    """Turn double into single quotes in the attributes of HTML tags, as Mermaid does first of all."""
    tagged = whole.text.rfind(">") + 1  # beyond it each open bracket would be searched in vain to the end
    quoted = whole.part(0, tagged).replaced(TAG, lambda tag: QUOTED.sub(r"='\1'", tag[0]))
    return Source(quoted.text + whole.text[tagged:], quoted.lines + whole.lines[tagged:])


def without_comments(whole: Source) -> Source:
    """Leave out the lines that are comments."""
    return whole.replaced(COMMENT, lambda match: "" if match[2] else match[1])


def entities_hidden(whole: Source) -> Source:
    """Hide `#58;` and its kind from the lexer, losing the semicolons that Mermaid loses to its styles."""
    styled = whole.replaced(STYLE, lambda match: _without_last_semicolon(match[0]))
    return styled.replaced(ENTITY, lambda match: hidden(match[1]))


def hidden(entity: str) -> str:
    """Give the hidden form of an entity: its number or its name without `#`, `&` and `;`."""
    return f"{HIDDEN}{entity}{SHOWN}"


def shown(text: str) -> str:
    """Give the text with its hidden entities as the characters they stand for."""
    return HIDDEN_ENTITY.sub(_character, text)


def _without_last_semicolon(style: str) -> str:
    """Give what Mermaid takes for a style without the semicolon that ends it, if it names a colour."""
    last = style.rfind(";")
    return style[:last] + style[last + 1 :] if STYLE_COLOUR.search(style, 0, max(last, 0)) else style


def _character(match: re.Match[str]) -> str:
    """Give the character of one hidden entity; a name that nobody knows stays as it is in HTML."""
    entity = match[1]
    return html.unescape(f"&#{entity};" if entity.isdigit() else f"&{entity};")
