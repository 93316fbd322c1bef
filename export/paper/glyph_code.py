"""Lines of glyphs as the text operators of a PDF: where each glyph stands, and what it is read as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from export.paper.glyph_font import GlyphFont, utf16
from journey.text import GlyphRun, Line, shaping_font, unsupported

_LEAST = 1.5  # 1/1000 em: less is only put right at the end of a run
_LEAST_OF_ALL = 0.5  # and less than this nowhere: a dozen words add up to 0.03 mm on a card

_SIGN = 0x25CC  # the dotted circle

Piece = str
"""What stands inside a TJ array, which it may close as long as it opens another."""

_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "[": "\\133"})
"""How strings hold what would end or change them, and what begins an array, which is looked for."""


class Typesetter:
    """The fonts of one document and what each run of glyphs is in it, worked out once a run.

    ``missing`` collects the characters that no font has, in the order in which they were met.
    """

    def __init__(self, register: Callable[[GlyphFont], None], *, signed: bool = False) -> None:
        """Hand each new font to ``register``.

        ``signed``: for what no font has show a dotted circle, not the box that is the glyph for none.
        """
        self._register, self._signed = register, signed
        self._fonts: dict[str, GlyphFont] = {}
        self._pieces: dict[float, dict[GlyphRun, Piece]] = {}
        self._spaces: dict[tuple[str, GlyphRun], GlyphRun] = {}
        self.missing: dict[str, None] = {}

    def font(self, name: str) -> GlyphFont:
        """The document's font of this name."""
        if name not in self._fonts:
            self._fonts[name] = GlyphFont(name, f"G{len(self._fonts) + 1}")
            self._register(self._fonts[name])
        return self._fonts[name]

    def stretches(self, line: Line, size: float) -> Iterator[tuple[str, str]]:
        """Yield the key of each font of a line in turn and what shows its glyphs with an em of ``size``."""
        fonts = {run.font for run in line.runs}
        if len(fonts) == 1:
            yield self.font(fonts.pop()).key, self._shown(line.runs, size, last=True)
        else:
            for font, runs in groupby(self._joined(line.runs), key=_font_of):
                yield self.font(font).key, self._shown(runs, size, last=False)

    def _shown(self, runs: Iterable[GlyphRun], size: float, *, last: bool) -> str:
        """Return the operators that show runs of one font, the last of a line or not."""
        pieces = self._pieces.setdefault(size, {})
        inside = "".join([pieces.get(run) or self._kept(run, size, pieces) for run in runs])
        if last:
            inside = inside.rstrip("-.0123456789")  # nothing comes that the pen would have to go to
        return f"[{inside}]TJ".replace(")(", "").replace("[]TJ", "")

    def _joined(self, runs: tuple[GlyphRun, ...]) -> Sequence[GlyphRun]:
        """Return runs with the spaces between words of another font set in that font, as wide as they are.

        Readers overlook a space that is shown on its own.
        """
        joined = list(runs[:1])
        for run in runs[1:]:
            joined.append(self._space_like(joined[-1].font, run) if run.text == " " else run)
        return joined

    def _space_like(self, font: str, space: GlyphRun) -> GlyphRun:
        glyph = shaping_font(font).get_nominal_glyph(ord(" "))
        if not glyph or font == space.font:
            return space
        if (font, space) not in self._spaces:
            self._spaces[font, space] = replace(space, font=font, glyphs=(glyph,))
        return self._spaces[font, space]

    def _kept(self, run: GlyphRun, size: float, pieces: dict[GlyphRun, Piece]) -> Piece:
        shown = run
        if 0 in run.glyphs:
            self.missing.update(dict.fromkeys(unsupported(run.text)))
            shown = _with_signs(run) if self._signed else run
        made = pieces[run] = _Piece(shown, self.font(run.font), size).made()
        return made


class _Piece:
    """Writes one run: its glyphs where they belong, though widths in the file are whole numbers."""

    def __init__(self, run: GlyphRun, font: GlyphFont, size: float) -> None:
        self._run, self._font, self._size = run, font, size
        self._code: list[str] = []
        self._pen = 0.0  # 1/1000 em, as a reader of the file counts it

    def made(self) -> Piece:
        if not self._plain():
            self._code, self._pen = [], 0.0
            self._cluster_by_cluster()
        self._go_to(self._run.advance * 1000, _LEAST_OF_ALL)
        return "".join(self._code)

    def _plain(self) -> bool:
        """Write letters with a glyph each on the baseline, as nearly all are; tell whether these are such."""
        run, font = self._run, self._font
        if run.rtl or run.clusters != tuple(range(len(run.text))) or any(run.ys):
            return False
        for glyph, place, character in zip(run.glyphs, run.xs, run.text, strict=True):
            if not font.stands_for(glyph, character):
                return False
            if abs(self._pen - place * 1000) >= _LEAST:
                self._go_to(place * 1000, _LEAST)
            self._code.append(_string(glyph))
            self._pen += font.width(glyph)
        return True

    def _cluster_by_cluster(self) -> None:
        for text, places in clusters_of(self._run):
            if self._run.rtl and len(places) == len(text):
                # Readers turn what runs from right to left themselves: they want it as it is seen.
                for character, place in zip(reversed(text), places, strict=True):
                    self._cluster(character, [place])
            else:
                self._cluster(text, places)

    def _cluster(self, text: str, places: list[int]) -> None:
        glyphs = [self._run.glyphs[place] for place in places]
        known = self._font.stands_for(glyphs[0], text if len(glyphs) == 1 else "")
        if not known:
            for glyph in glyphs[1:]:
                self._font.width(glyph)
            self._code.append(f"]TJ/Span<</ActualText<FEFF{utf16(text)}>>>BDC[")
        for place in places:
            self._glyph(place)
        if not known:
            self._code.append("]TJ EMC[")

    def _glyph(self, place: int) -> None:
        glyph, rise = self._run.glyphs[place], self._run.ys[place] * self._size
        self._go_to(self._run.xs[place] * 1000, _LEAST)
        shown = _string(glyph)
        self._code.append(f"]TJ {rise:.4g} Ts[{shown}]TJ 0 Ts[" if rise else shown)
        self._pen += self._font.width(glyph)

    def _go_to(self, place: float, least: float) -> None:
        """Move the pen to a place, if it is not there."""
        back = self._pen - place
        if abs(back) >= least and (whole := round(back)):
            self._code.append(str(whole))
            self._pen -= whole


@lru_cache(maxsize=4096)
def _string(glyph: int) -> str:
    """A glyph as a string of two bytes: half as long as its digits, so that more is in reach to be packed."""
    return "(" + (chr(glyph >> 8) + chr(glyph & 0xFF)).translate(_ESCAPED) + ")"


def _with_signs(run: GlyphRun) -> GlyphRun:
    """A run with a sign that is nearly as wide where it has the glyph for none."""
    sign = shaping_font(run.font).get_nominal_glyph(_SIGN) or 0
    return replace(run, glyphs=tuple(glyph or sign for glyph in run.glyphs))


def clusters_of(run: GlyphRun) -> list[tuple[str, list[int]]]:
    """Give the text of each cluster of a run, from left to right, and the places of its glyphs."""
    starts = sorted(set(run.clusters))
    ends = dict(pairwise([*starts, len(run.text)]))
    groups = groupby(range(len(run.glyphs)), key=lambda place: run.clusters[place])
    return [(run.text[start : ends[start]], list(places)) for start, places in groups]


def _font_of(run: GlyphRun) -> str:
    return run.font
