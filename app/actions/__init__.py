"""Everything the window can do, in one table: name, words, keys, when it can be done, what it does."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.deed import Deed
from app.actions.edit import edit_deeds
from app.actions.file import FileWork, file_deeds, screen_deeds
from app.actions.insert import Naming, insert_deeds
from app.actions.journeys import journey_deeds
from app.actions.view import view_deeds
from app.desk import Desk
from resources.words import _

__all__ = ["Deed", "FileWork", "all_deeds", "menu_order"]


def all_deeds(
    desk: Desk,
    work: FileWork,
    *,
    rename_journey: Callable[[], object],
    find: Callable[[], object],
    naming: Naming,
) -> list[Deed]:
    """The table, in the order of the menus.

    ``rename_journey`` and ``find`` open a title and the search.
    """
    return [
        *file_deeds(work),
        *edit_deeds(desk, find, naming.make_owner_one),
        *insert_deeds(desk, naming),
        *view_deeds(desk),
        *journey_deeds(desk, rename_journey),
        *screen_deeds(work),
    ]


def menu_order() -> tuple[str, ...]:
    """The menus of the menu bar, from the left."""
    return (_("File"), _("Edit"), _("Insert"), _("View"), _("Journey"), _("Help"))
