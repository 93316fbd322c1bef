"""The seams of a print on the map that is edited: worked out beside the window, for what is printed there."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from contextvars import copy_context
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk import Desk
from app.opening import Opened, journey_called
from app.panels.export_run import opened_at
from app.printing.doing import quietly
from app.printing.wishes import Wishes
from canvas.sheet_lines import SheetLines, SheetName
from export.paper.pages import Plan
from journey.drawing import Drawing, Part, PartName
from resources.errors import Fault

_REST = 400
"""Milliseconds without an edit after which the seams are looked for anew."""
USUAL = Wishes(sheets="A3")
"""What is shown where nobody has planned a print."""


class SheetSeams(QObject):
    """Shows, while it is on, where a print that was planned would be parted."""

    _found = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wishes = USUAL
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self._looking: Thread | None = None
        self._found.connect(self._show)
        desk.changed.connect(lambda _change: self._again())
        desk.journey_changed.connect(self._again)
        self.shown = False

    def plan(self, wishes: Wishes) -> None:
        """Show the seams of another print from now on."""
        self._wishes = wishes
        self._again()

    def turn(self) -> None:
        """Show the seams, or no more."""
        self.shown = not self.shown
        if self.shown:
            self._look()
        else:
            self._desk.editor.show_sheets(None)

    def leave(self) -> None:
        """Show no more, and wait until nothing is being looked for: the map may go then."""
        self.shown = False
        self._rest.stop()
        if self._looking is not None:
            self._looking.join()

    def _again(self) -> None:
        if self.shown:
            self._rest.start()

    def _look(self) -> None:
        """Look on a thread; if one is at it, once more afterwards."""
        if self._looking is not None and self._looking.is_alive():
            self._rest.start()
            return
        journey = str(self._desk.map.journeys().index(self._desk.journey) + 1)
        about = (opened_at(self._desk), journey, self._wishes)
        self._looking = Thread(
            target=copy_context().run, args=(self._find, *about), name="seams", daemon=True
        )
        self._looking.start()

    def _find(self, opened: Opened, journey: str, wishes: Wishes) -> None:
        from app.printing.prints import on_paper

        with suppress(Fault):
            one = on_paper(opened, journey_called(opened.map, journey), wishes, quietly)
            self._found.emit(one.drawing, one.plan)

    def _show(self, printed: Drawing, plan: Plan) -> None:
        if self.shown and (drawing := self._desk.editor.drawing) is not None:
            self._desk.editor.show_sheets(lines_on(drawing, printed, plan))


def lines_on(drawing: Drawing, printed: Drawing, plan: Plan) -> SheetLines:
    """The seams of a print on the drawing of the same map that is edited, whose columns may be narrower."""
    across, down = _Scale.along(printed, drawing), _Scale.down(printed, drawing)
    pages = plan.sheets
    overlap = _overlap(plan)
    return SheetLines(
        across=tuple(_within(across, _seams([(page.x, page.x + page.across) for page in pages], overlap))),
        down=tuple(_within(down, _seams([(page.y, page.y + page.down) for page in pages], overlap))),
        overlap=(overlap * across.factor, overlap * down.factor),
        names=tuple(
            SheetName(page.name, across.clamped(page.x + overlap / 2), down.clamped(page.y + overlap / 2))
            for page in pages
            if page.name and _is_seen(across, page.x, page.across) and _is_seen(down, page.y, page.down)
        ),
    )


def _overlap(plan: Plan) -> float:
    """How much two neighbours share, map mm of the print."""
    if plan.tiles is not None:
        return plan.tiles.overlap
    pages = plan.sheets
    if len(pages) < 2:
        return 0.0
    first, second = pages[0], pages[1]
    shared = first.y + first.down - second.y if plan.turned else first.x + first.across - second.x
    return max(shared, 0.0)


def _seams(windows: list[tuple[float, float]], overlap: float) -> list[float]:
    """Where pages begin that have one before them."""
    starts = sorted({round(start, 4) for start, _end in windows})
    return [start + overlap / 2 for start in starts[1:]]


def _within(scale: _Scale, seams: list[float]) -> list[float]:
    return [scale.at(seam) for seam in seams if scale.holds(seam)]


def _is_seen(scale: _Scale, start: float, length: float) -> bool:
    return start + length > scale.first and start < scale.last


class _Scale:
    """Where places of a printed drawing are on the drawing that is edited: the same lane and column."""

    def __init__(self, printed: list[float], edited: list[float]) -> None:
        self._printed, self._edited = printed, edited
        self.first, self.last = printed[0], printed[-1]
        self.factor = (edited[-1] - edited[0]) / (printed[-1] - printed[0])

    @staticmethod
    def along(printed: Drawing, edited: Drawing) -> _Scale:
        """From the rail on, column by column."""
        return _Scale(_sides(printed), _sides(edited))

    @staticmethod
    def down(printed: Drawing, edited: Drawing) -> _Scale:
        """From the headers on, lane by lane."""
        ours, theirs = _rows(printed), _rows(edited)
        if len(ours) != len(theirs):  # an edit came in between: what follows it will find the lanes again
            ours, theirs = [ours[0], ours[-1]], [theirs[0], theirs[-1]]
        return _Scale(ours, theirs)

    def holds(self, place: float) -> bool:
        """Whether a place is on the map, not in what stands around it on paper."""
        return self.first < place < self.last

    def clamped(self, place: float) -> float:
        """Where a place is, or the nearest that is on the map."""
        return self.at(min(max(place, self.first), self.last))

    def at(self, place: float) -> float:
        """Where a place on the map is."""
        after = min(max(bisect_right(self._printed, place), 1), len(self._printed) - 1)
        (a, b), (c, d) = self._printed[after - 1 : after + 1], self._edited[after - 1 : after + 1]
        return c + (place - a) * (d - c) / (b - a)


def _sides(drawing: Drawing) -> list[float]:
    rail, body = _part(drawing, PartName.RAIL), _part(drawing, PartName.BODY)
    return [rail.x, body.x, body.x + body.w]


def _rows(drawing: Drawing) -> list[float]:
    """The tops of the headers and of each lane, and where the last one ends."""
    headers, rail = _part(drawing, PartName.HEADERS), _part(drawing, PartName.RAIL)
    tops = {round(placed.y, 4) for placed in rail.blocks if not placed.block.record}
    return sorted({headers.y, *tops, rail.y + rail.h})


def _part(drawing: Drawing, name: PartName) -> Part:
    found = drawing.part(name)
    assert found is not None, "every map has these parts"
    return found
