"""What one person has chosen for the interface, kept in the folder that the system has for settings."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from resources.theme import THEMES
from resources.words import LANGUAGES

SYSTEM = "system"
SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""How large the interface can be, of its usual size."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is kept from one time to the next.

    ``language`` and ``theme`` may be "system"; ``place`` is the window's as Qt writes it, in base 64;
    ``side`` names the panel at the right, empty where there was none; ``name`` is what the history calls the
    one who edits, empty for the name they are logged in by; ``wall`` is what was last planned with for a
    wall, as the fields of the planner tell it, empty where nothing ever was.
    """

    language: str = SYSTEM
    theme: str = SYSTEM
    size: float = 1.0
    place: str = ""
    side: str = "inspector"
    name: str = ""
    wall: dict[str, Any] = field(default_factory=dict)


def settings_path() -> Path:
    """The file of the settings."""
    return user_config_path("reisekart", appauthor=False) / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """The settings that were kept; the usual ones for all that is missing or makes no sense."""
    try:
        found = json.loads((path or settings_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _sensible(found) if isinstance(found, dict) else Settings()


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings; where that cannot be done they hold as long as the program runs."""
    path = path or settings_path()
    beside = path.with_name(f".{path.name}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        beside.replace(path)


def _sensible(found: dict[str, Any]) -> Settings:
    settings = Settings()
    for one in fields(Settings):
        value = found.get(one.name)
        if isinstance(value, type(getattr(settings, one.name))) and _fits(one.name, value):
            settings = replace(settings, **{one.name: value})
    return settings


def _fits(name: str, value: Any) -> bool:
    allowed: dict[str, tuple[Any, ...]] = {
        "language": (SYSTEM, *LANGUAGES),
        "theme": (SYSTEM, *THEMES),
        "size": SIZES,
    }
    return name not in allowed or value in allowed[name]
