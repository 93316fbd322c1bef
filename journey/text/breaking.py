"""Breaking: a text as lines no wider than a width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import chain

from journey.clean import clean
from journey.text.breakpoints import hyphenation, soft_breaks, visible_end
from journey.text.clusters import cluster_starts
from journey.text.direction import base_level, embedding_levels, needs_levels
from journey.text.fonts import Weight
from journey.text.shaping import Line, Word, Words, leveled_words, line_of, mixed_line_of, word_of, words_for

# More letters than ever stand in one em: what has more for the width is not even measured.
_LETTERS_PER_EM = 8

# The part of word number `index` between two places, with or without a hyphen after it.
Part = Callable[[int, int, int, str], Word]


def break_lines(text: str, width: float, weight: Weight = 400, language: str = "en") -> tuple[Line, ...]:
    """Return the text as lines no wider than the width (in em of the text's size).

    Lines end at spaces, after hyphens and dashes, between the characters of scripts written without spaces,
    and at each newline; the spaces there vanish and several in a row count as one. A word that does not fit
    on a line of its own is hyphenated in the language, or parted between clusters where that cannot be; only
    a cluster wider than the width makes a line wider than it. Blank lines at both ends vanish.
    """
    words = words_for(weight, language)
    lines: list[Line] = []
    for paragraph in clean(text).strip(" \n").split("\n"):
        if needs_levels(paragraph):
            lines += _mixed_lines(paragraph, width, words)
        else:
            lines += _plain_lines(paragraph, width, words)
    return tuple(lines) if any(line.runs for line in lines) else ()


def line_count(text: str, width: float, weight: Weight = 400, language: str = "en") -> int:
    """Return how many lines ``break_lines`` gives, without making them: all that a height depends on."""
    words, cleaned = words_for(weight, language), clean(text).strip(" \n")
    if not cleaned:
        return 0
    count = 0
    for paragraph in cleaned.split("\n"):
        lines = None if needs_levels(paragraph) else _plain_count(paragraph, width, words)
        if lines is None:
            return len(break_lines(text, width, weight, language))
        count += lines
    return count


def _plain_count(paragraph: str, width: float, words: Words) -> int | None:
    """Return how many lines a paragraph has that runs from left to right; None if a word may be parted.

    Adds up as ``_Filler`` does, but by itself: it is asked for every text of a map, one word at a time.
    """
    space, widths, count = words.space.width, words.widths, 1
    end = -space
    for word in filter(None, paragraph.split(" ")):
        wide = widths[word]
        after = end + space + wide
        if after <= width:
            end = after
        elif wide <= width and not soft_breaks(word):
            count += 1
            end = wide
        else:
            return None
    return count


def _plain_lines(paragraph: str, width: float, words: Words) -> list[Line]:
    """Return the lines of a paragraph that runs from left to right throughout."""
    found = [words[word] for word in paragraph.split(" ") if word]

    def part(index: int, start: int, end: int, hyphen: str) -> Word:
        text = found[index].text
        return words[text[start : visible_end(text, end)] + hyphen]

    return [line_of(line, words.space) for line in _Filler(width, words, part).fill(found)]


def _mixed_lines(paragraph: str, width: float, words: Words) -> list[Line]:
    """Return the lines of a paragraph with parts that run from right to left."""
    text = " ".join([word for word in paragraph.split(" ") if word])
    found = leveled_words(text, words.weight, words.language)
    levels = embedding_levels(text)
    starts = [0]
    for word in found:
        starts.append(starts[-1] + len(word.text) + 1)

    def part(index: int, start: int, end: int, hyphen: str) -> Word:
        here, whole = starts[index], found[index].text
        end = visible_end(whole, end)
        own = levels[here + start : here + end]
        written = whole[start:end] + hyphen
        gap = found[index].gap if start == 0 else 0
        return word_of(written, (*own, *own[-1:] * len(hyphen)), words.weight, words.language, gap)

    rtl = base_level(text) == 1
    return [mixed_line_of(line, words.space, rtl) for line in _Filler(width, words, part).fill(found)]


class _Filler:
    """Fills lines of one paragraph with its words, parting those that are too wide."""

    def __init__(self, width: float, words: Words, part: Part) -> None:
        self._width = width
        self._space = words.space.width
        self._language = words.language
        self._part = part
        self._lines: list[list[Word]] = []
        self._line: list[Word] = []
        self._end = 0.0  # of the line so far, in em

    def fill(self, words: Sequence[Word]) -> list[list[Word]]:
        """Return the words of each line; one empty line for no words."""
        for index, word in enumerate(words):
            end = self._end_with(word)
            if end <= self._width:
                self._line.append(word)
                self._end = end
            elif word.width <= self._width and not soft_breaks(word.text):
                self._lines.append(self._line)
                self._line = [word]
                self._end = word.width
            else:
                self._fill_with_parts(index, word.text)
        return [*self._lines, self._line]

    def _end_with(self, word: Word) -> float:
        """Return where the line would end with the word; the same sum that the line's width is."""
        return self._end + self._space + word.width if self._line else word.width

    def _fill_with_parts(self, index: int, text: str) -> None:
        """Set a word that does not fit on the line, in as many parts as it takes."""
        breaks = [*soft_breaks(text), len(text)]
        start = 0
        while start < len(text):
            while breaks[0] <= start:
                del breaks[0]
            found = self._longest(index, start, breaks) or self._forced_part(index, start, breaks[0], text)
            if found:
                word, start = found
                self._end = self._end_with(word)
                self._line.append(word)
            if start < len(text):
                self._break()

    def _break(self) -> None:
        """End the line."""
        self._lines.append(self._line)
        self._line = []
        self._end = 0.0

    def _forced_part(self, index: int, start: int, end: int, text: str) -> tuple[Word, int] | None:
        """Return a part of what fits on no line: up to a hyphen, else, on a new line, up to a cluster."""
        if self._line and self._part(index, start, end, "").width <= self._width:
            return None
        hyphens = [place for place in hyphenation(text, self._language) if start < place < end]
        found = self._longest(index, start, hyphens, "-")
        if found or self._line:
            return found
        places = [place for place in chain(cluster_starts(text), [end]) if start < place <= end]
        return self._longest(index, start, places) or (self._part(index, start, places[0], ""), places[0])

    def _longest(
        self, index: int, start: int, places: Sequence[int], hyphen: str = ""
    ) -> tuple[Word, int] | None:
        """Return the longest part, and its end, from the start to one of the places that fits on the line.

        Looks at the first, second, fourth ... place, then between: few of the places of a very long word.
        """
        best = None
        fitting, tried = 0, 1
        failing = bisect_right(places, start + _LETTERS_PER_EM * self._width) + 1
        while fitting < tried < failing:
            place = places[tried - 1]
            word = self._part(index, start, place, hyphen)
            if self._end_with(word) <= self._width:
                best, fitting = (word, place), tried
            else:
                failing = tried
            tried = min(2 * fitting, (fitting + failing) // 2)
        return best
