"""How the map is looked at: the View menu."""

from __future__ import annotations

from app.actions.deed import Deed
from app.desk import Desk
from journey import edits
from journey.model import Lane, joined
from resources.words import _


def view_deeds(desk: Desk) -> list[Deed]:
    """How near one is, and what is hidden."""
    menu, editor = _("View"), desk.editor

    def plain() -> None:
        editor.zoom_middle(editor.camera.plain / editor.camera.scale)

    def whole() -> None:
        # Scroll bars that go with the first look leave room for a closer one.
        for _look in range(2):
            editor.look_at(editor.camera.showing_all())

    return [
        Deed("larger", menu, _("Zoom in"), ("Ctrl++", "Ctrl+="), lambda: editor.zoom_middle(1.25)),
        Deed("smaller", menu, _("Zoom out"), ("Ctrl+-",), lambda: editor.zoom_middle(0.8)),
        Deed("plain", menu, _("Actual size"), ("Ctrl+0",), plain),
        Deed("whole", menu, _("Whole map"), ("Ctrl+1",), whole),
        Deed(
            *("overview", menu, _("Overview in the corner"), ("F9",)),
            does=lambda: editor.show_overview(not editor.overview_shown),
            on=lambda: editor.overview_shown,
        ),
        Deed(
            *("show_lanes", menu, _("Show the hidden lanes"), (), lambda: _show_lanes(desk)),
            can=lambda: bool(hidden_lanes(desk)),
            parted=True,
        ),
    ]


def hidden_lanes(desk: Desk) -> list[Lane]:
    """The lanes of the journey in view that are not shown."""
    lanes = desk.map.of(Lane).by("journey").get(desk.journey.id, ())
    return [lane for lane in lanes if lane.hidden]


def _show_lanes(desk: Desk) -> None:
    shown = [edits.show_lane(desk.map, lane.id) for lane in hidden_lanes(desk)]
    desk.attempt(lambda: joined(_("Show the hidden lanes"), shown))
