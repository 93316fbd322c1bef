"""The look of the interface: one Qt style sheet made from the theme's tokens."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.settings import SYSTEM, Settings
from app.sizes import TEXT
from app.style_panels import PANEL_SHEET
from app.style_window import WINDOW_SHEET
from canvas.fonts import family, map_font
from resources.theme import Theme, as_hex, load_theme, mix

_SHEET = """
QWidget {{ color: {ink}; font-size: {text}px; }}
QMainWindow, QWidget#body {{ background: {paper}; }}
QWidget#topbar {{ background: {petrol}; }}
QWidget#topbar QLabel {{ color: {on_petrol}; }}
QWidget#topbar QLabel#journey {{ font-size: {large}px; font-weight: 700; }}
QWidget#topbar QLabel#about, QWidget#topbar QLabel#saved {{ color: {pale}; }}
QWidget#topbar QLabel#saved {{ padding: 4px 10px; border-radius: 6px; }}
QWidget#topbar QLabel#saved[wrong="true"] {{ color: {bad}; background: {bad_tint}; font-weight: 600; }}
QWidget#topbar QToolButton {{ color: {on_petrol}; border: 1px solid transparent; border-radius: 15px;
    padding: 5px 12px; background: transparent; }}
QWidget#topbar QToolButton:hover {{ background: {petrol_light}; }}
QWidget#topbar QToolButton:disabled {{ color: {petrol_dim}; }}
QWidget#topbar QToolButton:checked {{ background: {surface}; color: {petrol}; font-weight: 600; }}
QWidget#topbar QToolButton:focus {{ border-color: {gold}; }}
QWidget#topbar QToolButton#gold {{ background: {gold}; color: {on_gold}; font-weight: 700;
    border-radius: 7px; }}
QWidget#side {{ background: {band}; border: none; }}
QWidget#inspector {{ background: {surface}; border-left: 1px solid {hairline}; }}
QLabel#head {{ color: {muted}; font-size: {small}px; font-weight: 600; }}
QPushButton#add {{ border: 1px dashed {muted}; border-radius: 12px; padding: 5px; color: {muted};
    background: transparent; }}
QPushButton#add:hover, QPushButton#add:focus {{ color: {focus}; border-color: {focus}; }}
QWidget#bottombar {{ background: {surface}; border-top: 1px solid {hairline}; }}
QWidget#bottombar QLabel#status[wrong="true"] {{ color: {bad}; font-weight: 600; }}
QPushButton#finding {{ border: none; border-radius: 4px; padding: 3px 6px; background: transparent; }}
QPushButton#finding:hover {{ background: {band}; }}
QPushButton#finding:focus {{ border: 1px solid {focus}; }}
QPushButton#finding[grave="true"] {{ color: {bad}; font-weight: 600; }}
QMenu {{ background: {surface}; border: 1px solid {hairline}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {focus}; color: {on_focus}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QMenuBar {{ background: {petrol}; color: {on_petrol}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {petrol_light}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{ background: {surface};
    border: 1px solid {hairline}; border-radius: 5px; padding: 4px 6px; selection-background-color: {focus};
    selection-color: {on_focus}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus {{ border: 1px solid {focus}; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {muted}; }}
QTextEdit#inline {{ border: none; border-radius: 0; padding: 0; background: {surface}; }}
QScrollBar {{ background: {paper}; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {hairline}; border-radius: 5px; margin: 1px; min-width: 36px;
    min-height: 36px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: {paper}; border: none; }}
QCheckBox {{ spacing: 7px; padding: 2px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 2px solid {muted}; border-radius: 4px;
    background: {surface}; }}
QCheckBox::indicator:checked {{ background: {gold}; }}
QCheckBox::indicator:focus {{ border-color: {focus}; }}
QCheckBox:disabled {{ color: {muted}; }}
QToolTip {{ background: {ink}; color: {paper}; border: none; padding: 4px 6px; }}
"""


def theme_of(settings: Settings) -> Theme:
    """The theme that somebody has chosen: as light or as dark as the system's colours if none."""
    if settings.theme != SYSTEM:
        return load_theme(settings.theme)
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return load_theme("dark" if dark else "light")


def dress(application: QApplication, theme: Theme, size: float = 1.0) -> None:
    """Give the whole interface a theme's colours and our face, its text ``size`` times the usual."""
    for weight in (400, 600, 700):
        family(f"Inter-{weight}")
    application.setFont(map_font(400, TEXT * size))
    application.setPalette(_palette(theme))
    sheet = enlarged(_SHEET + PANEL_SHEET + WINDOW_SHEET, size)
    application.setStyleSheet(sheet.format(**_values(theme, size)))


def enlarged(sheet: str, size: float) -> str:
    """The sheet with its paddings, radii and rings ``size`` times as large; a hair line stays one."""
    return re.sub(r"(?<![\w.}])([2-9]|[1-9]\d+)px", lambda found: f"{round(int(found[1]) * size)}px", sheet)


def _values(theme: Theme, size: float) -> dict[str, object]:
    colours = {
        name: as_hex(theme.rgb(name))
        for name in (
            *("ink", "paper", "petrol", "on_petrol", "surface", "band", "hairline", "muted"),
            *("gold", "on_gold", "focus", "on_focus"),
        )
    }
    petrol, light = theme.rgb("petrol"), theme.rgb("on_petrol")
    mixed = {name: as_hex(mix(petrol, light, share)) for name, share in _SHARES.items()}
    sizes = {name: round(pixels * size) for name, pixels in _SIZES.items()}
    return {
        **colours,
        **mixed,
        **sizes,
        "bad": as_hex(theme.rgb("pain_point.accent")),
        "bad_tint": as_hex(theme.rgb("pain_point.tint")),
        "good": as_hex(theme.rgb("idea.accent")),
        "keeps": as_hex(theme.rgb("idea.tint")),
        "warns": as_hex(theme.rgb("backstage_process.tint")),
        **{fate: as_hex(theme.rgb(f"compare.{fate}")) for fate in ("added", "changed", "removed")},
        "petrol_on_paper": as_hex(theme.rgb("ink")),
        "link": as_hex(theme.rgb("touchpoint.accent")),
    }


_SIZES = {"text": TEXT, "brand": 30, "title": 18, "large": 16, "label": 12, "small": 11}
_SHARES = {"petrol_light": 0.18, "petrol_dim": 0.4, "pale": 0.72}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in (
        (QPalette.ColorRole.Window, "paper"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "band"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ButtonText, "ink"),
        (QPalette.ColorRole.Highlight, "focus"),
        (QPalette.ColorRole.HighlightedText, "on_focus"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.BrightText, "on_gold"),  # the tick in a box
    ):
        palette.setColor(role, QColor(*theme.rgb(token)))
    return palette
