"""Where everything goes: a map and a view in, a drawing out."""

from __future__ import annotations

from journey.layout.arrange import layout
from journey.layout.legend import kind_word
from journey.layout.memory import Memory
from journey.layout.plot import score_at, score_height
from journey.layout.view import Around, Beside, View

__all__ = ["Around", "Beside", "Memory", "View", "kind_word", "layout", "score_at", "score_height"]
