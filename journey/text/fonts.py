"""Fonts: which fonts the map is set in, their static weights as bytes, and which characters each one has.

A font is named by family and weight, "Inter-600". Inter comes first; the Noto families stand in for what it
lacks. Nothing that happens to be installed on the machine is ever used.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, get_args

import uharfbuzz

Weight = Literal[400, 500, 600, 700]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)

CAP_HEIGHT = 1490 / 2048
"""How high Inter's capitals are, in em, as it says itself: a layout sets lines without opening the font."""

FAMILY = "Inter"
BOX_FAMILY = "NotoSans"  # its glyph 0 is a visible box, which stands for a character that no font has

_SCRIPTS = (
    "Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao "
    "Malayalam Myanmar Oriya Sinhala Tamil Telugu Thai Symbols"
)
_EMOJI = "NotoEmoji"
_CJK = "NotoSansCJK"
_FAMILIES = (FAMILY, "NotoSans", *(f"NotoSans{script}" for script in _SCRIPTS.split()), _EMOJI, _CJK)

_OPTICAL_SIZE = 14.0  # Inter's text cut
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"

# Characters below the emoji planes that are emoji unless said otherwise (Unicode, Emoji_Presentation).
_EMOJI_AMONG_SYMBOLS = frozenset(
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗\u2795\u2796➗➰➿⬛⬜⭐⭕"
)
_EMOJI_PLANE = range(0x1F000, 0x1FB00)

# Spaces of all widths, and what Unicode calls ignorable by default: joiners, marks of direction, selectors.
_MADE_BY_HARFBUZZ = re.compile(
    "[ \u00a0\u2000-\u200a\u202f\u205f\u3000\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2060-\u206f\ufe00-\ufe0f\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


@cache
def font_data(font: str) -> bytes:
    """Return the bytes of the static font, made at first use; the same bytes on each call.

    Raises KeyError for a family that is not ours or not installed.
    """
    family, weight = _family_and_weight(font)
    face = _variable_face(family)
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    # A PDF takes outlines of the first kind of CFF only; fonts with other outlines stay as they are.
    wanted.flags = uharfbuzz.SubsetFlags(wanted.flags | uharfbuzz.SubsetFlags.DOWNGRADE_CFF2)
    for axis in face.axis_infos:
        # HarfBuzz takes the nearest place on the axis for one beyond its ends.
        wanted.pin_axis_location(face, axis.tag, float(weight) if axis.tag == "wght" else _OPTICAL_SIZE)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


@cache
def shaping_font(font: str) -> Any:
    """Return HarfBuzz's font of the static bytes, scaled to its own units; shared, not to be changed."""
    return uharfbuzz.Font(uharfbuzz.Face(font_data(font)))


def font_units(font: str) -> int:
    """Return how many font units make one em."""
    return int(shaping_font(font).face.upem)


def postscript_name(font: str) -> str:
    """Return the name under which a PDF lists the font: its own, which says family and weight."""
    _family_and_weight(font)
    return font


@cache
def plain_characters() -> frozenset[str]:
    """Return the Latin letters, digits and signs that Inter has: each its own cluster, and none an emoji."""
    latin = (chr(code) for code in _characters(FAMILY) if 0x21 <= code < 0x250)
    return frozenset(character for character in latin if character.isprintable())


@lru_cache(maxsize=20_000)
def family_for(cluster: str) -> str | None:
    """Return the first family that can draw the whole cluster, or None when no family can."""
    for form in (cluster, unicodedata.normalize("NFD", cluster)):  # HarfBuzz takes letters apart if need be
        needed = {ord(character) for character in form if _needs_glyph(character)}
        for family in _order(cluster):
            if needed <= _characters(family):
                return family
    return None


def _order(cluster: str) -> tuple[str, ...]:
    """Return the families in the order in which they are asked for a cluster."""
    if _is_emoji(cluster):
        return (_EMOJI, *_FAMILIES)
    return _FAMILIES


def _is_emoji(cluster: str) -> bool:
    """Tell whether the cluster is meant as an emoji rather than as a letter or a text symbol."""
    if _TEXT_STYLE in cluster:
        return False
    return _EMOJI_STYLE in cluster or cluster[:1] in _EMOJI_AMONG_SYMBOLS or ord(cluster[0]) in _EMOJI_PLANE


def _needs_glyph(character: str) -> bool:
    """Tell whether a font must have the character; spaces and invisible ones HarfBuzz makes itself."""
    return not _MADE_BY_HARFBUZZ.match(character)


@cache
def _characters(family: str) -> frozenset[int]:
    """Return the code points the family has; none when it is an extra that is not installed."""
    try:
        return frozenset(_variable_face(family).unicodes)
    except KeyError:
        return frozenset()


@cache
def _variable_face(family: str) -> Any:
    """Return HarfBuzz's face of the family's variable font; KeyError if there is none."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_file(family))))


def _file(family: str) -> Path:
    """Return where the family's font file lies; KeyError if the family is not ours or not installed."""
    if family not in _FAMILIES:
        raise KeyError(family)
    if family == FAMILY:
        return _folder("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
    if family == _CJK:
        return _folder("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"
    return _folder("manimgx_fonts") / f"{family}[wght].ttf"


def _folder(package: str) -> Path:
    """Return the folder of a font package; KeyError if it is not installed."""
    if find_spec(package) is None:
        raise KeyError(package)
    return Path(str(importlib.import_module(package).__file__)).parent


def _family_and_weight(font: str) -> tuple[str, int]:
    """Return the two parts of a font's name; KeyError for a name that is not ours."""
    family, _, weight = font.rpartition("-")
    if family not in _FAMILIES or not weight.isdecimal():
        raise KeyError(font)
    return family, int(weight)
