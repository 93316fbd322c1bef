"""The colours of everything: one file of tokens a theme, and what may be asked of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RGB = tuple[int, int, int]

THEMES = ("light", "dark", "contrast")
OWNER_COLOURS = tuple(f"owner.{number}" for number in range(1, 13))

_FOLDER = Path(__file__).parent
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
# Shares of the accent in a tint's edge, and of a feeling's colour in the band behind the curve.
_EDGE = 0.35
_BAND = 0.16


@dataclass(frozen=True, eq=False)
class Theme:
    """A set of colours by name: `theme.rgb("pain_point.accent")`."""

    name: str
    tokens: dict[str, RGB]

    def rgb(self, token: str) -> RGB:
        """Return red, green, blue (0-255) of a token, of "feeling:<score>" or of a "#RRGGBB".

        Raise KeyError for a token that no theme has.
        """
        if token in self.tokens:
            return self.tokens[token]
        if _HEX.fullmatch(token):
            return _from_hex(token)
        subject, colon, score = token.partition(":")
        if colon and subject == "feeling":
            return self._feeling(float(score))
        if colon and subject == "feeling_band":
            return mix(self.tokens["paper"], self._feeling(float(score)), _BAND)
        raise KeyError(token)

    def _feeling(self, score: float) -> RGB:
        end = "feeling.best" if score >= 0 else "feeling.worst"
        return mix(self.tokens["feeling.neutral"], self.tokens[end], min(abs(score) / 2, 1.0))


@cache
def load_theme(name: str = "light") -> Theme:
    """Return one of `THEMES`, read once; raise KeyError for another name."""
    if name not in THEMES:
        raise KeyError(name)
    written = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    tokens = dict(_flat(written))
    paper = tokens["paper"]
    for token, accent in list(tokens.items()):
        if token.endswith(".accent"):
            kind = token.removesuffix(".accent")
            tokens.setdefault(f"{kind}.edge", mix(tokens.get(f"{kind}.tint", paper), accent, _EDGE))
    return Theme(name, tokens)


def mix(start: RGB, end: RGB, share: float) -> RGB:
    """Return the colour a share (0-1) of the way from one to the other, even to the eye."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, RGB]]:
    found: list[tuple[str, RGB]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, _from_hex(str(value))))
    return found


def _from_hex(colour: str) -> RGB:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
