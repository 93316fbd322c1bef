"""A drawing ready to be painted: any rectangle of the window, at any camera, as fine as it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from canvas.camera import Camera
from canvas.culling import Shelf, runs
from canvas.extent import paint_within
from canvas.legs import Lines
from canvas.paint import Brush, Pictures, colour_of
from canvas.panes import Pane, panes
from canvas.rect import Rect
from canvas.stamps import Stamps, is_small
from canvas.ways import paint_ways, way_of
from journey.drawing import Drawing, Part, PartName, Placed
from resources.theme import Theme

_LETTER = 5.8
"""A card's letters, mm."""
_READ_FROM = 5.0
"""Device pixels a card's letters must have to be painted as text."""
_SIGNS_FROM = 2.4
"""The same for a card's sign and for links; below there are only colours."""
_MANY = 400
"""Changed blocks above which everything is painted anew."""

Changed = list[tuple[PartName, Placed]]


class Picture:
    """Paints a drawing; knows marks and pixels, nothing of journeys."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        self.theme, self.pictures = theme, pictures
        self.drawing: Drawing | None = None
        self.painted = 0
        """How many blocks were painted since the picture was made: what a frame costs."""
        self._shelves: dict[int, Shelf] = {}
        self._of_part: dict[PartName, list[Shelf]] = {}
        self.lines = Lines()
        """The links' lines, sorted once for all who look for some."""
        self.stamps = Stamps()

    def follow(self, drawing: Drawing) -> Changed | None:
        """Show another drawing; gives the blocks that came or went, None where that is nearly all."""
        before, self.drawing = self.drawing, drawing
        old, groups = self._shelves, {id(g): g for part in drawing.parts for g in part.groups}
        self._shelves = {key: old.get(key) or Shelf(group, self.lines) for key, group in groups.items()}
        self._of_part = {part.name: [self._shelves[id(g)] for g in part.groups] for part in drawing.parts}
        if before is None or (before.w, before.h) != (drawing.w, drawing.h):
            return None
        changed: Changed = []
        for one, other in zip(before.parts, drawing.parts, strict=True):
            changed += [(other.name, placed) for placed in _differing(one, other)]
            if len(changed) > _MANY:
                return None
        return changed

    def placed(self, record: str, name: PartName) -> Placed | None:
        """The block that stands for a record in a part; the first, where there are several."""
        part = self.drawing.part(name) if self.drawing else None
        return next((one for one in part.blocks if one.block.record == record), None) if part else None

    def paint(self, painter: QPainter, camera: Camera, area: QRect) -> None:
        """Paint a rectangle of the window; the painter's unit and the rectangle's are device pixels."""
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, colour_of(self.theme, "paper"))
        for name, pane in panes(camera).items():
            seen = pane.area.intersected(area)
            part = self.drawing.part(name) if self.drawing else None
            if part is not None and not seen.isEmpty():
                self._paint_part(painter, part, pane, seen)
        painter.restore()

    def paint_small(self, painter: QPainter, scale: float) -> None:
        """Paint the whole drawing as colours only, so many pixels a millimetre."""
        painter.save()
        painter.scale(scale, scale)
        for part in self.drawing.parts if self.drawing else ():
            area = Rect(part.x, part.y, part.w, part.h)
            self._paint_grounds(painter, self._shelves_in(part, area), area, signs=False)
        painter.restore()

    def look_ahead(self, camera: Camera, area: QRect, seconds: float) -> bool:
        """Prepare what comes into view next, a rectangle beside the window, for so long at most.

        Tells whether all of it is ready.
        """
        until, pane = perf_counter() + seconds, panes(camera)[PartName.BODY]
        part = self.drawing.part(PartName.BODY) if self.drawing else None
        seen = pane.to_map(area)
        made = self._prepared(self._shelves_in(part, seen) if part else (), seen, pane.scale)
        return not any(perf_counter() > until for _one in made)

    def _prepared(self, shelves: Iterable[Shelf], seen: Rect, scale: float) -> Iterator[object]:
        """What is missing for a rectangle, made one thing after another."""
        if _LETTER * scale < _READ_FROM:
            yield from (shelf for shelf in shelves if shelf.prepare())
            return
        for shelf in shelves:
            for placed in () if shelf.holds_lines else shelf.shown(seen):
                if is_small(placed.block, scale) and self.stamps.prepare(
                    placed.block, self.theme, self.pictures, scale
                ):
                    yield placed

    def _paint_part(self, painter: QPainter, part: Part, pane: Pane, seen: QRect) -> None:
        painter.save()
        painter.setClipRect(seen)
        painter.translate(-pane.x, -pane.y)
        letters, area = _LETTER * pane.scale, pane.to_map(seen)
        shelves = self._shelves_in(part, area)
        if letters >= _READ_FROM:
            self._paint_blocks(painter, shelves, area, pane.scale)
        else:
            painter.scale(pane.scale, pane.scale)
            self._paint_grounds(painter, shelves, area, signs=letters >= _SIGNS_FROM)
        painter.restore()

    def _paint_blocks(self, painter: QPainter, shelves: Iterable[Shelf], area: Rect, scale: float) -> None:
        """Blocks as they look: the lines of links together, small ones as copies, the others mark by mark."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        brush = Brush(painter, self.theme, self.pictures)
        for shelf in shelves:
            lines, large, small = self._sorted(shelf, area, scale)
            if lines or large:
                painter.save()
                painter.scale(scale, scale)
                seen = QRectF(area.x, area.y, area.w, area.h)
                if lines:
                    paint_ways(lines, brush, area)
                for placed in large:
                    paint_within(placed, brush, seen)
                painter.restore()
            for placed in small:
                self.stamps.stamp(placed, brush, scale)

    def _sorted(
        self, shelf: Shelf, area: Rect, scale: float
    ) -> tuple[list[Placed], list[Placed], list[Placed]]:
        """The lines of links, the large blocks and the small ones in a rectangle."""
        shown = list(shelf.shown(area))
        self.painted += len(shown)
        lines = [one for one in shown if way_of(one.block)] if shelf.holds_lines else []
        others = [one for one in shown if not way_of(one.block)] if lines else shown
        large: list[Placed] = []
        small: list[Placed] = []
        for one in others:
            (small if is_small(one.block, scale) else large).append(one)
        return lines, large, small

    def _shelves_in(self, part: Part, area: Rect) -> list[Shelf]:
        """The groups of a part that are as high up as a rectangle."""
        top, bottom = area.y, area.y + area.h
        return [shelf for shelf in self._of_part[part.name] if shelf.bottom >= top and shelf.top <= bottom]

    def _paint_grounds(self, painter: QPainter, shelves: Sequence[Shelf], area: Rect, *, signs: bool) -> None:
        """Colours without edges or words; from middling far the links and a sign on each card too."""
        for run in runs(shelves):
            painter.setPen(Qt.PenStyle.NoPen)
            self._fill(painter, (found for shelf in run for found in shelf.grounds(area)))
            if signs:
                self._fill(painter, (found for shelf in run for found in shelf.lines(area)))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width, curve in (found for shelf in run for found in shelf.curves(area)):
                painter.strokePath(curve, QPen(colour_of(self.theme, colour), 1.6 * width))
            for colour, shapes in (found for shelf in run for found in shelf.signs(area)) if signs else ():
                painter.fillPath(shapes, colour_of(self.theme, colour))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _fill(self, painter: QPainter, grounds: Iterable[tuple[str, list[QRectF]]]) -> None:
        """Fill rectangles, all of a colour at once."""
        together: dict[str, list[QRectF]] = {}
        for colour, rectangles in grounds:
            together.setdefault(colour, []).extend(rectangles)
        for colour, rectangles in together.items():
            painter.setBrush(colour_of(self.theme, colour))
            painter.drawRects(rectangles)


def _differing(before: Part, after: Part) -> list[Placed]:
    """The blocks that are in one part and not, or elsewhere, in the other."""
    known = {id(group) for group in before.groups}
    kept = {id(group) for group in after.groups} & known
    gone = _by_place(before, kept)
    come = _by_place(after, kept)
    return [one for key, one in (*gone.items(), *come.items()) if (key in gone) != (key in come)]


def _by_place(part: Part, without: set[int]) -> dict[tuple[float, float, int], Placed]:
    groups = (group for group in part.groups if id(group) not in without)
    return {(one.x, one.y, id(one.block)): one for group in groups for one in group}
