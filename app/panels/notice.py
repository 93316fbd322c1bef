"""A bar under the top bar for what somebody must know: a file that cannot be written, a fault, a remark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from app.panels.layouts import empty
from app.panels.plain import PlainLabel, cut_short
from app.sizes import px
from resources.words import _


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words and what it does."""

    words: str
    does: Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Notice:
    """What is said about a matter, and what can be done about it."""

    about: str
    sentence: str
    offers: tuple[Offer, ...]
    grave: bool


class NoticeBar(QWidget):
    """One sentence with what can be done about it; it stays until it is dismissed or no longer true.

    What is ``lasting`` comes back after something else was said, and when it is asked for, until it is
    withdrawn. ``left`` when the keyboard that was given to it is wanted elsewhere again.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.about = ""
        self._lasting: _Notice | None = None
        self._waits = False
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.addWidget(self._words, 1)
        row.addLayout(self._buttons)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, empty while it says nothing."""
        return self.accessibleName() if self.about else ""

    def tell(
        self,
        about: str,
        sentence: str,
        offers: tuple[Offer, ...] = (),
        *,
        grave: bool = False,
        lasting: bool = False,
    ) -> None:
        """Say a sentence. ``about`` is a word for the matter, by which it is withdrawn."""
        notice = _Notice(about, sentence, offers, grave)
        if lasting:
            self._lasting = notice
        self._waits = not lasting and (self._waits or self._says_what_lasts())
        self._say(notice)

    def recall(self) -> None:
        """Say what lasts once more, if nothing is being said."""
        if self._lasting is not None and not self.about:
            self._say(self._lasting)

    def _says_what_lasts(self) -> bool:
        return self._lasting is not None and self.about == self._lasting.about

    def _say(self, notice: _Notice) -> None:
        had_keyboard = self._has_keyboard()
        self.about = notice.about
        self.setProperty("grave", notice.grave)
        self.style().polish(self)
        self._words.setText(notice.sentence)
        self.setAccessibleName(notice.sentence)
        empty(self._buttons)
        for offer in (*notice.offers, Offer(_("Dismiss"), self._dismiss)):
            button = QPushButton(cut_short(offer.words))
            button.setObjectName("offer")
            button.setAccessibleName(offer.words)
            button.clicked.connect(offer.does)
            self._buttons.addWidget(button)
            button.show()  # at once: what is hidden takes no keyboard
        self.show()
        if had_keyboard:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let the keyboard choose what is to be done about it, if it says anything; Escape leaves."""
        first = self._buttons.itemAt(0) if self.about else None
        if first is not None and (button := first.widget()) is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def withdraw(self, about: str) -> None:
        """Say no more of a matter."""
        if self._lasting is not None and self._lasting.about == about:
            self._lasting, self._waits = None, False
        if self.about == about:
            self._dismiss()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _dismiss(self) -> None:
        had_keyboard = self._has_keyboard()
        self.about = ""
        if self._waits:
            self._waits = False
            self.recall()
            return
        self.hide()
        if had_keyboard:
            self.left.emit()
