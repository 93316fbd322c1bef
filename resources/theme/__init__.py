"""The colours of everything: a file of tokens for each theme, and what may be asked of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resources.theme.mixing import RGB, as_hex, contrast, from_hex, mix

__all__ = ["RGB", "THEMES", "Theme", "as_hex", "contrast", "load_theme", "mix", "owner_colours"]

THEMES = ("light", "dark", "contrast")

_FOLDER = Path(__file__).parent
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
# How much of the accent is in the edge of a tinted card, and of a feeling in the band behind the curve.
_EDGE = 0.35
_BAND = 0.16


@dataclass(frozen=True, eq=False)
class Theme:
    """A set of colours by name: `theme.rgb("pain_point.accent")`."""

    name: str
    tokens: dict[str, RGB]

    def rgb(self, token: str) -> RGB:
        """Return red, green, blue (0-255) of a token.

        Beside those of the file there are "<kind>.edge" for each kind with an accent, "feeling:<score>"
        and "feeling_band:<score>" for scores -2 to +2 (beyond them, the ends), and "#RRGGBB" is itself.
        Raise KeyError for a token that does not exist.
        """
        found = self.tokens.get(token)
        return self._worked_out(token) if found is None else found

    def _worked_out(self, token: str) -> RGB:
        if _HEX.fullmatch(token):
            return from_hex(token)
        subject, _colon, score = token.partition(":")
        if subject == "feeling":
            return self._feeling(_score(score, token))
        if subject == "feeling_band":
            return mix(self.tokens["paper"], self._feeling(_score(score, token)), _BAND)
        raise KeyError(token)

    def _feeling(self, score: float) -> RGB:
        end = "feeling.best" if score > 0 else "feeling.worst"
        return mix(self.tokens["feeling.neutral"], self.tokens[end], min(abs(score) / 2, 1.0))


@cache
def load_theme(name: str = "light") -> Theme:
    """Return one of `THEMES`, read once; raise KeyError for another name."""
    if name not in THEMES:
        raise KeyError(name)
    tokens = dict(_flat(tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))))
    kinds = [token.removesuffix(".accent") for token in tokens if token.endswith(".accent")]
    edges = {f"{kind}.edge": mix(tokens[f"{kind}.tint"], tokens[f"{kind}.accent"], _EDGE) for kind in kinds}
    return Theme(name, edges | tokens)


def owner_colours() -> tuple[str, ...]:
    """Return the colours new owners take in turn, as "#RRGGBB"; white text can be read on each."""
    tokens = load_theme().tokens
    return tuple(as_hex(colour) for token, colour in tokens.items() if token.startswith("owner."))


def _score(written: str, token: str) -> float:
    try:
        return float(written)
    except ValueError:
        raise KeyError(token) from None


def _flat(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, RGB]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, from_hex(str(value))
