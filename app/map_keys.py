"""The keys that work on the map itself, in words: what the hand and the keyboard of the canvas do."""

from __future__ import annotations

from resources.words import _


def map_keys() -> list[tuple[str, str]]:
    """Keys, and what they do while the map has the focus, the most used first."""
    return [
        (_("Arrows"), _("Walk from cell to cell, card to card")),
        (_("Home, End"), _("To the first, to the last step; with Ctrl the whole map")),
        (_("Typing"), _("Start a card; on a card (begin with a capital) another one below it")),
        (_("Enter, F2"), _("Edit; Enter goes on in the next cell to the right")),
        (_("Tab"), _("The next lane down, also while writing")),
        (_("Shift+Enter"), _("A new line in a card")),
        (_("Esc"), _("Leave: a new text stays; an edit, and what is in the hand, is given back")),
        (_("Ctrl+Arrows"), _("Select the next card as well; back, one card less")),
        (_("Shift+Arrows"), _("Carry what is selected: cards, steps, stages, lanes")),
        ("1", _("A new step")),
        ("2 … 9", _("Make the selected cards a touchpoint … a question")),
        ("S", _("Begin a stage at the step")),
        ("M", _("Moment of truth")),
        ("O", _("Say who owns it; on a step of the owners’ lane, who owns its touchpoints")),
        ("L", _("Begin a link; the arrows choose its end, Enter joins")),
        (_("+ and −"), _("Raise or lower the feeling at the cursor")),
        (_("Shift+Space"), _("Select the cards of the step")),
        ("Shift+F10", _("The menu of what is selected, as the menu key")),
        (_("Alt+letter"), _("Open a menu; its underlined letters choose from it")),
        (_("Ctrl+Wheel"), _("Zoom around the pointer")),
        (_("Space and drag"), _("Pull the map along")),
    ]
