"""Shaping: words as glyphs of a font, each word shaped once and shared by all lines it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

import uharfbuzz

from journey.clean import clean
from journey.text.clusters import cluster_starts, clusters
from journey.text.direction import base_level, embedding_levels, needs_levels, visual_order
from journey.text.fonts import BOX_FAMILY, FAMILY, Weight, family_for, plain_characters, shaping_font

_WORDS_KEPT = 20_000
_LANGUAGE_TAG = re.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class GlyphRun:
    """Glyphs of one font for one word, a part of a word, or one space; positions in em from its left end.

    Runs are shared: the same word gives the same run, so a painter may keep what it makes of a run under the
    run itself.
    """

    font: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]  # where each glyph is drawn, from the run's left end
    ys: tuple[float, ...]  # how far above the baseline
    clusters: tuple[int, ...]  # index into text of the cluster each glyph belongs to; falls where rtl
    advance: float
    text: str  # in logical order
    rtl: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line, broken and shaped: runs from left to right, each beginning where the one before ends."""

    runs: tuple[GlyphRun, ...]
    width: float  # em
    text: str  # in logical order, as one copies it
    rtl: bool = False  # the paragraph runs from right to left: a layout that sets it flush sets it right


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Text without a break, shaped: its runs in logical order.

    In a text with right-to-left parts `levels` holds the level of each run and `gap` that of the space
    before the word; elsewhere they are empty and 0.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: float  # em
    levels: tuple[int, ...] = ()
    gap: int = 0


class Words(dict[str, Word]):
    """The words of one weight and language that run from left to right, shaped when first asked for."""

    def __init__(self, weight: Weight, language: str) -> None:
        super().__init__()
        self.weight = weight
        self.language = language
        self.space = self[" "]
        self.widths = _Widths(self)

    def __missing__(self, text: str) -> Word:
        if len(self) >= _WORDS_KEPT:
            self.clear()
            self[" "] = self.space
        word = self[text] = word_of(text, (0,) * len(text), self.weight, self.language)
        return word


class _Widths(dict[str, float]):
    """How wide these words are, em: of most texts nothing else is ever asked for, so no glyph is kept."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, text: str) -> float:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        words = self._words
        plain = plain_characters().issuperset(text)
        width = self[text] = _advance(text, words.weight, words.language) if plain else words[text].width
        return width


def shape(text: str, weight: Weight = 400, language: str = "en") -> Line:
    """Return the text as one line, all its spaces kept; line ends become spaces."""
    text = clean(text).replace("\n", " ")
    words = words_for(weight, language)
    if needs_levels(text):
        return mixed_line_of(leveled_words(text, weight, words.language), words.space, base_level(text) == 1)
    return line_of([words[word] for word in text.split(" ")], words.space)


def unsupported(text: str) -> tuple[str, ...]:
    """Return the characters that no font has, each once, in order: they are drawn as a box."""
    missing: dict[str, None] = {}
    for cluster in clusters(clean(text).replace("\n", " ")):
        if family_for(cluster) is None:
            alone = [character for character in cluster if family_for(character) is None]
            missing.update(dict.fromkeys(alone))
    return tuple(missing)


@lru_cache(maxsize=256)
def words_for(weight: Weight, language: str) -> Words:
    """Return the shared words of a weight and a language; a tag that is none counts as English."""
    return _words(weight, language if _LANGUAGE_TAG.fullmatch(language) else "en")


@lru_cache(maxsize=64)
def _words(weight: Weight, language: str) -> Words:
    """Return the words themselves, one for each weight and tag."""
    return Words(weight, language)


def leveled_words(text: str, weight: Weight, language: str) -> list[Word]:
    """Return the words of one paragraph with right-to-left parts, each with the levels it has there."""
    levels = embedding_levels(text)
    found: list[Word] = []
    start = 0
    for part in text.split(" "):
        end = start + len(part)
        gap = levels[start - 1] if start else 0
        found.append(word_of(part, levels[start:end], weight, language, gap))
        start = end + 1
    return found


def line_of(words: Sequence[Word], space: Word) -> Line:
    """Return the line of words that run from left to right, with one space between each two."""
    if len(words) == 1:
        return _alone(words[0])
    runs: list[GlyphRun] = []
    for word in words:
        runs += space.runs
        runs += word.runs
    return Line(tuple(runs[1:]), width_of(words, space), " ".join([word.text for word in words]))


@lru_cache(maxsize=_WORDS_KEPT)
def _alone(word: Word) -> Line:
    """Return the line of one word: columns are narrow, so every other line is one."""
    return Line(word.runs, word.width, word.text)


def mixed_line_of(words: Sequence[Word], space: Word, rtl: bool) -> Line:
    """Return the line of words with right-to-left parts, its runs put in the order in which they are seen."""
    runs: list[GlyphRun] = []
    levels: list[int] = []
    for word in words:
        runs += (*space.runs, *word.runs)
        levels += (word.gap, *(word.levels or (0,) * len(word.runs)))
    seen = visual_order(runs[1:], levels[1:])
    return Line(tuple(seen), width_of(words, space), " ".join([word.text for word in words]), rtl)


def width_of(words: Sequence[Word], space: Word) -> float:
    """Return the width of a line of words, in em: added up as a breaker adds them, so that both agree."""
    if not words:
        return 0.0
    end = words[0].width
    for word in words[1:]:
        end = end + space.width + word.width
    return end


def word_of(text: str, levels: Sequence[int], weight: Weight, language: str, gap: int = 0) -> Word:
    """Return the text shaped, cut where the font or the level changes."""
    runs: list[GlyphRun] = []
    run_levels: list[int] = []
    for font, level, part in _stretches(text, levels, weight):
        runs.append(_run(font, part, level % 2 == 1, language))
        run_levels.append(level)
    kept = tuple(run_levels) if any(run_levels) or gap else ()
    return Word(text, tuple(runs), sum([run.advance for run in runs]), kept, gap)


def _stretches(text: str, levels: Sequence[int], weight: Weight) -> Iterator[tuple[str, int, str]]:
    """Yield font, level and text of each part of a word that is shaped in one go."""
    if text and not any(levels) and plain_characters().issuperset(text):
        yield f"{FAMILY}-{weight}", 0, text
        return
    pieces: list[tuple[str, int, str]] = []
    for start, end in pairwise([*cluster_starts(text), len(text)]):
        pieces += [(font, levels[start], part) for font, part in _fonts_of(text[start:end], weight)]
    for (font, level), group in groupby(pieces, key=lambda piece: piece[:2]):
        yield font, level, "".join([part for _, _, part in group])


def _fonts_of(cluster: str, weight: Weight) -> list[tuple[str, str]]:
    """Return font and text for a cluster: whole where one font has all of it, else letter by letter."""
    family = family_for(cluster)
    if family is not None:
        return [(f"{family}-{weight}", cluster)]
    return [(f"{family_for(character) or BOX_FAMILY}-{weight}", character) for character in cluster]


@lru_cache(maxsize=_WORDS_KEPT)
def _run(font: str, text: str, rtl: bool, language: str) -> GlyphRun:
    """Return the glyphs of a text that one font draws in one direction."""
    shaper = shaping_font(font)
    buffer = _buffer(text, rtl, language)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(shaper, buffer)
    em = float(shaper.face.upem)
    xs, ys, pen = [], [], 0
    for position in buffer.glyph_positions or ():
        xs.append((pen + position.x_offset) / em)
        ys.append(position.y_offset / em)
        pen += position.x_advance
    infos = buffer.glyph_infos
    glyphs, indices = tuple(info.codepoint for info in infos), tuple(info.cluster for info in infos)
    return GlyphRun(font, glyphs, tuple(xs), tuple(ys), indices, pen / em, text, rtl)


def _advance(text: str, weight: Weight, language: str) -> float:
    """Return how wide a text of plain characters is: what ``_run`` says, for a third of the work."""
    shaper, buffer = shaping_font(f"{FAMILY}-{weight}"), _buffer(text, False, language)
    uharfbuzz.shape(shaper, buffer)
    width: float = sum([one.x_advance for one in buffer.glyph_positions or ()]) / float(shaper.face.upem)
    return width


def _buffer(text: str, rtl: bool, language: str) -> uharfbuzz.Buffer:
    """Return what HarfBuzz wants to know about a text before it shapes it."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = language
    buffer.guess_segment_properties()
    return buffer
