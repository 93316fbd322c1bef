"""What Qt itself says in menus of text fields, in dialogs and of keys, and how it writes numbers and days, in
the language being spoken.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from resources.words import _, spoken

_NEAREST = {"nb": "nn"}
"""Qt knows Norwegian only as Nynorsk; what is seen most we say ourselves."""
_WHERE = {"en": "en_GB"}
"""A language that is written in one way here and in another there; it is British."""
_CONTEXTS = ("QLineEdit", "QWidgetTextControl", "QShortcut")


class QtWords(QTranslator):
    """Qt's words as our catalogues have them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words_of_qt()

    def isEmpty(self) -> bool:
        """Say that there is something here."""
        return False

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        sourceText: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        """Give our words for Qt's; None where it asks for others, for "" would be taken for a translation."""
        return self._words.get(str(sourceText)) if context in _CONTEXTS else None  # type: ignore[return-value]


def teach_qt(application: QCoreApplication) -> None:
    """Let Qt speak the language being spoken, in the place of the one it spoke before.

    Whatever country the machine is set up for, numbers and days are written as that language has them.
    """
    QLocale.setDefault(QLocale(_WHERE.get(spoken(), spoken())))
    for old in application.findChildren(QTranslator, "words"):
        application.removeTranslator(old)
        old.deleteLater()
    if spoken() == "en":
        return
    general, ours = QTranslator(application), QtWords(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    general.load(f"qtbase_{_NEAREST.get(spoken(), spoken())}", folder)
    for translator in (general, ours):  # the last one is asked first
        translator.setObjectName("words")
        application.installTranslator(translator)


def words_of_qt() -> dict[str, str]:
    """The words of Qt that people meet in every text field and beside every action, with ours for them."""
    return {
        "&Undo": _("&Undo"),
        "&Redo": _("&Redo"),
        "Cu&t": _("Cu&t"),
        "&Copy": _("&Copy"),
        "&Paste": _("&Paste"),
        "Delete": _("Delete"),
        "Select All": _("Select All"),
        "Shift": _("Shift"),
        "Space": _("Space"),
        "Left": _("Left"),
        "Right": _("Right"),
        "Up": _("Up"),
        "Down": _("Down"),
        "Del": _("Del"),
        "Return": _("Enter"),
    }
