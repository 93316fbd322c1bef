"""Take the pictures of the editor for its manual: `make docs` writes docs/pictures/editor-*.png anew."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.making import copy_sample
from app.panels.export_sheet import ExportSheet
from app.panels.history import HistoryPanel
from app.panels.versions import VersionsPanel
from app.settings import Settings, save_settings
from app.start_screen import StartScreen
from app.window import Window
from app.windows import Windows
from journey.edits import duplicate_cards, remove_cards, set_text
from journey.model import Card
from journey.versions import VersionKind

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1440, 900)
_SAMPLE = "water-damage"
_ROUNDS = 30


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the pictures that are named, or all."""
    parser = ArgumentParser(description="Take pictures of the editor.")
    parser.add_argument("screens", nargs="*", metavar="SCREEN", help=", ".join(SCREENS))
    parser.add_argument("--into", type=Path, default=PICTURES, help="the folder for the pictures")
    wanted = parser.parse_args(arguments)
    wanted.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for what in ("CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{what}_HOME"] = folder
        os.environ["HOME"] = folder
        os.environ["XDG_DOCUMENTS_DIR"] = str(Path(folder) / "Documents")
        for path in taken(wanted.screens or list(SCREENS), wanted.into):
            sys.stdout.write(f"{path}\n")


def taken(names: Sequence[str], into: Path) -> Iterator[Path]:
    """Take each picture, of a program that has just started, and give its path."""
    application = QApplication.instance() or QApplication(["reisekart"])
    assert isinstance(application, QApplication)
    for name in names:
        save_settings(Settings("en", "dark" if name == "dark" else "light", name="Kari"))
        windows = Windows(application)
        windows.begin(None, bears=False)
        SCREENS[name](windows)
        target = into / f"editor-{name}.png"
        _grab(application, windows, target)
        windows.leave()
        # The next copy of the sample has its plain name again.
        shutil.rmtree(os.environ["XDG_DOCUMENTS_DIR"], ignore_errors=True)
        yield target


def _grab(application: QApplication, windows: Windows, target: Path) -> None:
    window = windows.window
    assert window is not None
    window.resize(*SIZE)
    if isinstance(window, Window):
        _wait(lambda: window.desk.findings.found is not None)
    for _round in range(_ROUNDS):
        application.processEvents()
    window.grab().save(str(target))
    window.close()
    application.processEvents()


def _wait(happened: Callable[[], bool]) -> None:
    while not happened():
        QApplication.processEvents()


def _sample(windows: Windows) -> Window:
    windows.open(copy_sample(_SAMPLE))
    assert isinstance(windows.window, Window)
    windows.window.resize(*SIZE)
    QApplication.processEvents()
    return windows.window


def _select(window: Window, text: str) -> None:
    window.desk.select([next(one.id for one in window.desk.map.of(Card) if one.text == text)])


def _start(windows: Windows) -> None:
    _sample(windows)
    windows.start()


def _new(windows: Windows) -> None:
    assert isinstance(windows.window, StartScreen)
    windows.window.begun.emit("journey-map")


def _map(windows: Windows) -> None:
    _select(_sample(windows), "Emergency line answers")


def _export(windows: Windows) -> None:
    window = _sample(windows)
    window.work.show_export()
    sheet = window.drawer.panel
    assert isinstance(sheet, ExportSheet)
    _wait(lambda: bool(sheet.preview.pages))


def _wall(windows: Windows) -> None:
    window = _sample(windows)
    window.work.show_wall()
    planner = window.work.wall_planner
    assert planner is not None
    _wait(lambda: planner.answer is not None and planner.answer.complete)


def _history(windows: Windows) -> None:
    window = _sample(windows)
    for text in ("Settlement letter", "Assessor’s visit"):
        _select(window, text)
        window.menus.actions["star"].trigger()
    window.work.show_history()
    panel = window.drawer.panel
    assert isinstance(panel, HistoryPanel)
    panel.choose(1)


def _versions(windows: Windows) -> None:
    window = _sample(windows)
    desk, cards = window.desk, {card.text: card.id for card in window.desk.map.of(Card)}
    desk.file.who = "Kari"
    desk.file.keep_version(VersionKind.NAMED, "Before lunch")
    desk.attempt(lambda: set_text(desk.map, cards["Assessor’s visit"], "Assessor comes, with a tablet"))
    desk.attempt(lambda: duplicate_cards(desk.map, [cards["Emergency line answers"]]))
    desk.attempt(lambda: remove_cards(desk.map, [cards["Settlement letter"]]))
    window.work.show_versions()
    panel = window.drawer.panel
    assert isinstance(panel, VersionsPanel)
    panel.compare_button.click()
    panel.states.setCurrentRow(1)


def _keys(windows: Windows) -> None:
    _sample(windows).work.show_keys()


SCREENS: dict[str, Callable[[Windows], None]] = {
    "start": _start,
    "new": _new,
    "map": _map,
    "dark": _map,
    "export": _export,
    "wall": _wall,
    "history": _history,
    "versions": _versions,
    "keys": _keys,
}
"""What is shown in each picture."""

if __name__ == "__main__":
    main()
