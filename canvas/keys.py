"""How keys are called in the table of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NAMES = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Escape: "esc",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_F2: "f2",
    Qt.Key.Key_F10: "f10",
}
_LETTERS = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)


def key_name(event: QKeyEvent) -> str:
    """A key with what is held beside it: "left", "shift+left", "ctrl+a"; a character is itself.

    So a capital is none of the keys that are small letters. Escape is itself whatever is held, as
    Ctrl is while copies are dragged.
    """
    held = event.modifiers()
    name = _NAMES.get(Qt.Key(event.key()), "")
    if not name and held & Qt.KeyboardModifier.ControlModifier and event.key() in _LETTERS:
        name = chr(event.key()).lower()
    if not name:
        return event.text()
    if name == "esc":
        return name
    beside = [
        word
        for word, one in (
            ("ctrl", Qt.KeyboardModifier.ControlModifier),
            ("shift", Qt.KeyboardModifier.ShiftModifier),
            ("alt", Qt.KeyboardModifier.AltModifier),
        )
        if held & one
    ]
    return "+".join([*beside, name])


def typed(event: QKeyEvent) -> str:
    """What a key types; nothing with Ctrl or Alt alone, which make a shortcut. Both together are AltGr."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    shortcut = held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    return "" if shortcut else event.text()
