"""Colours between colours, even to the eye, and how well one can be read upon another."""

from __future__ import annotations

RGB = tuple[int, int, int]
_Triple = tuple[float, float, float]


def mix(start: RGB, end: RGB, share: float) -> RGB:
    """Return the colour a share (0-1) of the way from `start` to `end`.

    The way runs straight through OKLab (Björn Ottosson, 2020), where equal distances look equal.
    """
    a, b = _to_lab(start), _to_lab(end)
    lightness, green_red, blue_yellow = (x + (y - x) * share for x, y in zip(a, b, strict=True))
    return _from_lab((lightness, green_red, blue_yellow))


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 measures it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def from_hex(colour: str) -> RGB:
    """Return red, green, blue (0-255) of "#RRGGBB"; raise ValueError for anything else."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def as_hex(colour: RGB) -> str:
    """Return "#RRGGBB"."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _luminance(colour: RGB) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: RGB) -> _Triple:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return red, green, blue


def _to_lab(colour: RGB) -> _Triple:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_lab(lab: _Triple) -> RGB:
    lightness, green_red, blue_yellow = lab
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        _channel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _channel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _channel(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _channel(linear: float) -> int:
    linear = min(max(linear, 0.0), 1.0)
    curved = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(curved * 255)
