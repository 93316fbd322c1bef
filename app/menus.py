"""The table of deeds as Qt has it: an action for each, the menu bar, and what is grey at the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app.actions.deed import Deed
from app.icons import icon
from app.mnemonics import letters_for, marked
from app.sizes import ICON, px
from canvas.tips import plain_tip
from resources.glyphs.signs import SIGNS
from resources.theme import Theme
from resources.words import _


class Menus:
    """The actions of a window by name, in its menu bar, whose menus stand in ``order``, and on its keys.

    ``on_map`` is the map, which some keys are for.
    """

    def __init__(self, window: QMainWindow, theme: Theme, order: Sequence[str], on_map: QWidget) -> None:
        self._window, self._theme, self._map = window, theme, on_map
        self.actions: dict[str, QAction] = {}
        self.deeds: dict[str, Deed] = {}
        self._menus: dict[str, QMenu] = {}
        self._letters: dict[str, str] = {}
        for name in order:
            self.menu(name)

    def fill(self, deeds: Iterable[Deed]) -> None:
        """Put the deeds into their menus."""
        for deed in deeds:
            self._add(deed)
        for name in ("", *self._menus):
            self._give_letters(name)
        self.refresh()

    def menu(self, name: str) -> QMenu:
        """The menu of a name, made when it is first asked for; "A/B" is B within A."""
        if name not in self._menus:
            within, slash, own = name.rpartition("/")
            parent = self.menu(within) if slash else self._window.menuBar()
            self._menus[name] = parent.addMenu(own)
            self._menus[name].aboutToShow.connect(self.refresh)
            self._menus[name].setToolTipsVisible(True)
        return self._menus[name]

    def refresh(self) -> None:
        """Grey what cannot be done now, and say what would be done."""
        for name, deed in self.deeds.items():
            action = self.actions[name]
            action.setEnabled(deed.can())
            if deed.now is not None:
                action.setText(marked(shortened(deed.now()), self._letters[name]))
                action.setToolTip(plain_tip(_tip(deed.now(), deed)))
            if deed.on is not None:
                action.setChecked(deed.on())

    def pop_up(self, names: Iterable[str]) -> QMenu:
        """A menu of some actions, an empty name being a line, those that cannot be done left out."""
        self.refresh()
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if not name:
                menu.addSeparator()
            elif name in self._menus:
                # Its action, not the menu itself: that would go when this one closes.
                menu.addAction(self._menus[name].menuAction())
            elif self.actions[name].isEnabled():
                menu.addAction(self.actions[name])
        return menu

    def menu_of_files(
        self, name: str, paths: Callable[[], list[Path]], does: Callable[[Path], object]
    ) -> None:
        """A menu of files within the first one, listed anew whenever it opens."""
        first, after = next(iter(self._menus.values())), self.actions["open"]
        menu = QMenu(name, self._window)
        beside = first.actions()[first.actions().index(after) + 1]
        first.insertMenu(beside, menu)

        def list_files() -> None:
            menu.clear()
            for path in paths():
                action = menu.addAction(marked(shortened(path.stem), ""), _opening(does, path))
                action.setToolTip(plain_tip(str(path)))

        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(list_files)
        self._give_letters(next(iter(self._menus)))

    def _give_letters(self, name: str) -> None:
        """Give every line of a menu, or of the menu bar where it has no name, the letter that chooses it."""
        within = self._menus[name] if name else self._window.menuBar()
        lines = [action for action in within.actions() if not action.isSeparator()]
        words = [plain(action) for action in lines]
        for action, said, letter in zip(lines, words, letters_for(words), strict=True):
            action.setText(marked(said, letter))
            self._letters[action.objectName()] = letter

    def _add(self, deed: Deed) -> None:
        action = QAction(marked(deed.words, ""), self._window)
        action.setObjectName(deed.name)
        action.setIconText(deed.words)
        action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
        if deed.on_map:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._map.addAction(action)
        action.setToolTip(_tip(deed.words, deed))
        action.setCheckable(deed.on is not None)
        if deed.icon:
            colour = _colour(deed.icon, self._theme)
            action.setIcon(icon(deed.icon, self._theme, colour, px(ICON)))
            action.setIconVisibleInMenu(deed.icon not in SIGNS)
        action.triggered.connect(lambda _checked=False: deed.does())
        self.actions[deed.name], self.deeds[deed.name] = action, deed
        menu = self.menu(deed.menu)
        if deed.parted:
            menu.addSeparator()
        menu.addAction(action)


LONGEST_WORDS = 60
"""Letters of an action's words in a menu; a label may quote a whole card."""


def _opening(does: Callable[[Path], object], path: Path) -> Callable[[], object]:
    return lambda: does(path)


def shortened(words: str) -> str:
    """Words that fit in a menu."""
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + "…"


def plain(action: QAction) -> str:
    """The words of an action without the mark of its letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _tip(words: str, deed: Deed) -> str:
    keys = QKeySequence(deed.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if deed.keys else ""
    return _("{words} ({keys})").format(words=words, keys=keys) if keys else words


def _colour(name: str, theme: Theme) -> str:
    """The colour of a kind; signs stand on the dark bar, everything else in menus."""
    if name in SIGNS:
        return "on_petrol"
    return f"{name}.accent" if f"{name}.accent" in theme.tokens else "ink"
