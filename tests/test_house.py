"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from tests.repository import REPOSITORY

ROOMS = ("app", "canvas", "storage", "export", "journey", "resources")
MODULES = [path for room in (*ROOMS, "tests") for path in sorted((REPOSITORY / room).rglob("*.py"))]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# A new persona's and a new owner's own colour is data that people change, not the look of a theme.
COLOURS_THAT_ARE_DATA = {"journey/model/records.py"}


def short(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, FUNCTIONS):
            yield node


def makefile_targets() -> set[str]:
    return set(
        re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{short(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in functions(path)
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > 50
    ]
    assert long == []


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 500} == {}


def test_no_module_or_class_has_a_name_that_says_nothing() -> None:
    says_nothing = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|$)|(Manager|Helper|Utils?)$")
    names = {short(path): path.stem for path in MODULES} | {
        f"{short(path)}:{node.name}": node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert [place for place, name in names.items() if says_nothing.search(name)] == []


def test_no_function_that_speaks_takes_the_underscore_for_something_else() -> None:
    """`for _, card in ...` makes `_` local: the next `_("...")` in that function would crash."""
    deaf = []
    for path in MODULES:
        for function in functions(path):
            uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == "_"]
            if len({type(node.ctx) for node in uses}) > 1:
                deaf.append(f"{short(path)}:{function.lineno} {function.name}")
    assert deaf == []


def imported(path: Path) -> Iterator[str]:
    """The files of the house that a file imports, also where only its types are looked at."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            place = node.module.replace(".", "/")
            inside = [f"{place}/{alias.name}.py" for alias in node.names]
            yield from inside if (REPOSITORY / place).is_dir() else [f"{place}.py"]


def test_no_two_files_need_one_another() -> None:
    needs = nx.DiGraph((short(path), needed) for path in MODULES for needed in imported(path))
    assert [knot for knot in nx.strongly_connected_components(needs) if len(knot) > 1] == []


def test_colours_stand_in_the_theme_and_nowhere_else() -> None:
    coloured = {
        short(path)
        for room in ROOMS
        for path in (REPOSITORY / room).rglob("*.py")
        if re.search(r"""["']#[0-9A-Fa-f]{6}["']""", path.read_text(encoding="utf-8"))
    }
    assert coloured <= COLOURS_THAT_ARE_DATA


def test_the_ci_runs_what_a_developer_runs() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


@pytest.mark.parametrize("script", ["run", "setup", "qt", "screen", "lock"])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
def test_the_scripts_can_be_run(script: str) -> None:
    assert os.access(REPOSITORY / ".ci" / script, os.X_OK)


def test_the_head_of_the_makefile_names_only_what_it_makes() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    head = [line for line in makefile.splitlines() if line.startswith("#")]
    named = set(re.findall(r"\bmake ([a-z-]+)", "\n".join(head)))
    assert {"test", "words", "lock", "bench"} <= named <= makefile_targets()


def test_every_command_in_the_readme_exists() -> None:
    from app.cli import program

    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bmake ([a-z-]+)", readme)) <= makefile_targets()
    assert set(re.findall(r"\breisekart ([a-z-]+)\b", readme)) <= set(program().commands)


def test_every_package_is_pinned_with_its_hashes_and_tells_no_address() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    hashed = re.findall(r"^([a-z0-9-]+)==[^\n]*\\\n    --hash=sha256:", lock, re.MULTILINE)
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {re.split(r"[\[<>=]", it)[0].lower() for it in wanted} <= set(pinned)
    assert hashed == pinned
    assert "://" not in lock


def test_void_calls_of_qt_leave_none_alone() -> None:
    """PySide6 6.12.0 took a reference from None in each; Python 3.11 dies after some 5,000 of them."""
    from PySide6.QtGui import QTransform

    transform = QTransform()
    before = sys.getrefcount(None)
    for _ in range(100):
        transform.reset()
    # Python's own work moves the count by a few either way; the fault takes exactly one hundred.
    assert sys.getrefcount(None) > before - 50


def test_help_comes_before_anything_heavy_is_loaded() -> None:
    heavy = {"PySide6", "networkx", "reportlab", "sqlite_utils", "uharfbuzz"}
    command = [sys.executable, "-X", "importtime", "-m", "app", "--help"]
    told = subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}
    assert "click" in loaded
    assert loaded & heavy == set()


def test_the_program_tells_the_version_it_has() -> None:
    from app import VERSION

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
