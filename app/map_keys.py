"""The keys that work on the map itself, in words: what the hand and the keyboard of the canvas do."""

from __future__ import annotations

from resources.words import _


def map_keys() -> list[tuple[str, str]]:
    """Keys, and what they do while the map has the focus, the most used first."""
    return [
        (_("Arrows"), _("Walk from cell to cell, card to card")),
        (_("Typing"), _("Start a card in an empty cell")),
        (_("Enter"), _("Edit; when writing, go on in the next cell to the right")),
        (_("Tab"), _("When writing, go on in the next lane down")),
        (_("Shift+Enter"), _("A new line in a card")),
        (_("Esc"), _("Leave, and give back what is in the hand")),
        (_("Shift+Arrows"), _("Carry the selected cards")),
        (_("1–9"), _("Make the selected card another kind")),
        ("S", _("Begin a stage at the step")),
        ("M", _("Moment of truth")),
        ("L", _("Begin a link; the arrows choose its end")),
        (_("+ and −"), _("Raise or lower the feeling at the cursor")),
        (_("Ctrl+Wheel"), _("Zoom around the pointer")),
        (_("Middle button"), _("Pull the map along")),
    ]
