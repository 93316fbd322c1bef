"""The bar at the top: which journey this is, undo and redo, whether all is saved, and the way to print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from app.desk import Desk
from app.panels.elided import Elided
from app.sizes import ICON, px
from journey.model import JourneyPersona, Persona, State
from resources.words import _


class TopBar(QWidget):
    """Title, persona and state at the left; what is saved, and the buttons, at the right.

    ``asked`` when somebody wants to know why it is with the file as it is said there.
    """

    renaming = Signal()
    asked = Signal()

    def __init__(self, desk: Desk, buttons: list[QAction], gold: QAction) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._journey, self._about, self._saved = Elided(), Elided(), QLabel(desk.state)
        for label, name in ((self._journey, "journey"), (self._about, "about"), (self._saved, "saved")):
            label.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(10))
        row.addWidget(self._journey)
        row.addWidget(self._about)
        row.addStretch()
        row.addWidget(self._saved)
        for action in buttons:
            row.addWidget(_button(action))
        main = _button(gold)
        main.setObjectName("gold")
        row.addWidget(main)
        self._tell(desk.state, not desk.trouble)
        desk.saved.connect(self._tell)
        desk.changed.connect(lambda _change: self._name())
        desk.journey_changed.connect(self._name)
        self._name()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._receive)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on how it is with the file asks why."""
        if self._saved.geometry().contains(event.position().toPoint()):
            self.asked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the title opens it."""
        if self._journey.geometry().contains(event.position().toPoint()):
            self.renaming.emit()

    def _receive(self, before: QWidget | None, now: QWidget | None) -> None:
        """Look, when all is done, whether the keyboard came here by somebody's own will."""
        if before is not None and now is not None and self.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._pass_on(before))

    def _pass_on(self, before: QWidget) -> None:
        """Give the keyboard to the map where it only fell to a button here because another widget went."""
        now = QApplication.focusWidget()
        gone = not isValid(before) or not (before.isVisible() and before.isEnabled())
        if gone and now is not None and self.isAncestorOf(now):
            self._desk.editor.setFocus()

    def _name(self) -> None:
        journey, m = self._desk.journey, self._desk.map
        self._journey.setText(journey.title or _("Untitled journey"))
        seen = m.of(JourneyPersona).by("journey").get(journey.id, ())
        names = ", ".join(m.of(Persona)[one.persona].name for one in seen)
        state = _("Intended") if journey.state is State.INTENDED else _("Current")
        persona = _("Persona: {names}").format(names=names) if names else ""
        self._about.setText("  ·  ".join(part for part in (persona, state) if part))

    def _tell(self, words: str, well: bool) -> None:
        self._saved.setProperty("wrong", not well)
        self._saved.style().polish(self._saved)
        self._saved.setText(words)
        self._saved.setAccessibleName(words)
        shape = Qt.CursorShape.ArrowCursor if well else Qt.CursorShape.PointingHandCursor
        self._saved.setCursor(shape)


def _button(action: QAction) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(px(ICON), px(ICON)))
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(style.ToolButtonTextOnly if action.icon().isNull() else style.ToolButtonIconOnly)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(action.text().replace("&", ""))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
