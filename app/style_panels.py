"""The look of the side panels, the palette and the table: their part of the style sheet."""

from __future__ import annotations

PANEL_SHEET = """
QWidget#panel, QScrollArea#panelscroll {{ background: {surface}; border: none; }}
QWidget#strip {{ background: {surface}; border-left: 1px solid {hairline}; }}
QWidget#strip QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 6px; }}
QWidget#strip QToolButton:hover {{ background: {band}; }}
QWidget#strip QToolButton:checked {{ background: {band}; border-color: {hairline}; }}
QWidget#strip QToolButton:focus {{ border-color: {focus}; }}
QWidget#sidepanel {{ background: {surface}; border-left: 1px solid {hairline}; }}
QLabel#kind {{ font-size: {small}px; font-weight: 700; }}
QLabel#label {{ color: {muted}; font-size: {label}px; }}
QLabel#card {{ font-weight: 600; padding-top: 6px; }}
QLabel#hint {{ color: {muted}; }}
QLabel#added {{ color: {added}; font-weight: 600; padding: 0 4px; }}
QLabel#changed {{ color: {changed}; font-weight: 600; padding: 0 4px; }}
QLabel#removed {{ color: {removed}; font-weight: 600; padding: 0 4px; }}
QFrame#rule {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QWidget#panel QLineEdit, QWidget#panel QPlainTextEdit {{ background: transparent;
    border: 1px solid transparent; border-radius: 4px; padding: 3px 5px; }}
QWidget#panel QLineEdit:hover, QWidget#panel QPlainTextEdit:hover {{ border-color: {hairline}; }}
QWidget#panel QLineEdit:focus, QWidget#panel QPlainTextEdit:focus {{ background: {surface};
    border: 1px solid {focus}; }}
QWidget#panel QLineEdit[adds="true"] {{ border: 1px dashed {muted}; }}
QWidget#panel QLineEdit[adds="true"]:focus {{ border: 1px solid {focus}; }}
QWidget#panel QLineEdit[wrong="true"] {{ border: 1px solid {bad}; color: {bad}; }}
QWidget#panel QPlainTextEdit#title {{ font-size: {title}px; font-weight: 700; padding: 1px 0; }}
QWidget#panel QCheckBox {{ spacing: 6px; border: 1px solid transparent; border-radius: 4px; padding: 3px; }}
QWidget#panel QCheckBox:focus {{ border-color: {focus}; }}
QPushButton#segment {{ border: 1px solid {hairline}; padding: 3px 4px; background: {surface};
    font-size: {small}px; color: {muted}; border-radius: 4px; }}
QPushButton#segment:hover {{ border-color: {muted}; color: {ink}; }}
QPushButton#segment:checked {{ background: {petrol}; color: {on_petrol}; border-color: {petrol};
    font-weight: 600; }}
QPushButton#segment:focus {{ border: 1px solid {focus}; }}
QPushButton#segment:checked:focus {{ border: 1px solid {gold}; }}
QFrame#drawer QPushButton#segment:checked {{ background: {petrol}; color: {on_petrol}; padding: 5px 12px; }}
QFrame#drawer QPushButton#segment:checked:focus {{ border: 2px solid {gold}; padding: 4px 11px; }}
QPushButton#quiet {{ border: 1px solid transparent; border-radius: 4px; padding: 4px 6px; text-align: left;
    background: transparent; color: {link}; }}
QPushButton#quiet:hover {{ background: {band}; }}
QPushButton#quiet:focus {{ border-color: {focus}; }}
QPushButton#quiet:disabled {{ color: {muted}; }}
QPushButton#fold {{ border: 1px solid transparent; border-radius: 4px; padding: 2px; text-align: left;
    background: transparent; }}
QPushButton#fold:hover {{ background: {band}; }}
QPushButton#fold:focus {{ border-color: {focus}; }}
QWidget#unfolded {{ background: {paper}; border: 1px solid {hairline}; border-radius: 6px; }}
QTreeView {{ background: {surface}; border: none; outline: none; }}
QTreeView::item {{ padding: 5px 2px; border: 1px solid transparent; }}
QTreeView::item:hover {{ background: {band}; }}
QTreeView::item:selected {{ background: {focus}; color: {on_focus}; }}
QTreeView:focus {{ border: 1px solid {focus}; }}
QTreeView#records, QTreeView#records:focus {{ border: none; selection-background-color: transparent; }}
QTreeView#records::item:hover {{ background: transparent; }}
QTreeView#records::item:selected {{ background: transparent; color: {ink}; }}
QAbstractItemView {{ background: {surface}; border: 1px solid {hairline};
    selection-background-color: {focus}; selection-color: {on_focus}; }}
QListView {{ outline: none; }}
QScrollArea#palette QScrollBar:vertical {{ width: 7px; }}
QTableView::item {{ padding: 3px 5px; }}
QHeaderView {{ background: {band}; border: none; }}
QListView#offers {{ padding: 3px; outline: none; }}
QListView#offers::item {{ padding: 5px 8px; border-radius: 4px; }}
QListView#offers::item:hover {{ background: {band}; }}
QListView#offers::item:selected {{ background: {focus}; color: {on_focus}; }}
QTableView {{ background: {paper}; alternate-background-color: {band}; gridline-color: {hairline};
    border: none; selection-background-color: {focus}; selection-color: {on_focus}; }}
QHeaderView::section {{ background: {band}; color: {ink}; border: none; border-right: 1px solid {hairline};
    border-bottom: 1px solid {hairline}; padding: 6px 8px; font-weight: 600; }}
QTableView QTableCornerButton::section {{ background: {band}; border: none; }}
"""
"""Formatted with the same colours and sizes as the rest of the style sheet."""
