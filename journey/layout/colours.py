"""Which ink can be read on a colour that people chose."""

from __future__ import annotations

from journey.drawing import Colour


def ink_on(colour: Colour) -> Colour:
    """The token of the ink, light or dark, with more contrast on a #RRGGBB colour (WCAG 2.2, 1.4.3)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "light_ink" if luminance < 0.183 else "dark_ink"
