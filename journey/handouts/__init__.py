"""Prints for those who were not there: each made of the map's own marks, on pages in paper millimetres."""

from __future__ import annotations

from journey.handouts.asked import Asked, Hidden
from journey.handouts.drawing_up import Handout, Special, drawn_up
from journey.handouts.hiding import without
from journey.handouts.second_names import with_second_names

__all__ = ["Asked", "Handout", "Hidden", "Special", "drawn_up", "with_second_names", "without"]
