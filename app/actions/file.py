"""What can be done with whole files, and with the window itself: the File and Help menus and full screen."""

from __future__ import annotations

from typing import Protocol

from app.actions.deed import Deed
from resources.words import _


class FileWork(Protocol):
    """What the window does with files and with itself."""

    def new(self) -> None:
        """Go to the start screen, where new maps begin."""

    def choose_file(self) -> None:
        """Let a file be chosen, and open or import it."""

    def choose_import(self) -> None:
        """Let a file of another program be chosen, and make a map of it."""

    def choose_copy(self) -> None:
        """Let a place for a copy be chosen, and write it."""

    def choose_merge(self) -> None:
        """Let another copy of the file be chosen, and show what it would bring in."""

    def show_export(self) -> None:
        """Show the sheet for paper, pictures and other programs."""

    def show_wall(self) -> None:
        """Plan a print for a wall."""

    def show_history(self) -> None:
        """Show every step that was made."""

    def name_version(self) -> None:
        """Let what the map is now be given a name."""

    def show_versions(self) -> None:
        """Show the versions of the file and its backups."""

    def show_clean_copy(self) -> None:
        """Let be chosen what a copy for others leaves out."""

    def show_settings(self) -> None:
        """Show the settings."""

    def show_keys(self) -> None:
        """Show all keys."""

    def show_about(self) -> None:
        """Show which version this is."""

    def name_file(self) -> None:
        """Call the file after its journey."""

    def can_name_file(self) -> bool:
        """Whether it is called otherwise."""

    def open_folder(self) -> None:
        """Show the file in the system's own window for files."""

    def turn_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def turn_sheets(self) -> None:
        """Show on the map where the sheets of its print meet, or no more."""

    def shows_sheets(self) -> bool:
        """Whether that is shown."""

    def turn_bare(self) -> None:
        """Show the map alone, or the panels beside it again."""

    def is_bare(self) -> bool:
        """Whether the map stands alone."""

    def go_to_notice(self) -> None:
        """Give the keyboard to the bar that says what is wrong or new."""

    def close(self) -> object:
        """Close the window."""


def file_deeds(work: FileWork) -> list[Deed]:
    """What can be done with files."""
    menu = _("File")
    return [
        Deed("new", menu, _("New map …"), ("Ctrl+N",), work.new),
        Deed("open", menu, _("Open …"), ("Ctrl+O",), work.choose_file),
        Deed("import", menu, _("Import …"), (), work.choose_import, parted=True),
        Deed("copy_file", menu, _("Save a copy …"), ("Ctrl+Alt+S",), work.choose_copy),
        Deed("clean_copy", menu, _("Clean copy for others …"), (), work.show_clean_copy),
        Deed("merge_file", menu, _("Merge with another copy …"), (), work.choose_merge),
        Deed("folder", menu, _("Show in the folder"), (), work.open_folder),
        Deed("print", menu, _("Print the wall …"), ("Ctrl+P",), work.show_wall, parted=True),
        Deed("export", menu, _("Export …"), ("Ctrl+E",), work.show_export),
        Deed("name_version", menu, _("Name this version …"), ("Ctrl+S",), work.name_version, parted=True),
        Deed("versions", menu, _("Versions"), ("Ctrl+Shift+H",), work.show_versions),
        Deed("history", menu, _("History"), ("Ctrl+H",), work.show_history),
        Deed(
            *("name_file", menu, _("Name the file after the journey"), (), work.name_file),
            can=work.can_name_file,
            parted=True,
        ),
        Deed("settings", menu, _("Settings"), ("Ctrl+,",), work.show_settings, parted=True),
        Deed("close", menu, _("Close"), ("Ctrl+W", "Ctrl+Q"), work.close, parted=True),
    ]


def screen_deeds(work: FileWork) -> list[Deed]:
    """What can be done with the window."""
    bare = Deed(
        *("bare", _("View"), _("Only the map"), ("Ctrl+.",), work.turn_bare), on=work.is_bare, parted=True
    )
    full = Deed(
        *("full_screen", _("View"), _("Full screen"), ("F11",), work.turn_full_screen),
        on=work.is_full_screen,
    )
    sheets = Deed(
        *("sheets", _("View"), _("Sheets of the print"), ("Ctrl+Alt+P",), work.turn_sheets),
        on=work.shows_sheets,
    )
    notice = Deed("notice", _("View"), _("To the notice"), ("F6",), work.go_to_notice)
    keys = Deed("keys", _("Help"), _("All keys"), ("?", "F1"), work.show_keys)
    return [
        sheets,
        notice,
        bare,
        full,
        keys,
        Deed("about", _("Help"), _("About Reisekart"), (), work.show_about),
    ]
