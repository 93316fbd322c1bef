"""The look of the drawer, the notices, the tabs and the start screen: their part of the style sheet."""

from __future__ import annotations

WINDOW_SHEET = """
QFrame#drawer {{ background: {surface}; border: none; border-left: 1px solid {hairline}; }}
QFrame#drawer QScrollArea, QFrame#drawer QScrollArea > QWidget > QWidget {{ background: {surface};
    border: none; }}
QFrame#drawer QLabel#title {{ font-size: {title}px; font-weight: 700; }}
QToolButton#plain {{ border: 1px solid transparent; border-radius: 6px; padding: 5px;
    background: transparent; }}
QToolButton#plain:hover {{ background: {band}; }}
QToolButton#plain:focus {{ border-color: {focus}; }}
QToolButton#plain::menu-indicator {{ image: none; width: 0; }}
QWidget#notice {{ background: {band}; border-bottom: 2px solid {gold}; }}
QWidget#notice[grave="true"] {{ border-bottom: 2px solid {bad}; }}
QWidget#past {{ background: {band}; border-bottom: 2px solid {focus}; }}
QPushButton#offer, QFrame#drawer QPushButton {{ border: 1px solid {muted}; border-radius: 6px;
    padding: 5px 12px; background: {surface}; }}
QPushButton#offer:hover, QFrame#drawer QPushButton:hover {{ border-color: {focus}; color: {focus}; }}
QPushButton#offer:focus, QFrame#drawer QPushButton:focus {{ border: 2px solid {focus}; padding: 4px 11px; }}
QFrame#drawer QPushButton#option {{ border: 1px solid {hairline}; padding: 0; color: {ink}; }}
QFrame#drawer QPushButton#option:checked {{ border-color: {focus}; background: {band}; }}
QFrame#drawer QPushButton#option:focus {{ border: 2px solid {focus}; padding: 0; }}
QFrame#drawer QPushButton#fold {{ border-color: transparent; padding: 2px; }}
QFrame#drawer QPushButton#fold:focus {{ border: 1px solid {focus}; padding: 2px; }}
QFrame#drawer QPushButton:disabled {{ color: {muted}; border-color: {hairline}; }}
QFrame#drawer QPushButton#gold {{ background: {gold}; color: {on_gold}; border: 1px solid {gold};
    font-weight: 700; padding: 8px 14px; }}
QFrame#drawer QPushButton#gold:focus {{ border: 2px solid {focus}; padding: 7px 13px; }}
QFrame#drawer QPushButton#gold:disabled {{ background: {band}; color: {muted}; border-color: {hairline}; }}
QFrame#drawer QLabel#label {{ color: {muted}; }}
QFrame#drawer QListWidget {{ background: {surface}; border: 1px solid {hairline}; border-radius: 6px; }}
QFrame#drawer QListWidget::item {{ padding: 6px 8px; border-bottom: 1px solid {hairline}; }}
QFrame#drawer QListWidget::item:selected {{ background: {focus}; color: {on_focus}; }}
QFrame#drawer QListWidget:focus {{ border: 1px solid {focus}; }}
QWidget#planner {{ background: {paper}; }}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: none; }}
QWidget#planner QLabel#wall {{ font-size: {title}px; font-weight: 700; }}
QWidget#planner QCheckBox {{ spacing: 6px; padding: 2px; }}
QWidget#planner QLineEdit[wrong="true"] {{ border: 1px solid {bad}; }}
QWidget#planner QLabel#keeps {{ background: {keeps}; border-left: 4px solid {good}; border-radius: 4px;
    padding: 8px 10px; }}
QWidget#planner QLabel#keeps[short="true"] {{ background: {band}; border-left-color: {muted}; }}
QWidget#planner QLabel#warns {{ background: {warns}; border-left: 4px solid {gold}; border-radius: 4px;
    padding: 8px 10px; }}
QWidget#planner QListWidget {{ background: {surface}; border: 1px solid {hairline}; border-radius: 6px; }}
QWidget#planner QListWidget::item {{ padding: 7px 8px; border-bottom: 1px solid {hairline}; }}
QWidget#planner QListWidget::item:selected {{ background: {focus}; color: {on_focus}; }}
QWidget#planner QListWidget:focus {{ border: 1px solid {focus}; }}
QWidget#planner QPushButton#gold {{ background: {gold}; color: {on_gold}; border: 1px solid {gold};
    border-radius: 6px; font-weight: 700; padding: 9px 14px; }}
QWidget#planner QPushButton#gold:focus {{ border: 2px solid {focus}; padding: 8px 13px; }}
QWidget#planner QPushButton#gold:disabled {{ background: {band}; color: {muted}; border-color: {hairline}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QProgressBar {{ border: none; border-radius: 3px; background: {band}; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {focus}; border-radius: 3px; }}
QWidget#find {{ background: {surface}; border-bottom: 1px solid {hairline}; }}
QWidget#tabs {{ background: {band}; border-bottom: 1px solid {hairline}; }}
QTabBar::tab {{ padding: 6px 14px; margin-right: 2px; border: 1px solid transparent; border-bottom: none;
    border-top-left-radius: 6px; border-top-right-radius: 6px; color: {muted}; max-width: 260px; }}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar::tab:selected {{ background: {paper}; color: {ink}; font-weight: 600; border-color: {hairline}; }}
QTabBar::tab:selected:focus {{ border-color: {focus}; }}
QWidget#start {{ background: {paper}; }}
QWidget#start QLabel#brand {{ font-size: {brand}px; font-weight: 700; color: {petrol_on_paper}; }}
QWidget#start QLabel#promise {{ color: {muted}; font-size: {large}px; }}
QWidget#start QScrollArea {{ border: none; background: {paper}; }}
QPushButton#entry {{ border: 1px solid {hairline}; border-radius: 8px; background: {surface}; padding: 10px;
    text-align: left; }}
QPushButton#entry:hover {{ border-color: {focus}; }}
QPushButton#entry:focus {{ border: 2px solid {focus}; padding: 9px; }}
QPushButton#entry QLabel#name {{ font-weight: 600; }}
QPushButton#entry QLabel#where {{ color: {muted}; font-size: {small}px; }}
QPushButton#wide {{ border: 1px solid {petrol}; border-radius: 8px; padding: 9px 18px; background: {petrol};
    color: {on_petrol}; font-weight: 600; }}
QPushButton#wide:hover {{ background: {petrol_light}; }}
QPushButton#wide:focus {{ border: 2px solid {focus}; padding: 8px 17px; }}
QLabel#key {{ border: 1px solid {hairline}; border-radius: 4px; padding: 1px 6px; background: {band};
    font-weight: 600; font-size: {label}px; }}
"""
"""Formatted with the same colours and sizes as the rest of the style sheet."""
